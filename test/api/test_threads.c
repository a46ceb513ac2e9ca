/* Handles in several threads: run with ThreadSanitizer by `./dev test-threads`. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/questions.h"

enum { THREADS = 4, ROUNDS = 3, REPLACEMENTS = 20 };

static char folder[64], path[128];
static uint64_t expected[64]; /* the hash of each answer */

static int setup(void **state) {
  (void)state;
  g40_error err;
  snprintf(folder, sizeof folder, "%s/g40-threads-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
  if (!mkdtemp(folder)) {
    return -1;
  }
  snprintf(path, sizeof path, "%s/small.g40", folder);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", path, &err));
  g40_db *db = g40_db_open(path, &err);
  for (size_t i = 0; db && i < question_count; i++) {
    walk to;
    walk_start(&to);
    ask_some(db, &to, i, 1);
    expected[i] = to.hash;
  }
  g40_db_free(db);
  return db && question_count <= 64 ? 0 : -1;
}

static int teardown(void **state) {
  (void)state;
  remove(path);
  return rmdir(folder);
}

/* What a thread works on, and what it found. cmocka's asserts are for the main thread only. */
typedef struct {
  g40_db *db;
  size_t first;
  size_t wrong, closed, right;
  atomic_bool *stop;
  const g40_positions *rows;
} worker;

static void start_all(pthread_t *threads, worker *workers, void *(*run)(void *)) {
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_create(&threads[i], NULL, run, &workers[i]), 0);
  }
}

static void join_all(const pthread_t *threads) {
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
  }
}

/* --- readers */

static void *read_all(void *context) {
  worker *in = context;
  for (size_t i = 0; i < question_count * ROUNDS; i++) {
    walk to;
    size_t at = (in->first + i) % question_count;
    walk_start(&to);
    ask_some(in->db, &to, at, 1);
    in->wrong += to.hash != expected[at];
  }
  return NULL;
}

static void test_readers__on_one_handle_get_the_same_answers(void **state) {
  (void)state;
  g40_error err;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  g40_db *db = g40_db_open(path, &err);
  assert_non_null(db);
  for (size_t i = 0; i < THREADS; i++) {
    workers[i] = (worker){.db = db, .first = i * 7};
  }
  start_all(threads, workers, read_all);
  join_all(threads);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
  }
  g40_db_free(db);
}

static void test_readers__on_several_handles_share_nothing(void **state) {
  (void)state;
  g40_error err;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  for (size_t i = 0; i < THREADS; i++) {
    workers[i] = (worker){.db = g40_db_open(path, &err), .first = i};
    assert_non_null(workers[i].db);
  }
  start_all(threads, workers, read_all);
  join_all(threads);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
    g40_db_free(workers[i].db);
  }
}

static void *open_embedded(void *context) {
  worker *in = context;
  g40_error err;
  for (size_t i = 0; i < ROUNDS; i++) {
    g40_db *db = g40_db_open(NULL, &err);
    g40_documents *rows = g40_db_documents(db, NULL, &err);
    in->right += g40_documents_count(rows) > 0;
    g40_documents_free(rows);
    g40_db_free(db);
  }
  return NULL;
}

static void test_readers__open_the_embedded_corpus_together(void **state) {
  (void)state;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  start_all(threads, workers, open_embedded);
  join_all(threads);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].right, ROUNDS);
  }
}

/* --- close under load */

static void *read_until_closed(void *context) {
  worker *in = context;
  for (size_t i = in->first; !in->closed && !in->wrong; i++) {
    walk to;
    g40_error err;
    walk_start(&to);
    int code = questions[i % question_count].ask(in->db, &to, &err);
    in->closed += code == G40_CLOSED;
    in->right += code == G40_OK;
    in->wrong += code != G40_OK && code != G40_CLOSED && code != G40_NOT_FOUND;
  }
  return NULL;
}

