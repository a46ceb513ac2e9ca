/* Bad input to each public function: one clear error that names the argument, and nothing lost. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "support/arguments.h"
#include "support/questions.h"

enum { MEGABYTES_10 = 10 << 20 };

static g40_db *db;
static char *huge; /* 10 MB of x */
static char folder[64], path[128];
static uint64_t answers;

static int setup(void **state) {
  (void)state;
  g40_error err;
  walk to;
  snprintf(folder, sizeof folder, "%s/g40-arguments-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
  huge = malloc(MEGABYTES_10 + 1);
  if (!huge || !mkdtemp(folder)) {
    return -1;
  }
  memset(huge, 'x', MEGABYTES_10);
  huge[MEGABYTES_10] = '\0';
  snprintf(path, sizeof path, "%s/small.g40", folder);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", path, &err));
  db = g40_db_open(path, &err);
  walk_start(&to);
  size_t failed = db ? ask_everything(db, &to) : 9;
  answers = to.hash;
  return failed == 1 ? 0 : -1; /* one question is about an unknown name */
}

/* Nothing was lost: the handle answers as at first. */
static int teardown(void **state) {
  (void)state;
  walk to;
  walk_start(&to);
  ask_everything(db, &to);
  g40_db_free(db);
  free(huge);
  remove(path);
  return rmdir(folder) != 0 || to.hash != answers ? -1 : 0;
}

/* The error has this code, and its one line of UTF-8 names `what`. */
static void assert_fault(const g40_error *err, int code, const char *what) {
  walk to;
  walk_start(&to);
  walk_string(&to, err->message);
  if (err->code != code || !strstr(err->message, what) || strchr(err->message, '\n') || to.broken) {
    fail_msg("%s expected, with '%s'; got %s: %s", g40_error_name(code), what, g40_error_name(err->code), err->message);
  }
}

/* --- setters of a query */

typedef int (*set_text)(g40_query *query, const char *value, g40_error *err);

static const struct {
  set_text set;
  const char *name;
} setters[] = {{g40_query_add_id, "id"},
               {g40_query_add_text, "text"},
               {g40_query_add_theme, "theme"},
               {g40_query_add_ministry, "ministry"},
               {g40_query_add_responsible, "responsible"},
               {g40_query_add_stakeholder, "stakeholder"},
               {g40_query_add_role, "role"},
               {g40_query_add_kind, "kind"},
               {g40_query_add_action, "action"},
               {g40_query_add_instrument, "instrument"},
               {g40_query_add_document, "document"}};

enum { SETTERS = (int)(sizeof setters / sizeof *setters) };

static void test_query_add__refuses_what_is_no_text(void **state) {
  (void)state;
  static const char *const bad[] = {NULL, "", "caf\xe9", "\xed\xa0\x80", "\xf5\x80\x80\x80"};
  for (int i = 0; i < SETTERS; i++) {
    g40_error err;
    g40_query *query = g40_query_new(&err);
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
      assert_int_equal(setters[i].set(query, bad[k], &err), G40_ARGUMENT);
      assert_fault(&err, G40_ARGUMENT, setters[i].name);
    }
    assert_int_equal(setters[i].set(query, "caf\xe9", &err), G40_ARGUMENT);
    assert_int_equal(err.offset, 3);
    assert_int_equal(setters[i].set(query, huge, &err), G40_ARGUMENT);
    assert_fault(&err, G40_ARGUMENT, "longer than");
    assert_int_equal(setters[i].set(NULL, "x", &err), G40_ARGUMENT);
    assert_fault(&err, G40_ARGUMENT, "query");
    /* What was refused is no filter. */
    g40_positions *rows = g40_db_positions(db, query, &err);
    assert_int_equal(g40_positions_count(rows), 3);
    g40_positions_free(rows);
    g40_query_free(query);
  }
}

static void test_query_add__unknown_names_are_named_when_asked(void **state) {
  (void)state;
  for (int i = 2; i < SETTERS; i++) {
    g40_error err;
    g40_query *query = g40_query_new(&err);
    assert_int_equal(setters[i].set(query, "zwaveldioxide \"'%_", &err), G40_OK);
    assert_null(g40_db_positions(db, query, &err));
    assert_fault(&err, G40_NOT_FOUND, "zwaveldioxide");
    assert_null(g40_db_themes(db, query, &err));
    assert_fault(&err, G40_NOT_FOUND, "zwaveldioxide");
    g40_query_free(query);
  }
}

