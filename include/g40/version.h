/* g40/version.h - which libg40 this is. */
#ifndef G40_VERSION_H
#define G40_VERSION_H

#include "g40/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** major.minor.patch of these headers, and as a number: major * 10000 + minor * 100 + patch. Since 0.1. */
#define G40_VERSION "0.1.0"
#define G40_VERSION_NUMBER 100

/** Version of the library that runs, "0.1.0". Static. Since 0.1. */
G40_API const char *g40_version(void);
/** The same as a number that compares, as in G40_VERSION_NUMBER. Since 0.1. */
G40_API int g40_version_number(void);
/** Version of the SQLite library in use, "3.40.1". Static. Since 0.1. */
G40_API const char *g40_sqlite_version(void);

#ifdef __cplusplus
}
#endif

#endif
