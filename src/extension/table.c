#include "extension/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

typedef struct {
  const g4_table *table;
  g4_connection *connection;
} module;

typedef struct {
  sqlite3_vtab base;
  const module *module;
} open_table;

typedef struct {
  sqlite3_vtab_cursor base;
  g4_arguments arguments;
  void *answer;
  size_t row, count;
} cursor;

static int argument_count(const g4_table *table) {
  int count = 0;
  while (count < G4_ARGUMENTS_MOST && table->arguments[count]) {
    count++;
  }
  return count;
}

static int declare(sqlite3 *sqlite, const g4_table *table) {
  g4_buf sql = {0};
  g4_buf_add_text(&sql, "CREATE TABLE x(");
  g4_buf_add_text(&sql, table->columns);
  for (int i = 0; i < argument_count(table); i++) {
    g4_buf_add_text(&sql, ", \"");
    g4_buf_add_text(&sql, table->arguments[i]);
    g4_buf_add_text(&sql, "\" HIDDEN");
  }
  g4_buf_add_text(&sql, ")");
  int result = sql.failed ? SQLITE_NOMEM : sqlite3_declare_vtab(sqlite, g4_buf_text(&sql));
  g4_buf_free(&sql);
  return result == SQLITE_OK ? sqlite3_vtab_config(sqlite, SQLITE_VTAB_INNOCUOUS) : result;
}

static int connect_table(sqlite3 *sqlite, void *data, int count, const char *const *words, sqlite3_vtab **out,
                         char **message) {
  const module *of = data;
  (void)count, (void)words, (void)message;
  int result = declare(sqlite, of->table);
  open_table *table = result == SQLITE_OK ? calloc(1, sizeof *table) : NULL;
  if (!table) {
    return result == SQLITE_OK ? SQLITE_NOMEM : result;
  }
  table->module = of;
  of->connection->tables++;
  *out = &table->base;
  return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *base) {
  open_table *table = (open_table *)base;
  g4_connection_close_table(table->module->connection);
  free(table);
  return SQLITE_OK;
}

/* SQLite frees the message with sqlite3_free(). */
static int fail(sqlite3_vtab *base, int result, const char *message) {
  sqlite3_free(base->zErrMsg);
  base->zErrMsg = sqlite3_mprintf("%s: %s", ((open_table *)base)->module->table->name, message);
  return base->zErrMsg ? result : SQLITE_NOMEM;
}

/* Which arguments are given: bit i of idxNum; their values come in that order. A plan in which one is not known yet is
 * none. */
static int plan(sqlite3_vtab *base, sqlite3_index_info *info) {
  const g4_table *table = ((open_table *)base)->module->table;
  int at[G4_ARGUMENTS_MOST], places = 0;
  for (int a = 0; a < G4_ARGUMENTS_MOST; a++) {
    at[a] = -1;
  }
  for (int i = 0; i < info->nConstraint; i++) {
    int a = info->aConstraint[i].iColumn - table->column_count;
    if (a < 0 || a >= argument_count(table) || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) {
      continue;
    }
    if (!info->aConstraint[i].usable) {
      return SQLITE_CONSTRAINT;
    }
    at[a] = at[a] < 0 ? i : at[a];
  }
  if (at[0] < 0) {
    char text[80];
    sqlite3_snprintf(sizeof text, text, "an argument is missing: %s(%s)", table->name, table->arguments[0]);
    return fail(base, SQLITE_ERROR, text);
  }
  for (int a = 0; a < G4_ARGUMENTS_MOST; a++) {
    if (at[a] >= 0) {
      info->idxNum |= 1 << a;
      info->aConstraintUsage[at[a]].argvIndex = ++places;
      info->aConstraintUsage[at[a]].omit = 1;
    }
  }
  info->estimatedCost = table->cost;
  info->estimatedRows = table->single ? 1 : 100;
  info->idxFlags = table->single ? SQLITE_INDEX_SCAN_UNIQUE : 0;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **out) {
  (void)base;
  cursor *at = calloc(1, sizeof *at);
  if (!at) {
    return SQLITE_NOMEM;
  }
  *out = &at->base;
  return SQLITE_OK;
}

static void empty(cursor *at, const g4_table *table) {
  table->free(at->answer);
  at->answer = NULL;
  at->row = at->count = 0;
  for (int a = 0; a < G4_ARGUMENTS_MOST; a++) {
    sqlite3_value_free(at->arguments[a]);
    at->arguments[a] = NULL;
  }
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  cursor *at = (cursor *)base;
  empty(at, ((open_table *)base->pVtab)->module->table);
  free(at);
  return SQLITE_OK;
}

