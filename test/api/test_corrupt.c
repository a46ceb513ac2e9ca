/* Damaged and foreign databases: an error or an answer, never a crash, a hang or an invalid read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "support/questions.h"

enum { FLIPS = 10000, SEED = 40, CUTS = 200 };

static char folder[64], good[128], bad[128];
static unsigned char *bytes;
static size_t length;
static uint64_t answers; /* of the good database */

static bool write_file(const char *path, const unsigned char *from, size_t size) {
  FILE *file = fopen(path, "wb");
  if (!file) {
    return false;
  }
  bool done = fwrite(from, 1, size, file) == size;
  return (fclose(file) == 0) && done;
}

static bool read_good(void) {
  FILE *file = fopen(good, "rb");
  struct stat status;
  if (!file || fstat(fileno(file), &status) != 0) {
    return false;
  }
  length = (size_t)status.st_size;
  bytes = malloc(length);
  bool done = bytes && fread(bytes, 1, length, file) == length;
  fclose(file);
  return done;
}

static int setup(void **state) {
  (void)state;
  g40_error err;
  walk to;
  snprintf(folder, sizeof folder, "%s/g40-corrupt-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
  if (!mkdtemp(folder)) {
    return -1;
  }
  snprintf(good, sizeof good, "%s/good.g40", folder);
  snprintf(bad, sizeof bad, "%s/bad.g40", folder);
  g40_diagnostics_free(g40_compile(DATA_DIR "/small", good, &err));
  g40_db *db = g40_db_open(good, &err);
  walk_start(&to);
  size_t failed = db ? ask_everything(db, &to) : 9;
  g40_db_free(db);
  answers = to.hash;
  return failed == 1 && !to.broken && read_good() ? 0 : -1; /* one question is about an unknown name */
}

static int teardown(void **state) {
  (void)state;
  free(bytes);
  remove(good);
  remove(bad);
  return rmdir(folder);
}

enum { HANG_SECONDS = 20 };

/* Opens the bad file and asks `count` questions from `first` on. Returns the code of opening. */
static int try_some(walk *to, size_t first, size_t count) {
  g40_error err;
  walk_start(to);
  alarm(HANG_SECONDS);
  g40_db *db = g40_db_open(bad, &err);
  if (!db) {
    walk_string(to, err.message);
    assert_true(err.code < 0 && err.message[0] && !to->broken);
    return err.code;
  }
  ask_some(db, to, first, count);
  assert_int_equal(to->broken, 0);
  g40_db_free(db);
  alarm(0);
  return G40_OK;
}

static int try_bad(walk *to) { return try_some(to, 0, question_count); }

static int try_file(const unsigned char *from, size_t size) {
  walk to;
  assert_true(write_file(bad, from, size));
  return try_bad(&to);
}

/* --- bytes */

static void test_truncated__anywhere_is_an_error_or_an_answer(void **state) {
  (void)state;
  size_t refused = 0;
  for (size_t i = 0; i < CUTS; i++) {
    refused += try_file(bytes, length * i / CUTS) != G40_OK;
    refused += try_file(bytes, i * 7) != G40_OK; /* in the header and the first page */
  }
  assert_true(refused > CUTS);
}

static uint32_t next_number(uint32_t *seed) { /* xorshift */
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

static void test_flipped__bits_at_10000_places(void **state) {
  (void)state;
  uint32_t seed = SEED;
  size_t refused = 0, changed = 0;
  uint64_t expected[64] = {0};
  unsigned char *copy = malloc(length);
  assert_non_null(copy);
  assert_true(write_file(bad, bytes, length) && question_count < 64);
  for (size_t i = 0; i < question_count; i++) {
    walk to;
    assert_int_equal(try_some(&to, i, 4), G40_OK);
    expected[i] = to.hash;
  }
  for (int i = 0; i < FLIPS; i++) {
    walk to;
    memcpy(copy, bytes, length);
    uint32_t flips = 1 + next_number(&seed) % 4;
    for (uint32_t k = 0; k < flips; k++) {
      /* Half of them where it hurts: headers of pages, and the schema on the first one. */
      size_t page = next_number(&seed) % (length / 4096), at = next_number(&seed) % (page && k % 2 ? 128 : 4096);
      copy[page * 4096 + at] ^= (unsigned char)(1u << next_number(&seed) % 8);
    }
    assert_true(write_file(bad, copy, length));
    int code = try_some(&to, (size_t)i * 4, 4);
    refused += code != G40_OK;
    changed += code == G40_OK && to.hash != expected[i * 4 % (int)question_count];
  }
  free(copy);
  printf("%d files: %zu refused, %zu with other answers, the rest as before\n", (int)FLIPS, refused, changed);
  assert_true(refused + changed > 0);
}

/* --- what is no database of ours */

static void test_foreign__files_are_refused(void **state) {
  (void)state;
  static const unsigned char text[] = "this is a letter to the editor, not a database";
  assert_int_equal(try_file(bytes, 0), G40_CORRUPT);
  assert_int_equal(try_file(text, sizeof text), G40_CORRUPT);
  unsigned char zeros[8192] = {0};
  assert_int_equal(try_file(zeros, sizeof zeros), G40_CORRUPT);
}

static void test_places__that_are_no_files_are_refused_at_once(void **state) {
  (void)state;
  g40_error err;
  char fifo[160];
  snprintf(fifo, sizeof fifo, "%s/fifo", folder);
  assert_int_equal(mkfifo(fifo, 0600), 0);
  const char *places[] = {folder, fifo, "/dev/null", "/dev/zero", "file:/dev/zero?mode=ro", ":memory:"};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    assert_null(g40_db_open(places[i], &err));
    assert_int_equal(err.code, G40_IO);
    assert_non_null(strstr(err.message, places[i]));
  }
  remove(fifo);
}

static void test_names__that_look_like_a_uri_are_names(void **state) {
  (void)state;
  g40_error err;
  char here[4096];
  assert_non_null(getcwd(here, sizeof here));
  assert_int_equal(chdir(folder), 0);
  assert_true(write_file("file:x?mode=memory", bytes, length));
  g40_db *db = g40_db_open("file:x?mode=memory", &err);
  g40_info *info = g40_db_info(db, &err);
  assert_int_equal(g40_info_documents(info), 1);
  g40_info_free(info);
  g40_db_free(db);
  remove("file:x?mode=memory");
  assert_int_equal(chdir(here), 0);
}

/* --- a database of ours, changed by SQL */

/* Makes the bad file from the good one and runs SQL on it. Returns what opening answers. */
static int try_sql(const char *sql, walk *to) {
  sqlite3 *sqlite = NULL;
  assert_true(write_file(bad, bytes, length));
  assert_int_equal(sqlite3_open(bad, &sqlite), SQLITE_OK);
  char *why = NULL;
  int result = sqlite3_exec(sqlite, sql, NULL, NULL, &why);
  if (result != SQLITE_OK) {
    fail_msg("%s: %s", sql, why);
  }
  sqlite3_close(sqlite);
  return try_bad(to);
}

typedef struct {
  const char *sql;
  int code; /* of opening */
} change;

static void test_tables__must_be_ours(void **state) {
  (void)state;
  static const change changes[] = {
      {"PRAGMA user_version=0", G40_CORRUPT},
      {"PRAGMA user_version=-1", G40_CORRUPT},
      {"PRAGMA user_version=2147483647", G40_UNSUPPORTED},
      {"PRAGMA application_id=0", G40_CORRUPT},
      {"INSERT INTO feature VALUES('telepathy', NULL)", G40_UNSUPPORTED},
      {"INSERT INTO feature VALUES(x'ff', NULL)", G40_UNSUPPORTED},
      {"DROP TABLE meta", G40_CORRUPT},
      {"DROP TABLE feature", G40_CORRUPT},
      {"DROP TABLE theme; CREATE VIEW theme AS WITH RECURSIVE n(pk) AS (SELECT 1 UNION ALL SELECT pk + 1 FROM n)"
       " SELECT pk, 'theme/' || pk AS id, 'x' AS label_nl, 'x' AS label_en, '' AS broader, '' AS scheme, '' AS source,"
       " '' AS doubt, '' AS origin FROM n",
       G40_CORRUPT},
      {"DROP TABLE theme; CREATE VIRTUAL TABLE theme USING fts5(pk, id, label_nl, label_en, broader, scheme, source,"
       " doubt, origin)",
       G40_CORRUPT},
      {"DROP TABLE theme; CREATE TABLE theme(pk INTEGER PRIMARY KEY, id TEXT)", G40_CORRUPT},
      {"ALTER TABLE theme RENAME COLUMN label_nl TO name", G40_CORRUPT},
      {"DROP TABLE feature; CREATE TABLE feature(name TEXT AS (upper(note)), note TEXT)", G40_CORRUPT},
      {"CREATE TABLE mine(x); INSERT INTO mine VALUES(1); ALTER TABLE theme ADD COLUMN mine TEXT", G40_OK},
      {"CREATE TABLE pragma_table_list(name, type); CREATE TABLE json_each(value)", G40_OK},
      {"CREATE TRIGGER t BEFORE INSERT ON meta BEGIN SELECT 1; END", G40_OK}};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    walk to;
    int code = try_sql(changes[i].sql, &to);
    if (code != changes[i].code) {
      fail_msg("%s: %s", changes[i].sql, g40_error_name(code));
    }
  }
}

