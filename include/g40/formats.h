/* g40/formats.h - a database in the forms that other tools read.
 *
 * An export writes a stream of bytes, UTF-8, as it goes: no more than one document's positions is held in memory. The
 * same database and the same settings give the same bytes.
 *
 * Formats:
 *   jsonld   JSON-LD 1.1, one document with its context inside: positions as schema:Claim, their words as oa:Annotation
 *            with both selectors, themes as skos:Concept, ministries as org:Organization with org:ChangeEvent
 *   popolo   Popolo JSON: organizations, posts, memberships and areas
 *   skos     Turtle: themes, kinds, actions and roles as SKOS concept schemes
 *   csv      RFC 4180, a table a file: all of them with g40_db_export_file(), else one (g40_export_set_table())
 *   graphml  networks: stakeholders, ministries (in the version that a document meant) and themes are nodes; edges have
 *            their kind, relation, weight and the ids of the positions behind them (g40/network.h)
 *   html     one page to read that needs nothing else: the papers with their positions marked in place, filters, a
 * table of themes and ministries, a network; or, after g40_export_set_uptake(), asks beside what takes them up. The
 *            text of one paper is in memory at a time; counts of the table and the network, and the answer of uptake,
 *            are there as a whole.
 *
 * Contact data of persons is left out unless the query asks for it (g40_query_set_with_contacts()).
 *
 * What sets returns 0 or a negative code (G40_ARGUMENT, G40_NOMEM) and copies its argument.
 */
#ifndef G40_FORMATS_H
#define G40_FORMATS_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/position.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What to write and how. Not for use by two threads at once. Since 0.1. */
typedef struct g40_export g40_export;

/** Takes `length` bytes. Anything but 0 ends the export, which then fails with G40_IO. Called in the caller's thread;
 * the handle that is exported must not be used from here. Since 0.1. */
typedef int (*g40_write)(void *context, const char *bytes, size_t length);

/** An export in a format (its name as above). NULL: G40_ARGUMENT for another name, G40_NOMEM. Free with
 * g40_export_free(). Since 0.1. */
G40_API g40_export *g40_export_new(const char *format, g40_error *err);
/** Frees the settings; NULL is allowed. Since 0.1. */
G40_API void g40_export_free(g40_export *settings);

/** The name of format i, or NULL past the end. Static. Since 0.1. */
G40_API const char *g40_export_format_at(size_t i);
/** The name of table i of CSV, or NULL past the end. Static. Since 0.1. */
G40_API const char *g40_export_table_at(size_t i);

/** The table that CSV writes, one of g40_export_table_at(); "positions" where it is not set. Since 0.1. */
G40_API int g40_export_set_table(g40_export *settings, const char *table, g40_error *err);
/** What ids are made IRIs with, in JSON-LD and SKOS: an absolute IRI that ends in ':', '/' or '#'. "urn:libg40:" where
 * it is not set. Since 0.1. */
G40_API int g40_export_set_base(g40_export *settings, const char *base, g40_error *err);
/** The edges that GraphML writes: stakeholder-stakeholder, stakeholder-ministry or theme-ministry; all three where it
 * is not set. Since 0.1. */
G40_API int g40_export_set_between(g40_export *settings, const char *between, g40_error *err);
/** How a ministry takes part in them: responsible, named (in any role) or one role; named and responsible where it is
 * not set. Since 0.1. */
G40_API int g40_export_set_relation(g40_export *settings, const char *relation, g40_error *err);

/** The language of an HTML page's own words, "en" (where it is not set) or "nl"; texts stay as they were written.
 * Since 0.1. */
G40_API int g40_export_set_language(g40_export *settings, const char *language, g40_error *err);
/** The asks that an HTML page follows through the documents, as g40_db_uptake() takes them; they may come from another
 * database, and the settings keep them alive. The filters of the export then keep passages. NULL: the page shows the
 * documents themselves. Since 0.1. */
G40_API int g40_export_set_uptake(g40_export *settings, const g40_positions *asks, g40_error *err);

/** Writes the positions that pass the filters of `query` (NULL: all; limit and after do not count) and what they need.
 * Returns 0 or a negative code: G40_IO when the writer refused, G40_NOT_FOUND for an unknown name in a filter, and the
 * codes of reading. What was written before a failure is no whole document. Since 0.1. */
G40_API int g40_db_export(g40_db *db, const g40_export *settings, const g40_query *query, g40_write write,
                          void *context, g40_error *err);
/** The same to an open file descriptor, which stays open. Since 0.1. */
G40_API int g40_db_export_fd(g40_db *db, const g40_export *settings, const g40_query *query, int fd, g40_error *err);
/** The same to the file at `out`; CSV without a table set writes all of them, of one state of the database, into the
 * folder there, which is made where there is none. Files are written beside their places and put there when all are
 * whole: where one cannot be written, what stood there stays. Devices and pipes are written to as they stand. `out` is
 * of the system's bytes. Since 0.1. */
G40_API int g40_db_export_file(g40_db *db, const g40_export *settings, const g40_query *query, const char *out,
                               g40_error *err);

#ifdef __cplusplus
}
#endif

#endif
