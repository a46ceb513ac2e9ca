#include "store/store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "store/open.h"
#include "text/utf8.h"

typedef struct {
  const char *sql; /* compared by address */
  sqlite3_stmt *statement;
} cached;

struct g4_store {
  sqlite3 *sqlite;
  G4_VEC(cached) cache;
  void *kept;
  void (*give_back)(void *kept);
  bool borrowed;
};

g4_store *g4_store_wrap(sqlite3 *sqlite, g40_error *err) {
  g4_store *store = calloc(1, sizeof *store);
  if (!store) {
    g4_nomem(err);
    return NULL;
  }
  store->sqlite = sqlite;
  return store;
}

void g4_store_close(g4_store *store) {
  if (!store) {
    return;
  }
  if (store->kept) {
    store->give_back(store->kept);
  }
  for (size_t i = 0; i < store->cache.count; i++) {
    sqlite3_finalize(store->cache.items[i].statement);
  }
  g4_vec_free(&store->cache);
  if (!store->borrowed) {
    sqlite3_close(store->sqlite);
  }
  free(store);
}

g4_store *g4_store_borrow(sqlite3 *sqlite, g40_error *err) {
  g4_store *store = g4_store_wrap(sqlite, err);
  if (store) {
    store->borrowed = true;
  }
  return store;
}

bool g4_store_is_borrowed(const g4_store *store) { return store->borrowed; }

sqlite3 *g4_store_sqlite(g4_store *store) { return store->sqlite; }

void *g4_store_kept(const g4_store *store) { return store->kept; }

void g4_store_keep(g4_store *store, void *kept, void (*give_back)(void *kept)) {
  store->kept = kept;
  store->give_back = give_back;
}

