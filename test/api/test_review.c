/* The review of a file, through the shared library only. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char paper[] =
    "Wonen\n\nIn de stad staan 7.100 huizen leeg. Het ministerie van EZ moet de Bouwwet aanpassen. Dat duurt lang.\n";

typedef struct {
  g40_db *db;
  char path[40];
} world;

static int set_up(void **state) {
  static world w;
  snprintf(w.path, sizeof w.path, "/tmp/g40-review-XXXXXX");
  int file = mkstemp(w.path);
  bool written = file >= 0 && write(file, paper, sizeof paper - 1) == (ssize_t)(sizeof paper - 1);
  if (file >= 0) {
    close(file);
  }
  w.db = written ? g40_db_open(NULL, NULL) : NULL;
  *state = &w;
  return w.db ? 0 : -1;
}

static int tear_down(void **state) {
  world *w = *state;
  g40_db_free(w->db);
  return remove(w->path);
}

static g40_ingest *describe(const char *path, const char *date) {
  g40_error err;
  g40_ingest *order = g40_ingest_new(&err);
  assert_non_null(order);
  assert_int_equal(g40_ingest_add_path(order, path, &err), G40_OK);
  if (date) {
    assert_int_equal(g40_ingest_set_date(order, date, &err), G40_OK);
  }
  return order;
}

static int count(const g40_findings *findings, const char *kind) {
  int n = 0;
  for (size_t i = 0; i < g40_findings_count(findings); i++) {
    n += strcmp(g40_finding_kind(g40_findings_at(findings, i)), kind) == 0;
  }
  return n;
}

static void test_review__a_file_has_findings_with_their_words(void **state) {
  const world *w = *state;
  g40_error err;
  g40_ingest *order = describe(w->path, "2025-09-01");
  g40_findings *findings = g40_db_review_file(w->db, order, false, &err);
  g40_ingest_free(order);
  assert_non_null(findings);
  assert_int_equal(count(findings, "figure_without_source"), 1);
  assert_int_equal(count(findings, "name_unresolved"), 0);
  for (size_t i = 0; i < g40_findings_count(findings); i++) {
    const g40_finding *one = g40_findings_at(findings, i);
    size_t start = (size_t)g40_finding_start(one), length = (size_t)(g40_finding_end(one) - g40_finding_start(one));
    assert_int_equal(strlen(g40_finding_quote(one)), length);
    assert_memory_equal(paper + start, g40_finding_quote(one), length);
  }
  g40_findings_free(findings);
}

static void test_review__without_a_date_a_name_of_many_ministries_is_not_known(void **state) {
  const world *w = *state;
  g40_error err;
  g40_ingest *order = describe(w->path, NULL);
  g40_findings *findings = g40_db_review_file(w->db, order, false, &err);
  g40_ingest_free(order);
  assert_non_null(findings);
  assert_int_equal(count(findings, "name_unresolved"), 1);
  g40_findings_free(findings);
}

/* Told while the database is read by others: the call holds it for a moment only. */
static int ask_meanwhile(void *context, int64_t done, int64_t total, const char *what) {
  const world *w = context;
  g40_info *info = g40_db_info(w->db, NULL);
  assert_non_null(info);
  assert_true(done <= total && total == 1 && (!what || strcmp(what, w->path) == 0));
  g40_info_free(info);
  return 1;
}

static void test_review__a_callback_can_cancel_and_the_database_is_free_meanwhile(void **state) {
  world *w = *state;
  g40_error err;
  g40_ingest *order = describe(w->path, NULL);
  assert_int_equal(g40_ingest_set_progress(order, ask_meanwhile, w, &err), G40_OK);
  assert_null(g40_db_review_file(w->db, order, false, &err));
  assert_int_equal(err.code, G40_CANCELLED);
  g40_ingest_free(order);
}

static void refused(g40_db *db, const g40_ingest *order, int code, const char *says) {
  g40_error err;
  assert_null(g40_db_review_file(db, order, false, &err));
  assert_int_equal(err.code, code);
  if (!strstr(err.message, says)) {
    fail_msg("'%s' lacks '%s'", err.message, says);
  }
}

static void test_review__what_is_no_one_file_is_refused(void **state) {
  const world *w = *state;
  g40_error err;
  g40_ingest *order = g40_ingest_new(&err);
  assert_non_null(order);
  refused(w->db, order, G40_ARGUMENT, "no file");
  assert_int_equal(g40_ingest_add_path(order, "/nergens/plan.pdf", &err), G40_OK);
  refused(w->db, order, G40_IO, "/nergens/plan.pdf: ");
  assert_int_equal(g40_ingest_add_path(order, w->path, &err), G40_OK);
  refused(w->db, order, G40_ARGUMENT, "one file");
  g40_ingest_free(order);
  refused(w->db, NULL, G40_ARGUMENT, "ingest");
  order = describe(DATA_DIR "/broken/registry.yaml", NULL);
  assert_int_equal(g40_ingest_set_holder(order, "Nergensland", &err), G40_OK);
  refused(w->db, order, G40_NOT_FOUND, "Nergensland");
  assert_int_equal(g40_ingest_set_meta(order, w->path, &err), G40_OK);
  refused(w->db, order, G40_ARGUMENT, "one file");
  g40_ingest_free(order);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_review__a_file_has_findings_with_their_words),
      cmocka_unit_test(test_review__without_a_date_a_name_of_many_ministries_is_not_known),
      cmocka_unit_test(test_review__a_callback_can_cancel_and_the_database_is_free_meanwhile),
      cmocka_unit_test(test_review__what_is_no_one_file_is_refused),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
