#include "text/offsets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_origin__of_an_empty_map_is_the_offset_itself(void **state) {
  (void)state;
  g4_offsets map = {0};
  assert_int_equal(g4_offsets_origin(&map, 7), 7);
  g4_offsets_free(&map);
}

static void test_add__leaves_out_what_moves_in_step(void **state) {
  (void)state;
  g4_offsets map = {0};
  assert_true(g4_offsets_add(&map, 0, 10));
  assert_true(g4_offsets_add(&map, 5, 15));
  assert_int_equal(map.count, 1);
  assert_true(g4_offsets_add(&map, 6, 20));
  assert_int_equal(map.count, 2);
  assert_true(g4_offsets_add(&map, 6, 21)); /* nothing came in between: the later one counts */
  assert_int_equal(map.count, 2);
  assert_int_equal(g4_offsets_origin(&map, 5), 15);
  assert_int_equal(g4_offsets_origin(&map, 6), 21);
  assert_int_equal(g4_offsets_origin(&map, 9), 24);
  g4_offsets_free(&map);
}

static void test_origin__never_passes_the_next_run(void **state) {
  (void)state;
  g4_offsets map = {0}; /* one byte became three */
  assert_true(g4_offsets_add(&map, 0, 0));
  assert_true(g4_offsets_add(&map, 3, 1));
  assert_int_equal(g4_offsets_origin(&map, 0), 0);
  assert_int_equal(g4_offsets_origin(&map, 2), 1);
  assert_int_equal(g4_offsets_origin(&map, 3), 1);
  g4_offsets_free(&map);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_origin__of_an_empty_map_is_the_offset_itself),
      cmocka_unit_test(test_add__leaves_out_what_moves_in_step),
      cmocka_unit_test(test_origin__never_passes_the_next_run),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
