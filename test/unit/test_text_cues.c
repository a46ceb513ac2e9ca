#include "text/cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static g4_abbreviation of(const char *word) { return g4_abbreviation_of(word, strlen(word)); }

static void test_abbreviation__with_and_without_dots_in_any_case(void **state) {
  (void)state;
  assert_int_equal(of("bijv"), G4_ABBREVIATION_INNER);
  assert_int_equal(of("Bijv"), G4_ABBREVIATION_INNER);
  assert_int_equal(of("d.w.z"), G4_ABBREVIATION_INNER);
  assert_int_equal(of("dwz"), G4_ABBREVIATION_INNER);
  assert_int_equal(of("o.a"), G4_ABBREVIATION_INNER);
  assert_int_equal(of("art"), G4_ABBREVIATION_NUMBER);
  assert_int_equal(of("nr"), G4_ABBREVIATION_NUMBER);
  assert_int_equal(of("e.d"), G4_ABBREVIATION_OPEN);
  assert_int_equal(of("enz"), G4_ABBREVIATION_OPEN);
}

static void test_abbreviation__words_are_none(void **state) {
  (void)state;
  static const char *const words[] = {"om", "as", "wonen", "regio", "", ".", "een-heel-lang-woord-zonder-punt"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    assert_int_equal(of(words[i]), G4_ABBREVIATION_NONE);
  }
}

/* The lists are searched by halves: every one of these must be found, whatever stands around it. */
static void test_lists__are_in_order(void **state) {
  (void)state;
  static const char *const inner[] = {"adhv", "ca", "drs", "mevr", "prof", "zgn", "zsm"};
  static const char *const function[] = {"als", "de", "het", "of", "van", "via", "zonder"};
  static const char *const opening[] = {"Aan", "Daarom", "De", "Het", "Ook", "We", "Zonder"};
  for (size_t i = 0; i < 7; i++) {
    assert_int_equal(of(inner[i]), G4_ABBREVIATION_INNER);
    assert_true(g4_is_function_word(function[i], strlen(function[i])));
    assert_true(g4_is_opening_word(opening[i], strlen(opening[i])));
  }
}

static void test_words__their_case_counts_where_it_must(void **state) {
  (void)state;
  assert_true(g4_is_function_word("EN", 2));
  assert_false(g4_is_function_word("aan", 3)); /* pak misbruik aan */
  assert_false(g4_is_opening_word("de", 2));
  assert_false(g4_is_opening_word("Groningen", 9));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_abbreviation__with_and_without_dots_in_any_case),
      cmocka_unit_test(test_abbreviation__words_are_none),
      cmocka_unit_test(test_lists__are_in_order),
      cmocka_unit_test(test_words__their_case_counts_where_it_must),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
