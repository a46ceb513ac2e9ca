#include "store/store.h"

static int insert(g4_store *store, const char *sql, sqlite3_stmt *row, g40_error *err) {
  sqlite3_stmt *into = g4_store_statement(store, sql, err);
  int code = into ? G40_OK : err->code;
  for (int i = 0; code == G40_OK && i < sqlite3_column_count(row); i++) {
    int result = sqlite3_bind_value(into, i + 1, sqlite3_column_value(row, i));
    code = result == SQLITE_OK ? G40_OK : g4_store_fail(store, result, err);
  }
  if (code == G40_OK) {
    code = g4_store_step(store, into, err);
  }
  if (into) {
    g4_store_done(into);
  }
  return code < 0 ? code : G40_OK;
}

int g4_store_copy_rows(g4_store *store, const char *into, g4_store *from, const char *rows, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(from, rows, err);
  int code = row ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(from, row, err)) == 1) {
    code = insert(store, into, row, err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}
