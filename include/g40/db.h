/* g40/db.h - opening a database, and what it says of itself.
 *
 * A database is an ordinary SQLite file (docs/schema.md). The library carries one, the embedded corpus, which needs no
 * file. A handle may be used from several threads (calls wait for each other); two handles share nothing. A handle is
 * not taken along over a fork(): the child opens its own.
 */
#ifndef G40_DB_H
#define G40_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "g40/error.h"
#include "g40/options.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An open database. Since 0.1. */
typedef struct g40_db g40_db;
/** What a database says of itself; independent of the handle. Since 0.1. */
typedef struct g40_info g40_info;

/* --- open ------------------------------------------------------------------------------------------------------ */

/** Opens the database file at `path` (UTF-8) for reading, or the embedded corpus where `path` is NULL.
 * Returns NULL on failure: G40_IO (missing, unreadable, a directory), G40_CORRUPT (no libg40 database, or damaged),
 * G40_UNSUPPORTED (a newer schema or an unknown feature), G40_BUSY, G40_NOMEM. Free with g40_db_free(). Since 0.1. */
G40_API g40_db *g40_db_open(const char *path, g40_error *err);

/** The same with options (NULL: none): how long the handle's calls wait for locks, opening too, and whom its long ones
 * (g40_db_verify()) tell of progress. Free with g40_db_free(). Since 0.1. */
G40_API g40_db *g40_db_open_with(const char *path, const g40_options *options, g40_error *err);

/** Opens a database file for reading and writing. With `create` a missing file is made: it starts with the registry
 * that the library carries and no documents. Calls wait up to ten seconds for locks of other processes. NULL on
 * failure, as g40_db_open(), and G40_READONLY; G40_ARGUMENT where `path` is NULL. Free with g40_db_free(). Since 0.1.
 */
G40_API g40_db *g40_db_open_writable(const char *path, bool create, g40_error *err);

/** The same with options (NULL: none, as above): calls wait for locks as long as these say, and tell of progress as in
 * g40_db_open_with(). Free with g40_db_free(). Since 0.1. */
G40_API g40_db *g40_db_open_writable_with(const char *path, bool create, const g40_options *options, g40_error *err);

/* --- ask ------------------------------------------------------------------------------------------------------- */

/** What the database says of itself. NULL on failure. Free with g40_info_free(). Since 0.1. */
G40_API g40_info *g40_db_info(g40_db *db, g40_error *err);

/** Path as given to g40_db_open(); NULL for the embedded corpus. Since 0.1. */
G40_API const char *g40_info_path(const g40_info *info);
/** Version of the table layout (docs/schema.md), from 1. Since 0.1. */
G40_API int32_t g40_info_schema_version(const g40_info *info);
/** First and last day that the registry claims to know, YYYY-MM-DD; NULL where it does not say. Since 0.1. */
G40_API const char *g40_info_known_from(const g40_info *info);
G40_API const char *g40_info_known_through(const g40_info *info);
/** Version of the library that wrote the database, or NULL. Since 0.1. */
G40_API const char *g40_info_written_by(const g40_info *info);
/** Numbers of rows. Since 0.1. */
G40_API int64_t g40_info_documents(const g40_info *info);
G40_API int64_t g40_info_positions(const g40_info *info);
G40_API int64_t g40_info_asks(const g40_info *info);
G40_API int64_t g40_info_stakeholders(const g40_info *info);
G40_API int64_t g40_info_ministries(const g40_info *info);
/** Frees an info; NULL is allowed. Since 0.1. */
G40_API void g40_info_free(const g40_info *info);

/* --- close ----------------------------------------------------------------------------------------------------- */

/** Closes the database. Results stay valid; later calls with the handle answer G40_CLOSED; closing twice is fine.
 * Returns 0. Since 0.1. */
G40_API int g40_db_close(g40_db *db, g40_error *err);
/** Closes and gives the handle back; NULL is allowed. Since 0.1. */
G40_API void g40_db_free(g40_db *db);

#ifdef __cplusplus
}
#endif

#endif
