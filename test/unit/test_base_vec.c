#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/faults.h"

typedef struct {
  int start, end;
} span;

typedef G4_VEC(span) spans;

static void test_push__items_stay_in_order_while_it_grows(void **state) {
  (void)state;
  spans vec = {0};
  for (int i = 0; i < 1000; i++) {
    assert_true(g4_vec_push(&vec, (span){i, i + 1}));
    assert_int_equal(vec.count, i + 1);
    assert_true(vec.capacity >= vec.count);
  }
  for (int i = 0; i < 1000; i++) {
    assert_int_equal(vec.items[i].start, i);
    assert_int_equal(vec.items[i].end, i + 1);
  }
  g4_vec_free(&vec);
}

static void test_reserve__makes_room_for_one_and_adds_nothing(void **state) {
  (void)state;
  spans vec = {0};
  assert_true(g4_vec_reserve(&vec));
  assert_int_equal(vec.count, 0);
  size_t capacity = vec.capacity;
  assert_true(capacity >= 1);
  assert_true(g4_vec_reserve(&vec)); /* there is room already */
  assert_int_equal(vec.capacity, capacity);
  g4_vec_free(&vec);
}

static void test_push__out_of_memory_changes_nothing(void **state) {
  (void)state;
  spans vec = {0};
  faults_start(1);
  bool pushed = g4_vec_push(&vec, (span){1, 2});
  assert_int_equal(faults_stop(), 1);
  assert_false(pushed);
  assert_null(vec.items);

  int full = 0;
  do {
    assert_true(g4_vec_push(&vec, (span){full, 0}));
    full++;
  } while (vec.count < vec.capacity);
  faults_start(1);
  pushed = g4_vec_push(&vec, (span){-1, -1});
  assert_int_equal(faults_stop(), 1);
  assert_false(pushed);
  assert_int_equal(vec.count, full);
  assert_int_equal(vec.items[full - 1].start, full - 1);
  assert_true(g4_vec_push(&vec, (span){-1, -1}));
  g4_vec_free(&vec);
}

static void test_make_room__sizes_that_overflow_are_refused(void **state) {
  (void)state;
  void *items = NULL;
  size_t capacity = SIZE_MAX / 2 + 1;
  faults_start(0);
  assert_false(g4_vec_make_room(&items, capacity, &capacity, 1));
  assert_int_equal(capacity, SIZE_MAX / 2 + 1);
  capacity = SIZE_MAX / 16;
  assert_false(g4_vec_make_room(&items, capacity, &capacity, 16));
  assert_int_equal(capacity, SIZE_MAX / 16);
  assert_int_equal(faults_stop(), 0); /* refused before memory was asked for */
  assert_null(items);
}

static void test_free__leaves_an_empty_vector(void **state) {
  (void)state;
  spans vec = {0};
  g4_vec_free(&vec);
  assert_true(g4_vec_push(&vec, (span){1, 2}));
  g4_vec_free(&vec);
  g4_vec_free(&vec);
  assert_null(vec.items);
  assert_int_equal(vec.count, 0);
  assert_int_equal(vec.capacity, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_push__items_stay_in_order_while_it_grows),
      cmocka_unit_test(test_reserve__makes_room_for_one_and_adds_nothing),
      cmocka_unit_test(test_push__out_of_memory_changes_nothing),
      cmocka_unit_test(test_make_room__sizes_that_overflow_are_refused),
      cmocka_unit_test(test_free__leaves_an_empty_vector),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
