#include "index/analyser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/map.h"
#include "faults.h"

static g4_analyser *analyser;

static int make(void **state) {
  (void)state;
  g40_error err;
  analyser = g4_analyser_new(&err);
  return analyser ? 0 : -1;
}

static int drop(void **state) {
  (void)state;
  g4_analyser_free(analyser);
  return 0;
}

/* "whole=part+part" */
static void expect(const char *word, const char *expected) {
  g40_error err = {0};
  g4_buf found = {0};
  size_t n;
  const g4_word_terms *terms = g4_analyse(analyser, word, strlen(word), &err);
  assert_non_null(terms);
  if (terms->count) {
    const char *whole = g4_analyser_term(analyser, terms->whole, &n);
    g4_buf_add(&found, whole, n);
  }
  for (uint32_t i = 0; i < terms->count && terms->count > 1; i++) {
    const char *part = g4_analyser_term(analyser, terms->parts[i], &n);
    g4_buf_add_text(&found, i ? "+" : "=");
    g4_buf_add(&found, part, n);
  }
  assert_string_equal(g4_buf_text(&found), expected);
  g4_buf_free(&found);
}

static void test_analyse__forms_of_a_word_are_one_term(void **state) {
  (void)state;
  expect("gemeenten", "gemeent");
  expect("Gemeente", "gemeent");
  expect("bedrijven", "bedrijf");
  expect("bedrijf", "bedrijf");
  expect("huizen", "huis");
  expect("steden", "stad");
  expect("co\xC3\xB6rdinatie", "coordinatie");
}

static void test_analyse__compounds_are_opened(void **state) {
  (void)state;
  expect("netcongestie", "netcongestie=net+congestie");
  expect("arbeidsmarktregio's", "arbeidsmarktregio=arbeidsmarkt+regio");
  expect("arbeidsmarkt-regio", "arbeidsmarktregio=arbeidsmarkt+regio");
  expect("bedrijventerreinen", "bedrijventerrein=bedrijf+terrein");
  expect("mkb-ondernemers", "mkbondernemer=mkb+ondernemer");
}

static void test_analyse__words_that_are_more_frequent_than_their_parts_stay_whole(void **state) {
  (void)state;
  expect("onderwijs", "onderwijs");
  expect("overheid", "over");
  expect("voorzien", "voorzien");
}

static void test_analyse__names_and_numbers_as_people_type_them(void **state) {
  (void)state;
  expect(
      "mkb\xE2\x80\x99"
      "ers",
      "mkb");
  expect("mkb'er", "mkb");
  expect("'s-Hertogenbosch", "hertogenbosch");
  expect("I&W", "i&w");
  expect("D66", "d66");
  expect("100.000", "100000");
  expect("15%", "15");
  expect("1,5", "1,5");
  expect("'s", "");
}

static void test_analyse__a_very_long_word_is_cut_at_a_code_point(void **state) {
  (void)state;
  g40_error err = {0};
  char word[2000];
  for (size_t i = 0; i + 2 <= sizeof word; i += 2) {
    memcpy(word + i, "\xD0\xB6", 2); /* a letter of two bytes */
  }
  size_t n;
  const g4_word_terms *terms = g4_analyse(analyser, word + 0, sizeof word, &err);
  assert_non_null(terms);
  g4_analyser_term(analyser, terms->whole, &n);
  assert_true(n <= G4_TERM_LONGEST && n % 2 == 0);
}

static void test_analyse__failing_allocations_leave_it_usable(void **state) {
  (void)state;
  g40_error err = {0};
  for (long k = 1; k < 40; k++) {
    faults_start(k);
    g4_analyser *one = g4_analyser_new(&err);
    const g4_word_terms *terms = one ? g4_analyse(one, "woningbouwopgave", 16, &err) : NULL;
    faults_stop();
    assert_true(terms || err.code == G40_NOMEM);
    if (one) {
      assert_non_null(g4_analyse(one, "woningbouwopgave", 16, &err));
    }
    g4_analyser_free(one);
  }
}

static void test_fingerprint__is_the_same_for_the_same_analyser(void **state) {
  (void)state;
  g40_error err = {0};
  char a[G4_FINGERPRINT], b[G4_FINGERPRINT];
  g4_analyser *other = g4_analyser_new(&err);
  assert_non_null(other);
  assert_int_equal(g4_analyser_fingerprint(analyser, a, &err), G40_OK);
  assert_int_equal(g4_analyser_fingerprint(other, b, &err), G40_OK);
  assert_string_equal(a, b);
  assert_int_equal(strlen(a), 16);
  g4_analyser_free(other);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_analyse__forms_of_a_word_are_one_term),
      cmocka_unit_test(test_analyse__compounds_are_opened),
      cmocka_unit_test(test_analyse__words_that_are_more_frequent_than_their_parts_stay_whole),
      cmocka_unit_test(test_analyse__names_and_numbers_as_people_type_them),
      cmocka_unit_test(test_analyse__a_very_long_word_is_cut_at_a_code_point),
      cmocka_unit_test(test_analyse__failing_allocations_leave_it_usable),
      cmocka_unit_test(test_fingerprint__is_the_same_for_the_same_analyser),
  };
  return cmocka_run_group_tests(tests, make, drop);
}
