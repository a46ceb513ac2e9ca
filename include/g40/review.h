/* g40/review.h - what the authors of a paper may want to look at before they send it.
 *
 * A finding says what was not found in the words, as rules and the registry read them; it is no judgement.
 */
#ifndef G40_REVIEW_H
#define G40_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/ingest.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What was not found in some words. Since 0.1. */
typedef struct g40_finding g40_finding;
/** Findings on a document: by kind, the severest first, then by place. Since 0.1. */
typedef struct g40_findings g40_findings;

/* --- the review ------------------------------------------------------------------------------------------------ */

/** Findings on a document (id, with or without its type), by kind, the severest first, then by place.
 * What is said twice of the same words is told once. Contact data of persons shows
 * as [contact] unless `with_contacts`. NULL on failure: G40_NOT_FOUND for an unknown document. Free with
 * g40_findings_free(). Since 0.1. */
G40_API g40_findings *g40_db_review(g40_db *db, const char *document, bool with_contacts, g40_error *err);

/** The same of a file that is in no database: of the one path (or the one coding) that `ingest` names, read with what
 * it says of it (holder, kind, date, title, url, coding), by the names of `db`. Nothing is written. Offsets count in
 * the text that ingest would store, `g40_finding_document` is the slug that it would have. Its callback is told of one
 * file and may cancel. NULL on failure: G40_ARGUMENT where `ingest` names no file, several, or a meta file; G40_IO for
 * a file that cannot be read, G40_INVALID for one without text or with faults in its coding, G40_UNSUPPORTED for one
 * that is too long, G40_NOT_FOUND for an unknown holder; the message names the file. Free with g40_findings_free().
 * Since 0.1. */
G40_API g40_findings *g40_db_review_file(g40_db *db, const g40_ingest *ingest, bool with_contacts, g40_error *err);

G40_API size_t g40_findings_count(const g40_findings *findings);  /**< rows held. Since 0.1. */
G40_API int64_t g40_findings_total(const g40_findings *findings); /**< the same. Since 0.1. */
/** Row i, or NULL past the end. Since 0.1. */
G40_API const g40_finding *g40_findings_at(const g40_findings *findings, size_t i);
/** Keeps the array until one more g40_findings_free(). Since 0.1. */
G40_API const g40_findings *g40_findings_retain(const g40_findings *findings);
/** Lets go of the array; NULL is allowed. Since 0.1. */
G40_API void g40_findings_free(const g40_findings *findings);

/* --- a finding ------------------------------------------------------------------------------------------------- */

/** ask_lacks (an ask does not name what `lacks` says), theme_without_ask, actor_not_asked (named, and nothing is asked
 * of it), name_unresolved (nothing or several things are known by the name), figure_without_source. Never NULL. Since
 * 0.1. */
G40_API const char *g40_finding_kind(const g40_finding *finding);
/** How much it asks for attention: high, medium or low (docs/cli.md says which is which). Never NULL. Since 0.1. */
G40_API const char *g40_finding_severity(const g40_finding *finding);
/** Of an ask: which of addressee, amount, date, instrument it does not name, with ", " between them; an amount is only
 * missed where money is asked. NULL for other kinds. Since 0.1. */
G40_API const char *g40_finding_lacks(const g40_finding *finding);
/** What it is about: the theme or heading, the actor's name, the name as written, the figure; of an ask the ministries
 * that answer for it by portfolio. NULL: nothing to add. Since 0.1. */
G40_API const char *g40_finding_subject(const g40_finding *finding);
/** The finding in a few words. Never NULL. Since 0.1. */
G40_API const char *g40_finding_label_nl(const g40_finding *finding);
/** The same in English. Never NULL. Since 0.1. */
G40_API const char *g40_finding_label_en(const g40_finding *finding);
/** Id of the position, or NULL where it is about none. Since 0.1. */
G40_API const char *g40_finding_position(const g40_finding *finding);
/** Slug of the document. Never NULL. Since 0.1. */
G40_API const char *g40_finding_document(const g40_finding *finding);
/** Heading above, or NULL. Since 0.1. */
G40_API const char *g40_finding_section(const g40_finding *finding);
/** SHA-256 of the document's stored text, in hexadecimal. Never NULL. Since 0.1. */
G40_API const char *g40_finding_sha256(const g40_finding *finding);
/** The exact words that it is about. Never NULL. Since 0.1. */
G40_API const char *g40_finding_quote(const g40_finding *finding);
/** Where they start in the stored text, in bytes. Since 0.1. */
G40_API int64_t g40_finding_start(const g40_finding *finding);
/** Where they end, in bytes. Since 0.1. */
G40_API int64_t g40_finding_end(const g40_finding *finding);
/** Where they start, in code points. Since 0.1. */
G40_API int64_t g40_finding_char_start(const g40_finding *finding);
/** Where they end, in code points. Since 0.1. */
G40_API int64_t g40_finding_char_end(const g40_finding *finding);
/** The page that they start on, from 1; 0 where the document has no pages, or one. Since 0.1. */
G40_API int64_t g40_finding_page(const g40_finding *finding);
/** Keeps the row, also when its array is freed. Since 0.1. */
G40_API const g40_finding *g40_finding_retain(const g40_finding *finding);
/** Lets go of a row that was kept. Since 0.1. */
G40_API void g40_finding_release(const g40_finding *finding);

#ifdef __cplusplus
}
#endif

#endif
