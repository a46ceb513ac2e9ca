/* g40/position.h - positions: what a document wants, holds or observes, with the exact words.
 *
 * Arrays are immutable and independent of the database. Rows and the arrays inside them are owned by the array that
 * they came from; `_retain` keeps all of it alive, in any order of frees. Strings are UTF-8 and live as long as their
 * row; NULL is absent. Offsets are half-open: `start`, `end` count bytes, `char_start`, `char_end` code points, both in
 * the document's stored text.
 */
#ifndef G40_POSITION_H
#define G40_POSITION_H

#include "g40/figure.h"
#include "g40/ministry.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A position and its parts; arrays of them. Opaque. Since 0.1. */
typedef struct g40_position g40_position;
typedef struct g40_positions g40_positions;
typedef struct g40_passage g40_passage;
typedef struct g40_passages g40_passages;
typedef struct g40_range g40_range;
typedef struct g40_ranges g40_ranges;
typedef struct g40_ministry_role g40_ministry_role;
typedef struct g40_ministry_roles g40_ministry_roles;
typedef struct g40_stakeholder_role g40_stakeholder_role;
typedef struct g40_stakeholder_roles g40_stakeholder_roles;
typedef struct g40_mention g40_mention;
typedef struct g40_mentions g40_mentions;
typedef struct g40_reason g40_reason;
typedef struct g40_reasons g40_reasons;

/* --- list ------------------------------------------------------------------------------------------------------ */

/** Positions that pass the filters of `query` (NULL: all), in the order of documents and of the text.
 * NULL on failure. Free with g40_positions_free(). Since 0.1. */
