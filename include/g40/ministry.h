/* g40/ministry.h - ministries as dated versions, and the changes between them.
 *
 * An organisation lasts ("ministry/mnre1045"); its versions differ in name and period ("mnre1045@2024-07-02": EZ).
 * Periods are political dates (a cabinet's first day); the end is exclusive, NULL = open or before the first record.
 * Rows live as long as their array; g40_ministry_retain() keeps the array alive for one row.
 */
#ifndef G40_MINISTRY_H
#define G40_MINISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A version of a ministry, a change between versions; arrays of them. Opaque. Since 0.1. */
typedef struct g40_ministry g40_ministry;
typedef struct g40_ministries g40_ministries;
typedef struct g40_change g40_change;
typedef struct g40_changes g40_changes;

/** All versions, by organisation and start, with the positions of `query` (NULL: all) that name them or fall to them.
 * NULL on failure. Free with g40_ministries_free(). Since 0.1. */
G40_API g40_ministries *g40_db_ministries(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_ministries_count(const g40_ministries *ministries);
G40_API int64_t g40_ministries_total(const g40_ministries *ministries);
G40_API const g40_ministry *g40_ministries_at(const g40_ministries *ministries, size_t i);
G40_API const g40_ministries *g40_ministries_retain(const g40_ministries *ministries);
G40_API void g40_ministries_free(const g40_ministries *ministries);

/** The lasting organisation, "ministry/mnre1045". Never NULL. Since 0.1. */
G40_API const char *g40_ministry_id(const g40_ministry *ministry);
/** The version: organisation and political start, "mnre1045@2024-07-02"; its abbreviation and its name. Never NULL.
 * Since 0.1. */
G40_API const char *g40_ministry_version(const g40_ministry *ministry);
G40_API const char *g40_ministry_abbreviation(const g40_ministry *ministry);
G40_API const char *g40_ministry_name(const g40_ministry *ministry);
/** Political period, YYYY-MM-DD; the end is exclusive; NULL is open, or before the first record. Since 0.1. */
G40_API const char *g40_ministry_valid_from(const g40_ministry *ministry);
G40_API const char *g40_ministry_valid_to(const g40_ministry *ministry);
/** The register's period, which differs by days or weeks; NULL likewise. Since 0.1. */
G40_API const char *g40_ministry_registered_from(const g40_ministry *ministry);
G40_API const char *g40_ministry_registered_to(const g40_ministry *ministry);
/** TOOI URI of the organisation; Wikidata id. NULL where not known. Since 0.1. */
G40_API const char *g40_ministry_tooi(const g40_ministry *ministry);
G40_API const char *g40_ministry_wikidata(const g40_ministry *ministry);
/** Source of the facts, and what is uncertain about them (NULL: nothing noted). Since 0.1. */
G40_API const char *g40_ministry_source(const g40_ministry *ministry);
G40_API const char *g40_ministry_doubt(const g40_ministry *ministry);
/** Positions that name this version, and those that fall to it by portfolio. Since 0.1. */
G40_API int64_t g40_ministry_positions(const g40_ministry *ministry);
G40_API int64_t g40_ministry_responsible(const g40_ministry *ministry);
/** Who answers for it on the as-of date: 0 (ended), 1, or more (split). Owned by the row; in a `now` array itself:
 * empty. Since 0.1. */
G40_API const g40_ministries *g40_ministry_now(const g40_ministry *ministry);
/** Whether `now` lacks someone because the as-of date lies before the first start that is known of its line. Since 0.1.
 */
G40_API bool g40_ministry_before_registry(const g40_ministry *ministry);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_ministry *g40_ministry_retain(const g40_ministry *ministry);
G40_API void g40_ministry_release(const g40_ministry *ministry);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_changes_count(const g40_changes *changes);
G40_API int64_t g40_changes_total(const g40_changes *changes);
G40_API const g40_change *g40_changes_at(const g40_changes *changes, size_t i);
G40_API const g40_changes *g40_changes_retain(const g40_changes *changes);
G40_API void g40_changes_free(const g40_changes *changes);

/** rename, split, merge, found, dissolve, task_transfer. Never NULL. Since 0.1. */
G40_API const char *g40_change_kind(const g40_change *change);
/** Political date, and the register's (NULL where not known). Since 0.1. */
G40_API const char *g40_change_date(const g40_change *change);
G40_API const char *g40_change_register_date(const g40_change *change);
/** Version before and after: ids, version keys and abbreviations. NULL for found and dissolve. Since 0.1. */
G40_API const char *g40_change_from_id(const g40_change *change);
G40_API const char *g40_change_from_version(const g40_change *change);
G40_API const char *g40_change_from_abbreviation(const g40_change *change);
G40_API const char *g40_change_to_id(const g40_change *change);
G40_API const char *g40_change_to_version(const g40_change *change);
G40_API const char *g40_change_to_abbreviation(const g40_change *change);
/** What moved; NULL where nothing is noted. Since 0.1. */
G40_API const char *g40_change_note(const g40_change *change);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_change *g40_change_retain(const g40_change *change);
G40_API void g40_change_release(const g40_change *change);

#ifdef __cplusplus
}
#endif

#endif
