/* Who lives how long: any order of frees is right, rows outlive all else, a closed handle says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/questions.h"

static g40_db *open_embedded(void) {
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  assert_non_null(db);
  return db;
}

static g40_positions *all_positions(g40_db *db) {
  g40_error err;
  g40_positions *rows = g40_db_positions(db, NULL, &err);
  assert_true(g40_positions_count(rows) > 0);
  return rows;
}

static void test_free__in_any_order(void **state) {
  (void)state;
  /* Each of the six orders of handle, query and rows. */
  static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  for (int i = 0; i < 6; i++) {
    g40_error err;
    g40_db *db = open_embedded();
    g40_query *query = g40_query_new(&err);
    assert_int_equal(g40_query_add_kind(query, "ask", &err), G40_OK);
    g40_positions *rows = g40_db_positions(db, query, &err);
    assert_non_null(rows);
    for (int k = 0; k < 3; k++) {
      switch (orders[i][k]) {
        case 0:
          g40_db_free(db);
          break;
        case 1:
          g40_query_free(query);
          break;
        default:
          assert_string_equal(g40_position_kind(g40_positions_at(rows, 0)), "ask");
          g40_positions_free(rows);
      }
    }
  }
}

static void test_row__retained_alone_keeps_its_strings(void **state) {
  (void)state;
  g40_db *db = open_embedded();
  g40_positions *rows = all_positions(db);
  const g40_position *row = g40_position_retain(g40_positions_at(rows, 1));
  g40_positions_free(rows);
  g40_db_free(db);
  walk to;
  walk_start(&to);
  walk_position(&to, row);
  assert_true(to.strings > 5 && !to.broken);
  g40_position_release(row);
}

static void test_nested__array_and_its_row_outlive_the_array_that_held_them(void **state) {
  (void)state;
  g40_db *db = open_embedded();
  g40_positions *rows = all_positions(db);
  const g40_passages *passages = g40_passages_retain(g40_position_passages(g40_positions_at(rows, 0)));
  const g40_range *range = g40_range_retain(g40_ranges_at(g40_passage_ranges(g40_passages_at(passages, 0)), 0));
  g40_db_free(db);
  g40_positions_free(rows);
  assert_true(strlen(g40_passage_quote(g40_passages_at(passages, 0))) > 0);
  g40_passages_free(passages);
  assert_true(g40_range_end(range) > g40_range_start(range));
  g40_range_release(range);
}

static void test_retain__counts(void **state) {
  (void)state;
  enum { TIMES = 100 };
  g40_db *db = open_embedded();
  const g40_positions *rows = all_positions(db);
  const g40_position *row = g40_positions_at(rows, 0);
  for (int i = 0; i < TIMES; i++) {
    assert_ptr_equal(g40_positions_retain(rows), rows);
    assert_ptr_equal(g40_position_retain(row), row);
  }
  for (int i = 0; i < TIMES; i++) {
    g40_positions_free(rows);
    g40_position_release(row);
  }
  assert_non_null(g40_position_id(row));
  g40_positions_free(rows);
  g40_db_free(db);
}

static void test_resolution__and_its_parts_outlive_the_handle(void **state) {
  (void)state;
  g40_error err;
  g40_db *db = open_embedded();
  g40_resolution *found = g40_db_resolve(db, "EZK", "2020-01-01", NULL, &err);
  assert_non_null(found);
  g40_db_free(db);
  const g40_changes *changes = g40_changes_retain(g40_resolution_changes(found));
  const g40_ministry *ministry = g40_ministry_retain(g40_resolution_ministry(found));
  g40_resolution_free(found);
  assert_string_equal(g40_ministry_abbreviation(ministry), "EZK");
  assert_true(g40_changes_count(changes) > 0);
  assert_non_null(g40_change_date(g40_changes_at(changes, 0)));
  g40_ministry_release(ministry);
  g40_changes_free(changes);
}

static void test_query__copies_what_it_is_given(void **state) {
  (void)state;
  g40_error err;
  char kind[8] = "ask";
  g40_db *db = open_embedded();
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_kind(query, kind, &err), G40_OK);
  memset(kind, 'x', sizeof kind);
  g40_positions *rows = g40_db_positions(db, query, &err);
  assert_true(g40_positions_count(rows) > 0);
  g40_positions_free(rows);
  g40_query_free(query);
  g40_db_free(db);
}

static void test_closed__every_question_says_so(void **state) {
  (void)state;
  g40_error err;
  g40_db *db = open_embedded();
  g40_positions *rows = all_positions(db);
  assert_int_equal(g40_db_close(db, &err), G40_OK);
  assert_int_equal(g40_db_close(db, &err), G40_OK);
  for (size_t i = 0; i < question_count; i++) {
    walk to;
    walk_start(&to);
    if (questions[i].ask(db, &to, &err) != G40_CLOSED || err.code != G40_CLOSED || !err.message[0]) {
      fail_msg("%s: %s", questions[i].name, g40_error_name(err.code));
    }
  }
  assert_non_null(g40_position_id(g40_positions_at(rows, 0)));
  g40_db_free(db);
  g40_positions_free(rows);
}

static void test_error__may_be_null_everywhere(void **state) {
  (void)state;
  g40_db *db = g40_db_open(NULL, NULL);
  assert_null(g40_db_open("/nowhere/at/all", NULL));
  assert_null(g40_db_resolve(db, NULL, NULL, NULL, NULL));
  assert_null(g40_db_text(db, "no such document", false, NULL));
  assert_null(g40_compile("/nowhere", "/nowhere/x", NULL));
  g40_diagnostics *faults = g40_db_verify(db, NULL);
  assert_int_equal(g40_diagnostics_errors(faults), 0);
  g40_diagnostics_free(faults);
  assert_int_equal(g40_db_close(db, NULL), G40_OK);
  assert_null(g40_db_positions(db, NULL, NULL));
  g40_db_free(db);
}

static void test_error__is_cleared_by_a_call_that_succeeds(void **state) {
  (void)state;
  g40_error err;
  assert_null(g40_db_open("/nowhere/at/all", &err));
  assert_int_equal(err.code, G40_IO);
  g40_db *db = g40_db_open(NULL, &err);
  assert_int_equal(err.code, G40_OK);
  assert_int_equal(err.offset, -1);
  assert_string_equal(err.message, "");
  g40_db_free(db);
}

static void test_null__getters_and_frees_are_safe(void **state) {
  (void)state;
  const char *name = walk_nulls();
  if (name) {
    fail_msg("%s(NULL) gave something", name);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_free__in_any_order),
      cmocka_unit_test(test_row__retained_alone_keeps_its_strings),
      cmocka_unit_test(test_nested__array_and_its_row_outlive_the_array_that_held_them),
      cmocka_unit_test(test_retain__counts),
      cmocka_unit_test(test_resolution__and_its_parts_outlive_the_handle),
      cmocka_unit_test(test_query__copies_what_it_is_given),
      cmocka_unit_test(test_closed__every_question_says_so),
      cmocka_unit_test(test_error__may_be_null_everywhere),
      cmocka_unit_test(test_error__is_cleared_by_a_call_that_succeeds),
      cmocka_unit_test(test_null__getters_and_frees_are_safe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
