/* g40/search.h - finding passages by their words.
 *
 * A query is what a person types: words that must all occur, "words in quotes" one behind the other, a beginning with a
 * trailing *, and -word for what must not occur. There are no other operators and no faults of syntax. Words are
 * compared by their Dutch stems, without case and accents, and compounds are opened: congestie finds netcongestie. A
 * name finds what is known to mean the same (Borstlap: Commissie Regulering van Werk), and the answer says so. Where no
 * passage has all words, those with some of them are given, and the answer says that too.
 */
#ifndef G40_SEARCH_H
#define G40_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/position.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A passage that answers, its marked words, and what stands beside the hits; arrays of them. Opaque. Since 0.1. */
typedef struct g40_hit g40_hit;
typedef struct g40_hits g40_hits;
typedef struct g40_marked g40_marked;
typedef struct g40_marks g40_marks;
typedef struct g40_facet g40_facet;
typedef struct g40_facets g40_facets;
typedef struct g40_expansion g40_expansion;
typedef struct g40_expansions g40_expansions;

/* --- search ---------------------------------------------------------------------------------------------------- */

/** Passages that answer `words`, best first, at most as many as the limit of `query` (NULL: no filter, all). Filters
 * keep passages of a document, or that hold a position which passes them. With `related` names find related terms too.
 * Longer texts than 4096 bytes are cut; bytes that are no UTF-8 find nothing. NULL on failure: G40_REINDEX where the
 * text index was made by another version, G40_NOT_FOUND for an unknown name in a filter. Free with g40_hits_free().
 * Since 0.1. */
G40_API g40_hits *g40_db_search(g40_db *db, const char *words, const g40_query *query, bool related, g40_error *err);

/** Rows held; passages that answer; row i, owned by the array, or NULL past the end; one more owner of the array; one
 * fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_hits_count(const g40_hits *hits);
G40_API int64_t g40_hits_total(const g40_hits *hits);
G40_API const g40_hit *g40_hits_at(const g40_hits *hits, size_t i);
G40_API const g40_hits *g40_hits_retain(const g40_hits *hits);
G40_API void g40_hits_free(const g40_hits *hits);

/** Whether no passage had all words, so that those with some of them are given. Since 0.1. */
G40_API bool g40_hits_any(const g40_hits *hits);
/** Where nothing was found: what may have been meant, from the words of the database; else NULL. Since 0.1. */
G40_API const char *g40_hits_suggestion(const g40_hits *hits);
/** How many of all passages that answer fall to a theme, ministry, stakeholder, document, year. Never NULL. Since 0.1.
 */
G40_API const g40_facets *g40_hits_facets(const g40_hits *hits);
/** Names that were looked for besides the words. Never NULL. Since 0.1. */
G40_API const g40_expansions *g40_hits_expansions(const g40_hits *hits);

/* --- a passage ------------------------------------------------------------------------------------------------- */

/** Slug of the document, and the heading above the passage (NULL: none). Since 0.1. */
G40_API const char *g40_hit_document(const g40_hit *hit);
G40_API const char *g40_hit_section(const g40_hit *hit);
/** SHA-256 of the stored text that the offsets count in: 64 hexadecimal digits. Never NULL. Since 0.1. */
G40_API const char *g40_hit_sha256(const g40_hit *hit);
/** The exact words (of several ranges: joined by a line feed) and their reading form. Never NULL. Since 0.1. */
G40_API const char *g40_hit_quote(const g40_hit *hit);
G40_API const char *g40_hit_text(const g40_hit *hit);
/** Where it stands: bytes and code points of the stored text. Since 0.1. */
G40_API int64_t g40_hit_start(const g40_hit *hit);
G40_API int64_t g40_hit_end(const g40_hit *hit);
G40_API int64_t g40_hit_char_start(const g40_hit *hit);
G40_API int64_t g40_hit_char_end(const g40_hit *hit);
/** What the next page goes on after: see g40_query_set_after(). Never NULL. Since 0.1. */
G40_API const char *g40_hit_key(const g40_hit *hit);
/** BM25: higher is better; comparable within one answer only. Since 0.1. */
G40_API double g40_hit_score(const g40_hit *hit);
/** The words that answer, as bytes of the reading form. Never NULL. Since 0.1. */
G40_API const g40_marks *g40_hit_marks(const g40_hit *hit);
/** The positions whose words stand in the passage. Never NULL, maybe empty. Since 0.1. */
G40_API const g40_reasons *g40_hit_positions(const g40_hit *hit);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_hit *g40_hit_retain(const g40_hit *hit);
G40_API void g40_hit_release(const g40_hit *hit);

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_marks_count(const g40_marks *marks);
G40_API int64_t g40_marks_total(const g40_marks *marks);
G40_API const g40_marked *g40_marks_at(const g40_marks *marks, size_t i);
G40_API const g40_marks *g40_marks_retain(const g40_marks *marks);
G40_API void g40_marks_free(const g40_marks *marks);

/** Where a marked word begins and ends, in bytes of the reading form. Since 0.1. */
G40_API int64_t g40_marked_start(const g40_marked *mark);
G40_API int64_t g40_marked_end(const g40_marked *mark);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_marked *g40_marked_retain(const g40_marked *mark);
G40_API void g40_marked_release(const g40_marked *mark);

/* --- counts beside the hits -------------------------------------------------------------------------------------- */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_facets_count(const g40_facets *facets);
G40_API int64_t g40_facets_total(const g40_facets *facets);
G40_API const g40_facet *g40_facets_at(const g40_facets *facets, size_t i);
G40_API const g40_facets *g40_facets_retain(const g40_facets *facets);
G40_API void g40_facets_free(const g40_facets *facets);

/** theme, ministry, stakeholder, document, year. Never NULL. Since 0.1. */
G40_API const char *g40_facet_kind(const g40_facet *facet);
/** Its id (of a year: the year), its name. Never NULL. Since 0.1. */
G40_API const char *g40_facet_id(const g40_facet *facet);
G40_API const char *g40_facet_name(const g40_facet *facet);
/** Passages among the hits. Since 0.1. */
G40_API int64_t g40_facet_passages(const g40_facet *facet);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_facet *g40_facet_retain(const g40_facet *facet);
G40_API void g40_facet_release(const g40_facet *facet);

/* --- names looked for besides --------------------------------------------------------------------------------------
 */

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_expansions_count(const g40_expansions *expansions);
G40_API int64_t g40_expansions_total(const g40_expansions *expansions);
G40_API const g40_expansion *g40_expansions_at(const g40_expansions *expansions, size_t i);
G40_API const g40_expansions *g40_expansions_retain(const g40_expansions *expansions);
G40_API void g40_expansions_free(const g40_expansions *expansions);

/** The words as typed, the id of what they name, a further name, and same_as or related. Never NULL. Since 0.1. */
G40_API const char *g40_expansion_words(const g40_expansion *expansion);
G40_API const char *g40_expansion_id(const g40_expansion *expansion);
G40_API const char *g40_expansion_name(const g40_expansion *expansion);
G40_API const char *g40_expansion_relation(const g40_expansion *expansion);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_expansion *g40_expansion_retain(const g40_expansion *expansion);
G40_API void g40_expansion_release(const g40_expansion *expansion);

/* --- the index --------------------------------------------------------------------------------------------------- */

/** Makes the text index of a database anew, where it was made by another version (G40_REINDEX). The database must be
 * open for writing. Since 0.1. */
G40_API int g40_db_reindex(g40_db *db, g40_error *err);

#ifdef __cplusplus
}
#endif

#endif