static void test_close__under_load_ends_all_readers(void **state) {
  (void)state;
  for (int round = 0; round < 5; round++) {
    g40_error err;
    pthread_t threads[THREADS];
    worker workers[THREADS] = {{0}};
    g40_db *db = g40_db_open(path, &err);
    assert_non_null(db);
    for (size_t i = 0; i < THREADS; i++) {
      workers[i] = (worker){.db = db, .first = i};
    }
    start_all(threads, workers, read_until_closed);
    nanosleep(&(struct timespec){.tv_nsec = 2000000L * (round + 1)}, NULL);
    assert_int_equal(g40_db_close(db, &err), G40_OK);
    assert_int_equal(g40_db_close(db, &err), G40_OK);
    join_all(threads);
    for (size_t i = 0; i < THREADS; i++) {
      assert_int_equal(workers[i].wrong, 0);
      assert_int_equal(workers[i].closed, 1);
    }
    g40_db_free(db);
  }
}

/* --- rows go where they like */

static void *use_rows(void *context) {
  worker *in = context;
  for (int i = 0; i < 50; i++) {
    walk to;
    const g40_positions *kept = g40_positions_retain(in->rows);
    walk_start(&to);
    walk_positions(&to, kept);
    in->wrong += to.broken + (to.strings == 0);
    g40_positions_free(kept);
  }
  g40_positions_free(in->rows); /* the thread's own reference */
  return NULL;
}

static void test_rows__are_used_in_threads_after_close_and_freed_there(void **state) {
  (void)state;
  g40_error err;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  g40_db *db = g40_db_open(path, &err);
  g40_positions *rows = g40_db_positions(db, NULL, &err);
  assert_non_null(rows);
  for (size_t i = 0; i < THREADS; i++) {
    workers[i].rows = g40_positions_retain(rows);
  }
  start_all(threads, workers, use_rows);
  g40_db_close(db, &err);
  g40_positions_free(rows);
  g40_db_free(db);
  join_all(threads);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
  }
}

/* --- a writer in another process puts new files in the place of the old one */

static void replace_file(void) {
  g40_error err;
  for (int i = 0; i < REPLACEMENTS; i++) {
    g40_diagnostics *faults = g40_compile(DATA_DIR "/small", path, &err);
    if (!faults || g40_diagnostics_errors(faults)) {
      _exit(1);
    }
    g40_diagnostics_free(faults);
  }
  _exit(0);
}

static void *open_and_read(void *context) {
  worker *in = context;
  size_t i = in->first;
  do {
    walk to;
    g40_error err;
    size_t at = i++ % question_count;
    g40_db *db = g40_db_open(path, &err);
    walk_start(&to);
    ask_some(db, &to, at, 1);
    in->wrong += !db || to.hash != expected[at];
    in->right++;
    g40_db_free(db);
  } while (!atomic_load(in->stop));
  return NULL;
}

static void test_writer__that_replaces_the_file_is_never_seen_half_done(void **state) {
  (void)state;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  atomic_bool stop = false;
  fflush(stdout);
  pid_t writer = fork(); /* before there are threads */
  assert_true(writer >= 0);
  if (writer == 0) {
    replace_file();
  }
  for (size_t i = 0; i < THREADS; i++) {
    workers[i] = (worker){.first = i, .stop = &stop};
  }
  start_all(threads, workers, open_and_read);
  int status = 1;
  assert_int_equal(waitpid(writer, &status, 0), writer);
  atomic_store(&stop, true);
  join_all(threads);
  assert_int_equal(status, 0);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
    assert_true(workers[i].right > 0);
  }
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_readers__on_one_handle_get_the_same_answers),
      cmocka_unit_test(test_readers__on_several_handles_share_nothing),
      cmocka_unit_test(test_readers__open_the_embedded_corpus_together),
      cmocka_unit_test(test_close__under_load_ends_all_readers),
      cmocka_unit_test(test_rows__are_used_in_threads_after_close_and_freed_there),
      cmocka_unit_test(test_writer__that_replaces_the_file_is_never_seen_half_done),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