static void test_query_set__refuses_dates_and_limits_that_are_none(void **state) {
  (void)state;
  static const char *const bad[] = {"",           "2025",     "2025-13-01",    "2025-02-29", "2025-02-30",
                                    "25-02-01",   "2025-2-1", "2025-02-01 ",   "2025/02/01", "0000-01-01",
                                    "-025-02-01", "vandaag",  "2025-02-0\xc3", "\xff"};
  g40_error err;
  g40_query *query = g40_query_new(&err);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_int_equal(g40_query_set_as_of(query, bad[i], &err), G40_ARGUMENT);
    assert_fault(&err, G40_ARGUMENT, "date");
  }
  assert_int_equal(g40_query_set_as_of(query, huge, &err), G40_ARGUMENT);
  assert_int_equal(g40_query_set_as_of(query, NULL, &err), G40_OK);
  assert_int_equal(g40_query_set_limit(query, -1, &err), G40_ARGUMENT);
  assert_fault(&err, G40_ARGUMENT, "limit");
  assert_int_equal(g40_query_set_limit(query, INT64_MAX, &err), G40_OK);
  assert_int_equal(g40_query_set_after(query, "\xff", &err), G40_ARGUMENT);
  assert_fault(&err, G40_ARGUMENT, "id");
  assert_int_equal(g40_query_set_after(query, NULL, &err), G40_OK);
  assert_int_equal(g40_query_set_as_of(NULL, "2025-01-01", &err), G40_ARGUMENT);
  assert_int_equal(g40_query_set_limit(NULL, 1, &err), G40_ARGUMENT);
  assert_int_equal(g40_query_set_after(NULL, "x", &err), G40_ARGUMENT);
  assert_int_equal(g40_query_set_with_contacts(NULL, true, &err), G40_ARGUMENT);
  assert_fault(&err, G40_ARGUMENT, "query");
  g40_query_free(query);
}

static void test_query_after__a_row_that_is_not_there_is_not_found(void **state) {
  (void)state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_set_after(query, "position/klein/nergens", &err), G40_OK);
  assert_null(g40_db_positions(db, query, &err));
  assert_fault(&err, G40_NOT_FOUND, "position/klein/nergens");
  g40_query_free(query);
}

/* --- handles and look-ups */

static void test_listings__need_a_handle(void **state) {
  (void)state;
  for (size_t i = 0; i < question_count; i++) {
    g40_error err;
    walk to;
    walk_start(&to);
    assert_int_equal(questions[i].ask(NULL, &to, &err), G40_ARGUMENT);
    assert_fault(&err, G40_ARGUMENT, "db");
  }
  g40_error err;
  assert_int_equal(g40_db_close(NULL, &err), G40_ARGUMENT);
  assert_fault(&err, G40_ARGUMENT, "db");
}

static void test_resolve__names_the_argument_at_fault(void **state) {
  (void)state;
  g40_error err;
  const struct {
    const char *name, *date, *as_of, *what;
  } bad[] = {{NULL, NULL, NULL, "name"},       {"\xff", NULL, NULL, "name"},        {huge, NULL, NULL, "name"},
             {"EZ", "gisteren", NULL, "date"}, {"EZ", NULL, "2025-00-01", "as_of"}, {"EZ", "\xff", NULL, "date"},
             {"EZ", huge, NULL, "date"}};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_null(g40_db_resolve(db, bad[i].name, bad[i].date, bad[i].as_of, &err));
    assert_fault(&err, G40_ARGUMENT, bad[i].what);
  }
  static const char *const odd[] = {
      "", " ", "\n", "'", "%", "ministerie van", "\xe2\x80\x8b", "ministerie van ministerie van"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    g40_resolution *found = g40_db_resolve(db, odd[i], "2025-01-01", NULL, &err);
    if (found) {
      assert_string_equal(g40_resolution_state(found), "unresolved");
    } else {
      assert_fault(&err, G40_ARGUMENT, "name");
    }
    g40_resolution_free(found);
  }
}

static void test_text__and_context_name_the_argument_at_fault(void **state) {
  (void)state;
  g40_error err;
  assert_null(g40_db_text(db, NULL, false, &err));
  assert_fault(&err, G40_ARGUMENT, "document");
  assert_null(g40_db_text(db, huge, false, &err));
  assert_fault(&err, G40_ARGUMENT, "document");
  assert_null(g40_db_text(db, "nergens", false, &err));
  assert_fault(&err, G40_NOT_FOUND, "nergens");
  const struct {
    int64_t start, end, around;
  } bad[] = {{-1, 5, 1}, {5, 5, 1},         {9, 5, 1},         {0, 100000, 1},
             {0, 5, -1}, {INT64_MIN, 5, 1}, {0, INT64_MAX, 1}, {INT64_MAX, INT64_MAX, 1}};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_null(g40_db_context(db, "klein", bad[i].start, bad[i].end, bad[i].around, false, &err));
    assert_fault(&err, G40_ARGUMENT, "start and end");
  }
  g40_context *context = g40_db_context(db, "klein", 43, 104, INT64_MAX, false, &err);
  assert_non_null(context);
  g40_context_free(context);
  assert_null(g40_db_context(db, NULL, 0, 5, 1, false, &err));
  assert_fault(&err, G40_ARGUMENT, "document");
  assert_null(g40_db_context(db, "nergens", 0, 5, 1, false, &err));
  assert_fault(&err, G40_NOT_FOUND, "nergens");
}

