#include "text/compounds.h"

#include <string.h>

#include "text/chars.h"

static bool is_one_of(const char *word, size_t n, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t k = 0;
    while (k < n && list[i][k] && g4_ascii_lower(word[k]) == list[i][k]) {
      k++;
    }
    if (k == n && !list[i][k]) {
      return true;
    }
  }
  return false;
}

#define IS_ONE_OF(word, n, list) is_one_of(word, n, list, sizeof(list) / sizeof(list)[0])

bool g4_compound_is_open(const char *left, size_t left_length, const char *right, size_t right_length) {
  static const char *const links[] = {"en", "of", "noch", "als"};
  static const char *const no_part[] = {"zo", "even", "als"}; /* zo-als, als-of */
  return IS_ONE_OF(right, right_length, links) && !IS_ONE_OF(left, left_length, no_part);
}

static size_t upper_case(const char *word, size_t n) {
  size_t count = 0;
  for (size_t i = 0; i < n; i++) {
    count += word[i] >= 'A' && word[i] <= 'Z';
  }
  return count;
}

static bool has_vowel(const char *word, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (!g4_ascii_is_letter(word[i]) || strchr("aeiouy", g4_ascii_lower(word[i]))) {
      return true; /* an accented letter is one */
    }
  }
  return false;
}

/* Two vowels that would be read as one sound: zee-egel, auto-ongeluk. Where a line breaks a word the trema is lost
 * (be-indigen, co-ordinatie, financi-ele): those have short first parts or an i. */
static bool vowels_clash(const char *left, size_t left_length, char first) {
  static const char *const pairs[] = {"aa", "ai", "au", "ee", "ei", "eu", "oe", "oi", "oo", "ou", "ui", "uu"};
  const char pair[2] = {g4_ascii_lower(left[left_length - 1]), g4_ascii_lower(first)};
  return left_length > 3 && IS_ONE_OF(pair, 2, pairs);
}

bool g4_compound_has_hyphen(const char *left, size_t left_length, const char *right, size_t right_length) {
  /* Abbreviations that are no syllables, adjectives that stand beside each other, points of the compass. */
  static const char *const firsts[] = {"aow",         "cao",
                                       "havo",        "hbo",
                                       "ict",         "mbo",
                                       "niet",        "non",
                                       "ov",          "pabo",
                                       "uwv",         "vmbo",
                                       "vwo",         "wao",
                                       "wia",         "bestuurlijk",
                                       "christelijk", "cultureel",
                                       "economisch",  "financieel",
                                       "fiscaal",     "historisch",
                                       "joods",       "juridisch",
                                       "liberaal",    "maatschappelijk",
                                       "medisch",     "politiek",
                                       "privaat",     "publiek",
                                       "ruimtelijk",  "sociaal",
                                       "technisch",   "wetenschappelijk",
                                       "noord",       "oost",
                                       "west",        "zuid"};
  static const char *const seconds[] = {"up", "ups"};
  size_t capitals = upper_case(left, left_length);
  if (upper_case(right, 1)) { /* NOORD-HOLLAND, but ORGANI-SATIE */
    return !(capitals == left_length && left_length > 3 && upper_case(right, right_length) == right_length);
  }
  return left_length == 1 || capitals > 1 || !has_vowel(left, left_length) || IS_ONE_OF(left, left_length, firsts) ||
         vowels_clash(left, left_length, right[0]) || IS_ONE_OF(right, right_length, seconds);
}
