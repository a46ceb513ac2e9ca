/* Options: waiting for locks, progress, cancelling. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <g40.h>
#include <sqlite3.h>

static char folder[64], path[128], out[128];

static int setup(void **state) {
  (void)state;
  g40_error err;
  snprintf(folder, sizeof folder, "%s/g40-options-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
  if (!mkdtemp(folder)) {
    return -1;
  }
  snprintf(path, sizeof path, "%s/small.g40", folder);
  snprintf(out, sizeof out, "%s/out.g40", folder);
  g40_diagnostics *faults = g40_compile(DATA_DIR "/small", path, &err);
  int failed = !faults || g40_diagnostics_errors(faults) ? -1 : 0;
  g40_diagnostics_free(faults);
  return failed;
}

static int teardown(void **state) {
  (void)state;
  remove(path);
  remove(out);
  return rmdir(folder);
}

/* What was told, and when to cancel (0: never). */
typedef struct {
  int told, cancel_at, ended;
  int64_t done, total;
  char first[200];
} listener;

static int listen_to(void *context, int64_t done, int64_t total, const char *what) {
  listener *in = context;
  if (!in->told && what) {
    snprintf(in->first, sizeof in->first, "%s", what);
  }
  assert_true(done >= in->done && (total == 0 || done <= total));
  in->told++;
  in->done = done;
  in->total = total;
  in->ended += what == NULL;
  return in->told == in->cancel_at;
}

static g40_options *options_with(listener *to, int32_t busy) {
  g40_error err;
  g40_options *options = g40_options_new(&err);
  assert_non_null(options);
  assert_int_equal(g40_options_set_progress(options, listen_to, to, &err), G40_OK);
  assert_int_equal(g40_options_set_busy_timeout(options, busy, &err), G40_OK);
  return options;
}

static void test_setters__refuse_what_is_no_option(void **state) {
  (void)state;
  g40_error err;
  g40_options *options = g40_options_new(&err);
  assert_int_equal(g40_options_set_busy_timeout(options, -1, &err), G40_ARGUMENT);
  assert_non_null(strstr(err.message, "milliseconds"));
  assert_int_equal(g40_options_set_busy_timeout(options, INT32_MAX, &err), G40_ARGUMENT);
  assert_int_equal(g40_options_set_busy_timeout(NULL, 1, &err), G40_ARGUMENT);
  assert_non_null(strstr(err.message, "options"));
  assert_int_equal(g40_options_set_progress(NULL, NULL, NULL, &err), G40_ARGUMENT);
  assert_int_equal(g40_options_set_progress(options, NULL, NULL, &err), G40_OK);
  g40_options_free(options);
  g40_options_free(NULL);
}

static void test_verify__tells_its_steps_up_to_the_end(void **state) {
  (void)state;
  g40_error err;
  listener to = {0};
  g40_options *options = options_with(&to, 0);
  g40_db *db = g40_db_open_with(path, options, &err);
  g40_options_free(options); /* copied */
  g40_diagnostics *faults = g40_db_verify(db, &err);
  assert_int_equal(g40_diagnostics_errors(faults), 0);
  assert_true(to.told > 3 && to.done == to.total);
  assert_int_equal(to.ended, 1);
  assert_string_equal(to.first, "integrity");
  g40_diagnostics_free(faults);
  g40_db_free(db);
}

static void test_verify__can_be_cancelled_at_every_step(void **state) {
  (void)state;
  g40_error err;
  listener to = {0};
  g40_options *options = options_with(&to, 0);
  g40_db *db = g40_db_open_with(NULL, options, &err);
  g40_diagnostics_free(g40_db_verify(db, &err));
  int steps = to.told;
  assert_true(steps > 3);
  for (int at = 1; at <= steps; at++) {
    to = (listener){.cancel_at = at};
    assert_null(g40_db_verify(db, &err));
    assert_int_equal(err.code, G40_CANCELLED);
    assert_string_equal(err.message, "cancelled");
  }
  to = (listener){0};
  g40_diagnostics *faults = g40_db_verify(db, &err); /* the handle is as before */
  assert_int_equal(g40_diagnostics_errors(faults), 0);
  g40_diagnostics_free(faults);
  g40_options_free(options);
  g40_db_free(db);
}

static void test_compile__tells_its_files_and_cancelled_writes_nothing(void **state) {
  (void)state;
  g40_error err;
  listener to = {0};
  g40_options *options = options_with(&to, 0);
  g40_diagnostics *faults = g40_compile_with(DATA_DIR "/small", out, options, &err);
  assert_int_equal(g40_diagnostics_errors(faults), 0);
  g40_diagnostics_free(faults);
  assert_int_equal(to.told, 4); /* a registry file, a corpus, writing, the end */
  assert_int_equal(to.ended, 1);
  assert_non_null(strstr(to.first, "small.yaml"));
  assert_int_equal(remove(out), 0);
  for (int at = 1; at <= 3; at++) {
    to = (listener){.cancel_at = at};
    assert_null(g40_compile_with(DATA_DIR "/small", out, options, &err));
    assert_int_equal(err.code, G40_CANCELLED);
    assert_int_equal(access(out, F_OK), -1);
  }
  g40_options_free(options);
}

/* --- locks */

enum { AT_ONCE_MS = 3000 }; /* on a busy machine; a library that waits for locks unasked waits for longer */

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static sqlite3 *lock_file(void) {
  sqlite3 *writer = NULL;
  assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
  assert_int_equal(sqlite3_exec(writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
  return writer;
}

static void test_busy__without_options_fails_at_once_with_a_timeout_it_waits(void **state) {
  (void)state;
  g40_error err;
  listener to = {0};
  sqlite3 *writer = lock_file();
  int64_t start = now_ms();
  assert_null(g40_db_open(path, &err));
  assert_int_equal(err.code, G40_BUSY);
  assert_true(now_ms() - start < AT_ONCE_MS);
  g40_options *options = options_with(&to, 300);
  start = now_ms();
  assert_null(g40_db_open_with(path, options, &err));
  assert_int_equal(err.code, G40_BUSY);
  assert_true(now_ms() - start >= 250);
  g40_options_free(options);
  sqlite3_close(writer);
}

static void *let_go(void *context) {
  struct timespec pause = {.tv_nsec = 100000000};
  nanosleep(&pause, NULL);
  sqlite3_close(context); /* rolls back */
  return NULL;
}

static void test_busy__a_lock_that_ends_in_time_is_waited_for(void **state) {
  (void)state;
  g40_error err;
  listener to = {0};
  pthread_t thread;
  g40_options *options = options_with(&to, 60000);
  assert_int_equal(pthread_create(&thread, NULL, let_go, lock_file()), 0);
  g40_db *db = g40_db_open_with(path, options, &err);
  assert_non_null(db);
  assert_int_equal(pthread_join(thread, NULL), 0);
  g40_options_free(options);
  g40_db_free(db);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_setters__refuse_what_is_no_option),
      cmocka_unit_test(test_verify__tells_its_steps_up_to_the_end),
      cmocka_unit_test(test_verify__can_be_cancelled_at_every_step),
      cmocka_unit_test(test_compile__tells_its_files_and_cancelled_writes_nothing),
      cmocka_unit_test(test_busy__without_options_fails_at_once_with_a_timeout_it_waits),
      cmocka_unit_test(test_busy__a_lock_that_ends_in_time_is_waited_for),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