static void test_context__of_every_range_is_an_answer_or_an_argument_fault(void **state) {
  (void)state;
  for (int64_t start = 0; start < 340; start += 3) {
    for (int64_t end = start + 1; end < 340; end += 17) {
      g40_error err;
      walk to;
      g40_context *context = g40_db_context(db, "klein", start, end, 20, false, &err);
      walk_start(&to);
      walk_context(&to, context);
      assert_true(context || err.code == G40_ARGUMENT);
      assert_int_equal(to.broken, 0);
      g40_context_free(context);
    }
  }
}

/* --- files */

static void test_open__names_the_path(void **state) {
  (void)state;
  g40_error err;
  char missing[160];
  snprintf(missing, sizeof missing, "%s/missing.g40", folder);
  assert_null(g40_db_open("", &err));
  assert_fault(&err, G40_ARGUMENT, "path");
  assert_null(g40_db_open(missing, &err));
  assert_fault(&err, G40_IO, missing);
  assert_int_equal(access(missing, F_OK), -1); /* not made by asking */
  assert_null(g40_db_open(huge, &err));
  assert_fault(&err, G40_IO, "cannot open");
  assert_null(g40_db_open("/nowhere/\xff\xfe", &err));
  assert_fault(&err, G40_IO, "/nowhere/");
}

/* Root may read everything, so the test becomes somebody else in a process of its own. */
static void test_open__an_unreadable_file(void **state) {
  (void)state;
  assert_int_equal(chmod(path, 0), 0);
  assert_int_equal(chmod(folder, 0755), 0);
  fflush(stdout);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    g40_error err;
    if (geteuid() == 0 && setuid(65534) != 0) {
      _exit(2);
    }
    g40_db *opened = g40_db_open(path, &err);
    _exit(!opened && err.code == G40_IO && strstr(err.message, path) ? 0 : 1);
  }
  int status = 1;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(chmod(path, 0644), 0);
  assert_int_equal(status, 0);
}

