#include "extract/lexis.h"

#include <string.h>

enum { LONGEST = 40 };

#define DET G4_DET
#define QUANT G4_QUANT
#define PREP G4_PREP
#define CONJ G4_CONJ
#define SUB G4_SUB
#define REL G4_REL
#define PRON G4_PRON
#define WE G4_WE
#define OBJ G4_OBJ
#define DEM G4_DEM
#define NEG G4_NEG
#define PART G4_PART
#define ADV G4_ADV
#define CONSEQ G4_CONSEQ
#define REASON G4_REASON
#define NOW G4_NOW
#define FIRM G4_FIRM
#define GOAL G4_GOAL
#define NEED G4_NEED
#define DUTY G4_DUTY
#define RIGHT G4_RIGHT
#define BURDEN G4_BURDEN
#define GENERIC G4_GENERIC
#define FAVOUR G4_FAVOUR
#define TIME G4_TIME
#define LIST G4_LIST
#define ACT G4_ACT_NOUN
#define COMPARED G4_COMPARED
#define VAGUE G4_VAGUE
#define HOLDS G4_HOLDS
#define VALUE G4_VALUE
#define NOUN G4_KNOWN_NOUN
#define PRESENT G4_SURE
#define STEM G4_STEM
#define PLURAL G4_PLURAL
#define THIRD G4_THIRD
#define INFINITIVE G4_INFINITIVE
#define PARTICIPLE G4_PARTICIPLE
#define PAST (G4_PAST | G4_SURE)
#define CONDITIONAL (G4_CONDITIONAL | G4_SURE)

#define LETTER(c)
#define WORD(word, classes) {#word, classes, 0, 0},
#define FORM(word, classes, verb, forms) {#word, classes, G4_V_##verb, forms},
static const g4_lexis_word words[] = {
    {"", 0, 0, 0},
#include "extract/words.def"
};
#undef LETTER
#undef WORD
#undef FORM

#undef NOUN
#define STATE G4_VERB_STATE
#define MODAL G4_VERB_MODAL
#define LIGHT G4_VERB_LIGHT
#define SPEECH G4_VERB_SPEECH
#define NOUN G4_VERB_NOUN
#define G4_EFFECT_0 G4_EFFECT_NONE
#define LETTER(c)
#define VERB(stem, action, effect, flags) {#stem, G4_ACTION_##action, G4_EFFECT_##effect, flags},
static const g4_lexis_verb verbs[] = {
    {"", 0, 0, 0},
#include "extract/verbs.def"
};
#undef LETTER
#undef VERB

#define EACH_LETTER(at)                                                                                             \
  at(a) at(b) at(c) at(d) at(e) at(f) at(g) at(h) at(i) at(j) at(k) at(l) at(m) at(n) at(o) at(p) at(q) at(r) at(s) \
      at(t) at(u) at(v) at(w) at(x) at(y) at(z)
#define WORDS_AT(c) G4_W_AT_##c,
static const uint16_t word_letters[] = {EACH_LETTER(WORDS_AT) G4_W_COUNT};
#define VERBS_AT(c) G4_V_AT_##c,
static const uint16_t verb_letters[] = {EACH_LETTER(VERBS_AT) G4_V_COUNT};

const g4_lexis_word *g4_lexis_word_at(uint16_t word) { return &words[word]; }
const g4_lexis_verb *g4_lexis_verb_at(uint16_t verb) { return &verbs[verb]; }

enum { HEAD = 8, LONGEST_ROW = 24 };

/* Eight bytes as a number that orders as they do. */
static uint64_t head_of(const char *text) {
  unsigned char b[HEAD];
  memcpy(b, text, sizeof b);
  return (uint64_t)b[0] << 56 | (uint64_t)b[1] << 48 | (uint64_t)b[2] << 40 | (uint64_t)b[3] << 32 |
         (uint64_t)b[4] << 24 | (uint64_t)b[5] << 16 | (uint64_t)b[6] << 8 | b[7];
}

/* Searches the rows of a sorted table, each of which begins with its text and zeros behind. 0: it is not there. Heads
 * are compared without a branch, since no one can tell which way it would go; few rows have the same. */
