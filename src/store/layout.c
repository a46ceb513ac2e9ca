#include "store/layout.h"

#include <string.h>

#include "store/open.h"

/* A PRAGMA about one table. Not the function of that name: a file could have a table that is called like it. */
static int about(g4_store *store, const char *pragma, const char *table, sqlite3_stmt **statement, g40_error *err) {
  char *sql = sqlite3_mprintf("PRAGMA main.%s(\"%w\")", pragma, table);
  *statement = sql ? g4_store_prepare(store, sql, err) : NULL;
  sqlite3_free(sql);
  return *statement ? G40_OK : sql ? err->code : g4_nomem(err);
}

/* Reads on to the row whose text in column 1 is `name`. 1: found, 0: not there. */
static int find(g4_store *store, sqlite3_stmt *rows, const char *name, g40_error *err) {
  int code;
  while ((code = g4_store_step(store, rows, err)) == 1) {
    const char *text = (const char *)sqlite3_column_text(rows, 1);
    if (!text) {
      return g4_nomem(err);
    }
    if (sqlite3_stricmp(text, name) == 0) {
      return 1;
    }
  }
  return code;
}

/* SQLite itself sees to it that type and text of a row of its schema fit each other. A virtual table has no root. */
static int is_table(g4_store *store, const char *table, g40_error *err) {
  sqlite3_stmt *row = g4_store_prepare(
      store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE", err);
  int code = row ? g4_store_bind(store, row, err, "s", table) : err->code;
  if (code == G40_OK) {
    code = g4_store_step(store, row, err);
  }
  sqlite3_finalize(row);
  return code;
}

/* 1: every column of the model's table is one of the file's. */
static int has_columns(g4_store *store, g4_store *model, const char *table, g40_error *err) {
  sqlite3_stmt *wanted = NULL, *rows = NULL;
  int code = about(model, "table_xinfo", table, &wanted, err);
  if (code == G40_OK) {
    code = about(store, "table_xinfo", table, &rows, err);
  }
  int found = 1;
  while (code == G40_OK && found == 1 && (code = g4_store_step(model, wanted, err)) == 1) {
    const char *name = (const char *)sqlite3_column_text(wanted, 1);
    sqlite3_reset(rows);
    found = name ? find(store, rows, name, err) : g4_nomem(err);
    code = found < 0 ? found : G40_OK;
    found = found == 1 && sqlite3_column_int(rows, 6) == 0;
  }
  sqlite3_finalize(wanted);
  sqlite3_finalize(rows);
  return code < 0 ? code : found;
}

static int check_tables(g4_store *store, g4_store *model, const char *path, g40_error *err) {
  sqlite3_stmt *tables = g4_store_prepare(model, "SELECT name FROM sqlite_schema WHERE type = 'table'", err);
  int code = tables ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(model, tables, err)) == 1) {
    const char *table = (const char *)sqlite3_column_text(tables, 0);
    int fits = table ? is_table(store, table, err) : g4_nomem(err);
    fits = fits == 1 ? has_columns(store, model, table, err) : fits;
    code = fits < 0 ? fits
           : fits == 1
               ? G40_OK
               : g4_fail(err, G40_CORRUPT,
                         "%.120s has no right table '%s': it is damaged, or another version made it; make it anew",
                         path, table);
  }
  sqlite3_finalize(tables);
  return code;
}

static int check_by_model(g4_store *store, const char *path, g40_error *err) {
  g4_store *model = g4_store_connect(":memory:", SQLITE_OPEN_READWRITE, err);
  int code = model ? g4_store_script(model, g4_schema_sql, err) : err->code;
  if (code == G40_OK) {
    code = check_tables(store, model, path, err);
  }
  g4_store_close(model);
  return code;
}

static int count_tables(const char *schema) {
  static const char create[] = "\nCREATE TABLE ";
  int count = 0;
  for (const char *at = strstr(schema, create); at; at = strstr(at + 1, create)) {
    count++;
  }
  return count;
}

/* SQLite keeps the text that made a table: in a file that nobody altered it is, word for word, a piece of schema.sql.
 * 1: all are. */
static int is_unaltered(g4_store *store, g40_error *err) {
  sqlite3_stmt *rows =
      g4_store_prepare(store, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", err);
  int code = rows ? G40_OK : err->code, same = 0;
  while (code == G40_OK && (code = g4_store_step(store, rows, err)) == 1) {
    const char *sql = (const char *)sqlite3_column_text(rows, 0);
    const char *piece = sql && strncmp(sql, "CREATE TABLE ", 13) == 0 ? strstr(g4_schema_sql, sql) : NULL;
    same += piece && piece[strlen(sql)] == ';';
    code = G40_OK;
  }
  sqlite3_finalize(rows);
  return code < 0 ? code : same == count_tables(g4_schema_sql);
}

int g4_store_check_layout(g4_store *store, const char *path, g40_error *err) {
  int code = is_unaltered(store, err);
  return code == 0 ? check_by_model(store, path, err) : code < 0 ? code : G40_OK;
}
