#include "ingest/ordered.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

enum { MOST = 500 };

typedef struct {
  pthread_mutex_t lock;
  int in_hand, most_in_hand, dropped, made;
  size_t taken[MOST], count;
  size_t stop_at; /* a failure of `take`; MOST: none */
} scene;

/* Later things are made faster, so that order is no accident. */
static void make(void *context, size_t i, void *slot) {
  scene *s = context;
  struct timespec pause = {0, (long)(i % 7) * 200000};
  nanosleep(&pause, NULL);
  pthread_mutex_lock(&s->lock);
  s->made++;
  s->in_hand++;
  s->most_in_hand = s->in_hand > s->most_in_hand ? s->in_hand : s->most_in_hand;
  pthread_mutex_unlock(&s->lock);
  assert_int_equal(*(size_t *)slot, 0);
  *(size_t *)slot = i * 3 + 1;
}

static int take(void *context, size_t i, void *slot) {
  scene *s = context;
  assert_int_equal(*(size_t *)slot, i * 3 + 1);
  s->taken[s->count++] = i;
  return i == s->stop_at ? G40_CANCELLED : G40_OK;
}

static void drop(void *context, void *slot) {
  scene *s = context;
  (void)slot;
  pthread_mutex_lock(&s->lock);
  s->in_hand--;
  s->dropped++;
  pthread_mutex_unlock(&s->lock);
}

static int run(scene *s, size_t count, int threads, size_t stop_at) {
  g40_error err = {0};
  *s = (scene){.stop_at = stop_at};
  pthread_mutex_init(&s->lock, NULL);
  g4_ordered ordered = {count, sizeof(size_t), threads, make, take, drop, s};
  int code = g4_ordered_run(&ordered, &err);
  pthread_mutex_destroy(&s->lock);
  assert_int_equal(s->made, s->dropped);
  assert_int_equal(s->in_hand, 0);
  return code;
}

static void test_ordered__things_are_taken_in_order_by_any_number_of_threads(void **state) {
  (void)state;
  static const int threads[] = {1, 2, 3, 8};
  scene s;
  for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
    assert_int_equal(run(&s, 200, threads[k], MOST), G40_OK);
    assert_int_equal(s.count, 200);
    for (size_t i = 0; i < s.count; i++) {
      assert_int_equal(s.taken[i], i);
    }
    assert_true(s.most_in_hand <= threads[k] * 2);
  }
}

static void test_ordered__a_failure_ends_it_and_nothing_is_left_over(void **state) {
  (void)state;
  scene s;
  for (int threads = 1; threads <= 4; threads++) {
    assert_int_equal(run(&s, 300, threads, 41), G40_CANCELLED);
    assert_int_equal(s.count, 42);
    assert_true(s.made <= 42 + threads * 2);
  }
}

static void test_ordered__nothing_to_do_is_done_at_once(void **state) {
  (void)state;
  scene s;
  assert_int_equal(run(&s, 0, 1, MOST), G40_OK);
  assert_int_equal(run(&s, 0, 3, MOST), G40_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_ordered__things_are_taken_in_order_by_any_number_of_threads),
                                     cmocka_unit_test(test_ordered__a_failure_ends_it_and_nothing_is_left_over),
                                     cmocka_unit_test(test_ordered__nothing_to_do_is_done_at_once)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
