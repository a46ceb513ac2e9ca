/* The only file that includes SQLite's header. The loadable extension (G40_EXTENSION, src/extension) links no SQLite:
 * each function is called through the table that the program's own SQLite hands over. */
#ifndef G4_STORE_SQLITE_H
#define G4_STORE_SQLITE_H

#ifdef G40_EXTENSION
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif

#endif
