#include "lexicon/noun.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static g4_slice slice(const char *text) { return (g4_slice){text, strlen(text)}; }

static bool matches(const char *noun, const char *word) { return g4_noun_matches(slice(noun), slice(word)); }

static void test_matches__plural_and_singular_either_way(void **state) {
  (void)state;
  const char *const pairs[][2] = {
      {"gemeente", "gemeenten"},
      {"gemeente", "gemeentes"},
      {"provincie", "provincies"},
      {"ondernemer", "ondernemers"},
      {"regio", "regio's"},
      {"mkb'er", "mkb'ers"},
      {"school", "scholen"},
      {"baan", "banen"},
      {"wet", "wetten"},
      {"vakbond", "vakbonden"},
      {"bedrijf", "bedrijven"},
      {"huis", "huizen"},
      {"prijs", "prijzen"},
      {"fonds", "fondsen"},
      {"overheid", "overheden"},
      {"kabinet", "kabinetten"},
      {"directeur", "directeuren"},
      {"akkoord", "akkoorden"},
      {"werkende", "werkenden"},
      {"student", "studenten"},
      {"uur", "uren"},
      {"arbeidsmigrant", "arbeidsmigranten"},
      {"brief", "brieven"},
      {"belang", "belangen"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (!matches(pairs[i][0], pairs[i][1]) || !matches(pairs[i][1], pairs[i][0])) {
      print_error("%s, %s\n", pairs[i][0], pairs[i][1]);
    }
    assert_true(matches(pairs[i][0], pairs[i][1]));
    assert_true(matches(pairs[i][1], pairs[i][0]));
  }
}

static void test_matches__other_words_do_not(void **state) {
  (void)state;
  const char *const pairs[][2] = {{"ouderen", "ouder"},   {"ouder", "ouderen"}, {"werkenden", "werkend"},
                                  {"wet", "weten"},       {"ez", "ezen"},       {"burgemeester", "burgemeesteren"},
                                  {"gemeente", "gemeen"}, {"huis", "hui"},      {"campus", "campu"},
                                  {"school", "schol"},    {"leiden", "leide's"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (matches(pairs[i][0], pairs[i][1])) {
      print_error("%s, %s\n", pairs[i][0], pairs[i][1]);
    }
    assert_false(matches(pairs[i][0], pairs[i][1]));
  }
}

static void test_forms__the_word_itself_comes_first_and_each_once(void **state) {
  (void)state;
  g4_noun_form forms[G4_NOUN_FORMS];
  size_t count = g4_noun_forms(slice("gemeenten"), forms);
  assert_true(count > 2 && count <= G4_NOUN_FORMS);
  assert_memory_equal(forms[0].text, "gemeenten", 9);
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < i; k++) {
      assert_false(forms[i].length == forms[k].length && memcmp(forms[i].text, forms[k].text, forms[i].length) == 0);
    }
  }
}

static void test_forms__short_and_long_words(void **state) {
  (void)state;
  g4_noun_form forms[G4_NOUN_FORMS];
  char word[G4_NOUN_LONGEST + 1];
  memset(word, 's', sizeof word);
  assert_int_equal(g4_noun_forms(slice(""), forms), 0);
  assert_int_equal(g4_noun_forms(slice("en"), forms), 1);
  assert_int_equal(g4_noun_forms((g4_slice){word, G4_NOUN_LONGEST + 1}, forms), 0);
  memset(word, 'a', sizeof word);
  memcpy(word + G4_NOUN_LONGEST - 4, "heid", 4);
  assert_true(g4_noun_forms((g4_slice){word, G4_NOUN_LONGEST}, forms) > 2);
  assert_true(g4_noun_matches((g4_slice){word, G4_NOUN_LONGEST + 1}, (g4_slice){word, G4_NOUN_LONGEST + 1}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_matches__plural_and_singular_either_way),
      cmocka_unit_test(test_matches__other_words_do_not),
      cmocka_unit_test(test_forms__the_word_itself_comes_first_and_each_once),
      cmocka_unit_test(test_forms__short_and_long_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
