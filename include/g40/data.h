/* g40/data.h - compiling data files, checking codings, verifying databases. */
#ifndef G40_DATA_H
#define G40_DATA_H

#include <stdbool.h>
#include <stddef.h>

#include "g40/db.h"
#include "g40/diagnostics.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Compiles the registry and the corpora below the directory `data` (docs/data.md) to a new database file `out`,
 * replacing an older one. All faults are returned; where one is an error, nothing is written. NULL on failure (G40_IO,
 * G40_NOMEM, ...). Free with g40_diagnostics_free(). Since 0.1. */
G40_API g40_diagnostics *g40_compile(const char *data, const char *out, g40_error *err);
/** The same with options (NULL: none): progress is told before each file and before writing. Where it cancels, nothing
 * is written. Free with g40_diagnostics_free(). Since 0.1. */
G40_API g40_diagnostics *g40_compile_with(const char *data, const char *out, const g40_options *options,
                                          g40_error *err);

/** Checks every quote, offset (bytes and code points), hash and reference in the database; no errors means all hold.
 * NULL on failure. Free with g40_diagnostics_free(). Since 0.1. */
G40_API g40_diagnostics *g40_db_verify(g40_db *db, g40_error *err);

/* --- checking a coding file -------------------------------------------------------------------------------------- */

/** What was found in a coding file; its anchors and the units of its text, and arrays of them. Opaque. Since 0.1. */
typedef struct g40_check g40_check;
typedef struct g40_anchor g40_anchor;
typedef struct g40_anchors g40_anchors;
typedef struct g40_unit g40_unit;
typedef struct g40_units g40_units;

/** Reads a coding file with the text beside it and looks up every anchor in the text. Contact data
 * of persons shows as "[contact]" unless `with_contacts`. Faults of the file itself are in
 * the diagnostics. NULL on failure. Free with g40_check_free(). Since 0.1. */
G40_API g40_check *g40_coding_check(const char *coding, bool with_contacts, g40_error *err);
/** Faults of the file, and its anchors in the order of the file; owned by the check. Since 0.1. */
G40_API const g40_diagnostics *g40_check_diagnostics(const g40_check *check);
G40_API const g40_anchors *g40_check_anchors(const g40_check *check);
/** The units of the text (sentences, headings, links, contact lines), with what accounts for each; owned by the check.
 * Since 0.1. */
G40_API const g40_units *g40_check_units(const g40_check *check);
/** Frees it; NULL is allowed. Since 0.1. */
G40_API void g40_check_free(const g40_check *check);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_anchors_count(const g40_anchors *anchors);
G40_API int64_t g40_anchors_total(const g40_anchors *anchors);
G40_API const g40_anchor *g40_anchors_at(const g40_anchors *anchors, size_t i);
G40_API const g40_anchors *g40_anchors_retain(const g40_anchors *anchors);
G40_API void g40_anchors_free(const g40_anchors *anchors);

/** What the anchor belongs to: id of the position, or "context", "citation", "contact". Never NULL. Since 0.1. */
G40_API const char *g40_anchor_owner(const g40_anchor *anchor);
/** The words looked for. Never NULL. Since 0.1. */
G40_API const char *g40_anchor_words(const g40_anchor *anchor);
/** found, moved (stands elsewhere than the coding says), ambiguous (stands more than once) or orphaned (does not stand
 * there). Never NULL. Since 0.1. */
G40_API const char *g40_anchor_state(const g40_anchor *anchor);
/** Where it stands in the text, in bytes; -1 unless found or moved. Since 0.1. */
G40_API int64_t g40_anchor_start(const g40_anchor *anchor);
G40_API int64_t g40_anchor_end(const g40_anchor *anchor);
/** Where it is written in the coding file, from 1. Since 0.1. */
G40_API int32_t g40_anchor_line(const g40_anchor *anchor);
G40_API int32_t g40_anchor_column(const g40_anchor *anchor);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_anchor *g40_anchor_retain(const g40_anchor *anchor);
G40_API void g40_anchor_release(const g40_anchor *anchor);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_units_count(const g40_units *units);
G40_API int64_t g40_units_total(const g40_units *units);
G40_API const g40_unit *g40_units_at(const g40_units *units, size_t i);
G40_API const g40_units *g40_units_retain(const g40_units *units);
G40_API void g40_units_free(const g40_units *units);
/** How many units are accounted for. Since 0.1. */
G40_API size_t g40_units_covered(const g40_units *units);

/** heading, sentence, noise, link, contact. Never NULL. Since 0.1. */
G40_API const char *g40_unit_kind(const g40_unit *unit);
/** Reading form (never NULL), and where it stands, in bytes. Since 0.1. */
G40_API const char *g40_unit_text(const g40_unit *unit);
G40_API int64_t g40_unit_start(const g40_unit *unit);
G40_API int64_t g40_unit_end(const g40_unit *unit);
/** What accounts for it: id of a position, "context", "heading", "citation", "contact", "noise"; NULL: nothing does.
 * Since 0.1. */
G40_API const char *g40_unit_covered_by(const g40_unit *unit);
/** Words in it, and how many of them no quote covers (0 for headings, links, contacts). Since 0.1. */
G40_API int64_t g40_unit_words(const g40_unit *unit);
G40_API int64_t g40_unit_uncovered_words(const g40_unit *unit);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_unit *g40_unit_retain(const g40_unit *unit);
G40_API void g40_unit_release(const g40_unit *unit);

#ifdef __cplusplus
}
#endif

#endif
