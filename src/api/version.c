#include "g40/version.h"

#include "store/sqlite.h"

const char *g40_version(void) { return G40_VERSION; }

int g40_version_number(void) { return G40_VERSION_NUMBER; }

const char *g40_sqlite_version(void) { return sqlite3_libversion(); }
