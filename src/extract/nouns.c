#include "extract/nouns.h"

#include <string.h>

enum { LONGEST = 48 };

static const struct {
  const char *ending;
  unsigned char length, action, effect;
} nouns[] = {
#define NOUN(ending, action, effect) {#ending, sizeof #ending - 1, G4_ACTION_##action, G4_EFFECT_##effect},
#include "extract/nouns.def"
#undef NOUN
};

g4_noun_cue g4_noun_cue_of(const g4_parse *parse, int i) {
  char low[LONGEST];
  size_t n = g4_parse_low(parse, i, low, sizeof low);
  for (size_t k = 0; n > 2 && k < sizeof nouns / sizeof nouns[0]; k++) {
    size_t m = nouns[k].length;
    if (n >= m && low[n - 1] == nouns[k].ending[m - 1] && memcmp(low + n - m, nouns[k].ending, m) == 0) {
      return (g4_noun_cue){(g4_action)nouns[k].action, (g4_effect)nouns[k].effect};
    }
  }
  return (g4_noun_cue){G4_ACTION_NONE, G4_EFFECT_NONE};
}

bool g4_noun_is_bearer(const g4_parse *parse, int i) {
  static const char *const whole[] = {"iedereen",  "mensen", "samenleving", "maatschappij", "betrokkenen",
                                      "winkels",   "wijken", "buurten",     "dorpen",       "binnensteden",
                                      "industrie", "regios", "middenstand", "platteland"};
  static const char *const ends[] = {"sectoren", "sector", "gebieden", "terreinen", "industrie"};
  char low[LONGEST];
  size_t n = g4_parse_low(parse, i, low, sizeof low);
  for (size_t k = 0; k < sizeof whole / sizeof whole[0]; k++) {
    if (strcmp(low, whole[k]) == 0) {
      return true;
    }
  }
  for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
    size_t m = strlen(ends[k]);
    if (n >= m && memcmp(low + n - m, ends[k], m) == 0) {
      return true;
    }
  }
  return false;
}
