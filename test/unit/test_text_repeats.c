#include "text/repeats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/faults.h"

static void test_add__counts_what_stands_near(void **state) {
  (void)state;
  g4_repeats repeats = {0};
  assert_null(g4_repeats_get(&repeats, 7));
  assert_true(g4_repeats_add(&repeats, 7, (g4_occurrence){100, 1, 0, false}));
  assert_true(g4_repeats_add(&repeats, 7, (g4_occurrence){200, 2, 0, true}));   /* the next page */
  assert_true(g4_repeats_add(&repeats, 7, (g4_occurrence){300, 9, 40, false})); /* far */
  assert_true(g4_repeats_add(&repeats, 7, (g4_occurrence){400, 20, 42, true})); /* its number goes on */
  const g4_repeat *entry = g4_repeats_get(&repeats, 7);
  assert_non_null(entry);
  assert_int_equal(entry->count, 4);
  assert_int_equal(entry->near, 2);
  assert_int_equal(entry->glued, 2);
  assert_int_equal(entry->first, 100);
  assert_int_equal(entry->last, 400);
  assert_null(g4_repeats_get(&repeats, 9));
  g4_repeats_free(&repeats);
}

static void test_add__grows_and_keeps_all(void **state) {
  (void)state;
  g4_repeats repeats = {0};
  for (uint64_t hash = 1; hash < 4000; hash += 2) {
    assert_true(g4_repeats_add(&repeats, hash * UINT64_C(0x9E3779B97F4A7C15) | 1,
                               (g4_occurrence){(uint32_t)hash, 0, 0, false}));
  }
  for (uint64_t hash = 1; hash < 4000; hash += 2) {
    const g4_repeat *entry = g4_repeats_get(&repeats, hash * UINT64_C(0x9E3779B97F4A7C15) | 1);
    assert_non_null(entry);
    assert_int_equal(entry->first, hash);
  }
  g4_repeats_free(&repeats);
}

static void test_add__says_when_memory_runs_out(void **state) {
  (void)state;
  g4_repeats repeats = {0};
  faults_start(1);
  bool added = g4_repeats_add(&repeats, 7, (g4_occurrence){0, 0, 0, false});
  faults_stop();
  assert_false(added);
  g4_repeats_free(&repeats);
}

static void test_goes_on__upwards_and_not_far(void **state) {
  (void)state;
  assert_true(g4_goes_on(5, 4, 2));
  assert_true(g4_goes_on(6, 4, 2));
  assert_false(g4_goes_on(7, 4, 2));
  assert_false(g4_goes_on(4, 4, 2));
  assert_false(g4_goes_on(3, 4, 2));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_add__counts_what_stands_near),
      cmocka_unit_test(test_add__grows_and_keeps_all),
      cmocka_unit_test(test_add__says_when_memory_runs_out),
      cmocka_unit_test(test_goes_on__upwards_and_not_far),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