/* The arguments outlive the call: their columns show them. */
static bool keep_arguments(cursor *at, int given, sqlite3_value **values) {
  for (int a = 0, next = 0; a < G4_ARGUMENTS_MOST; a++) {
    if (given >> a & 1) {
      sqlite3_value *value = values[next++];
      at->arguments[a] = sqlite3_value_type(value) == SQLITE_NULL ? NULL : sqlite3_value_dup(value);
      if (!at->arguments[a] && sqlite3_value_type(value) != SQLITE_NULL) {
        return false;
      }
    }
  }
  return true;
}

static int result_of(int code) {
  return code == G40_NOMEM       ? SQLITE_NOMEM
         : code == G40_BUSY      ? SQLITE_BUSY
         : code == G40_CANCELLED ? SQLITE_INTERRUPT
                                 : SQLITE_ERROR;
}

static int filter(sqlite3_vtab_cursor *base, int given, const char *unused, int count, sqlite3_value **values) {
  cursor *at = (cursor *)base;
  const module *of = ((open_table *)base->pVtab)->module;
  g40_error err = {0};
  const char *first = NULL;
  (void)unused, (void)count;
  empty(at, of->table);
  if (!keep_arguments(at, given, values)) {
    return SQLITE_NOMEM;
  }
  if (!at->arguments[0]) { /* no question, no rows: so a join over a column that has NULLs works */
    return SQLITE_OK;
  }
  int code = g4_argument_text(at->arguments[0], of->table->arguments[0], &first, &err);
  g4_session *session = code == G40_OK ? g4_connection_session(of->connection, &err) : NULL;
  at->answer = session ? of->table->ask(session, first, at->arguments, &err) : NULL;
  if (!at->answer) {
    return fail(base->pVtab, result_of(err.code), err.message);
  }
  at->count = of->table->count(at->answer);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  ((cursor *)base)->row++;
  return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base) {
  const cursor *at = (cursor *)base;
  return at->row >= at->count;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int number) {
  const cursor *at = (cursor *)base;
  const g4_table *table = ((open_table *)base->pVtab)->module->table;
  if (number < table->column_count) {
    table->column(context, at->answer, at->row, number);
  } else if (at->arguments[number - table->column_count]) {
    sqlite3_result_value(context, at->arguments[number - table->column_count]);
  }
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
  *id = (sqlite3_int64)((cursor *)base)->row + 1;
  return SQLITE_OK;
}

static void release(void *data) {
  module *of = data;
  g4_connection_release(of->connection);
  free(of);
}

int g4_table_register(const g4_table *table, g4_connection *connection) {
  /* No xCreate: the table is there by itself, and only so. */
  static const sqlite3_module methods = {.xConnect = connect_table,
                                         .xBestIndex = plan,
                                         .xDisconnect = disconnect_table,
                                         .xOpen = open_cursor,
                                         .xClose = close_cursor,
                                         .xFilter = filter,
                                         .xNext = next,
                                         .xEof = at_end,
                                         .xColumn = column,
                                         .xRowid = rowid};
  module *of = calloc(1, sizeof *of);
  if (!of) {
    return SQLITE_NOMEM;
  }
  *of = (module){table, connection};
  connection->modules++;
  return sqlite3_create_module_v2(connection->sqlite, table->name, &methods, of, release);
}

int g4_argument_text(sqlite3_value *value, const char *name, const char **text, g40_error *err) {
  if (sqlite3_value_type(value) == SQLITE_BLOB) {
    return g4_fail(err, G40_ARGUMENT, "%s must be a text, not a BLOB", name);
  }
  *text = (const char *)sqlite3_value_text(value);
  if (!*text) {
    return g4_nomem(err);
  }
  return strlen(*text) == (size_t)sqlite3_value_bytes(value) ? G40_OK
                                                             : g4_fail(err, G40_ARGUMENT, "%s holds a NUL", name);
}

int g4_argument_most(sqlite3_value *value, const char *name, int64_t *number, g40_error *err) {
  *number = 0;
  if (!value) {
    return G40_OK;
  }
  *number = sqlite3_value_numeric_type(value) == SQLITE_INTEGER ? sqlite3_value_int64(value) : 0;
  return *number > 0 ? G40_OK : g4_fail(err, G40_ARGUMENT, "%s must be a whole number, 1 or more", name);
}

void g4_result_text(sqlite3_context *context, const char *text) {
  if (text) {
    sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
  }
}

void g4_result_buffer(sqlite3_context *context, g4_buf *buffer) {
  if (buffer->failed) {
    sqlite3_result_error_nomem(context);
  } else {
    sqlite3_result_text64(context, g4_buf_text(buffer), buffer->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  g4_buf_free(buffer);
}
