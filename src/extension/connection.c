#include "extension/connection.h"

#include <stdlib.h>

static void forget(g4_connection *connection) {
  g4_session_free(connection->session);
  connection->session = NULL;
}

void g4_connection_release(void *held) {
  g4_connection *connection = held;
  if (--connection->modules == 0) {
    forget(connection);
    free(connection);
  }
}

void g4_connection_close_table(g4_connection *connection) {
  if (--connection->tables == 0) {
    forget(connection);
  }
}

/* SQLite reads a name without a schema as one of temp first, and the library's SQL has no schemas. */
static int check_temp(g4_store *store, g40_error *err) {
  sqlite3_stmt *row =
      g4_store_statement(store,
                         "SELECT name FROM temp.sqlite_schema t WHERE type IN ('table', 'view') AND EXISTS"
                         " (SELECT 1 FROM main.sqlite_schema m WHERE m.type IN ('table', 'view')"
                         " AND m.name = t.name COLLATE NOCASE)",
                         err);
  int code = row ? g4_store_step(store, row, err) : err->code;
  if (code == 1) {
    const char *name = (const char *)sqlite3_column_text(row, 0);
    code = g4_fail(err, G40_FAILED, "a temporary table hides one of the database: %.60s", name ? name : "?");
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static int cached_number(g4_store *store, const char *sql, int64_t *number, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store, sql, err);
  int code = row ? g4_store_step(store, row, err) : err->code;
  if (code == 1) {
    *number = sqlite3_column_int64(row, 0);
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

/* Whether the database is the one that the session was opened on. Reading the schema's version goes first: it makes
 * SQLite look at the file, without which the other number may be an old one. */
static int read_state(g4_store *store, int64_t *schema, int64_t version[2], g40_error *err) {
  int code = cached_number(store, "PRAGMA main.schema_version", schema, err);
  return code == G40_OK ? g4_store_version(store, version, err) : code;
}

static bool is_current(g4_connection *connection, g40_error *err) {
  int64_t schema = 0, version[2];
  return connection->session && read_state(connection->session->store, &schema, version, err) == G40_OK &&
         schema == connection->schema && version[0] == connection->version[0] && version[1] == connection->version[1];
}

static const char *database_name(sqlite3 *sqlite) {
  const char *path = sqlite3_db_filename(sqlite, "main");
  return path && *path ? path : "the main database";
}

static bool open_session(g4_connection *connection, g40_error *err) {
  g4_store *store = g4_store_borrow(connection->sqlite, err);
  connection->session = store ? g4_session_new(store, err) : NULL;
  return connection->session && read_state(store, &connection->schema, connection->version, err) == G40_OK &&
         g4_store_check_borrowed(store, database_name(connection->sqlite), err) == G40_OK;
}

g4_session *g4_connection_session(g4_connection *connection, g40_error *err) {
  bool good = is_current(connection, err);
  if (!good) {
    forget(connection);
    good = open_session(connection, err);
  }
  if (!good || check_temp(connection->session->store, err) != G40_OK) {
    forget(connection);
  }
  return connection->session;
}
