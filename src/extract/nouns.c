#include "extract/nouns.h"

#include <string.h>

enum {
#define LETTER(c) AT_##c, BEFORE_##c = AT_##c - 1,
#define NOUN(ending, action, effect) NOUN_##ending,
#include "extract/nouns.def"
#undef LETTER
#undef NOUN
  COUNT
};

/* Where the endings with a last letter start, and past the last letter. */
static const unsigned char letters[] = {AT_a, AT_b, AT_c, AT_d, AT_e, AT_f, AT_g, AT_h, AT_i,
                                        AT_j, AT_k, AT_l, AT_m, AT_n, AT_o, AT_p, AT_q, AT_r,
                                        AT_s, AT_t, AT_u, AT_v, AT_w, AT_x, AT_y, AT_z, COUNT};

static const struct {
  const char *ending;
  unsigned char length, action, effect;
} nouns[] = {
#define LETTER(c)
#define NOUN(ending, action, effect) {#ending, sizeof #ending - 1, G4_ACTION_##action, G4_EFFECT_##effect},
#include "extract/nouns.def"
#undef LETTER
#undef NOUN
};

static bool ends(g4_slice word, const char *ending, size_t n) {
  return word.length >= n && memcmp(word.text + word.length - n, ending, n) == 0;
}

static bool is_bearer(g4_slice word) {
  static const char *const whole[] = {"iedereen",  "mensen", "samenleving", "maatschappij", "betrokkenen",
                                      "winkels",   "wijken", "buurten",     "dorpen",       "binnensteden",
                                      "industrie", "regios", "middenstand", "platteland"};
  static const char *const heads[] = {"sectoren", "sector", "gebieden", "terreinen", "industrie"};
  for (size_t k = 0; k < sizeof whole / sizeof whole[0]; k++) {
    if (word.text[0] == whole[k][0] && strcmp(word.text, whole[k]) == 0) {
      return true;
    }
  }
  for (size_t k = 0; k < sizeof heads / sizeof heads[0]; k++) {
    if (ends(word, heads[k], strlen(heads[k]))) {
      return true;
    }
  }
  return false;
}

g4_noun g4_noun_read(g4_slice word) {
  g4_noun noun = {G4_ACTION_NONE, G4_EFFECT_NONE, is_bearer(word)};
  char last = word.length > 2 ? word.text[word.length - 1] : '\0';
  if (last < 'a' || last > 'z') {
    return noun;
  }
  for (size_t k = letters[last - 'a']; k < letters[last - 'a' + 1]; k++) {
    if (ends(word, nouns[k].ending, nouns[k].length)) {
      noun.action = (g4_action)nouns[k].action;
      noun.effect = (g4_effect)nouns[k].effect;
      break;
    }
  }
  return noun;
}

static g4_noun noun_at(const g4_parse *parse, int i) {
  const g4_entry *entry = g4_parse_at(parse, i)->entry;
  return entry ? entry->noun : (g4_noun){G4_ACTION_NONE, G4_EFFECT_NONE, false};
}

g4_noun_cue g4_noun_cue_of(const g4_parse *parse, int i) {
  g4_noun noun = noun_at(parse, i);
  return (g4_noun_cue){noun.action, noun.effect};
}

bool g4_noun_is_bearer(const g4_parse *parse, int i) { return noun_at(parse, i).bearer; }
