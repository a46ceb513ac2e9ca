/* g40/ingest.h - taking documents into a database file, taking them out, and the registry of that file.
 *
 * A file is a document: its text is stored as it is, taken apart, and read by rules; a coding (docs/data.md) says what
 * people read in it. The same content again changes nothing, a changed file replaces its version. Whatever happens, the
 * database holds whole documents only.
 *
 * What adds or sets returns 0 or a negative code (G40_ARGUMENT: NULL, empty, invalid UTF-8, a malformed date or an
 * unknown kind; G40_NOMEM) and copies its argument.
 */
#ifndef G40_INGEST_H
#define G40_INGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/diagnostics.h"
#include "g40/document.h"
#include "g40/options.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What to take in, and how. Since 0.1. */
typedef struct g40_ingest g40_ingest;
/** What became of it; independent of the database. Since 0.1. */
typedef struct g40_ingested g40_ingested;

/* --- say what to take in ------------------------------------------------------------------------------------------ */

/** An empty order. NULL on failure. Free with g40_ingest_free(). Since 0.1. */
G40_API g40_ingest *g40_ingest_new(g40_error *err);
/** Adds a file. Order is kept: documents are written in it. Since 0.1. */
G40_API int g40_ingest_add_path(g40_ingest *ingest, const char *path, g40_error *err);
/** A CSV file (RFC 4180, UTF-8, with a head row) that says what the files are: columns path, id, holder, kind, date,
 * title, url, coding, in any order; an empty field says nothing, and a row may end early. A row with more fields
 * than the head, or with a text that could not be set below, is a fault of its file. Without added paths its rows name
 * the files; a path is looked for from the working directory, then from the folder of the CSV file. Since 0.1. */
G40_API int g40_ingest_set_meta(g40_ingest *ingest, const char *csv, g40_error *err);
/** What holds for all files, unless the CSV says otherwise. Not given: absent, or as the database has it.
 * `holder`: a stakeholder's id or name; `kind`: position_paper, manifesto, coalition_agreement, motion, letter, report,
 * other; `date`: YYYY-MM-DD, names of ministries are read at it. Since 0.1. */
G40_API int g40_ingest_set_holder(g40_ingest *ingest, const char *holder, g40_error *err);
G40_API int g40_ingest_set_kind(g40_ingest *ingest, const char *kind, g40_error *err);
G40_API int g40_ingest_set_date(g40_ingest *ingest, const char *date, g40_error *err);
/** Title, address and coding file of the one file; more than one file is a fault then. With a coding and no path the
 * text is the file that the coding names. An address is that of a page (http:// or https://); title and address are
 * shown as they are, so that contact data of a person in them is refused: G40_ARGUMENT. Since 0.1. */
G40_API int g40_ingest_set_title(g40_ingest *ingest, const char *title, g40_error *err);
G40_API int g40_ingest_set_url(g40_ingest *ingest, const char *url, g40_error *err);
G40_API int g40_ingest_set_coding(g40_ingest *ingest, const char *coding, g40_error *err);
/** How many files are read at once, 1 to 64; 0 (as it is first): as many as there are processors. The result is the
 * same. Since 0.1. */
G40_API int g40_ingest_set_threads(g40_ingest *ingest, int32_t threads, g40_error *err);
/** Told before each file (`done` of `total`, `what` is its path) and at the end. Where it cancels, what is whole by
 * then stays. Since 0.1. */
G40_API int g40_ingest_set_progress(g40_ingest *ingest, g40_progress progress, void *context, g40_error *err);
/** Frees it; NULL is allowed. Since 0.1. */
G40_API void g40_ingest_free(g40_ingest *ingest);

/* --- take it in ------------------------------------------------------------------------------------------------- */

/** Takes the files in. One that cannot be read is an error among the diagnostics, and the others are taken in all the
 * same. The database must be open for writing (g40_db_open_writable()). NULL on failure: G40_READONLY, G40_NOT_FOUND
 * (an unknown holder), G40_CANCELLED, G40_BUSY, G40_IO, G40_NOMEM. Free with g40_ingested_free(). Since 0.1. */
G40_API g40_ingested *g40_db_ingest(g40_db *db, const g40_ingest *ingest, g40_error *err);

/** Numbers of documents: new ones, those of which a version was replaced, unchanged ones, and files that failed. Since
 * 0.1. */
G40_API int64_t g40_ingested_added(const g40_ingested *ingested);
G40_API int64_t g40_ingested_replaced(const g40_ingested *ingested);
G40_API int64_t g40_ingested_unchanged(const g40_ingested *ingested);
G40_API int64_t g40_ingested_failed(const g40_ingested *ingested);
/** Faults by file; warnings say which reviewed positions of a coding moved or are no longer found. Never NULL. Since
 * 0.1. */
G40_API const g40_diagnostics *g40_ingested_diagnostics(const g40_ingested *ingested);
/** Frees it; NULL is allowed. Since 0.1. */
G40_API void g40_ingested_free(const g40_ingested *ingested);

/* --- take it out -------------------------------------------------------------------------------------------------- */

/** Removes a document (id, or slug) with all that was read in it. G40_NOT_FOUND: there is none. Since 0.1. */
G40_API int g40_db_remove(g40_db *db, const char *document, g40_error *err);

/** A document's coding as a person edits it (docs/data.md): YAML. What the rules made is marked `reviewed: false`.
 * Contact data of persons is replaced by [contact] unless asked for, and then such words cannot be found again. NULL on
 * failure: G40_NOT_FOUND, ... Free with g40_text_free(). Since 0.1. */
G40_API g40_text *g40_db_coding(g40_db *db, const char *document, bool with_contacts, g40_error *err);

/* --- the registry of the file ---------------------------------------------------------------------------------------
 */

/** Adds a user's own names from a registry file (docs/data.md); those of an id that a user added before are replaced.
 * Faults are returned; where one is an error nothing is added. NULL on failure. Free with g40_diagnostics_free().
 * Since 0.1. */
G40_API g40_diagnostics *g40_db_registry_add(g40_db *db, const char *path, g40_error *err);
/** Brings the facts that this library carries into the file in place of older ones; a user's own stay. Since 0.1. */
G40_API int g40_db_registry_update(g40_db *db, g40_error *err);

#ifdef __cplusplus
}
#endif

#endif
