/* Who occurs with whom, through the shared library. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static g40_edges *network(const char *between, const char *relation, const g40_query *query) {
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_edges *edges = g40_db_network(db, between, relation, query, &err);
  g40_db_free(db);
  if (!edges) {
    fail_msg("%s", err.message);
  }
  return edges;
}

static void test_network__weights_are_the_positions(void **state) {
  (void)state;
  g40_edges *edges = network(NULL, NULL, NULL);
  assert_true(g40_edges_count(edges) > 10);
  assert_int_equal(g40_edges_total(edges), g40_edges_count(edges));
  for (size_t i = 0; i < g40_edges_count(edges); i++) {
    const g40_edge *edge = g40_edges_at(edges, i);
    assert_int_equal(g40_edge_weight(edge), g40_reasons_count(g40_edge_positions(edge)));
    assert_true(g40_edge_weight(edge) > 0);
    assert_true(i == 0 || g40_edge_weight(edge) <= g40_edge_weight(g40_edges_at(edges, i - 1)));
    bool ministry = strcmp(g40_edge_kind(edge), "stakeholder-stakeholder") != 0;
    assert_int_equal(g40_edge_relation(edge) != NULL, ministry);
    assert_int_equal(g40_edge_to_version(edge) != NULL, ministry);
    assert_int_equal(g40_ministries_count(g40_edge_now(edge)) > 0, ministry);
  }
  g40_edges_free(edges);
}

static void test_network__a_limit_leaves_the_total(void **state) {
  (void)state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_set_limit(query, 2, &err), G40_OK);
  g40_edges *two = network("theme-ministry", "responsible", query);
  assert_int_equal(g40_edges_count(two), 2);
  assert_true(g40_edges_total(two) > 2);
  assert_null(g40_edges_at(two, 2));
  g40_edges_free(two);
  g40_query_free(query);
}

static void test_network__an_edge_and_its_positions_outlive_the_array(void **state) {
  (void)state;
  g40_edges *edges = network(NULL, NULL, NULL);
  const g40_edge *edge = g40_edge_retain(g40_edges_at(edges, 0));
  g40_edges_free(edges);
  const g40_reasons *positions = g40_reasons_retain(g40_edge_positions(edge));
  assert_true(strlen(g40_edge_from_name(edge)) > 0);
  g40_edge_release(edge);
  assert_non_null(g40_reason_text(g40_reasons_at(positions, 0)));
  g40_reasons_free(positions);
}

static void test_network__other_words_are_refused(void **state) {
  (void)state;
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  assert_null(g40_db_network(db, "ministry-theme", NULL, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_network(db, NULL, "friend", NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_network(NULL, NULL, NULL, NULL, &err));
  assert_int_equal(g40_db_close(db, &err), G40_OK);
  assert_null(g40_db_network(db, NULL, NULL, NULL, &err));
  assert_int_equal(err.code, G40_CLOSED);
  g40_db_free(db);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_network__weights_are_the_positions),
      cmocka_unit_test(test_network__a_limit_leaves_the_total),
      cmocka_unit_test(test_network__an_edge_and_its_positions_outlive_the_array),
      cmocka_unit_test(test_network__other_words_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
