/* Two editions of a paper, through the shared library. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static g40_positions *positions(const char *kind) {
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_kind(query, kind, &err), G40_OK);
  g40_positions *rows = g40_db_positions(db, query, &err);
  g40_query_free(query);
  g40_db_free(db);
  assert_true(g40_positions_count(rows) > 0);
  return rows;
}

static void test_compare__a_paper_is_like_itself(void **state) {
  (void)state;
  g40_error err;
  g40_positions *asks = positions("ask");
  g40_differences *same = g40_compare(asks, asks, NULL, &err);
  assert_non_null(same);
  assert_int_equal(g40_differences_total(same), g40_positions_total(asks));
  assert_int_equal(g40_differences_kept(same), g40_positions_total(asks));
  assert_int_equal(g40_differences_changed(same) + g40_differences_dropped(same) + g40_differences_added(same), 0);
  assert_int_equal(g40_differences_moved(same), 0);
  for (size_t i = 0; i < g40_differences_count(same); i++) {
    const g40_difference *row = g40_differences_at(same, i);
    assert_string_equal(g40_difference_state(row), "kept");
    assert_ptr_equal(g40_difference_before(row), g40_difference_after(row));
    assert_int_equal(g40_marks_count(g40_difference_gone(row)), 0);
    assert_true(g40_difference_likeness(row) == 1);
  }
  g40_differences_free(same);
  g40_positions_free(asks);
}

static void test_compare__what_is_in_one_edition_only_is_dropped_or_new(void **state) {
  (void)state;
  g40_error err;
  g40_query *none = g40_query_new(&err);
  assert_int_equal(g40_query_add_document(none, "g40-economie-en-werk-2025", &err), G40_OK);
  assert_int_equal(g40_query_add_text(none, "woorden die nergens staan", &err), G40_OK);
  g40_db *db = g40_db_open(NULL, &err);
  g40_positions *empty = g40_db_positions(db, none, &err), *asks = positions("ask");
  assert_int_equal(g40_positions_count(empty), 0);
  g40_differences *dropped = g40_compare(asks, empty, NULL, &err), *added = g40_compare(empty, asks, NULL, &err);
  g40_differences *nothing = g40_compare(empty, empty, NULL, &err);
  assert_int_equal(g40_differences_dropped(dropped), g40_positions_total(asks));
  assert_int_equal(g40_differences_added(added), g40_positions_total(asks));
  assert_int_equal(g40_differences_total(nothing), 0);
  assert_null(g40_difference_after(g40_differences_at(dropped, 0)));
  assert_null(g40_difference_before_text(g40_differences_at(added, 0)));
  g40_differences_free(nothing);
  g40_differences_free(dropped);
  g40_differences_free(added);
  g40_positions_free(empty);
  g40_positions_free(asks);
  g40_query_free(none);
  g40_db_free(db);
}

static void test_compare__a_limit_leaves_the_counts(void **state) {
  (void)state;
  g40_error err;
  g40_positions *asks = positions("ask");
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_set_limit(query, 2, &err), G40_OK);
  g40_differences *two = g40_compare(asks, asks, query, &err);
  assert_int_equal(g40_differences_count(two), 2);
  assert_int_equal(g40_differences_kept(two), g40_differences_total(two));
  assert_null(g40_differences_at(two, 2));
  g40_differences_free(two);
  g40_query_free(query);
  g40_positions_free(asks);
}

static void test_compare__rows_keep_the_positions_alive(void **state) {
  (void)state;
  g40_error err;
  g40_positions *asks = positions("ask"), *others = positions("problem");
  g40_differences *rows = g40_compare(asks, others, NULL, &err);
  const g40_difference *first = g40_difference_retain(g40_differences_at(rows, 0));
  g40_positions_free(asks);
  g40_positions_free(others);
  g40_differences_free(rows);
  const g40_position *held = g40_difference_before(first) ? g40_difference_before(first) : g40_difference_after(first);
  held = g40_position_retain(held);
  assert_true(strlen(g40_position_text(held)) > 0);
  g40_difference_release(first);
  assert_true(strlen(g40_position_text(held)) > 0);
  g40_position_release(held);
}

static void test_compare__what_is_missing_is_refused(void **state) {
  (void)state;
  g40_error err;
  g40_positions *asks = positions("ask");
  assert_null(g40_compare(NULL, asks, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_non_null(strstr(err.message, "before"));
  assert_null(g40_compare(asks, NULL, NULL, &err));
  assert_non_null(strstr(err.message, "after"));
  g40_positions_free(asks);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_compare__a_paper_is_like_itself),
      cmocka_unit_test(test_compare__what_is_in_one_edition_only_is_dropped_or_new),
      cmocka_unit_test(test_compare__a_limit_leaves_the_counts),
      cmocka_unit_test(test_compare__rows_keep_the_positions_alive),
      cmocka_unit_test(test_compare__what_is_missing_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
