#include "query/contains.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "unit/faults.h"

static g4_store *store;

static int set_up(void **state) {
  (void)state;
  g40_error err = {0};
  store = g4_store_create(&err);
  return store && g4_contains_register(store, &err) == G40_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  g4_store_close(store);
  return 0;
}

static int contains(const char *text, const char *needles, int64_t *value, g40_error *err) {
  sqlite3_stmt *row = g4_store_prepare(store, "SELECT g4_contains(?, ?)", err);
  assert_non_null(row);
  int code = g4_store_bind(store, row, err, "ss", text, needles);
  code = code == G40_OK ? g4_store_step(store, row, err) : code;
  *value = code == 1 ? sqlite3_column_int64(row, 0) : -1;
  sqlite3_finalize(row);
  return code == 1 ? G40_OK : code;
}

static void check(const char *text, const char *needles, int expected) {
  g40_error err = {0};
  int64_t value;
  assert_int_equal(contains(text, needles, &value, &err), G40_OK);
  if (value != expected) {
    fail_msg("%s, %s: %d", text ? text : "NULL", needles ? needles : "NULL", (int)value);
  }
}

static void test_contains__any_of_the_lines(void **state) {
  (void)state;
  check("Meer huizen in Oss", "huizen", 1);
  check("Meer huizen in Oss", "fiets\nhuizen", 1);
  check("Meer huizen in Oss", "huizen\nfiets", 1);
  check("Meer huizen in Oss", "huizen fiets", 0);
  check("Meer huizen in Oss", "fiets\nboom", 0);
  check("Meer huizen in Oss", "fiets\n", 0);
}

static void test_contains__capitals_and_accents_make_no_difference(void **state) {
  (void)state;
  check("CO\xC3\x96RDINATIE van het Rijk", "coordinatie", 1);
  check("coordinatie", "rijk", 0);
}

static void test_contains__nothing_is_in_nothing(void **state) {
  (void)state;
  check(NULL, "huizen", 0);
  check("huizen", NULL, 0);
  check("huizen", "", 0);
  check("", "huizen", 0);
}

static void test_contains__each_allocation_may_fail(void **state) {
  (void)state;
  long failures = 0;
  for (long k = 1, more = 1; more; k++) {
    g40_error err = {0};
    int64_t value;
    faults_start(k);
    sqlite3_stmt *row = g4_store_prepare(store, "SELECT g4_contains('Meer huizen', 'fiets')", &err);
    int code = row ? g4_store_step(store, row, &err) : err.code;
    value = code == 1 ? sqlite3_column_int64(row, 0) : -1;
    sqlite3_finalize(row);
    more = faults_stop() >= k;
    failures += code == G40_NOMEM;
    assert_true(code == 1 ? value == 0 : more && code == G40_NOMEM);
  }
  assert_true(failures > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_contains__any_of_the_lines),
      cmocka_unit_test(test_contains__capitals_and_accents_make_no_difference),
      cmocka_unit_test(test_contains__nothing_is_in_nothing),
      cmocka_unit_test(test_contains__each_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
