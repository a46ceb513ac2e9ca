/* g40/document.h - documents: fixed texts with who holds them, when, and their hash.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_DOCUMENT_H
#define G40_DOCUMENT_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A document, and an array of them. Opaque. Since 0.1. */
typedef struct g40_document g40_document;
typedef struct g40_documents g40_documents;

/** Documents, by date and id, with the number of positions of `query` in each. NULL on failure. Free with
 * g40_documents_free(). Since 0.1. */
G40_API g40_documents *g40_db_documents(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_documents_count(const g40_documents *documents);
G40_API int64_t g40_documents_total(const g40_documents *documents);
G40_API const g40_document *g40_documents_at(const g40_documents *documents, size_t i);
G40_API const g40_documents *g40_documents_retain(const g40_documents *documents);
G40_API void g40_documents_free(const g40_documents *documents);

/** "document/g40-economie-en-werk-2025", and the same without its type. Never NULL. Since 0.1. */
G40_API const char *g40_document_id(const g40_document *document);
G40_API const char *g40_document_slug(const g40_document *document);
/** Title; id and name of the stakeholder that holds it. NULL where not known. Since 0.1. */
G40_API const char *g40_document_title(const g40_document *document);
G40_API const char *g40_document_holder(const g40_document *document);
G40_API const char *g40_document_holder_name(const g40_document *document);
/** position_paper, manifesto, coalition_agreement, motion, letter, report, other; language code. NULL where not known.
 * Since 0.1. */
G40_API const char *g40_document_kind(const g40_document *document);
G40_API const char *g40_document_language(const g40_document *document);
/** YYYY-MM-DD, and how precise that is: day, month, season, year. NULL where not known. Since 0.1. */
G40_API const char *g40_document_date_issued(const g40_document *document);
G40_API const char *g40_document_date_precision(const g40_document *document);
/** What it was issued for, in Dutch and in English; NULL where not known. Since 0.1. */
G40_API const char *g40_document_occasion(const g40_document *document);
G40_API const char *g40_document_occasion_en(const g40_document *document);
/** Where it was published; whose text it is. NULL where not known. Since 0.1. */
G40_API const char *g40_document_url(const g40_document *document);
G40_API const char *g40_document_licence(const g40_document *document);
/** SHA-256 of the stored text and of the file it was read from (NULL where not known), in lower-case hexadecimal. Since
 * 0.1. */
G40_API const char *g40_document_sha256(const g40_document *document);
G40_API const char *g40_document_source_sha256(const g40_document *document);
/** Size of the stored text in bytes and in code points. Since 0.1. */
G40_API int64_t g40_document_bytes(const g40_document *document);
G40_API int64_t g40_document_characters(const g40_document *document);
/** Positions, and how many of them are asks. Since 0.1. */
G40_API int64_t g40_document_positions(const g40_document *document);
G40_API int64_t g40_document_asks(const g40_document *document);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_document *g40_document_retain(const g40_document *document);
G40_API void g40_document_release(const g40_document *document);

/** The stored text of a document (id or slug), UTF-8, with contact data of persons replaced unless `with_contacts`.
 * NULL on failure. Free with g40_text_free(). Since 0.1. */
typedef struct g40_text g40_text;
G40_API g40_text *g40_db_text(g40_db *db, const char *document, bool with_contacts, g40_error *err);
/** The bytes (a NUL stands behind the last one, and may stand among them) and how many there are. Since 0.1. */
G40_API const char *g40_text_bytes(const g40_text *text);
G40_API int64_t g40_text_length(const g40_text *text);
/** Frees it; NULL is allowed. Since 0.1. */
G40_API void g40_text_free(const g40_text *text);

/** The words around a range of a document's text, in reading form: up to `around` bytes on each side, cut at words and
 * at the section. Contact data is replaced unless `with_contacts`. NULL on failure. Free with g40_context_free(). Since
 * 0.1. */
typedef struct g40_context g40_context;
G40_API g40_context *g40_db_context(g40_db *db, const char *document, int64_t start, int64_t end, int64_t around,
                                    bool with_contacts, g40_error *err);
/** The words before, in the range, and after it. Never NULL, maybe empty; owned by the context. Since 0.1. */
G40_API const char *g40_context_before(const g40_context *context);
G40_API const char *g40_context_quote(const g40_context *context);
G40_API const char *g40_context_after(const g40_context *context);
/** Frees it; NULL is allowed. Since 0.1. */
G40_API void g40_context_free(const g40_context *context);

#ifdef __cplusplus
}
#endif

#endif