static uint16_t find(const void *table, size_t row, uint16_t low, uint16_t high, const char key[LONGEST_ROW]) {
  const char *rows = table;
  uint64_t head = head_of(key);
  size_t at = low;
  for (size_t count = (size_t)(high - low), half; count > 1; count -= half) {
    half = count / 2;
    at += head_of(rows + row * (at + half)) <= head ? half : 0;
  }
  for (; at >= low && at < high && head_of(rows + row * at) == head; at--) {
    if (strcmp(key + HEAD, rows + row * at + HEAD) == 0) {
      return (uint16_t)at;
    }
  }
  return 0;
}

static uint16_t find_word(const char *word, size_t n) {
  if (n >= sizeof words[0].text || word[0] < 'a' || word[0] > 'z') {
    return 0;
  }
  char key[LONGEST_ROW] = {0};
  memcpy(key, word, n);
  return find(words, sizeof words[0], word_letters[key[0] - 'a'], word_letters[key[0] - 'a' + 1], key);
}

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/* Looks up a stem in any spelling. */
static uint16_t find_verb(const char *stem, size_t n) {
  if (n < 2 || n >= sizeof verbs[0].stem + 1 || stem[0] < 'a' || stem[0] > 'z') {
    return 0;
  }
  char key[LONGEST_ROW] = {0};
  memcpy(key, stem, n);
  char last = key[n - 1];
  if (last == key[n - 2] && !is_vowel(last)) {
    n--;
  } else if (n > 2 && !is_vowel(last) && key[n - 2] == key[n - 3] && is_vowel(key[n - 2])) {
    key[n - 2] = last;
    n--;
  }
  key[n - 1] = last == 'v' ? 'f' : last == 'z' ? 's' : last;
  key[n] = '\0';
  return find(verbs, sizeof verbs[0], verb_letters[key[0] - 'a'], verb_letters[key[0] - 'a' + 1], key);
}

static bool starts(const char *word, size_t n, const char *prefix) {
  size_t m = strlen(prefix);
  return n > m && memcmp(word, prefix, m) == 0;
}

/* Verbs with these take no ge- in the participle. */
static bool is_inseparable(const char *word, size_t n) {
  return starts(word, n, "be") || starts(word, n, "ver") || starts(word, n, "ont") || starts(word, n, "her") ||
         starts(word, n, "er") || starts(word, n, "ge") || starts(word, n, "onder") || starts(word, n, "over") ||
         starts(word, n, "voor") || starts(word, n, "door") || starts(word, n, "om");
}

static bool is_voiceless(char c) { return strchr("tkfschpx", c) != NULL; }

/* Forms of regular verbs. */
static uint8_t regular(const char *word, size_t n, uint16_t *verb) {
  char last = word[n - 1];
  bool ge = n > 4 && word[0] == 'g' && word[1] == 'e';
  if (n > 3 && last == 'n' && word[n - 2] == 'e') {
    if ((*verb = find_verb(word, n - 2))) {
      return G4_INFINITIVE | G4_PLURAL;
    }
    if (ge && (*verb = find_verb(word + 2, n - 4))) {
      return G4_PARTICIPLE;
    }
  }
  if (ge && (last == 't' || last == 'd') &&
      ((*verb = find_verb(word + 2, n - 3)) || (*verb = find_verb(word + 2, n - 2)))) {
    return G4_PARTICIPLE;
  }
  if ((last == 't' || last == 'd') && n > 3 && (*verb = find_verb(word, n - 1))) {
    bool participle = is_inseparable(word, n) && (last == 't') == is_voiceless(word[n - 2]);
    return (uint8_t)((last == 't' ? G4_THIRD : 0) | (participle ? G4_PARTICIPLE : 0));
  }
  if ((*verb = find_verb(word, n))) {
    bool participle = (last == 't' || last == 'd') && is_inseparable(word, n);
    return (uint8_t)(G4_STEM | (last == 't' ? G4_THIRD : 0) | (participle ? G4_PARTICIPLE : 0));
  }
  size_t cut = last == 'n' ? 3 : 2;
  if (n > cut + 2 && !ge && (last == 'e' || (last == 'n' && word[n - 2] == 'e')) &&
      (word[n - cut] == 'd' || word[n - cut] == 't') && !is_inseparable(word, n) &&
      (*verb = find_verb(word, n - cut)) && !(verbs[*verb].flags & (G4_VERB_MODAL | G4_VERB_LIGHT))) {
    return G4_PAST;
  }
  return 0;
}

