/* Taking papers in, through the shared library only. */
#include <g40.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { PAPERS = 12 };

typedef struct {
  char folder[40], db[60], other[60], papers[PAPERS][60];
} world;

static void write_paper(const char *path, int number) {
  static const char *const words[] = {"water", "zorg", "wijk", "fiets", "markt", "school", "haven", "park"};
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fprintf(file, "Plan van de stad\n\n");
  for (int i = 0; i < 200; i++) {
    fprintf(file, "Wij willen dat het ministerie van BZK %s en %s in %s %d regelt.\n\n", words[(i + number) % 8],
            words[(i * 3 + number) % 8], words[(i / 8) % 8], i * number);
  }
  fclose(file);
}

static int set_up(void **state) {
  world *w = calloc(1, sizeof *w);
  snprintf(w->folder, sizeof w->folder, "/tmp/g40-ingest-XXXXXX");
  if (!mkdtemp(w->folder)) {
    return -1;
  }
  snprintf(w->db, sizeof w->db, "%s/a.g40", w->folder);
  snprintf(w->other, sizeof w->other, "%s/b.g40", w->folder);
  for (int i = 0; i < PAPERS; i++) {
    snprintf(w->papers[i], sizeof w->papers[i], "%s/%02d.txt", w->folder, i);
    write_paper(w->papers[i], i + 1);
  }
  *state = w;
  return 0;
}

static int tear_down(void **state) {
  world *w = *state;
  for (int i = 0; i < PAPERS; i++) {
    remove(w->papers[i]);
  }
  remove(w->db);
  remove(w->other);
  int left = rmdir(w->folder); /* nothing else was left there */
  free(w);
  return left;
}

static g40_ingest *order(const world *w, int first, int count, int32_t threads) {
  g40_error err;
  g40_ingest *ingest = g40_ingest_new(&err);
  assert_non_null(ingest);
  for (int i = first; i < first + count; i++) {
    assert_int_equal(g40_ingest_add_path(ingest, w->papers[i], &err), G40_OK);
  }
  assert_int_equal(g40_ingest_set_threads(ingest, threads, &err), G40_OK);
  return ingest;
}

/* Opens, takes in, closes; the numbers as one text. */
static void take_in(const char *path, g40_ingest *ingest, char numbers[40]) {
  g40_error err;
  g40_db *db = g40_db_open_writable(path, true, &err);
  assert_non_null(db);
  g40_ingested *done = g40_db_ingest(db, ingest, &err);
  if (!done) {
    fail_msg("%s", err.message);
  }
  snprintf(numbers, 40, "%d %d %d %d", (int)g40_ingested_added(done), (int)g40_ingested_replaced(done),
           (int)g40_ingested_unchanged(done), (int)g40_ingested_failed(done));
  g40_ingested_free(done);
  g40_db_free(db);
  g40_ingest_free(ingest);
}

/* A number that any difference between rows changes. */
static long long digest(const char *path) {
  static const char *const tables[] = {"document", "document_text",    "section",      "passage",
                                       "position", "position_passage", "position_role"};
  sqlite3 *db;
  long long sum = 7;
  assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    char sql[80];
    sqlite3_stmt *row;
    snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", tables[i]);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
      for (int k = 0; k < sqlite3_column_count(row); k++) {
        const unsigned char *text = sqlite3_column_blob(row, k);
        int n = sqlite3_column_bytes(row, k);
        for (int c = 0; c < n; c++) {
          sum = (sum * 31 + text[c]) % 1000000007;
        }
        sum = (sum * 31 + 1) % 1000000007;
      }
    }
    sqlite3_finalize(row);
  }
  sqlite3_close(db);
  return sum;
}

static void test_ingest__any_number_of_threads_gives_the_same_rows(void **state) {
  const world *w = *state;
  char numbers[40];
  take_in(w->db, order(w, 0, PAPERS, 1), numbers);
  assert_string_equal(numbers, "12 0 0 0");
  long long alone = digest(w->db);
  for (int32_t threads = 2; threads <= 5; threads++) {
    remove(w->other);
    take_in(w->other, order(w, 0, PAPERS, threads), numbers);
    assert_string_equal(numbers, "12 0 0 0");
    assert_true(digest(w->other) == alone);
  }
}

static void test_ingest__the_same_again_is_unchanged(void **state) {
  const world *w = *state;
  char numbers[40];
  take_in(w->db, order(w, 0, 5, 2), numbers);
  long long before = digest(w->db);
  take_in(w->db, order(w, 0, 5, 2), numbers);
  assert_string_equal(numbers, "0 0 5 0");
  assert_true(digest(w->db) == before);
  write_paper(w->papers[2], 77);
  take_in(w->db, order(w, 0, 6, 2), numbers);
  assert_string_equal(numbers, "1 1 4 0");
}

static int stop_at_fourth(void *context, int64_t done, int64_t total, const char *what) {
  int *calls = context;
  ++*calls;
  assert_int_equal(total, PAPERS);
  assert_non_null(what);
  return done == 3;
}

static void test_ingest__cancelling_keeps_what_is_whole(void **state) {
  const world *w = *state;
  g40_error err;
  int calls = 0;
  g40_db *db = g40_db_open_writable(w->db, true, &err);
  g40_ingest *ingest = order(w, 0, PAPERS, 2);
  assert_int_equal(g40_ingest_set_progress(ingest, stop_at_fourth, &calls, &err), G40_OK);
  assert_null(g40_db_ingest(db, ingest, &err));
  assert_int_equal(err.code, G40_CANCELLED);
  assert_int_equal(calls, 4);
  g40_info *info = g40_db_info(db, &err);
  assert_int_equal(g40_info_documents(info), 3);
  g40_info_free(info);
  g40_diagnostics *faults = g40_db_verify(db, &err);
  assert_int_equal(g40_diagnostics_errors(faults), 0);
  g40_diagnostics_free(faults);
  g40_ingest_free(ingest);
  g40_db_free(db);
}

