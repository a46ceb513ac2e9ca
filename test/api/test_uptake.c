/* What becomes of asks, through the shared library. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
  char folder[40], db[60], near[60], far[60];
  g40_db *papers, *corpus;
  g40_positions *asks;
} world;

static void write_file(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static g40_positions *asks_of(g40_db *db) {
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_kind(query, "ask", &err), G40_OK);
  assert_int_equal(g40_query_add_instrument(query, "Participatiewet", &err), G40_OK);
  g40_positions *asks = g40_db_positions(db, query, &err);
  g40_query_free(query);
  assert_true(g40_positions_count(asks) > 0);
  return asks;
}

static int set_up(void **state) {
  world *w = calloc(1, sizeof *w);
  g40_error err;
  *state = w;
  snprintf(w->folder, sizeof w->folder, "/tmp/g40-uptake-XXXXXX");
  assert_non_null(mkdtemp(w->folder));
  snprintf(w->db, sizeof w->db, "%s/a.g40", w->folder);
  snprintf(w->near, sizeof w->near, "%s/near.txt", w->folder);
  snprintf(w->far, sizeof w->far, "%s/far.txt", w->folder);
  write_file(w->near, "Werk\n\nDe Participatiewet wordt herzien, zodat mensen in de bijstand sneller werk vinden.\n");
  write_file(w->far, "Natuur\n\nDe heide en het bos krijgen meer rust. Bezoekers blijven op het pad.\n");
  w->papers = g40_db_open_writable(w->db, true, &err);
  w->corpus = g40_db_open(NULL, &err);
  assert_true(w->papers && w->corpus);
  g40_ingest *ingest = g40_ingest_new(&err);
  assert_int_equal(g40_ingest_add_path(ingest, w->near, &err), G40_OK);
  assert_int_equal(g40_ingest_add_path(ingest, w->far, &err), G40_OK);
  g40_ingested_free(g40_db_ingest(w->papers, ingest, &err));
  g40_ingest_free(ingest);
  w->asks = asks_of(w->corpus);
  return 0;
}

static int tear_down(void **state) {
  world *w = *state;
  g40_positions_free(w->asks);
  g40_db_free(w->corpus);
  g40_db_free(w->papers);
  remove(w->near);
  remove(w->far);
  remove(w->db);
  int left = rmdir(w->folder);
  free(w);
  return left;
}

static void test_uptake__the_document_on_the_subject_comes_first(void **state) {
  const world *w = *state;
  g40_error err;
  g40_uptakes *uptakes = g40_db_uptake(w->papers, w->asks, NULL, &err);
  assert_non_null(uptakes);
  assert_int_equal(g40_uptakes_total(uptakes), 2 * g40_positions_total(w->asks));
  assert_int_equal(g40_uptakes_count(uptakes), (size_t)g40_uptakes_total(uptakes));
  const g40_uptake *first = g40_uptakes_at(uptakes, 0), *second = g40_uptakes_at(uptakes, 1);
  assert_string_equal(g40_uptake_document(first), "near");
  assert_string_equal(g40_uptake_document(second), "far");
  assert_string_equal(g40_uptake_state(second), "not_found");
  assert_true(g40_uptake_margin(first) > g40_uptake_margin(second));
  assert_non_null(strstr(g40_match_quote(g40_uptake_match(first)), "Participatiewet"));
  assert_non_null(strstr(g40_uptake_names(second), "Participatiewet"));
  assert_non_null(g40_uptake_words(second));
  assert_string_equal(g40_uptake_ask(first), g40_position_id(g40_positions_at(w->asks, 0)));
  assert_string_equal(g40_uptake_ask_quote(first), g40_position_quote(g40_positions_at(w->asks, 0)));
  g40_uptakes_free(uptakes);
}

static void test_uptake__figures_are_shares(void **state) {
  const world *w = *state;
  g40_error err;
  g40_uptakes *uptakes = g40_db_uptake(w->papers, w->asks, NULL, &err);
  const double shares[] = {g40_uptakes_precision(uptakes), g40_uptakes_recall(uptakes),
                           g40_uptakes_subject_precision(uptakes), g40_uptakes_subject_recall(uptakes),
                           g40_uptakes_passage_precision(uptakes)};
  for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
    assert_true(shares[i] > 0 && shares[i] <= 1);
  }
  g40_uptakes_free(uptakes);
}

static void test_uptake__a_document_filter_keeps_its_column_and_its_states(void **state) {
  const world *w = *state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_document(query, "near", &err), G40_OK);
  g40_uptakes *all = g40_db_uptake(w->papers, w->asks, NULL, &err);
  g40_uptakes *one = g40_db_uptake(w->papers, w->asks, query, &err);
  assert_int_equal(g40_uptakes_total(one), g40_positions_total(w->asks));
  assert_true(g40_uptake_margin(g40_uptakes_at(one, 0)) == g40_uptake_margin(g40_uptakes_at(all, 0)));
  assert_int_equal(g40_query_add_document(query, "nergens", &err), G40_OK);
  assert_null(g40_db_uptake(w->papers, w->asks, query, &err));
  assert_int_equal(err.code, G40_NOT_FOUND);
  g40_uptakes_free(all);
  g40_uptakes_free(one);
  g40_query_free(query);
}

static void test_uptake__a_limit_leaves_the_total(void **state) {
  const world *w = *state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_set_limit(query, 1, &err), G40_OK);
  g40_uptakes *one = g40_db_uptake(w->papers, w->asks, query, &err);
  assert_int_equal(g40_uptakes_count(one), 1);
  assert_int_equal(g40_uptakes_total(one), 2 * g40_positions_total(w->asks));
  assert_null(g40_uptakes_at(one, 1));
  g40_uptakes_free(one);
  g40_query_free(query);
}

static void test_uptake__an_ask_is_not_looked_for_in_its_own_document(void **state) {
  const world *w = *state;
  g40_error err;
  g40_uptakes *own = g40_db_uptake(w->corpus, w->asks, NULL, &err);
  assert_non_null(own);
  assert_int_equal(g40_uptakes_total(own), 0);
  g40_uptakes_free(own);
}

static void test_uptake__rows_outlive_databases_and_asks(void **state) {
  world *w = *state;
  g40_error err;
  g40_uptakes *uptakes = g40_db_uptake(w->papers, w->asks, NULL, &err);
  const g40_uptake *row = g40_uptake_retain(g40_uptakes_at(uptakes, 0));
  g40_uptakes_free(uptakes);
  g40_positions_free(w->asks);
  g40_db_free(w->papers);
  g40_db_free(w->corpus);
  w->asks = NULL;
  w->papers = w->corpus = NULL;
  const g40_match *match = g40_match_retain(g40_uptake_match(row));
  assert_string_equal(g40_uptake_document(row), "near");
  g40_uptake_release(row);
  assert_non_null(strstr(g40_match_text(match), "bijstand"));
  g40_match_release(match);
}

static int stop(void *context, int64_t done, int64_t total, const char *what) {
  int *calls = context;
  assert_true(done < total);
  assert_string_equal(what, "asks");
  return ++*calls;
}

static void test_uptake__can_be_cancelled(void **state) {
  const world *w = *state;
  g40_error err;
  int calls = 0;
  g40_options *options = g40_options_new(&err);
  assert_int_equal(g40_options_set_progress(options, stop, &calls, &err), G40_OK);
  g40_db *db = g40_db_open_with(w->db, options, &err);
  g40_options_free(options);
  assert_non_null(db);
  assert_null(g40_db_uptake(db, w->asks, NULL, &err));
  assert_int_equal(err.code, G40_CANCELLED);
  assert_int_equal(calls, 1);
  g40_db_free(db);
}

static void test_uptake__what_is_missing_is_refused(void **state) {
  const world *w = *state;
  g40_error err;
  assert_null(g40_db_uptake(w->papers, NULL, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_uptake(NULL, w->asks, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_int_equal(g40_uptakes_count(NULL), 0);
  assert_null(g40_uptake_match(NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_uptake__the_document_on_the_subject_comes_first, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__figures_are_shares, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__a_document_filter_keeps_its_column_and_its_states, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__a_limit_leaves_the_total, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__an_ask_is_not_looked_for_in_its_own_document, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__rows_outlive_databases_and_asks, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__can_be_cancelled, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_uptake__what_is_missing_is_refused, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