G40_API g40_positions *g40_db_positions(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_positions_count(const g40_positions *positions);
G40_API int64_t g40_positions_total(const g40_positions *positions);
G40_API const g40_position *g40_positions_at(const g40_positions *positions, size_t i);
G40_API const g40_positions *g40_positions_retain(const g40_positions *positions);
G40_API void g40_positions_free(const g40_positions *positions);

/* --- a position ------------------------------------------------------------------------------------------------ */

/** "position/g40-economie-en-werk-2025/circulaire-economie". Never NULL. Since 0.1. */
G40_API const char *g40_position_id(const g40_position *position);
/** The document's slug, that is its id without the type (never NULL), and the theme's (NULL: none). Since 0.1. */
G40_API const char *g40_position_document(const g40_position *position);
G40_API const char *g40_position_theme(const g40_position *position);
/** Heading of the section it stands in; NULL before the first one. Since 0.1. */
G40_API const char *g40_position_section(const g40_position *position);
/** SHA-256 of the stored text that the offsets count in: 64 hexadecimal digits. Never NULL. Since 0.1. */
G40_API const char *g40_position_sha256(const g40_position *position);
/** ask, commitment, rule, principle, problem, observation. Never NULL. Since 0.1. */
G40_API const char *g40_position_kind(const g40_position *position);
/** What is asked (see g40_query_add_action()); NULL where nothing is. Since 0.1. */
G40_API const char *g40_position_action(const g40_position *position);
/** The exact words of the first passage, and their reading form (lines joined, hyphenation undone). Never NULL. Since
 * 0.1. */
G40_API const char *g40_position_quote(const g40_position *position);
G40_API const char *g40_position_text(const g40_position *position);
/** Where the first passage stands: bytes and code points of the stored text. Since 0.1. */
G40_API int64_t g40_position_start(const g40_position *position);
G40_API int64_t g40_position_end(const g40_position *position);
G40_API int64_t g40_position_char_start(const g40_position *position);
G40_API int64_t g40_position_char_end(const g40_position *position);
/** One sentence in Dutch and in English, written by a person; NULL where nobody did. Since 0.1. */
G40_API const char *g40_position_summary_nl(const g40_position *position);
G40_API const char *g40_position_summary_en(const g40_position *position);
/** curated (a person) or rule (the program); the rule's name (NULL for curated), and its measured precision, 0..1 (1
 * for curated). Since 0.1. */
G40_API const char *g40_position_method(const g40_position *position);
G40_API const char *g40_position_rule(const g40_position *position);
G40_API double g40_position_confidence(const g40_position *position);
/** Parts, owned by the row; never NULL, maybe empty. Since 0.1. */
G40_API const g40_passages *g40_position_passages(const g40_position *position);
G40_API const g40_ministry_roles *g40_position_ministries(const g40_position *position);
G40_API const g40_stakeholder_roles *g40_position_stakeholders(const g40_position *position);
G40_API const g40_mentions *g40_position_instruments(const g40_position *position);
G40_API const g40_mentions *g40_position_advices(const g40_position *position);
G40_API const g40_mentions *g40_position_places(const g40_position *position);
G40_API const g40_figures *g40_position_figures(const g40_position *position);
/** For an ask the positions that give reasons for it; for another kind the asks that it gives reasons for. Since 0.1.
 */
G40_API const g40_reasons *g40_position_reasons(const g40_position *position);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_position *g40_position_retain(const g40_position *position);
G40_API void g40_position_release(const g40_position *position);

/* --- its passages: the first is primary ------------------------------------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_passages_count(const g40_passages *passages);
G40_API int64_t g40_passages_total(const g40_passages *passages);
G40_API const g40_passage *g40_passages_at(const g40_passages *passages, size_t i);
G40_API const g40_passages *g40_passages_retain(const g40_passages *passages);
G40_API void g40_passages_free(const g40_passages *passages);

/** Exact words (of several ranges: joined by a line feed) and reading form. Never NULL. Since 0.1. */
G40_API const char *g40_passage_quote(const g40_passage *passage);
G40_API const char *g40_passage_text(const g40_passage *passage);
/** Start of the first range to end of the last: bytes and code points of the stored text. Since 0.1. */
G40_API int64_t g40_passage_start(const g40_passage *passage);
G40_API int64_t g40_passage_end(const g40_passage *passage);
G40_API int64_t g40_passage_char_start(const g40_passage *passage);
G40_API int64_t g40_passage_char_end(const g40_passage *passage);
/** The exact ranges: more than one where page noise lies between. Since 0.1. */
G40_API const g40_ranges *g40_passage_ranges(const g40_passage *passage);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_passage *g40_passage_retain(const g40_passage *passage);
G40_API void g40_passage_release(const g40_passage *passage);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_ranges_count(const g40_ranges *ranges);
G40_API int64_t g40_ranges_total(const g40_ranges *ranges);
G40_API const g40_range *g40_ranges_at(const g40_ranges *ranges, size_t i);
G40_API const g40_ranges *g40_ranges_retain(const g40_ranges *ranges);
G40_API void g40_ranges_free(const g40_ranges *ranges);

/** Where it begins and ends: bytes, then code points. Since 0.1. */
G40_API int64_t g40_range_start(const g40_range *range);
G40_API int64_t g40_range_end(const g40_range *range);
G40_API int64_t g40_range_char_start(const g40_range *range);
G40_API int64_t g40_range_char_end(const g40_range *range);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_range *g40_range_retain(const g40_range *range);
G40_API void g40_range_release(const g40_range *range);

/* --- ministries in it: named in the text, or responsible by portfolio ------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_ministry_roles_count(const g40_ministry_roles *roles);
G40_API int64_t g40_ministry_roles_total(const g40_ministry_roles *roles);
G40_API const g40_ministry_role *g40_ministry_roles_at(const g40_ministry_roles *roles, size_t i);
G40_API const g40_ministry_roles *g40_ministry_roles_retain(const g40_ministry_roles *roles);
G40_API void g40_ministry_roles_free(const g40_ministry_roles *roles);

/** The version on the document's date; NULL where the name is not resolved. Without a date of the document a name that
 * several versions bore is ambiguous: the organisation's id is given, and no version, abbreviation or name. Since 0.1.
 */
G40_API const char *g40_ministry_role_id(const g40_ministry_role *role);
G40_API const char *g40_ministry_role_version(const g40_ministry_role *role);
G40_API const char *g40_ministry_role_abbreviation(const g40_ministry_role *role);
G40_API const char *g40_ministry_role_name(const g40_ministry_role *role);
/** A role (addressee, partner, ...) by the text, or `responsible`: by portfolio, never by the text alone. Never NULL.
 * Since 0.1. */
G40_API const char *g40_ministry_role_relation(const g40_ministry_role *role);
/** The words, and where they stand, in bytes; NULL and -1 for responsible. Since 0.1. */
G40_API const char *g40_ministry_role_as_written(const g40_ministry_role *role);
G40_API int64_t g40_ministry_role_start(const g40_ministry_role *role);
G40_API int64_t g40_ministry_role_end(const g40_ministry_role *role);
/** For responsible what says so ("portfolio: ...", "law: ..."); else NULL. Since 0.1. */
G40_API const char *g40_ministry_role_source(const g40_ministry_role *role);
/** resolved, ambiguous, unresolved (never NULL), and the reason as in g40_resolution_reason(), else NULL. Since 0.1. */
G40_API const char *g40_ministry_role_state(const g40_ministry_role *role);
G40_API const char *g40_ministry_role_reason(const g40_ministry_role *role);
/** curated or rule. Never NULL. Since 0.1. */
G40_API const char *g40_ministry_role_method(const g40_ministry_role *role);
/** Who answers for that ministry on the as-of date; of a date before the document's, who did. Never NULL, maybe empty.
 * Since 0.1. */
G40_API const g40_ministries *g40_ministry_role_now(const g40_ministry_role *role);
/** Whether `now` lacks someone because the as-of date lies before the first start that is known of its line. Since 0.1.
 */
G40_API bool g40_ministry_role_before_registry(const g40_ministry_role *role);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_ministry_role *g40_ministry_role_retain(const g40_ministry_role *role);
G40_API void g40_ministry_role_release(const g40_ministry_role *role);

/* --- other stakeholders in it ----------------------------------------------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_stakeholder_roles_count(const g40_stakeholder_roles *roles);
G40_API int64_t g40_stakeholder_roles_total(const g40_stakeholder_roles *roles);
G40_API const g40_stakeholder_role *g40_stakeholder_roles_at(const g40_stakeholder_roles *roles, size_t i);
G40_API const g40_stakeholder_roles *g40_stakeholder_roles_retain(const g40_stakeholder_roles *roles);
G40_API void g40_stakeholder_roles_free(const g40_stakeholder_roles *roles);

/** Id, names in Dutch and English, and kind (see g40_stakeholder_kind()); NULL where the words are not resolved. Since
 * 0.1. */
G40_API const char *g40_stakeholder_role_id(const g40_stakeholder_role *role);
G40_API const char *g40_stakeholder_role_name(const g40_stakeholder_role *role);
G40_API const char *g40_stakeholder_role_name_en(const g40_stakeholder_role *role);
G40_API const char *g40_stakeholder_role_kind(const g40_stakeholder_role *role);
/** See g40_query_add_role(). Never NULL. Since 0.1. */
G40_API const char *g40_stakeholder_role_role(const g40_stakeholder_role *role);
/** The words (never NULL), and where they stand, in bytes. Since 0.1. */
G40_API const char *g40_stakeholder_role_as_written(const g40_stakeholder_role *role);
G40_API int64_t g40_stakeholder_role_start(const g40_stakeholder_role *role);
G40_API int64_t g40_stakeholder_role_end(const g40_stakeholder_role *role);
/** resolved, ambiguous, unresolved (never NULL), and the reason as in g40_resolution_reason(), else NULL. Since 0.1. */
G40_API const char *g40_stakeholder_role_state(const g40_stakeholder_role *role);
G40_API const char *g40_stakeholder_role_reason(const g40_stakeholder_role *role);
/** curated or rule. Never NULL. Since 0.1. */
G40_API const char *g40_stakeholder_role_method(const g40_stakeholder_role *role);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_stakeholder_role *g40_stakeholder_role_retain(const g40_stakeholder_role *role);
G40_API void g40_stakeholder_role_release(const g40_stakeholder_role *role);

/* --- instruments, advices and places that it names -------------------------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_mentions_count(const g40_mentions *mentions);
G40_API int64_t g40_mentions_total(const g40_mentions *mentions);
G40_API const g40_mention *g40_mentions_at(const g40_mentions *mentions, size_t i);
G40_API const g40_mentions *g40_mentions_retain(const g40_mentions *mentions);
G40_API void g40_mentions_free(const g40_mentions *mentions);

/** Id ("instrument/participatiewet", "stakeholder/..." of a place) and name in Dutch: NULL of an instrument or advice
 * that was found by its form and that the registry does not know. Since 0.1. */
G40_API const char *g40_mention_id(const g40_mention *mention);
G40_API const char *g40_mention_name(const g40_mention *mention);
/** Its kind in the registry; without an id "instrument" or "advice". Never NULL. Since 0.1. */
G40_API const char *g40_mention_kind(const g40_mention *mention);
/** resolved, ambiguous (the registry has several of that name) or unresolved. Never NULL. Since 0.1. */
G40_API const char *g40_mention_state(const g40_mention *mention);
/** The words (never NULL), and where they stand, in bytes. Since 0.1. */
G40_API const char *g40_mention_as_written(const g40_mention *mention);
G40_API int64_t g40_mention_start(const g40_mention *mention);
G40_API int64_t g40_mention_end(const g40_mention *mention);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_mention *g40_mention_retain(const g40_mention *mention);
G40_API void g40_mention_release(const g40_mention *mention);

/* --- reasons ---------------------------------------------------------------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_reasons_count(const g40_reasons *reasons);
G40_API int64_t g40_reasons_total(const g40_reasons *reasons);
G40_API const g40_reason *g40_reasons_at(const g40_reasons *reasons, size_t i);
G40_API const g40_reasons *g40_reasons_retain(const g40_reasons *reasons);
G40_API void g40_reasons_free(const g40_reasons *reasons);

/** Id and kind of the other position. Never NULL. Since 0.1. */
G40_API const char *g40_reason_id(const g40_reason *reason);
G40_API const char *g40_reason_kind(const g40_reason *reason);
/** Its evidence: slug of the document, the heading above (NULL: none), SHA-256 of the stored text, the exact words of
 * its first passage and their reading form. Since 0.1. */
G40_API const char *g40_reason_document(const g40_reason *reason);
G40_API const char *g40_reason_section(const g40_reason *reason);
G40_API const char *g40_reason_sha256(const g40_reason *reason);
G40_API const char *g40_reason_quote(const g40_reason *reason);
G40_API const char *g40_reason_text(const g40_reason *reason);
/** Where the words stand: bytes and code points of the stored text. Since 0.1. */
G40_API int64_t g40_reason_start(const g40_reason *reason);
G40_API int64_t g40_reason_end(const g40_reason *reason);
G40_API int64_t g40_reason_char_start(const g40_reason *reason);
G40_API int64_t g40_reason_char_end(const g40_reason *reason);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_reason *g40_reason_retain(const g40_reason *reason);
G40_API void g40_reason_release(const g40_reason *reason);

#ifdef __cplusplus
}
#endif

#endif
