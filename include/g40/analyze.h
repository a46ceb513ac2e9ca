/* g40/analyze.h - reading a text that nobody prepared: its segments, what they are, and whom and what they name.
 *
 * Offsets are bytes of the text or file as given; of HTML and PDF, bytes of the text that was taken out of it. Nothing
 * is stored.
 */
#ifndef G40_ANALYZE_H
#define G40_ANALYZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A sentence, list item, heading or line of a text, and whom it names; arrays of them. Opaque. Since 0.1. */
typedef struct g40_segment g40_segment;
typedef struct g40_segments g40_segments;
typedef struct g40_actor g40_actor;
typedef struct g40_actors g40_actors;

/** Takes apart `length` bytes of UTF-8 text (Dutch), with the names of the embedded registry. Ministries are read at
 * `date` (YYYY-MM-DD; NULL: none, and a name with more than one version is ambiguous). Contact data of persons is
 * "[contact]" in every text unless `with_contacts`. NULL on failure: G40_ARGUMENT, G40_INVALID (not UTF-8, with the
 * offset), G40_UNSUPPORTED (4 GiB or more), G40_NOMEM. Free with g40_segments_free(). Since 0.1. */
G40_API g40_segments *g40_analyze(const char *text, int64_t length, const char *date, bool with_contacts,
                                  g40_error *err);
/** The same with the names of a database, a user's own included. NULL on failure, as above. Free with
 * g40_segments_free(). Since 0.1. */
G40_API g40_segments *g40_db_analyze(g40_db *db, const char *text, int64_t length, const char *date, bool with_contacts,
                                     g40_error *err);

/** The same of a file: plain text (UTF-8, or Windows-1252, which is recognised), Markdown, HTML, or PDF (by the program
 * pdftotext); "-" is standard input. NULL on failure: as above, G40_IO for what cannot be read, G40_INVALID for what
 * holds no text or is broken or encrypted; the message does not name the file. Free with g40_segments_free(). Since
 * 0.1. */
G40_API g40_segments *g40_db_analyze_file(g40_db *db, const char *path, const char *date, bool with_contacts,
                                          g40_error *err);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_segments_count(const g40_segments *segments);
G40_API int64_t g40_segments_total(const g40_segments *segments);
G40_API const g40_segment *g40_segments_at(const g40_segments *segments, size_t i);
G40_API const g40_segments *g40_segments_retain(const g40_segments *segments);
G40_API void g40_segments_free(const g40_segments *segments);

/** One line on how the file was read that its user should know ("read as Windows-1252"); mostly NULL. Since 0.1. */
G40_API const char *g40_segments_note(const g40_segments *segments);

/** Where it stands, without its list mark, in bytes: start of the first range, end of the last. Since 0.1. */
G40_API int64_t g40_segment_start(const g40_segment *segment);
G40_API int64_t g40_segment_end(const g40_segment *segment);
/** The page on which it begins, from 1; 0 where the text has no pages. Since 0.1. */
G40_API int64_t g40_segment_page(const g40_segment *segment);
/** Its exact ranges, in bytes: more than one where it runs on past page noise. Since 0.1. */
G40_API size_t g40_segment_range_count(const g40_segment *segment);
G40_API int64_t g40_segment_range_start(const g40_segment *segment, size_t i); /**< -1 past the end. Since 0.1. */
G40_API int64_t g40_segment_range_end(const g40_segment *segment, size_t i);   /**< -1 past the end. Since 0.1. */
/** Reading form: lines joined, hyphenation undone. Never NULL. Since 0.1. */
G40_API const char *g40_segment_text(const g40_segment *segment);
/** heading, sentence, noise, link, contact. Never NULL. Since 0.1. */
G40_API const char *g40_segment_form(const g40_segment *segment);
/** position, principle, statement, other. Never NULL. Since 0.1. */
G40_API const char *g40_segment_kind(const g40_segment *segment);
/** Of a position: ask, commitment, rule; else NULL. Since 0.1. */
G40_API const char *g40_segment_type(const g40_segment *segment);
/** Of an ask: what is asked (see g40_query_add_action()); else NULL. Since 0.1. */
G40_API const char *g40_segment_action(const g40_segment *segment);
/** Name of the rule that says so (docs/rules.md), and its measured precision, 0..1. NULL and 0 for other. Since 0.1. */
G40_API const char *g40_segment_rule(const g40_segment *segment);
G40_API double g40_segment_confidence(const g40_segment *segment);
/** Whom and what it names, in order. Never NULL, maybe empty. Since 0.1. */
G40_API const g40_actors *g40_segment_actors(const g40_segment *segment);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_segment *g40_segment_retain(const g40_segment *segment);
G40_API void g40_segment_release(const g40_segment *segment);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_actors_count(const g40_actors *actors);
G40_API int64_t g40_actors_total(const g40_actors *actors);
G40_API const g40_actor *g40_actors_at(const g40_actors *actors, size_t i);
G40_API const g40_actors *g40_actors_retain(const g40_actors *actors);
G40_API void g40_actors_free(const g40_actors *actors);

/** Where the words stand, in bytes, and the words in reading form (never NULL). Since 0.1. */
G40_API int64_t g40_actor_start(const g40_actor *actor);
G40_API int64_t g40_actor_end(const g40_actor *actor);
G40_API const char *g40_actor_text(const g40_actor *actor);
/** ministry, government, organisation, group, instrument, advice, other (bears a role and is no actor). Never NULL.
 * Since 0.1. */
G40_API const char *g40_actor_type(const g40_actor *actor);
/** What the registry knows it as; NULL for names found by their form. Since 0.1. */
G40_API const char *g40_actor_id(const g40_actor *actor);
/** Of a ministry: the abbreviation on the date (NULL unless resolved), and ministry or post; else NULL. Since 0.1. */
G40_API const char *g40_actor_abbreviation(const g40_actor *actor);
G40_API const char *g40_actor_form(const g40_actor *actor);
/** resolved, ambiguous, unresolved (never NULL); the reason as in g40_resolution_reason(), else NULL. Since 0.1. */
G40_API const char *g40_actor_state(const g40_actor *actor);
G40_API const char *g40_actor_reason(const g40_actor *actor);
/** Its role in a position (see g40_query_add_role()); else NULL. Since 0.1. */
G40_API const char *g40_actor_role(const g40_actor *actor);
/** registry, or the name of the rule that found it (docs/rules.md). Never NULL. Since 0.1. */
G40_API const char *g40_actor_rule(const g40_actor *actor);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_actor *g40_actor_retain(const g40_actor *actor);
G40_API void g40_actor_release(const g40_actor *actor);

#ifdef __cplusplus
}
#endif

#endif