/* By their first letter; longer ones first where one starts another. */
#define PARTICLE(word) \
  { #word, sizeof #word - 1, G4_W_##word }
static const struct {
  const char *text;
  unsigned char length;
  uint16_t word;
} particles[] = {
    PARTICLE(aan),   PARTICLE(achter),  PARTICLE(af),    PARTICLE(bijeen), PARTICLE(bij),  PARTICLE(binnen),
    PARTICLE(bloot), PARTICLE(deel),    PARTICLE(door),  PARTICLE(gelijk), PARTICLE(goed), PARTICLE(in),
    PARTICLE(klaar), PARTICLE(los),     PARTICLE(mee),   PARTICLE(na),     PARTICLE(neer), PARTICLE(omhoog),
    PARTICLE(om),    PARTICLE(onder),   PARTICLE(open),  PARTICLE(op),     PARTICLE(over), PARTICLE(plaats),
    PARTICLE(rond),  PARTICLE(recht),   PARTICLE(samen), PARTICLE(stil),   PARTICLE(stop), PARTICLE(tegemoet),
    PARTICLE(tegen), PARTICLE(terecht), PARTICLE(terug), PARTICLE(thuis),  PARTICLE(toe),  PARTICLE(uit),
    PARTICLE(vast),  PARTICLE(veilig),  PARTICLE(vol),   PARTICLE(voort),  PARTICLE(voor), PARTICLE(vrij),
    PARTICLE(weer),  PARTICLE(weg),
};
#undef PARTICLE

/* "afgeschaft": a particle and a form of a verb. */
static bool read_glued(const char *word, size_t n, g4_reading_of_word *reading) {
  for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++) {
    if (particles[i].text[0] > word[0]) {
      break;
    }
    size_t cut = particles[i].length;
    if (particles[i].text[0] < word[0] || n < cut + 3 || memcmp(word, particles[i].text, cut) != 0) {
      continue;
    }
    uint16_t irregular = find_word(word + cut, n - cut);
    if (irregular && words[irregular].verb) {
      reading->verb = words[irregular].verb;
      reading->forms = (uint8_t)words[irregular].forms;
    } else {
      reading->forms = regular(word + cut, n - cut, &reading->verb);
    }
    if (reading->forms & ~G4_STEM) {
      reading->particle = particles[i].word;
      return true;
    }
    reading->verb = 0;
    reading->forms = 0;
  }
  return false;
}

static bool ends(const char *word, size_t n, const char *ending) {
  size_t m = strlen(ending);
  return n > m + 2 && memcmp(word + n - m, ending, m) == 0;
}

/* Verbs in -eren that are in no list. */
static uint8_t foreign(const char *word, size_t n) {
  static const char *const nouns[] = {"kinderen", "goederen",  "ouderen",  "jongeren", "ieren",    "boeren", "bladeren",
                                      "kalveren", "gelederen", "liederen", "volkeren", "speleren", "anderen"};
  if (n > 7 && ends(word, n, "eren")) {
    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
      size_t m = strlen(nouns[i]);
      if (n >= m && memcmp(word + n - m, nouns[i], m) == 0) {
        return 0;
      }
    }
    return G4_INFINITIVE | G4_PLURAL;
  }
  if (ends(word, n, "eert")) {
    return G4_THIRD;
  }
  return word[0] == 'g' && word[1] == 'e' && ends(word, n, "eerd") ? G4_PARTICIPLE : 0;
}

