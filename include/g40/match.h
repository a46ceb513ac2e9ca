/* g40/match.h - where an ask comes back: passages of documents that take it up.
 *
 * A quote, or a position with all that is coded of it, is compared with every passage of a database: by shared words
 * (compounds opened, weighed by how much they carry a subject), by names that mean the same, and by meaning: term
 * vectors learned from a background of political texts. Nothing that a person wrote for a position counts (no summary).
 */
#ifndef G40_MATCH_H
#define G40_MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/position.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A passage that takes up an ask, and an array of them. Opaque. Since 0.1. */
typedef struct g40_match g40_match;
typedef struct g40_matches g40_matches;

/* --- ask ------------------------------------------------------------------------------------------------------- */

/** Passages of `db` that take up the quote, best first, at most as many as the limit of `query` (100 where it has
 * none). Filters keep passages of a document, or that hold a position which passes them. NULL on failure: G40_REINDEX
 * where the text index was made by another version. Free with g40_matches_free(). Since 0.1. */
G40_API g40_matches *g40_db_match(g40_db *db, const char *quote, const g40_query *query, g40_error *err);
/** The same for a position, which may come from another database. Passages of its own document are left out. NULL on
 * failure. Free with g40_matches_free(). Since 0.1.
 */
G40_API g40_matches *g40_db_match_position(g40_db *db, const g40_position *position, const g40_query *query,
                                           g40_error *err);

/** Rows held; passages that were compared; row i, owned by the array, or NULL past the end; one more owner of the
 * array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_matches_count(const g40_matches *matches);
G40_API int64_t g40_matches_total(const g40_matches *matches);
G40_API const g40_match *g40_matches_at(const g40_matches *matches, size_t i);
G40_API const g40_matches *g40_matches_retain(const g40_matches *matches);
G40_API void g40_matches_free(const g40_matches *matches);

/* --- a passage ------------------------------------------------------------------------------------------------- */

/** Slug of the document, and the heading above the passage (NULL: none). Since 0.1. */
G40_API const char *g40_match_document(const g40_match *match);
G40_API const char *g40_match_section(const g40_match *match);
/** SHA-256 of the stored text that the offsets count in: 64 hexadecimal digits. Never NULL. Since 0.1. */
G40_API const char *g40_match_sha256(const g40_match *match);
/** The exact words (of several ranges: joined by a line feed) and their reading form. Never NULL. Since 0.1. */
G40_API const char *g40_match_quote(const g40_match *match);
G40_API const char *g40_match_text(const g40_match *match);
/** Where it stands: bytes and code points of the stored text. Since 0.1. */
G40_API int64_t g40_match_start(const g40_match *match);
G40_API int64_t g40_match_end(const g40_match *match);
G40_API int64_t g40_match_char_start(const g40_match *match);
G40_API int64_t g40_match_char_end(const g40_match *match);
/** How well it matches; higher is better, 0 and less is nothing in common. Since 0.1. */
G40_API double g40_match_score(const g40_match *match);
/** Why, as words of the passage joined by "; ", those that weigh most first; NULL for none. `names`: mean what the ask
 * names. `words`: the ask has them too. `compounds`: share a part of a compound with it. `concepts`: belong to a name
 * of what the ask names, or are related to it. `theme`: stand in the heading above the passage, or in what is around
 * the ask: its heading, theme and reasons. Since 0.1. */
G40_API const char *g40_match_names(const g40_match *match);
G40_API const char *g40_match_words(const g40_match *match);
G40_API const char *g40_match_compounds(const g40_match *match);
G40_API const char *g40_match_concepts(const g40_match *match);
G40_API const char *g40_match_theme(const g40_match *match);
/** How near the meanings are: a cosine, at most 1. Since 0.1. */
G40_API double g40_match_meaning(const g40_match *match);
/** What the next page goes on after: see g40_query_set_after(). Never NULL. Since 0.1. */
G40_API const char *g40_match_key(const g40_match *match);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_match *g40_match_retain(const g40_match *match);
G40_API void g40_match_release(const g40_match *match);

#ifdef __cplusplus
}
#endif

#endif
