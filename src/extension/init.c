/* The loadable extension: what SQLite calls when it loads us. docs/extension.md is for its users. */
#include <stdlib.h>

#include "extension/table.h"
#include "g40/version.h"

/* SQLite's functions, one table for the process: SQLite wants it as a variable. */
SQLITE_EXTENSION_INIT1

enum { OLDEST_SQLITE = 3037000 };

/* Under this name SQLite finds it whatever the file is called. */
__attribute__((visibility("default"))) int sqlite3_extension_init(sqlite3 *sqlite, char **message,
                                                                  const sqlite3_api_routines *routines);

static void version(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count, (void)values;
  sqlite3_result_text(context, G40_VERSION, -1, SQLITE_STATIC);
}

/* Loading twice must not take away tables that a statement is reading. 1: loaded already. */
static int is_loaded(sqlite3 *sqlite) {
  sqlite3_stmt *row = NULL;
  int result = sqlite3_prepare_v2(sqlite, "SELECT 1 FROM pragma_module_list WHERE name = 'g40_search'", -1, &row, NULL);
  int loaded = result == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW;
  sqlite3_finalize(row);
  return loaded;
}

static int register_all(sqlite3 *sqlite) {
  static const g4_table *const tables[] = {&g4_table_search, &g4_table_match, &g4_table_resolve};
  g4_connection *connection = calloc(1, sizeof *connection);
  if (!connection) {
    return SQLITE_NOMEM;
  }
  connection->sqlite = sqlite;
  connection->modules = 1; /* ours, until all hold it */
  int result = sqlite3_create_function_v2(
      sqlite, "g40_version", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, version, NULL, NULL, NULL);
  for (size_t i = 0; i < sizeof tables / sizeof *tables && result == SQLITE_OK; i++) {
    result = g4_table_register(tables[i], connection);
  }
  g4_connection_release(connection);
  return result;
}

int sqlite3_extension_init(sqlite3 *sqlite, char **message, const sqlite3_api_routines *routines) {
  if (routines->libversion_number() < OLDEST_SQLITE) {
    *message = routines->mprintf("g40 needs SQLite 3.37 or later, this is %s", routines->libversion());
    return SQLITE_ERROR;
  }
  if (sqlite3_api && sqlite3_api != routines) {
    *message = routines->mprintf("g40 is loaded by another copy of SQLite in this process");
    return SQLITE_ERROR;
  }
  SQLITE_EXTENSION_INIT2(routines)
  return is_loaded(sqlite) ? SQLITE_OK : register_all(sqlite);
}