/* "aantrekkelijker", "zuinigere": an adjective that compares. Not of what is only praised (eerlijker), nor people. */
static bool compares(const char *word, size_t n) {
  static const char *const endings[] = {"lijker", "iger", "zamer", "baarder", "iever", "ueler", "neler", "lozer"};
  static const char *const people[] = {"reiziger", "williger", "digers", "diger", "veiliger"};
  if (n > 5 && memcmp(word + n - 3, "ere", 3) == 0) {
    return !ends(word, n, "jzondere") && !ends(word, n, "lekkere") && !ends(word, n, "ndere") &&
           !ends(word, n, "ldere");
  }
  if (word[n - 1] != 'r') {
    return false;
  }
  bool ending = false;
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    ending |= ends(word, n, endings[i]);
  }
  for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
    ending &= !ends(word, n, people[i]);
  }
  if (!ending) {
    return false;
  }
  return !(words[find_word(word, n - 2)].classes & G4_VALUE);
}

bool g4_lexis_read_act(const char *word, size_t n, g4_reading_of_word *verb) {
  *verb = (g4_reading_of_word){0};
  n -= n > 8 && memcmp(word + n - 2, "en", 2) == 0 ? 2 : 0;
  if (n < 7 || n > LONGEST || memcmp(word + n - 3, "ing", 3) != 0) {
    return false;
  }
  char stem[LONGEST + 1] = {0};
  memcpy(stem, word, n - 3);
  memcpy(stem + n - 3, "t", 2);
  verb->forms = regular(stem, n - 2, &verb->verb);
  return verb->forms || read_glued(stem, n - 2, verb);
}

/* Classes that a word shows by its ending: "invoering" is of a verb, "strengere" compares. */
static uint32_t derived(const char *word, size_t n) {
  g4_reading_of_word verb;
  if (n > 6 && memcmp(word + n - 3, "ing", 3) == 0) {
    return g4_lexis_read_act(word, n, &verb) ? G4_ACT_NOUN : 0;
  }
  return n <= LONGEST && compares(word, n) ? G4_COMPARED : 0;
}

/* Latin letters with accents, U+00C0 to U+00FF, as they are looked up. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";

size_t g4_lexis_fold(const char *text, size_t n, char out[G4_LEXIS_LONGEST + 1]) {
  size_t length = 0;
  for (size_t i = 0; i < n && length < G4_LEXIS_LONGEST; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c >= 'A' && c <= 'Z') {
      out[length++] = (char)(c + 'a' - 'A');
    } else if (c < 0x80) {
      if (c != '\'') {
        out[length++] = (char)c;
      }
    } else if (c == 0xC3 && i + 1 < n) {
      out[length++] = latin[(unsigned char)text[++i] & 0x3F];
    }
  }
  out[length] = '\0';
  return length;
}

static g4_reading_of_word read_whole(const char *word, size_t n) {
  g4_reading_of_word reading = {0};
  if (n == 0 || n > LONGEST) {
    return reading;
  }
  reading.word = find_word(word, n);
  if (reading.word) {
    reading.classes = words[reading.word].classes;
    reading.verb = words[reading.word].verb;
    reading.forms = (uint8_t)words[reading.word].forms;
    return reading;
  }
  if (n < 3) {
    return reading;
  }
  reading.forms = regular(word, n, &reading.verb);
  if (!reading.forms) {
    reading.verb = 0;
    read_glued(word, n, &reading);
  }
  if (!reading.forms && (reading.forms = foreign(word, n))) {
    reading.verb = G4_V_any;
  }
  if (!reading.forms) {
    reading.classes = derived(word, n);
  }
  return reading;
}

g4_reading_of_word g4_lexis_read(const char *word, size_t n) {
  g4_reading_of_word reading = read_whole(word, n);
  const char *hyphen = memchr(word, '-', n);
  if (hyphen && n <= LONGEST && !reading.word && !reading.forms) { /* "wor-den": left over from the end of a line */
    size_t first = (size_t)(hyphen - word);
    char joined[LONGEST + 1] = {0};
    memcpy(joined, word, first);
    memcpy(joined + first, hyphen + 1, n - first - 1);
    g4_reading_of_word whole = read_whole(joined, n - 1);
    reading = whole.word || whole.forms ? whole : reading;
  }
  return reading;
}