static void test_utf16__is_refused(void **state) {
  (void)state;
  walk to;
  sqlite3 *sqlite = NULL;
  remove(bad);
  assert_int_equal(sqlite3_open(bad, &sqlite), SQLITE_OK);
  assert_int_equal(sqlite3_exec(sqlite,
                                "PRAGMA encoding='UTF-16le'; PRAGMA application_id=1731473408; PRAGMA user_version=1;"
                                "CREATE TABLE meta(key, value)",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  sqlite3_close(sqlite);
  assert_int_equal(try_bad(&to), G40_UNSUPPORTED);
}

/* --- values that do not belong: each column of each table in turn gets them */

static const char *const values[] = {"NULL",
                                     "'text'",
                                     "''",
                                     "-1",
                                     "9223372036854775807",
                                     "-9223372036854775808",
                                     "1e300",
                                     "CAST(x'ff80c0' AS TEXT)",
                                     "CAST(x'610062' AS TEXT)",
                                     "zeroblob(100)",
                                     "'9999-99-99'"};

/* Constraints would refuse them: the text of the schema is rewritten first, as a damaged file may have it. */
static const char loosen[] =
    "PRAGMA writable_schema=1;"
    "UPDATE sqlite_schema SET sql = replace(replace(replace(sql, ' NOT NULL', ''), ' UNIQUE', ''),"
    " ' REFERENCES ', ' CHECK (1) REFERENCES ') WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%';";

static int columns_of(void *context, int count, char **row, char **names) {
  (void)count;
  (void)names;
  char(*list)[2][64] = context;
  int n = 0;
  while (list[n][0][0]) {
    n++;
  }
  if (n < 398) {
    snprintf(list[n][0], 64, "%s", row[0]);
    snprintf(list[n][1], 64, "%s", row[1]);
  }
  return 0;
}

static void test_values__of_a_wrong_kind_in_every_column(void **state) {
  (void)state;
  static char list[400][2][64];
  sqlite3 *sqlite = NULL;
  assert_int_equal(sqlite3_open(good, &sqlite), SQLITE_OK);
  sqlite3_exec(sqlite,
               "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main'"
               " AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'",
               columns_of, list, NULL);
  sqlite3_close(sqlite);
  size_t tried = 0;
  for (size_t i = 0; list[i][0][0]; i++) {
    for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
      char sql[512];
      walk to;
      snprintf(sql, sizeof sql, "UPDATE OR IGNORE %.63s SET %.63s = %s", list[i][0], list[i][1], values[k]);
      assert_true(write_file(bad, bytes, length));
      assert_int_equal(sqlite3_open(bad, &sqlite), SQLITE_OK);
      sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
      assert_int_equal(sqlite3_exec(sqlite, loosen, NULL, NULL, NULL), SQLITE_OK);
      sqlite3_close(sqlite);
      assert_int_equal(sqlite3_open(bad, &sqlite), SQLITE_OK);
      sqlite3_exec(sqlite, sql, NULL, NULL, NULL); /* a key may refuse it */
      sqlite3_close(sqlite);
      try_bad(&to);
      tried++;
    }
  }
  assert_true(tried > 1000);
}

static void test_offsets__that_do_not_fit_are_errors(void **state) {
  (void)state;
  static const char *const changes[] = {"UPDATE contact SET byte_start = -5",
                                        "UPDATE contact SET byte_end = 999999999",
                                        "UPDATE contact SET byte_start = 300, byte_end = 290",
                                        "UPDATE document_text SET text = x''",
                                        "UPDATE document_text SET text = x'fffe'",
                                        "UPDATE document_text SET text = zeroblob(5000000)",
                                        "DELETE FROM document_text"};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    walk to;
    assert_int_equal(try_sql(changes[i], &to), G40_OK);
    assert_true(to.hash != answers);
  }
}

