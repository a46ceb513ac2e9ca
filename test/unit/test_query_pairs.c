#include "query/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "unit/faults.h"

#define COUNT(texts) (sizeof(texts) / sizeof *(texts))

/* "0-1 2-0*": pairs by `before`; a star where they moved. */
static void check(const char *const *before, size_t n, const char *const *after, size_t m, const char *expected) {
  g4_pairs pairs = {0};
  g40_error err = {0};
  char text[200] = "";
  int length = 0;
  assert_int_equal(g4_pairs_find(before, n, after, m, &pairs, &err), G40_OK);
  for (size_t i = 0; i < pairs.count; i++) {
    length += snprintf(text + length, sizeof text - (size_t)length, "%s%zu-%zu%s", i ? " " : "", pairs.items[i].before,
                       pairs.items[i].after, pairs.items[i].moved ? "*" : "");
  }
  g4_vec_free(&pairs);
  assert_string_equal(text, expected);
}

static void test_pairs__the_same_text_belongs_together_before_anything_like_it(void **state) {
  (void)state;
  const char *before[] = {"Geef steden ruimte voor groen", "Maak het spoor breder"};
  const char *after[] = {"Geef steden ruimte voor veel groen", "Geef steden ruimte voor groen",
                         "Maak het spoor breder"};
  check(before, COUNT(before), after, COUNT(after), "0-1 1-2");
}

static void test_pairs__case_and_accents_do_not_matter(void **state) {
  (void)state;
  const char *before[] = {"De co\xC3\xB6rdinatie blijft"}, *after[] = {"de coordinatie  blijft"};
  check(before, 1, after, 1, "0-0");
}

static void test_pairs__the_likest_wins_and_each_has_one(void **state) {
  (void)state;
  const char *before[] = {"Bouw meer woningen bij het station van de stad"};
  const char *after[] = {"Bouw veel minder huizen bij het station van de stad", "Bouw meer woningen bij het station"};
  check(before, COUNT(before), after, COUNT(after), "0-1");
  check(after, COUNT(after), before, COUNT(before), "1-0");
}

static void test_pairs__less_than_half_in_common_is_another_text(void **state) {
  (void)state;
  const char *before[] = {"De gemeente betaalt de bibliotheek", "De school krijgt een tuin"};
  const char *after[] = {"De provincie verzorgt de dijken", "De haven krijgt walstroom"};
  check(before, COUNT(before), after, COUNT(after), "");
}

static void test_pairs__of_equal_texts_the_order_decides(void **state) {
  (void)state;
  const char *before[] = {"Lees verder", "Plant bomen langs de weg", "Lees verder"};
  const char *after[] = {"Lees verder", "Lees verder"};
  check(before, COUNT(before), after, COUNT(after), "0-0 2-1");
}

static void test_pairs__the_fewest_that_left_their_order_moved(void **state) {
  (void)state;
  const char *before[] = {"een appel", "twee peren", "drie pruimen", "vier kersen"};
  const char *after[] = {"twee peren", "drie pruimen", "vier kersen", "een appel"};
  check(before, COUNT(before), after, COUNT(after), "0-3* 1-0 2-1 3-2");
}

static void test_pairs__nothing_pairs_with_nothing(void **state) {
  (void)state;
  const char *one[] = {"", "..."};
  check(one, 0, one, 0, "");
  check(one, 2, one, 0, "");
  check(one, 2, one, 2, "0-0 1-1");
}

static void test_pairs__every_failed_allocation_is_told(void **state) {
  (void)state;
  const char *before[] = {"Geef steden ruimte", "Maak het spoor breder"};
  const char *after[] = {"Geef steden meer ruimte", "Maak het spoor breder"};
  int code = G40_NOMEM;
  for (int k = 1; code != G40_OK; k++) {
    g4_pairs pairs = {0};
    g40_error err = {0};
    faults_start(k);
    code = g4_pairs_find(before, 2, after, 2, &pairs, &err);
    faults_stop();
    assert_true(code == G40_OK || code == G40_NOMEM);
    g4_vec_free(&pairs);
    assert_true(k < 1000);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_pairs__the_same_text_belongs_together_before_anything_like_it),
      cmocka_unit_test(test_pairs__case_and_accents_do_not_matter),
      cmocka_unit_test(test_pairs__the_likest_wins_and_each_has_one),
      cmocka_unit_test(test_pairs__less_than_half_in_common_is_another_text),
      cmocka_unit_test(test_pairs__of_equal_texts_the_order_decides),
      cmocka_unit_test(test_pairs__the_fewest_that_left_their_order_moved),
      cmocka_unit_test(test_pairs__nothing_pairs_with_nothing),
      cmocka_unit_test(test_pairs__every_failed_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
