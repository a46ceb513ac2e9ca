/* g40/citation.h - links and references: the words that cite, and what they point to.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_CITATION_H
#define G40_CITATION_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A link or reference, and an array of them. Opaque. Since 0.1. */
typedef struct g40_citation g40_citation;
typedef struct g40_citations g40_citations;

/** Citations of the documents of `query`, in the order of documents and text. NULL on failure. Free with
 * g40_citations_free(). Since 0.1. */
G40_API g40_citations *g40_db_citations(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_citations_count(const g40_citations *citations);
G40_API int64_t g40_citations_total(const g40_citations *citations);
G40_API const g40_citation *g40_citations_at(const g40_citations *citations, size_t i);
G40_API const g40_citations *g40_citations_retain(const g40_citations *citations);
G40_API void g40_citations_free(const g40_citations *citations);

/** "citation/g40-economie-en-werk-2025/1". Never NULL. Since 0.1. */
G40_API const char *g40_citation_id(const g40_citation *citation);
/** Document slug; id of the position that it stands in (NULL: none). Since 0.1. */
G40_API const char *g40_citation_document(const g40_citation *citation);
G40_API const char *g40_citation_position(const g40_citation *citation);
/** Heading of the section it stands in; NULL before the first one. Since 0.1. */
G40_API const char *g40_citation_section(const g40_citation *citation);
/** SHA-256 of the stored text that the offsets count in: 64 hexadecimal digits. Never NULL. Since 0.1. */
G40_API const char *g40_citation_sha256(const g40_citation *citation);
/** What it points to: the address, its kind (website, advice, law, report, ...), and the id of the thing where it is
 * known; each may be NULL. Since 0.1. */
G40_API const char *g40_citation_url(const g40_citation *citation);
G40_API const char *g40_citation_kind(const g40_citation *citation);
G40_API const char *g40_citation_target(const g40_citation *citation);
/** The words that cite (never NULL), and where they stand: bytes and code points of the stored text. Since 0.1. */
G40_API const char *g40_citation_quote(const g40_citation *citation);
G40_API int64_t g40_citation_start(const g40_citation *citation);
G40_API int64_t g40_citation_end(const g40_citation *citation);
G40_API int64_t g40_citation_char_start(const g40_citation *citation);
G40_API int64_t g40_citation_char_end(const g40_citation *citation);
/** Where the address itself stands in the text, in bytes; -1 where it does not. Since 0.1. */
G40_API int64_t g40_citation_link_start(const g40_citation *citation);
G40_API int64_t g40_citation_link_end(const g40_citation *citation);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_citation *g40_citation_retain(const g40_citation *citation);
G40_API void g40_citation_release(const g40_citation *citation);

#ifdef __cplusplus
}
#endif

#endif
