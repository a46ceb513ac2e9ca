#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static void test_alloc__memory_is_zeroed_and_aligned(void **state) {
  (void)state;
  g4_arena arena = {0};
  static const unsigned char zeros[100];
  for (size_t size = 0; size <= sizeof zeros; size++) {
    unsigned char *memory = g4_arena_alloc(&arena, size);
    assert_non_null(memory);
    assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
    assert_memory_equal(memory, zeros, size);
    memset(memory, 0xAA, size); /* must not show in the next piece */
  }
  g4_arena_free(&arena);
}

static void test_alloc__pieces_do_not_overlap(void **state) {
  (void)state;
  enum { COUNT = 500 };
  g4_arena arena = {0};
  unsigned char *pieces[COUNT];
  for (size_t i = 0; i < COUNT; i++) {
    pieces[i] = g4_arena_alloc(&arena, i);
    assert_non_null(pieces[i]);
    memset(pieces[i], (int)(i & 0xFF), i);
  }
  for (size_t i = 0; i < COUNT; i++) {
    for (size_t j = 0; j < i; j++) {
      assert_int_equal(pieces[i][j], i & 0xFF);
    }
  }
  g4_arena_free(&arena);
}

static void test_alloc__a_piece_larger_than_any_chunk_fits(void **state) {
  (void)state;
  g4_arena arena = {0};
  const size_t large = (size_t)1 << 20;
  char *small = g4_arena_strdup(&arena, "klein");
  char *memory = g4_arena_alloc(&arena, large);
  assert_non_null(memory);
  memset(memory, 'x', large);
  assert_string_equal(small, "klein");
  assert_non_null(g4_arena_alloc(&arena, 1));
  g4_arena_free(&arena);
}

static void test_alloc__sizes_that_overflow_are_refused(void **state) {
  (void)state;
  g4_arena arena = {0};
  assert_null(g4_arena_alloc(&arena, SIZE_MAX));
  assert_null(g4_arena_alloc(&arena, SIZE_MAX - 2 * _Alignof(max_align_t)));
  assert_null(g4_arena_strndup(&arena, "x", SIZE_MAX));
  assert_non_null(g4_arena_strdup(&arena, "still works"));
  g4_arena_free(&arena);
}

static void test_array__the_product_is_checked(void **state) {
  (void)state;
  g4_arena arena = {0};
  assert_null(g4_arena_array(&arena, SIZE_MAX / 2, 3));
  assert_non_null(g4_arena_array(&arena, 0, 8));
  assert_non_null(g4_arena_array(&arena, 8, 0));
  int64_t *numbers = g4_arena_array(&arena, 3, sizeof *numbers);
  assert_non_null(numbers);
  assert_true(numbers[0] == 0 && numbers[1] == 0 && numbers[2] == 0);
  g4_arena_free(&arena);
}

static void test_strndup__takes_n_bytes_and_ends_them(void **state) {
  (void)state;
  g4_arena arena = {0};
  assert_string_equal(g4_arena_strndup(&arena, "Economische Zaken", 11), "Economische");
  assert_string_equal(g4_arena_strndup(&arena, NULL, 0), "");
  assert_memory_equal(g4_arena_strndup(&arena, "a\0b", 3), "a\0b", 4);
  assert_string_equal(g4_arena_strdup(&arena, ""), "");
  g4_arena_free(&arena);
}

static void test_alloc__out_of_memory_leaves_the_arena_usable(void **state) {
  (void)state;
  g4_arena arena = {0};
  faults_start(1);
  void *first = g4_arena_alloc(&arena, 8);
  void *second = g4_arena_alloc(&arena, 8);
  assert_int_equal(faults_stop(), 2);
  assert_null(first);
  assert_non_null(second);
  const size_t beyond_first_chunk = 4096;
  faults_start(1);
  assert_null(g4_arena_strndup(&arena, "x", beyond_first_chunk));
  assert_int_equal(faults_stop(), 1);
  g4_arena_free(&arena);
}

static void test_free__an_empty_arena_and_twice(void **state) {
  (void)state;
  g4_arena arena = {0};
  g4_arena_free(&arena);
  assert_non_null(g4_arena_alloc(&arena, 1));
  g4_arena_free(&arena);
  g4_arena_free(&arena);
  assert_null(arena.chunks);
  assert_non_null(g4_arena_alloc(&arena, 1)); /* empty again, so usable again */
  g4_arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_alloc__memory_is_zeroed_and_aligned),
      cmocka_unit_test(test_alloc__pieces_do_not_overlap),
      cmocka_unit_test(test_alloc__a_piece_larger_than_any_chunk_fits),
      cmocka_unit_test(test_alloc__sizes_that_overflow_are_refused),
      cmocka_unit_test(test_array__the_product_is_checked),
      cmocka_unit_test(test_strndup__takes_n_bytes_and_ends_them),
      cmocka_unit_test(test_alloc__out_of_memory_leaves_the_arena_usable),
      cmocka_unit_test(test_free__an_empty_arena_and_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
