#include "coding/figure_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_a_number_as_dutch_writes_it(void **state) {
  (void)state;
  assert_true(g4_figure_agrees("15%", 15));
  assert_true(g4_figure_agrees("100.000 woningen", 100000));
  assert_true(g4_figure_agrees("1.250.000", 1250000));
  assert_true(g4_figure_agrees("1,5 miljard euro", 1.5e9));
  assert_true(g4_figure_agrees("1,5 miljard euro", 1.5));
  assert_true(g4_figure_agrees("2.5", 2.5));
  assert_true(g4_figure_agrees("-3 graden", -3));
  assert_true(g4_figure_agrees("tussen 2 en 3 mln", 3000000));
  assert_true(g4_figure_agrees("0,1", 0.1));
}

static void test_another_number_does_not_agree(void **state) {
  (void)state;
  assert_false(g4_figure_agrees("15%", 51));
  assert_false(g4_figure_agrees("15%", 0.15));
  assert_false(g4_figure_agrees("100.000", 100));
  assert_false(g4_figure_agrees("1,5 miljard", 1500));
  assert_false(g4_figure_agrees("12", 1));
}

static void test_words_without_a_digit_say_nothing_against_it(void **state) {
  (void)state;
  assert_true(g4_figure_agrees("een derde", 0.333));
  assert_true(g4_figure_agrees("", 7));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_number_as_dutch_writes_it),
                                     cmocka_unit_test(test_another_number_does_not_agree),
                                     cmocka_unit_test(test_words_without_a_digit_say_nothing_against_it)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
