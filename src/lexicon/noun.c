#include "lexicon/noun.h"

#include <string.h>

/* The shortest word that is taken for a plural or put into one: "wet". */
enum { SHORTEST = 3 };

typedef struct {
  g4_noun_form *items;
  size_t count;
} form_list;

static void add(form_list *list, const char *stem, size_t n, const char *ending) {
  size_t m = strlen(ending);
  if (list->count == G4_NOUN_FORMS || n + m > sizeof list->items[0].text) {
    return;
  }
  g4_noun_form *form = &list->items[list->count];
  memcpy(form->text, stem, n);
  memcpy(form->text + n, ending, m);
  form->length = n + m;
  for (size_t i = 0; i < list->count; i++) {
    if (list->items[i].length == form->length && memcmp(list->items[i].text, form->text, form->length) == 0) {
      return;
    }
  }
  list->count++;
}

static bool is_vowel(char c) { return c && strchr("aeiou", c) != NULL; }

static bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

static bool ends(const char *word, size_t n, const char *ending) {
  size_t m = strlen(ending);
  return n >= m && memcmp(word + n - m, ending, m) == 0;
}

static bool ends_in_one_of(const char *word, size_t n, const char *const *endings, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (ends(word, n, endings[i])) {
      return true;
    }
  }
  return false;
}

/* school, baan: a doubled vowel before the last consonant. */
static bool ends_long(const char *word, size_t n) {
  return n >= 3 && is_consonant(word[n - 1]) && word[n - 2] == word[n - 3] && is_vowel(word[n - 2]) &&
         word[n - 2] != 'i';
}

/* wet, vak: one vowel before the last consonant. */
static bool ends_short(const char *word, size_t n) {
  return n >= 2 && is_consonant(word[n - 1]) && is_vowel(word[n - 2]) && (n < 3 || !is_vowel(word[n - 3])) &&
         !strchr("wxj", word[n - 1]);
}

static char voiced(char c) { return c == 'f' ? 'v' : c == 's' ? 'z' : c; }

static char voiceless(char c) { return c == 'v' ? 'f' : c == 'z' ? 's' : c; }

/* The stem with another last letter, and `ending`. */
static void add_changed(form_list *list, const char *stem, size_t n, char last, const char *ending) {
  char changed[G4_NOUN_LONGEST + 1];
  memcpy(changed, stem, n);
  changed[n - 1] = last;
  add(list, changed, n, ending);
}

/* scholen, wetten, bedrijven, bonden, overheden. */
static void add_plurals_in_en(form_list *list, const char *word, size_t n) {
  static const char *const unstressed[] = {"er", "el", "em", "en", "aar", "aard", "ie"};
  if (ends(word, n, "heid")) {
    add(list, word, n - 3, "eden");
  }
  if (!is_consonant(word[n - 1]) || ends_in_one_of(word, n, unstressed, sizeof unstressed / sizeof *unstressed)) {
    return;
  }
  char last = word[n - 1];
  char doubled[] = {last, 'e', 'n', '\0'};
  add(list, word, n, ends_short(word, n) ? doubled : "en");
  if (ends_long(word, n)) {
    char open[] = {voiced(last), 'e', 'n', '\0'};
    add(list, word, n - 2, open);
    open[0] = last;
    add(list, word, n - 2, open);
  } else if (voiced(last) != last) {
    add_changed(list, word, n, voiced(last), "en");
  }
}

static void add_plurals(form_list *list, const char *word, size_t n) {
  if (word[n - 1] != 's' && word[n - 1] != 'x' && word[n - 1] != 'z') {
    add(list, word, n, "s");
  }
  add(list, word, n, "'s");
  if (word[n - 1] == 'e') {
    add(list, word, n, "n");
  }
  add_plurals_in_en(list, word, n);
}

/* The stem is what stands before -en. Ouderen, werkenden are no plurals of a word without -e. */
static void add_singulars_of_en(form_list *list, const char *stem, size_t n) {
  static const char *const nominal[] = {"er", "end"};
  if (n < 2 || !is_consonant(stem[n - 1]) || ends_in_one_of(stem, n, nominal, 2)) {
    return;
  }
  char last = stem[n - 1];
  if (ends(stem, n, "hed")) {
    add(list, stem, n - 2, "eid");
  } else if (last == stem[n - 2]) {
    add(list, stem, n - 1, "");
  } else if (ends_short(stem, n)) { /* schol, ban: the syllable closes, and the vowel doubles */
    char closed[] = {stem[n - 2], voiceless(last), '\0'};
    add(list, stem, n - 1, closed);
  } else {
    add_changed(list, stem, n, voiceless(last), "");
  }
}

static void add_singulars(form_list *list, const char *word, size_t n) {
  if (ends(word, n, "'s")) {
    add(list, word, n - 2, "");
  } else if (word[n - 1] == 's' && word[n - 2] != 's' && !ends(word, n, "us") && !ends(word, n, "is")) {
    add(list, word, n - 1, "");
  }
  if (ends(word, n, "en")) {
    add(list, word, n - 1, "");
    add_singulars_of_en(list, word, n - 2);
  }
}

size_t g4_noun_forms(g4_slice word, g4_noun_form forms[G4_NOUN_FORMS]) {
  form_list list = {forms, 0};
  if (!word.length || word.length > G4_NOUN_LONGEST) {
    return 0;
  }
  add(&list, word.text, word.length, "");
  if (word.length >= SHORTEST) {
    add_plurals(&list, word.text, word.length);
    add_singulars(&list, word.text, word.length);
  }
  return list.count;
}

bool g4_noun_matches(g4_slice noun, g4_slice word) {
  if (g4_slice_equal(noun, word)) {
    return true;
  }
  g4_noun_form forms[G4_NOUN_FORMS];
  size_t count = g4_noun_forms(noun, forms);
  for (size_t i = 0; i < count; i++) {
    if (g4_slice_equal((g4_slice){forms[i].text, forms[i].length}, word)) {
      return true;
    }
  }
  return false;
}
