/* g40/search.h - the text index.
 */
#ifndef G40_SEARCH_H
#define G40_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Makes the text index of a database anew, where it was made by another version (G40_REINDEX). The database must be
 * open for writing. Since 0.1. */
G40_API int g40_db_reindex(g40_db *db, g40_error *err);

#ifdef __cplusplus
}
#endif

#endif
