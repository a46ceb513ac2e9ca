/* g40/resolve.h - what a ministry's name meant on a date, and who answers for it on another.
 *
 * Exact look-up in a table of names; no string similarity. A name resolves to one version, or the state says why not.
 */
#ifndef G40_RESOLVE_H
#define G40_RESOLVE_H

#include "g40/ministry.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a name meant on a date. Opaque. Since 0.1. */
typedef struct g40_resolution g40_resolution;

/** Reads `name` ("EZ", "het ministerie van Economische Zaken", "minister voor Klimaat en Energie") as on `date`
 * (YYYY-MM-DD, political dates; NULL: no date, and a name with more than one version is ambiguous) and follows it to
 * `as_of` (NULL: the day through which the registry is known). An unresolved name is an answer, not a failure. NULL on
 * failure (G40_ARGUMENT, G40_CLOSED, G40_NOMEM, ...). Free with g40_resolution_free(). Since 0.1. */
G40_API g40_resolution *g40_db_resolve(g40_db *db, const char *name, const char *date, const char *as_of,
                                       g40_error *err);

/** resolved, ambiguous or unresolved. Never NULL. Since 0.1. */
G40_API const char *g40_resolution_state(const g40_resolution *resolution);
/** Why it is unresolved: unknown, incomplete, not_a_ministry, renamed, ended, not_yet; else NULL. Since 0.1. */
G40_API const char *g40_resolution_reason(const g40_resolution *resolution);
/** ministry, or post (a minister or state secretary). Never NULL. Since 0.1. */
G40_API const char *g40_resolution_form(const g40_resolution *resolution);
/** The post's full name where the name is a post that the registry knows by name; else NULL. Since 0.1. */
G40_API const char *g40_resolution_post(const g40_resolution *resolution);
/** The dates used: NULL where no date was given; the as-of date is never NULL. Since 0.1. */
G40_API const char *g40_resolution_date(const g40_resolution *resolution);
G40_API const char *g40_resolution_as_of(const g40_resolution *resolution);
/** Whether a date lies after the day through which the registry is known, or before what it knows. Since 0.1. */
G40_API bool g40_resolution_beyond_registry(const g40_resolution *resolution);
G40_API bool g40_resolution_before_registry(const g40_resolution *resolution);
/** The version meant; NULL unless resolved. Owned by the resolution. Since 0.1. */
G40_API const g40_ministry *g40_resolution_ministry(const g40_resolution *resolution);
/** Who answers on the as-of date; the changes between, in order; tasks that moved meanwhile. Never NULL. Since 0.1. */
G40_API const g40_ministries *g40_resolution_now(const g40_resolution *resolution);
G40_API const g40_changes *g40_resolution_changes(const g40_resolution *resolution);
G40_API const g40_changes *g40_resolution_transfers(const g40_resolution *resolution);
/** The versions it could be (ambiguous), or that bore the name at other dates (unresolved). Never NULL. Since 0.1. */
G40_API const g40_ministries *g40_resolution_candidates(const g40_resolution *resolution);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_resolution *g40_resolution_retain(const g40_resolution *resolution);
G40_API void g40_resolution_free(const g40_resolution *resolution);

#ifdef __cplusplus
}
#endif

#endif
