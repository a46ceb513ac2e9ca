/* The only file that includes SQLite's header. */
#ifndef G4_STORE_SQLITE_H
#define G4_STORE_SQLITE_H

#include <sqlite3.h>

#endif
