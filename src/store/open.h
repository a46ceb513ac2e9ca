/* Inside the store: shared by opening and the rest. */
#ifndef G4_STORE_OPEN_H
#define G4_STORE_OPEN_H

#include "store/store.h"

/* Takes the connection over; on failure it stays the caller's. */
g4_store *g4_store_wrap(sqlite3 *sqlite, g40_error *err);
int g4_sqlite_fail(sqlite3 *sqlite, int result, g40_error *err);

extern const char g4_schema_sql[];
extern const char g4_views_sql[];

#endif
