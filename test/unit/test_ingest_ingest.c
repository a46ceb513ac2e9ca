#include "ingest/ingest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "api/blob.h"
#include "ingest/stored_coding.h"
#include "unit/coded_folder.h"
#include "unit/faults.h"

static const char *const text =
    "Plan\n\nWij willen dat het ministerie van BZK de gemeenten meer geld geeft. Bouw huizen in Oss.\n\n"
    "Arbeidsmigratie\n\nHet Rijk moet de Participatiewet wijzigen voor arbeidsmigranten.\n";

static const char *const coding =
    "document: proef\nmeta: {title: Proef, holder: g40, text: paper.txt}\npositions:\n"
    "  - {id: bouw, kind: ask, action: invest, quotes: [\"Bouw huizen in Oss.\"], reviewed: true,\n"
    "     places: [{as_written: Oss, stakeholder: gemeente-oss}]}\n";

static int set_up(void **state) {
  *state = coded_folder_new(text, coding);
  return 0;
}

static int tear_down(void **state) { return coded_folder_free(*state); }

static g4_store *open_db(const coded_folder *w, g40_error *err) {
  return g4_store_open_writable(w->db, g4_corpus_blob, (int64_t)(g4_corpus_blob_end - g4_corpus_blob), 0, err);
}

static g40_ingest *order(const coded_folder *w, bool coded) {
  g40_error err;
  g40_ingest *ingest = g40_ingest_new(&err);
  assert_int_equal(g40_ingest_add_path(ingest, w->paper, &err), G40_OK);
  assert_int_equal(g40_ingest_set_threads(ingest, 1, &err), G40_OK);
  if (coded) {
    assert_int_equal(g40_ingest_set_coding(ingest, w->coding, &err), G40_OK);
  }
  return ingest;
}

static int take_in(const coded_folder *w, const g40_ingest *ingest, g40_error *err) {
  g4_store *store = open_db(w, err);
  g40_ingested *done = store ? g4_ingest(store, ingest, err) : NULL;
  int code = done ? G40_OK : err->code;
  if (done) {
    assert_int_equal(g40_ingested_failed(done), 0);
  }
  g40_ingested_free(done);
  g4_store_close(store);
  return code;
}

static int64_t count(const coded_folder *w, const char *sql) {
  g40_error err = {0};
  int64_t value = -1;
  g4_store *store = open_db(w, &err);
  assert_non_null(store);
  assert_int_equal(g4_store_number(store, sql, -1, &value, &err), G40_OK);
  g4_store_close(store);
  return value;
}

/* Steps grow, so that the many allocations of the registry cost little and all the paths behind them are met. */
static long next(long k) { return k + 1 + k / 60; }

/* Fails the k-th allocation of a job that leaves `before` passages where it fails and `after` where it does not. */
static void fail_each(const coded_folder *w, const g40_ingest *ingest, int64_t before, int64_t after) {
  for (long k = 1;; k = next(k)) {
    g40_error err = {0};
    faults_start(k);
    int code = take_in(w, ingest, &err);
    bool failed = faults_stop() >= k;
    assert_int_equal(code, failed ? G40_NOMEM : G40_OK);
    int64_t passages = count(w, "SELECT count(*) FROM passage");
    assert_int_equal(passages, failed ? before : after);
    if (!failed) {
      return;
    }
  }
}

static void test_ingest__every_failed_allocation_leaves_the_database_as_it_was(void **state) {
  const coded_folder *w = *state;
  g40_error err = {0};
  g4_store_close(open_db(w, &err));
  g40_ingest *ingest = order(w, false);
  fail_each(w, ingest, 0, 5);
  write_file(w->paper, text, "\nEen zin meer voor het Rijk.\n");
  fail_each(w, ingest, 5, 6);
  g40_ingest_free(ingest);
}

static void test_ingest__every_failed_allocation_keeps_what_was_reviewed(void **state) {
  const coded_folder *w = *state;
  g40_error err = {0};
  g4_store_close(open_db(w, &err));
  g40_ingest *coded = order(w, true), *plain = order(w, false);
  fail_each(w, coded, 0, 5);
  write_file(w->paper, "Vooraf.\n\n", text);
  fail_each(w, plain, 5, 6);
  assert_int_equal(count(w, "SELECT count(*) FROM position WHERE reviewed"), 1);
  write_file(w->paper, "Iets heel anders nu.\n", "");
  fail_each(w, plain, 6, 1);
  assert_int_equal(count(w, "SELECT count(*) FROM unplaced WHERE id = 'bouw' AND state = 'orphaned'"), 1);
  g40_ingest_free(coded);
  g40_ingest_free(plain);
}

static void test_ingest__every_failed_allocation_of_an_export_is_told(void **state) {
  const coded_folder *w = *state;
  g40_error err = {0};
  g40_ingest *coded = order(w, true);
  assert_int_equal(take_in(w, coded, &err), G40_OK);
  g4_store *store = open_db(w, &err);
  for (long k = 1;; k++) {
    g4_buf yaml = {0};
    faults_start(k);
    int code = g4_export_coding(store, "proef", true, &yaml, &err);
    bool failed = faults_stop() >= k;
    assert_int_equal(code, failed ? G40_NOMEM : G40_OK);
    g4_buf_free(&yaml);
    if (!failed) {
      break;
    }
  }
  g4_store_close(store);
  g40_ingest_free(coded);
}

int main(void) {
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
  const struct CMUnitTest tests[] = {WITH_WORLD(test_ingest__every_failed_allocation_leaves_the_database_as_it_was),
                                     WITH_WORLD(test_ingest__every_failed_allocation_keeps_what_was_reviewed),
                                     WITH_WORLD(test_ingest__every_failed_allocation_of_an_export_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
