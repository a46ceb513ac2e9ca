#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

enum { MANY = 1000 };

/* MANY different keys that outlive a map. */
static char keys[MANY][16];

static int make_keys(void **state) {
  (void)state;
  for (int i = 0; i < MANY; i++) {
    snprintf(keys[i], sizeof keys[i], "k%d", i);
  }
  return 0;
}

static void test_get__nothing_is_in_an_empty_map(void **state) {
  (void)state;
  g4_map map = {0};
  size_t value = 7;
  assert_false(g4_map_get(&map, "EZ", 2, &value));
  assert_false(g4_map_get(&map, "", 0, &value));
  assert_int_equal(value, 7);
  g4_map_free(&map);
}

static void test_put__every_key_is_found_again_and_no_other(void **state) {
  (void)state;
  g4_map map = {0};
  for (size_t i = 0; i < MANY; i++) {
    assert_true(g4_map_put(&map, keys[i], strlen(keys[i]), i));
  }
  assert_int_equal(map.count, MANY);
  for (size_t i = 0; i < MANY; i++) {
    size_t value = MANY;
    char copy[sizeof keys[i]]; /* equal bytes, another address */
    memcpy(copy, keys[i], sizeof copy);
    assert_true(g4_map_get(&map, copy, strlen(copy), &value));
    assert_int_equal(value, i);
    copy[0] = 'K';
    assert_false(g4_map_get(&map, copy, strlen(copy), &value));
  }
  g4_map_free(&map);
}

static void test_put__overwrites(void **state) {
  (void)state;
  g4_map map = {0};
  size_t value = 0;
  assert_true(g4_map_put(&map, "EZ", 2, 1));
  assert_true(g4_map_put(&map, "EZ", 2, 2));
  assert_int_equal(map.count, 1);
  assert_true(g4_map_get(&map, "EZ", 2, &value));
  assert_int_equal(value, 2);
  g4_map_free(&map);
}

static void test_put__the_length_counts_not_the_nul(void **state) {
  (void)state;
  g4_map map = {0};
  size_t value = 0;
  assert_true(g4_map_put(&map, "EZK", 2, 1));
  assert_true(g4_map_put(&map, "EZK", 3, 2));
  assert_true(g4_map_put(&map, "E\0Z", 3, 3));
  assert_true(g4_map_put(&map, "", 0, 4));
  assert_true(g4_map_get(&map, "EZ", 2, &value) && value == 1);
  assert_true(g4_map_get(&map, "EZK", 3, &value) && value == 2);
  assert_true(g4_map_get(&map, "E\0Z", 3, &value) && value == 3);
  assert_true(g4_map_get(&map, "x", 0, &value) && value == 4);
  assert_false(g4_map_get(&map, "E", 1, &value));
  g4_map_free(&map);
}

/* Puts keys until one fails or all are in; the map must hold exactly those that went in. */
static bool fill(g4_map *map) {
  for (size_t i = 0; i < MANY; i++) {
    if (!g4_map_put(map, keys[i], strlen(keys[i]), i)) {
      return false;
    }
  }
  return true;
}

static void test_put__out_of_memory_keeps_what_is_in(void **state) {
  (void)state;
  g4_map clean = {0};
  faults_start(0);
  bool done = fill(&clean);
  long allocations = faults_stop();
  assert_true(done && allocations > 3);
  g4_map_free(&clean);

  for (long k = 1; k <= allocations; k++) {
    g4_map map = {0};
    faults_start(k);
    done = fill(&map);
    faults_stop();
    assert_false(done);
    for (size_t i = 0; i < MANY; i++) {
      size_t value = MANY;
      assert_int_equal(g4_map_get(&map, keys[i], strlen(keys[i]), &value), i < map.count);
      assert_int_equal(value, i < map.count ? i : MANY);
    }
    assert_true(fill(&map)); /* and it works on */
    g4_map_free(&map);
  }
}

static void test_free__twice(void **state) {
  (void)state;
  g4_map map = {0};
  assert_true(g4_map_put(&map, "EZ", 2, 1));
  g4_map_free(&map);
  g4_map_free(&map);
  assert_int_equal(map.count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_get__nothing_is_in_an_empty_map),
      cmocka_unit_test(test_put__every_key_is_found_again_and_no_other),
      cmocka_unit_test(test_put__overwrites),
      cmocka_unit_test(test_put__the_length_counts_not_the_nul),
      cmocka_unit_test(test_put__out_of_memory_keeps_what_is_in),
      cmocka_unit_test(test_free__twice),
  };
  return cmocka_run_group_tests(tests, make_keys, NULL);
}