static void test_verify__finds_what_was_changed(void **state) {
  (void)state;
  static const char *const changes[] = {
      "UPDATE position_passage SET quote = 'Het Rijk moet niets.' WHERE ordinal = 1",
      "UPDATE position_passage SET byte_end = byte_end + 1 WHERE position = 1",
      "UPDATE position_passage SET char_start = 3 WHERE position = 1",
      "UPDATE document SET sha256 = 'x'",
      "UPDATE document SET bytes = 9",
      "DELETE FROM position_passage WHERE position = 1",
      "PRAGMA foreign_keys=0; UPDATE position SET theme = 99",
      "UPDATE citation SET url = 'mailto:x@example.invalid'",
      "UPDATE ministry_version SET political_from = '2001-01-01', political_to = NULL"};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    walk to;
    g40_error err;
    try_sql(changes[i], &to);
    g40_db *db = g40_db_open(bad, &err);
    g40_diagnostics *found = g40_db_verify(db, &err);
    if (g40_diagnostics_errors(found) == 0) {
      fail_msg("not found: %s", changes[i]);
    }
    g40_diagnostics_free(found);
    g40_db_free(db);
  }
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_truncated__anywhere_is_an_error_or_an_answer),
      cmocka_unit_test(test_flipped__bits_at_10000_places),
      cmocka_unit_test(test_foreign__files_are_refused),
      cmocka_unit_test(test_places__that_are_no_files_are_refused_at_once),
      cmocka_unit_test(test_names__that_look_like_a_uri_are_names),
      cmocka_unit_test(test_tables__must_be_ours),
      cmocka_unit_test(test_utf16__is_refused),
      cmocka_unit_test(test_values__of_a_wrong_kind_in_every_column),
      cmocka_unit_test(test_offsets__that_do_not_fit_are_errors),
      cmocka_unit_test(test_verify__finds_what_was_changed),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
