/* Handles in several threads: run with ThreadSanitizer by `./dev tsan`. */
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

enum { THREADS = 4, ROUNDS = 3, REPLACEMENTS = 20, PAPERS = 6, SENTENCES = 20, TURNS = 12 };

static char folder[64], path[128];
static char written[128], papers[PAPERS][128]; /* a database that is written, and what is taken into it */
static uint64_t expected[64];                  /* the hash of each answer */

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
  snprintf(written, sizeof written, "%s/written.g40", folder);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", written, &err));
  for (int i = 0; i < PAPERS; i++) {
    snprintf(papers[i], sizeof papers[i], "%s/nota-%d.txt", folder, i);
    FILE *file = fopen(papers[i], "w");
    for (int k = 0; file && k < SENTENCES; k++) {
      static const char *const words[] = {"zorg", "water", "fietsen", "markten", "scholen", "parken", "havens"};
      fprintf(file, "%s: het ministerie van EZ moet %s en %s in wijk %d betalen.\n\n", words[k % 7], words[(k + i) % 7],
              words[(k / 7 + 3) % 7], k * 7 + i);
    }
    if (!file || fclose(file) != 0) {
      return -1;
    }
  }
  return db && question_count <= 64 ? 0 : -1;
}

static int teardown(void **state) {
  (void)state;
  remove(path);
  remove(written);
  for (int i = 0; i < PAPERS; i++) {
    remove(papers[i]);
  }
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

/* Waits for the writer, then stops the readers: nothing wrong was read, and every one of them did read. */
static void end_with_writer(pid_t writer, atomic_bool *stop, pthread_t *threads, const worker *workers) {
  int status = 1;
  assert_int_equal(waitpid(writer, &status, 0), writer);
  atomic_store(stop, true);
  join_all(threads);
  assert_int_equal(status, 0);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
    assert_true(workers[i].right > 0);
  }
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
  end_with_writer(writer, &stop, threads, workers);
}

/* --- taking papers in, with workers, while others read */

static int take_in(g40_db *db, int count, int32_t threads) {
  g40_error err;
  g40_ingest *order = g40_ingest_new(&err);
  int code = order ? g40_ingest_set_threads(order, threads, &err) : err.code;
  for (int i = 0; i < count && code == G40_OK; i++) {
    code = g40_ingest_add_path(order, papers[i], &err);
  }
  g40_ingested *done = code == G40_OK ? g40_db_ingest(db, order, &err) : NULL;
  code = code == G40_OK && !done ? err.code : code;
  code = code == G40_OK && g40_ingested_failed(done) ? G40_FAILED : code;
  g40_ingested_free(done);
  g40_ingest_free(order);
  return code;
}

static void *ask_until_stopped(void *context) {
  worker *in = context;
  for (size_t i = in->first; !atomic_load(in->stop); i++) {
    walk to;
    g40_error err;
    walk_start(&to);
    int code = questions[i % question_count].ask(in->db, &to, &err);
    in->closed += code == G40_CLOSED;
    in->wrong += code != G40_OK && code != G40_NOT_FOUND && code != G40_CLOSED;
    in->right++;
  }
  return NULL;
}

static void test_ingest__with_workers_beside_readers_of_the_handle(void **state) {
  (void)state;
  g40_error err;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  atomic_bool stop = false;
  g40_db *db = g40_db_open_writable(written, false, &err);
  assert_non_null(db);
  for (size_t i = 0; i < THREADS; i++) {
    workers[i] = (worker){.db = db, .first = i * 9, .stop = &stop};
  }
  start_all(threads, workers, ask_until_stopped);
  int taken = take_in(db, PAPERS, THREADS), again = take_in(db, PAPERS, 2);
  int removed = g40_db_remove(db, "nota-0", &err), indexed = g40_db_reindex(db, &err);
  g40_diagnostics *faults = g40_db_verify(db, &err);
  size_t errors = faults ? g40_diagnostics_errors(faults) : 1;
  g40_diagnostics_free(faults);
  int closed = g40_db_close(db, &err);
  atomic_store(&stop, true);
  join_all(threads);
  g40_db_free(db);
  assert_int_equal(taken, G40_OK);
  assert_int_equal(again, G40_OK);
  assert_int_equal(removed, G40_OK);
  assert_int_equal(indexed, G40_OK);
  assert_int_equal(closed, G40_OK);
  assert_int_equal(errors, 0);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(workers[i].wrong, 0);
  }
}

static void put_and_remove(void) {
  g40_error err;
  g40_db *db = g40_db_open_writable(written, false, &err);
  int code = db ? G40_OK : err.code;
  for (int i = 0; i < TURNS && code == G40_OK; i++) {
    code = take_in(db, 2, 1);
    code = code == G40_OK ? g40_db_remove(db, i % 2 ? "nota-0" : "nota-1", &err) : code;
  }
  g40_db_free(db);
  _exit(code == G40_OK ? 0 : 1);
}

/* How many positions a document has; 0 where it is not there, -1 on a failure. */
static int64_t positions_of(g40_db *db, const char *document) {
  g40_error err;
  g40_query *query = g40_query_new(&err);
  g40_query_add_document(query, document, &err);
  g40_positions *rows = g40_db_positions(db, query, &err);
  int64_t count = rows ? (int64_t)g40_positions_count(rows) : err.code == G40_NOT_FOUND ? 0 : -1;
  g40_positions_free(rows);
  g40_query_free(query);
  return count;
}

/* With pauses: within one process SQLite lets a reader in beside others although a writer waits outside. */
static void *read_whole_documents(void *context) {
  worker *in = context;
  do {
    nanosleep(&(struct timespec){.tv_nsec = 10000000L}, NULL);
    for (int i = 0; i < 2; i++) {
      int64_t count = positions_of(in->db, i ? "nota-1" : "nota-0");
      in->wrong += count != 0 && count != SENTENCES;
      in->right += count == SENTENCES;
    }
    walk to;
    g40_error err;
    walk_start(&to);
    size_t at = in->first++ % question_count;
    int code = questions[at].ask(in->db, &to, &err);
    in->wrong += code != G40_OK && code != G40_NOT_FOUND;
  } while (!atomic_load(in->stop));
  return NULL;
}

static void test_writer__of_documents_is_never_seen_half_done(void **state) {
  (void)state;
  g40_error err;
  pthread_t threads[THREADS];
  worker workers[THREADS] = {{0}};
  atomic_bool stop = false;
  g40_options *options = g40_options_new(&err);
  assert_int_equal(g40_options_set_busy_timeout(options, 60000, &err), G40_OK);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", written, &err));
  fflush(stdout);
  pid_t writer = fork(); /* before there are threads */
  assert_true(writer >= 0);
  if (writer == 0) {
    put_and_remove();
  }
  for (size_t i = 0; i < THREADS; i++) {
    workers[i] = (worker){.first = i * 5, .stop = &stop, .db = g40_db_open_with(written, options, &err)};
    assert_non_null(workers[i].db);
  }
  g40_options_free(options);
  start_all(threads, workers, read_whole_documents);
  end_with_writer(writer, &stop, threads, workers);
  for (size_t i = 0; i < THREADS; i++) {
    g40_db_free(workers[i].db);
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
      cmocka_unit_test(test_ingest__with_workers_beside_readers_of_the_handle),
      cmocka_unit_test(test_writer__of_documents_is_never_seen_half_done),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