static void test_open__a_locked_file_is_busy(void **state) {
  (void)state;
  g40_error err;
  sqlite3 *writer = NULL;
  g40_db *open_before = g40_db_open(path, &err);
  assert_non_null(open_before);
  assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
  assert_int_equal(sqlite3_exec(writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
  assert_null(g40_db_open(path, &err));
  assert_fault(&err, G40_BUSY, "locked");
  assert_null(g40_db_themes(open_before, NULL, &err));
  assert_fault(&err, G40_BUSY, "locked");
  assert_int_equal(sqlite3_exec(writer, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
  g40_themes *themes = g40_db_themes(open_before, NULL, &err);
  assert_int_equal(g40_themes_count(themes), 2);
  g40_themes_free(themes);
  sqlite3_close(writer);
  g40_db_free(open_before);
}

static void test_listing__sees_what_another_process_wrote(void **state) {
  (void)state;
  g40_error err;
  sqlite3 *writer = NULL;
  g40_resolution *before = g40_db_resolve(db, "EZ", "2025-01-01", NULL, &err);
  assert_string_equal(g40_resolution_state(before), "resolved");
  g40_resolution_free(before);
  assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
  assert_int_equal(sqlite3_exec(writer, "UPDATE ministry_version SET abbreviation = 'EX' WHERE abbreviation = 'EZ'",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  g40_resolution *after = g40_db_resolve(db, "EX", "2025-01-01", NULL, &err);
  assert_string_equal(g40_resolution_state(after), "resolved");
  g40_resolution_free(after);
  assert_int_equal(sqlite3_exec(writer, "UPDATE ministry_version SET abbreviation = 'EZ' WHERE abbreviation = 'EX'",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  sqlite3_close(writer);
}

static void test_compile__and_check_name_the_path(void **state) {
  (void)state;
  g40_error err;
  char out[160];
  snprintf(out, sizeof out, "%s/out.g40", folder);
  const struct {
    const char *data, *out;
    int code;
    const char *what;
  } bad[] = {{NULL, out, G40_ARGUMENT, "data"},
             {"", out, G40_ARGUMENT, "data"},
             {DATA_DIR "/small", NULL, G40_ARGUMENT, "out"},
             {DATA_DIR "/small", "", G40_ARGUMENT, "out"},
             {"/nowhere", out, G40_IO, "/nowhere"},
             {DATA_DIR "/small", "/nowhere/x.g40", G40_IO, "/nowhere/x.g40"},
             {DATA_DIR "/small", folder, G40_IO, folder},
             {huge, out, G40_IO, "cannot read"}};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_null(g40_compile(bad[i].data, bad[i].out, &err));
    assert_fault(&err, bad[i].code, bad[i].what);
    assert_int_equal(access(out, F_OK), -1);
  }
  assert_null(g40_coding_check(NULL, false, &err));
  assert_fault(&err, G40_ARGUMENT, "coding");
  assert_null(g40_coding_check("/nowhere/coding.yaml", false, &err));
  assert_fault(&err, G40_IO, "/nowhere/coding.yaml");
  assert_null(g40_coding_check(folder, false, &err));
  assert_fault(&err, G40_IO, folder);
}

/* --- every function that can fail, each argument bad in turn */

/* Whether the message names the argument, by its own name or by the last word of the function's ("theme"). */
static bool names_it(const g40_error *err, const bad_call *bad) {
  const char *last = strrchr(bad->function, '_') + 1;
  return strstr(err->message, bad->parameter) || strstr(err->message, last);
}

static bool one_line(const char *message) {
  walk to;
  walk_start(&to);
  walk_string(&to, message);
  return *message && !strchr(message, '\n') && !to.broken;
}

static int take_all(void *context, const char *bytes, size_t length) {
  (void)context;
  (void)bytes;
  (void)length;
  return 0;
}

static void test_every_function__names_the_argument_at_fault(void **state) {
  (void)state;
  g40_error err;
  char copy[160], out[160];
  size_t wrong = 0;
  snprintf(copy, sizeof copy, "%s/copy.g40", folder);
  snprintf(out, sizeof out, "%s/out.g40", folder);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", copy, &err));
  good_arguments good = {.db = g40_db_open_writable(copy, false, &err),
                         .query = g40_query_new(&err),
                         .ingest = g40_ingest_new(&err),
                         .options = g40_options_new(&err),
                         .settings = g40_export_new("popolo", &err),
                         .write = take_all,
                         .fd = open("/dev/null", O_WRONLY),
                         .path = copy,
                         .data = DATA_DIR "/small",
                         .out = out,
                         .coding = DATA_DIR "/small/corpora/klein/coding.yaml",
                         .huge = huge};
  g40_positions *rows = g40_db_positions(good.db, NULL, &err);
  good.position = g40_positions_at(rows, 0);
  good.asks = rows;
  assert_non_null(good.position);
  for (size_t i = 0; i < bad_call_count; i++) {
    const bad_call *bad = &bad_calls[i];
    memset(&err, 0x55, sizeof err);
    int code = bad->call(&good, &err);
    bool fine = code == G40_OK ? !bad->must_fail && err.code == G40_OK
                               : code == err.code && one_line(err.message) &&
                                     (strcmp(bad->what, "NULL") != 0 || code == G40_ARGUMENT) &&
                                     (code != G40_ARGUMENT || names_it(&err, bad));
    if (!fine) {
      printf("%s, %s being %s: %d %.250s\n", bad->function, bad->parameter, bad->what, code,
             code == G40_OK ? "" : err.message);
    }
    wrong += !fine;
  }
  g40_positions_free(rows);
  g40_query_free(good.query);
  g40_ingest_free(good.ingest);
  g40_options_free(good.options);
  g40_export_free(good.settings);
  close(good.fd);
  g40_db_free(good.db);
  remove(copy);
  remove(out);
  assert_int_equal(wrong, 0);
  assert_true(fallible_functions > 60 && bad_call_count > 3 * fallible_functions);
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_query_add__refuses_what_is_no_text),
      cmocka_unit_test(test_query_add__unknown_names_are_named_when_asked),
      cmocka_unit_test(test_query_set__refuses_dates_and_limits_that_are_none),
      cmocka_unit_test(test_query_after__a_row_that_is_not_there_is_not_found),
      cmocka_unit_test(test_listings__need_a_handle),
      cmocka_unit_test(test_resolve__names_the_argument_at_fault),
      cmocka_unit_test(test_text__and_context_name_the_argument_at_fault),
      cmocka_unit_test(test_context__of_every_range_is_an_answer_or_an_argument_fault),
      cmocka_unit_test(test_open__names_the_path),
      cmocka_unit_test(test_open__an_unreadable_file),
      cmocka_unit_test(test_open__a_locked_file_is_busy),
      cmocka_unit_test(test_listing__sees_what_another_process_wrote),
      cmocka_unit_test(test_compile__and_check_name_the_path),
      cmocka_unit_test(test_every_function__names_the_argument_at_fault),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
