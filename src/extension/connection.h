/* What the loadable extension keeps with a connection of SQLite that is not ours. */
#ifndef G4_EXTENSION_CONNECTION_H
#define G4_EXTENSION_CONNECTION_H

#include "query/session.h"

/* One a connection, shared by its tables; it lives until SQLite lets go of the last module. */
typedef struct {
  sqlite3 *sqlite;
  int modules;         /* that hold it */
  int tables;          /* in use; with the last one the session goes, so that the connection can close */
  g4_session *session; /* NULL: nothing was asked yet */
  int64_t schema, version[2];
} g4_connection;

/* For a module to let go of it. */
void g4_connection_release(void *held);
void g4_connection_close_table(g4_connection *connection);

/* A session on the main database as it is now, inside a statement of the caller's: what was read of an older state is
 * forgotten. NULL where the database is not one of ours. */
g4_session *g4_connection_session(g4_connection *connection, g40_error *err);

#endif
