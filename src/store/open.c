#include "store/open.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "store/layout.h"
#include "text/utf8.h"

enum { LONGEST_VALUE = 256 << 20, LONGEST_SQL = 16 << 20 };

/* A file from elsewhere may hold anything: nothing in its schema is trusted, and nothing is written to its schema
 * tables. */
static int defend(sqlite3 *sqlite, g40_error *err) {
  static const int off[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                            SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL};
  int result = sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  for (size_t i = 0; i < sizeof off / sizeof *off && result == SQLITE_OK; i++) {
    result = sqlite3_db_config(sqlite, off[i], 0, NULL);
  }
  sqlite3_limit(sqlite, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(sqlite, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_limit(sqlite, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_limit(sqlite, SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL);
  return result == SQLITE_OK ? G40_OK : g4_sqlite_fail(sqlite, result, err);
}

/* Debian's SQLite takes a name that begins with "file:" for a URI, which may name another file and switch things off.
 */
static int open_file(const char *path, int flags, sqlite3 **sqlite) {
  g4_buf plain = {0};
  g4_buf_add_text(&plain, strncmp(path, "file:", 5) == 0 ? "./" : "");
  g4_buf_add_text(&plain, path);
  int result = plain.failed ? SQLITE_NOMEM
                            : sqlite3_open_v2(g4_buf_text(&plain), sqlite,
                                              flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  g4_buf_free(&plain);
  return result;
}

static sqlite3 *connect_to(const char *path, int flags, g40_error *err) {
  sqlite3 *sqlite = NULL;
  int result = open_file(path, flags, &sqlite);
  int code = result == SQLITE_OK ? defend(sqlite, err) : g4_sqlite_fail(sqlite, result, err);
  if (code != G40_OK) {
    if (code == G40_IO) {
      g4_fail(err, G40_IO, "cannot open %s: %s", path, sqlite3_errstr(result));
    }
    sqlite3_close(sqlite);
    return NULL;
  }
  return sqlite;
}

g4_store *g4_store_connect(const char *path, int flags, g40_error *err) {
  sqlite3 *sqlite = connect_to(path, flags, err);
  g4_store *store = sqlite ? g4_store_wrap(sqlite, err) : NULL;
  if (sqlite && !store) {
    sqlite3_close(sqlite);
  }
  return store;
}

/* Opening a FIFO would wait for ever, and a directory fails with a riddle. */
int g4_store_check_file(const char *path, g40_error *err) {
  struct stat status;
  if (stat(path, &status) != 0) {
    return g4_fail(err, G40_IO, "cannot open %s: %s", path, strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return g4_fail(err, G40_IO, "cannot open %s: it is a directory", path);
  }
  if (!S_ISREG(status.st_mode)) {
    return g4_fail(err, G40_IO, "cannot open %s: it is not a regular file", path);
  }
  if (status.st_size == 0) {
    return g4_fail(err, G40_CORRUPT, "%s is empty, not a libg40 database", path);
  }
  return G40_OK;
}

/* This library knows no feature beyond the schema version, so any feature is an unknown one. */
static int check_features(g4_store *store, const char *path, g40_error *err) {
  sqlite3_stmt *statement = g4_store_prepare(store, "SELECT name FROM feature ORDER BY name LIMIT 1", err);
  if (!statement) {
    return err->code;
  }
  int code = g4_store_step(store, statement, err);
  if (code == 1) {
    const char *name = (const char *)sqlite3_column_text(statement, 0);
    bool shown = name && g4_utf8_valid(name, strlen(name), NULL);
    code = g4_fail(err, G40_UNSUPPORTED, "%s needs the feature '%.40s', which this libg40 does not know", path,
                   shown ? name : "?");
  }
  sqlite3_finalize(statement);
  return code;
}

/* Texts are read as UTF-8 where they lie. */
static int check_encoding(g4_store *store, const char *path, g40_error *err) {
  sqlite3_stmt *statement = g4_store_prepare(store, "PRAGMA encoding", err);
  int code = statement ? g4_store_step(store, statement, err) : err->code;
  if (code == 1) {
    const char *name = (const char *)sqlite3_column_text(statement, 0);
    code = !name                        ? g4_nomem(err)
           : strcmp(name, "UTF-8") == 0 ? G40_OK
                                        : g4_fail(err, G40_UNSUPPORTED, "%s holds %s; UTF-8 is needed", path, name);
  }
  sqlite3_finalize(statement);
  return code;
}

static int check(g4_store *store, const char *path, g40_error *err) {
  int64_t id = 0, version = 0;
  int code = g4_store_number(store, "PRAGMA application_id", 0, &id, err);
  if (code == G40_OK) {
    code = g4_store_number(store, "PRAGMA user_version", 0, &version, err);
  }
  if (code != G40_OK) {
    return code;
  }
  if (id != G4_APPLICATION_ID) {
    return g4_fail(err, G40_CORRUPT, "%s is not a libg40 database", path);
  }
  if (version > G4_SCHEMA_VERSION) {
    return g4_fail(err, G40_UNSUPPORTED, "%s has schema version %lld, this libg40 knows up to %d", path,
                   (long long)version, G4_SCHEMA_VERSION);
  }
  if (version < 1) {
    return g4_fail(err, G40_CORRUPT, "%s has no valid schema version", path);
  }
  code = check_encoding(store, path, err);
  if (code == G40_OK) {
    code = g4_store_check_layout(store, path, err);
  }
  return code == G40_OK ? check_features(store, path, err) : code;
}

int g4_store_check(g4_store *store, const char *path, g40_error *err) {
  int64_t version = 0;
  int code = g4_store_script(store, "PRAGMA cell_size_check=1; PRAGMA mmap_size=0", err);
  if (code == G40_OK) {
    code = g4_store_begin_read(store, &version, err); /* one lock for all of it */
  }
  if (code == G40_OK) {
    code = check(store, path, err);
    g4_store_end_read(store);
  }
  return code;
}

int g4_store_check_borrowed(g4_store *store, const char *name, g40_error *err) { return check(store, name, err); }

static g4_store *open_checked(const char *path, int busy_ms, g40_error *err) {
  g4_store *store = g4_store_connect(path, SQLITE_OPEN_READONLY, err);
  if (store) {
    sqlite3_busy_timeout(g4_store_sqlite(store), busy_ms);
  }
  if (store && g4_store_check(store, path, err) != G40_OK) {
    g4_store_close(store);
    return NULL;
  }
  return store;
}

/* What a killed writer left half done is undone by the next connection that may write. */
static void recover(const char *path) {
  g40_error ignored = {0};
  int64_t version;
  g4_store *store = g4_store_connect(path, SQLITE_OPEN_READWRITE, &ignored);
  if (store) {
    g4_store_number(store, "PRAGMA user_version", 0, &version, &ignored);
  }
  g4_store_close(store);
}

g4_store *g4_store_open(const char *path, int busy_ms, g40_error *err) {
  if (g4_store_check_file(path, err) != G40_OK) {
    return NULL;
  }
  g4_store *store = open_checked(path, busy_ms, err);
  if (!store && err->code == G40_READONLY) {
    recover(path);
    store = open_checked(path, busy_ms, err);
  }
  return store;
}

g4_store *g4_store_open_image(const unsigned char *bytes, int64_t size, g40_error *err) {
  if (size == 0) {
    g4_fail(err, G40_CORRUPT, "this libg40 was built without a corpus");
    return NULL;
  }
  g4_store *store = g4_store_connect(":memory:", SQLITE_OPEN_READWRITE, err);
  if (!store) {
    return NULL;
  }
  sqlite3 *sqlite = g4_store_sqlite(store);
  /* SQLite takes a plain pointer, and with READONLY writes nothing through it. */
  union {
    const unsigned char *given;
    unsigned char *taken;
  } image = {bytes};
  int result = sqlite3_deserialize(sqlite, "main", image.taken, size, size, SQLITE_DESERIALIZE_READONLY);
  if (result == SQLITE_OK) {
    /* Pages are read in place instead of copied to a cache. */
    result = sqlite3_exec(sqlite, "PRAGMA mmap_size=1073741824; PRAGMA query_only=1", NULL, NULL, NULL);
  }
  if (result != SQLITE_OK) {
    g4_store_fail(store, result, err);
    g4_store_close(store);
    return NULL;
  }
  return store;
}

g4_store *g4_store_create(g40_error *err) {
  g4_store *store = g4_store_connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
  if (!store) {
    return NULL;
  }
  int code = g4_store_script(store,
                             "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA encoding='UTF-8'; BEGIN;"
                             "PRAGMA application_id=1731473408; PRAGMA user_version=1",
                             err);
  if (code == G40_OK) {
    code = g4_store_script(store, g4_schema_sql, err);
  }
  if (code != G40_OK) {
    g4_store_close(store);
    return NULL;
  }
  return store;
}

int g4_store_vacuum(g4_store *store, g40_error *err) {
  sqlite3_limit(g4_store_sqlite(store), SQLITE_LIMIT_ATTACHED, 1); /* it attaches its copy */
  int code = g4_store_script(store, "VACUUM", err);
  sqlite3_limit(g4_store_sqlite(store), SQLITE_LIMIT_ATTACHED, 0);
  return code;
}

int g4_store_finish(g4_store *store, g40_error *err) {
  int code = g4_store_script(store, g4_views_sql, err);
  if (code == G40_OK) {
    code = g4_store_script(store, "COMMIT", err);
  }
  return code == G40_OK ? g4_store_vacuum(store, err) : code;
}