/* While the first paper is written, no more are read than there is room for in the hands of two threads. */
enum { VANISHES = 8 };

static int remove_one(void *context, int64_t done, int64_t total, const char *what) {
  const world *w = context;
  (void)total;
  (void)what;
  return done == 0 ? remove(w->papers[VANISHES]) : 0;
}

static void test_ingest__a_file_that_vanishes_is_a_fault_and_the_others_are_taken_in(void **state) {
  const world *w = *state;
  for (int32_t threads = 1; threads <= 2; threads++) {
    const char *path = threads == 1 ? w->db : w->other;
    g40_error err;
    write_paper(w->papers[VANISHES], VANISHES + 1);
    g40_db *db = g40_db_open_writable(path, true, &err);
    g40_ingest *ingest = order(w, 0, PAPERS, threads);
    assert_int_equal(g40_ingest_set_progress(ingest, remove_one, (void *)w, &err), G40_OK);
    g40_ingested *done = g40_db_ingest(db, ingest, &err);
    assert_int_equal(g40_ingested_added(done), PAPERS - 1);
    assert_int_equal(g40_ingested_failed(done), 1);
    const g40_diagnostics *faults = g40_ingested_diagnostics(done);
    assert_int_equal(g40_diagnostics_count(faults), 1);
    assert_string_equal(g40_diagnostic_file(g40_diagnostics_at(faults, 0)), w->papers[VANISHES]);
    assert_string_equal(g40_diagnostic_message(g40_diagnostics_at(faults, 0)),
                        "cannot be read: No such file or directory");
    g40_ingested_free(done);
    g40_diagnostics *damage = g40_db_verify(db, &err);
    assert_int_equal(g40_diagnostics_errors(damage), 0);
    g40_diagnostics_free(damage);
    g40_ingest_free(ingest);
    g40_db_free(db);
  }
}

static void test_ingest__a_handle_reads_what_it_wrote_and_removes_it(void **state) {
  const world *w = *state;
  g40_error err;
  g40_db *db = g40_db_open_writable(w->db, true, &err);
  g40_ingest *ingest = order(w, 0, 2, 0);
  g40_ingested *done = g40_db_ingest(db, ingest, &err);
  assert_int_equal(g40_ingested_added(done), 2);
  assert_int_equal(g40_diagnostics_count(g40_ingested_diagnostics(done)), 0);
  g40_text *text = g40_db_text(db, "00", false, &err);
  assert_non_null(text);
  g40_text_free(text);
  assert_int_equal(g40_db_remove(db, "00", &err), G40_OK);
  assert_null(g40_db_text(db, "00", false, &err));
  assert_int_equal(g40_db_remove(db, "00", &err), G40_NOT_FOUND);
  assert_int_equal(g40_db_remove(db, NULL, &err), G40_ARGUMENT);
  g40_ingested_free(done);
  g40_ingest_free(ingest);
  g40_db_free(db);
}

static void test_ingest__what_is_open_for_reading_is_not_written(void **state) {
  const world *w = *state;
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_ingest *ingest = order(w, 0, 1, 0);
  assert_null(g40_db_ingest(db, ingest, &err));
  assert_int_equal(err.code, G40_READONLY);
  assert_int_equal(g40_db_remove(db, "x", &err), G40_READONLY);
  assert_null(g40_db_registry_add(db, "x", &err));
  assert_int_equal(g40_db_registry_update(db, &err), G40_READONLY);
  assert_null(g40_db_open_writable(w->db, false, &err));
  assert_int_equal(err.code, G40_IO);
  g40_ingest_free(ingest);
  g40_db_free(db);
}

static void test_ingest__wrong_arguments_are_refused(void **state) {
  (void)state;
  g40_error err;
  g40_ingest *ingest = g40_ingest_new(&err);
  assert_int_equal(g40_ingest_add_path(ingest, NULL, &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_add_path(ingest, "", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_add_path(NULL, "a", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_kind(ingest, "poem", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_date(ingest, "2025-13-01", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_date(ingest, NULL, &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_url(ingest, "geen url", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_url(ingest, "javascript:alert(1)", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_title(ingest, "Bel 030-1234567", &err), G40_ARGUMENT);
  assert_non_null(strstr(err.message, "contact data"));
  assert_int_equal(g40_ingest_set_threads(ingest, -1, &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_threads(ingest, 65, &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_holder(ingest, "\xFF", &err), G40_ARGUMENT);
  assert_int_equal(g40_ingest_set_progress(NULL, NULL, NULL, &err), G40_ARGUMENT);
  g40_ingest_free(ingest);
  g40_ingest_free(NULL);
  g40_ingested_free(NULL);
  assert_int_equal(g40_ingested_added(NULL), 0);
}

int main(void) {
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      WITH_WORLD(test_ingest__any_number_of_threads_gives_the_same_rows),
      WITH_WORLD(test_ingest__the_same_again_is_unchanged),
      WITH_WORLD(test_ingest__cancelling_keeps_what_is_whole),
      WITH_WORLD(test_ingest__a_file_that_vanishes_is_a_fault_and_the_others_are_taken_in),
      WITH_WORLD(test_ingest__a_handle_reads_what_it_wrote_and_removes_it),
      WITH_WORLD(test_ingest__what_is_open_for_reading_is_not_written),
      cmocka_unit_test(test_ingest__wrong_arguments_are_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
