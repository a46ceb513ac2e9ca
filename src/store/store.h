/* An open database: the connection, its cached statements, and turning SQLite's failures into ours. */
#ifndef G4_STORE_STORE_H
#define G4_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "store/sqlite.h"

enum {
  G4_APPLICATION_ID = 0x67343000, /* "g40" */
  G4_SCHEMA_VERSION = 1
};

typedef struct g4_store g4_store;

/* Opens a file for reading, after checking that it is a regular file and one of ours. For a lock of another process it
 * waits `busy_ms`, as do later calls. */
g4_store *g4_store_open(const char *path, int busy_ms, g40_error *err);
/* Opens a database that lies in memory; the bytes are neither copied nor changed. `trusted`: no checks, it is our own.
 */
g4_store *g4_store_open_image(const unsigned char *bytes, int64_t size, g40_error *err);
/* Opens a file of ours for reading and writing. Where there is none, a new one is made that has the registry of the
 * image and no documents; without an image (NULL) that is a failure. */
g4_store *g4_store_open_writable(const char *path, const unsigned char *image, int64_t size, int busy_ms,
                                 g40_error *err);
/* Creates an empty database with our tables in memory, open for writing and inside a transaction. */
g4_store *g4_store_create(g40_error *err);
/* Commits what g4_store_create() began, adds the views, and compacts it. */
int g4_store_finish(g4_store *store, g40_error *err);
/* Writes a database in memory to a file, in the place of what is there; the file is never seen half-made. */
int g4_store_save(g4_store *store, const char *path, g40_error *err);
/* A database in memory with the registry of another, whose documents it lacks; open for writing. Nothing of it reaches
 * a disk. */
g4_store *g4_store_scratch(g4_store *like, g40_error *err);
/* Over a connection that belongs to others: nothing of it is changed, and closing the store leaves it open. */
g4_store *g4_store_borrow(sqlite3 *sqlite, g40_error *err);
bool g4_store_is_borrowed(const g4_store *store);
/* Whether its main database is ours and whole; `name` stands in the message. Inside a statement of the caller's. */
int g4_store_check_borrowed(g4_store *store, const char *name, g40_error *err);
void g4_store_close(g4_store *store);

sqlite3 *g4_store_sqlite(g4_store *store);

/* What a room above keeps with a connection, and how it is freed before the connection closes. NULL: nothing is kept.
 */
void *g4_store_kept(const g4_store *store);
void g4_store_keep(g4_store *store, void *kept, void (*give_back)(void *kept));

/* A statement for this SQL, reset and without bindings. Kept and reused: `sql` must be a constant. NULL on failure.
 * Do not finalise it; g4_store_done() resets it. */
sqlite3_stmt *g4_store_statement(g4_store *store, const char *sql, g40_error *err);
/* The same for SQL made for one call; finalise it with sqlite3_finalize(). */
sqlite3_stmt *g4_store_prepare(g4_store *store, const char *sql, g40_error *err);
void g4_store_done(sqlite3_stmt *statement);

/* Until the end all statements see one state of the database, whoever writes meanwhile. `version` differs from that of
 * another time where another connection has written. */
int g4_store_begin_read(g4_store *store, int64_t *version, g40_error *err);
void g4_store_end_read(g4_store *store);
/* Two numbers, of which one differs from another time's where anybody has changed the main database meanwhile, this
 * connection and a transaction of its own that is still open included. */
int g4_store_version(g4_store *store, int64_t version[2], g40_error *err);

/* Binds values by a format, one letter each, from parameter 1: s text (const char *, NULL is NULL), t text and its
 * length (const char *, int64_t), i int64_t, d double, b bytes (const void *, int64_t). Texts must outlive the next
 * reset. */
int g4_store_bind(g4_store *store, sqlite3_stmt *statement, g40_error *err, const char *format, ...);
/* Binds likewise and runs a cached statement that gives no rows. */
int g4_store_run(g4_store *store, const char *sql, g40_error *err, const char *format, ...);
/* 1: there is a row, 0: no more, or a negative code. */
int g4_store_step(g4_store *store, sqlite3_stmt *statement, g40_error *err);
/* Runs `into` with the columns of each row that `rows` gives in another store. Both are kept: constants. */
int g4_store_copy_rows(g4_store *store, const char *into, g4_store *from, const char *rows, g40_error *err);
int64_t g4_store_last_rowid(g4_store *store);
/* Runs a script of constant SQL. */
int g4_store_script(g4_store *store, const char *sql, g40_error *err);
/* A transaction that writes; a failed commit leaves it open. Rolling back without one does nothing. */
int g4_store_begin(g4_store *store, g40_error *err);
int g4_store_commit(g4_store *store, g40_error *err);
void g4_store_rollback(g4_store *store);
/* The first column of the first row as a number, or `otherwise`. */
int g4_store_number(g4_store *store, const char *sql, int64_t otherwise, int64_t *value, g40_error *err);

/* Fills err from what SQLite says of its last failure; returns the code. */
int g4_store_fail(g4_store *store, int result, g40_error *err);

/* A column's text copied into an arena; NULL for NULL. Adds to *failed where there is none: memory ran out, or the text
 * is not UTF-8 or holds a NUL. g4_store_failed() makes a failure of what was gathered. */
enum { G4_TEXT_NOMEM = 1, G4_TEXT_DAMAGED = 2 };
const char *g4_store_text(sqlite3_stmt *statement, int column, g4_arena *arena, int *failed);
int g4_store_failed(int failed, g40_error *err);

#endif
