#include "lexicon/phrases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static int fill(g4_phrases *phrases, g40_error *err) {
  static const char *const words[] = {
      "arbeid", "om- en bijscholing", "arbeid en zorg", "I&W", "mkb'ers", "arbeid", "coördinatie", ""};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof words / sizeof *words && code == G40_OK; i++) {
    code = g4_phrases_add(phrases, words[i], i, err);
  }
  return code;
}

static void note(void *context, size_t value) {
  char *line = context;
  snprintf(line + strlen(line), 100 - strlen(line), "%zu ", value);
}

static void check(const char *text, const char *values) {
  g4_phrases phrases = {0};
  g40_error err = {0};
  char line[100] = "";
  assert_int_equal(fill(&phrases, &err), G40_OK);
  assert_int_equal(g4_phrases_find(&phrases, text, strlen(text), note, line, &err), G40_OK);
  assert_string_equal(line, values);
  g4_phrases_free(&phrases);
}

static void test_phrases__the_longest_at_a_place_counts_and_none_inside_it(void **state) {
  (void)state;
  check("Wij willen arbeid en zorg verbinden.", "2 ");
  check("Arbeid en scholing, arbeid en zorg", "0 5 2 ");
}

static void test_phrases__are_whole_words_in_any_case_and_accent(void **state) {
  (void)state;
  check("arbeidsmarkt en Arbeidsrecht", "");
  check("COORDINATIE van I&W en de MKB’ers", "6 3 4 ");
}

static void test_phrases__hyphens_and_spaces_count_as_words_do(void **state) {
  (void)state;
  check("geld voor om- en bijscholing", "1 ");
}

static void test_phrases__nothing_is_found_in_nothing(void **state) {
  (void)state;
  check("", "");
  check("  ,.!", "");
}

static void test_phrases__every_failed_allocation_is_told(void **state) {
  (void)state;
  static const char text[] = "arbeid en zorg, coördinatie";
  for (long k = 1;; k++) {
    g4_phrases phrases = {0};
    g40_error err = {0};
    char line[100] = "";
    faults_start(k);
    int code = fill(&phrases, &err);
    if (code == G40_OK) {
      code = g4_phrases_find(&phrases, text, strlen(text), note, line, &err);
    }
    bool failed = faults_stop() >= k;
    assert_int_equal(code, failed ? G40_NOMEM : G40_OK);
    g4_phrases_free(&phrases);
    if (!failed) {
      assert_string_equal(line, "2 6 ");
      break;
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_phrases__the_longest_at_a_place_counts_and_none_inside_it),
                                     cmocka_unit_test(test_phrases__are_whole_words_in_any_case_and_accent),
                                     cmocka_unit_test(test_phrases__hyphens_and_spaces_count_as_words_do),
                                     cmocka_unit_test(test_phrases__nothing_is_found_in_nothing),
                                     cmocka_unit_test(test_phrases__every_failed_allocation_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