int g4_sqlite_fail(sqlite3 *sqlite, int result, g40_error *err) {
  switch (result & 0xff) {
    case SQLITE_NOMEM:
      return g4_nomem(err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return g4_fail(err, G40_BUSY, "the database is locked by another process");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return g4_fail(err, G40_CORRUPT, "the database is damaged: %s",
                     sqlite ? sqlite3_errmsg(sqlite) : "not a database");
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
      return g4_fail(err, G40_IO, "the database cannot be read or written: %s", sqlite3_errstr(result));
    case SQLITE_READONLY:
      return g4_fail(err, G40_READONLY, "the database cannot be written");
    case SQLITE_INTERRUPT:
      return g4_fail(err, G40_CANCELLED, "cancelled");
    case SQLITE_TOOBIG:
      return g4_fail(err, G40_ARGUMENT, "a value is too long for the database");
    default:
      if (sqlite && sqlite3_errcode(sqlite) == SQLITE_NOMEM) { /* sqlite3_deserialize() says only that it failed */
        return g4_nomem(err);
      }
      return g4_fail(err, G40_FAILED, "SQLite: %s", sqlite ? sqlite3_errmsg(sqlite) : sqlite3_errstr(result));
  }
}

int g4_store_fail(g4_store *store, int result, g40_error *err) { return g4_sqlite_fail(store->sqlite, result, err); }

sqlite3_stmt *g4_store_prepare(g4_store *store, const char *sql, g40_error *err) {
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2(store->sqlite, sql, -1, &statement, NULL);
  if (result != SQLITE_OK) {
    if (result == SQLITE_ERROR) {
      /* Our SQL is right, so the tables are not ours. */
      g4_fail(err, G40_CORRUPT, "the database's tables are damaged: %s", sqlite3_errmsg(store->sqlite));
    } else {
      g4_store_fail(store, result, err);
    }
    return NULL;
  }
  return statement;
}

sqlite3_stmt *g4_store_statement(g4_store *store, const char *sql, g40_error *err) {
  for (size_t i = 0; i < store->cache.count; i++) {
    if (store->cache.items[i].sql == sql) {
      return store->cache.items[i].statement;
    }
  }
  if (!g4_vec_reserve(&store->cache)) {
    g4_nomem(err);
    return NULL;
  }
  sqlite3_stmt *statement = g4_store_prepare(store, sql, err);
  if (statement) {
    store->cache.items[store->cache.count++] = (cached){sql, statement};
  }
  return statement;
}

void g4_store_done(sqlite3_stmt *statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

static int bind_one(sqlite3_stmt *statement, int i, char type, va_list *args) {
  switch (type) {
    case 's': {
      const char *text = va_arg(*args, const char *);
      return text ? sqlite3_bind_text(statement, i, text, -1, SQLITE_STATIC) : sqlite3_bind_null(statement, i);
    }
    case 't': {
      const char *text = va_arg(*args, const char *);
      int64_t size = va_arg(*args, int64_t);
      return sqlite3_bind_text64(statement, i, text, (sqlite3_uint64)size, SQLITE_STATIC, SQLITE_UTF8);
    }
    case 'i':
      return sqlite3_bind_int64(statement, i, va_arg(*args, int64_t));
    case 'd':
      return sqlite3_bind_double(statement, i, va_arg(*args, double));
    default: {
      const void *bytes = va_arg(*args, const void *);
      int64_t size = va_arg(*args, int64_t);
      return sqlite3_bind_blob64(statement, i, bytes, (sqlite3_uint64)size, SQLITE_STATIC);
    }
  }
}

static int bind_all(g4_store *store, sqlite3_stmt *statement, g40_error *err, const char *format, va_list *args) {
  for (int i = 1; *format; format++, i++) {
    int result = bind_one(statement, i, *format, args);
    if (result != SQLITE_OK) {
      return g4_store_fail(store, result, err);
    }
  }
  return G40_OK;
}

int g4_store_bind(g4_store *store, sqlite3_stmt *statement, g40_error *err, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int code = bind_all(store, statement, err, format, &args);
  va_end(args);
  return code;
}

int g4_store_run(g4_store *store, const char *sql, g40_error *err, const char *format, ...) {
  sqlite3_stmt *statement = g4_store_statement(store, sql, err);
  if (!statement) {
    return err->code;
  }
  va_list args;
  va_start(args, format);
  int code = bind_all(store, statement, err, format, &args);
  va_end(args);
  if (code == G40_OK) {
    code = g4_store_step(store, statement, err);
  }
  g4_store_done(statement);
  return code < 0 ? code : G40_OK;
}

int g4_store_step(g4_store *store, sqlite3_stmt *statement, g40_error *err) {
  int result = sqlite3_step(statement);
  if (result == SQLITE_ROW) {
    return 1;
  }
  return result == SQLITE_DONE ? 0 : g4_store_fail(store, result, err);
}

int64_t g4_store_last_rowid(g4_store *store) { return sqlite3_last_insert_rowid(store->sqlite); }

int g4_store_script(g4_store *store, const char *sql, g40_error *err) {
  int result = sqlite3_exec(store->sqlite, sql, NULL, NULL, NULL);
  return result == SQLITE_OK ? G40_OK : g4_store_fail(store, result, err);
}

static const char begin_read[] = "BEGIN", end_read[] = "COMMIT", version_sql[] = "PRAGMA data_version";

int g4_store_begin_read(g4_store *store, int64_t *version, g40_error *err) {
  sqlite3_stmt *begin = g4_store_statement(store, begin_read, err);
  sqlite3_stmt *end = begin ? g4_store_statement(store, end_read, err) : NULL; /* so that ending needs no memory */
  sqlite3_stmt *asked = end ? g4_store_statement(store, version_sql, err) : NULL;
  if (!asked) {
    return err->code;
  }
  int code = g4_store_step(store, begin, err);
  g4_store_done(begin);
  if (code == G40_OK) {
    code = g4_store_step(store, asked, err);
    *version = code == 1 ? sqlite3_column_int64(asked, 0) : *version;
    g4_store_done(asked);
    if (code < 0) {
      g4_store_end_read(store);
    }
  }
  return code < 0 ? code : G40_OK;
}

void g4_store_end_read(g4_store *store) {
  g40_error ignored;
  sqlite3_stmt *end = g4_store_statement(store, end_read, &ignored);
  if (end && !sqlite3_get_autocommit(store->sqlite)) {
    sqlite3_step(end);
    g4_store_done(end);
  }
}

int g4_store_version(g4_store *store, int64_t version[2], g40_error *err) {
  unsigned int number = 0;
  int result = sqlite3_file_control(store->sqlite, "main", SQLITE_FCNTL_DATA_VERSION, &number);
  if (result != SQLITE_OK) {
    return g4_store_fail(store, result, err);
  }
  bool writing = sqlite3_txn_state(store->sqlite, "main") == SQLITE_TXN_WRITE; /* not in the number before its commit */
  version[0] = number;
  version[1] = writing ? 1 + sqlite3_total_changes(store->sqlite) : 0;
  return G40_OK;
}

static const char take_back[] = "ROLLBACK";

int g4_store_begin(g4_store *store, g40_error *err) {
  /* Made ready, so that taking back needs no memory. */
  return g4_store_statement(store, take_back, err) ? g4_store_script(store, "BEGIN IMMEDIATE", err) : err->code;
}

int g4_store_commit(g4_store *store, g40_error *err) { return g4_store_script(store, "COMMIT", err); }

void g4_store_rollback(g4_store *store) {
  if (!sqlite3_get_autocommit(store->sqlite)) {
    g40_error ignored;
    sqlite3_stmt *statement = g4_store_statement(store, take_back, &ignored);
    if (statement) {
      sqlite3_step(statement);
      g4_store_done(statement);
    }
  }
}

int g4_store_number(g4_store *store, const char *sql, int64_t otherwise, int64_t *value, g40_error *err) {
  sqlite3_stmt *statement = g4_store_prepare(store, sql, err);
  if (!statement) {
    return err->code;
  }
  int code = g4_store_step(store, statement, err);
  if (code >= 0) {
    *value = code == 1 ? sqlite3_column_int64(statement, 0) : otherwise;
    code = G40_OK;
  }
  sqlite3_finalize(statement);
  return code;
}

const char *g4_store_text(sqlite3_stmt *statement, int column, g4_arena *arena, int *failed) {
  const char *text = (const char *)sqlite3_column_text(statement, column);
  if (!text && sqlite3_column_type(statement, column) == SQLITE_NULL) {
    return NULL;
  }
  size_t length = (size_t)sqlite3_column_bytes(statement, column);
  if (text && (!g4_utf8_valid(text, length, NULL) || memchr(text, 0, length))) {
    *failed |= G4_TEXT_DAMAGED;
    return NULL;
  }
  char *copy = text ? g4_arena_strndup(arena, text, length) : NULL;
  if (!copy) {
    *failed |= G4_TEXT_NOMEM;
  }
  return copy;
}

int g4_store_failed(int failed, g40_error *err) {
  return failed & G4_TEXT_NOMEM ? g4_nomem(err)
                                : g4_fail(err, G40_CORRUPT, "the database is damaged: a text is not UTF-8");
}
