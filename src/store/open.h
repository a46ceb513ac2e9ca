/* Inside the store: shared by opening and the rest. */
#ifndef G4_STORE_OPEN_H
#define G4_STORE_OPEN_H

#include "store/store.h"

/* Takes the connection over; on failure it stays the caller's. */
g4_store *g4_store_wrap(sqlite3 *sqlite, g40_error *err);
int g4_sqlite_fail(sqlite3 *sqlite, int result, g40_error *err);

/* An open connection, defended against what a file from elsewhere may hold. NULL on failure. */
g4_store *g4_store_connect(const char *path, int flags, g40_error *err);
/* Whether the path is a regular file that holds something; whether what it holds is ours. */
int g4_store_check_file(const char *path, g40_error *err);
int g4_store_check(g4_store *store, const char *path, g40_error *err);
int g4_store_vacuum(g4_store *store, g40_error *err);

extern const char g4_schema_sql[];
extern const char g4_views_sql[];

#endif
