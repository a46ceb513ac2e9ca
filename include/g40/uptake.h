/* g40/uptake.h - which asks come back in which documents.
 *
 * Each ask is compared with every passage of a database (see match.h). The best passage of a document says whether the
 * document takes the ask up: by how far its score stands above what the ask usually reaches in that database. The
 * thresholds come from judged passages; what they are worth is measured and handed over with the answer. They say where
 * to read, not that a party agrees: the machine cannot tell weaker, stronger and contrary words apart.
 */
#ifndef G40_UPTAKE_H
#define G40_UPTAKE_H

#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/match.h"
#include "g40/position.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An ask in a document, and an array of them. Opaque. Since 0.1. */
typedef struct g40_uptake g40_uptake;
typedef struct g40_uptakes g40_uptakes;

/* --- asks x documents ------------------------------------------------------------------------------------------ */

/** What becomes of asks in the documents of `db`: a row for each ask and document, asks in the order given, within an
 * ask the documents that take it up first, then by score and by name. `asks` may come from another database; an ask's
 * own document is left out. Filters of `query` keep passages, as for g40_db_match(); a document without any is left
 * out. Its limit counts rows (0: all). NULL on failure: G40_REINDEX where the text index was made by another version,
 * G40_NOT_FOUND for an unknown name in a filter, G40_CANCELLED. Free with g40_uptakes_free(). Since 0.1. */
G40_API g40_uptakes *g40_db_uptake(g40_db *db, const g40_positions *asks, const g40_query *query, g40_error *err);

/** Rows held; asks x documents; row i, owned by the array, or NULL past the end; one more owner of the array; one
 * fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_uptakes_count(const g40_uptakes *uptakes);
G40_API int64_t g40_uptakes_total(const g40_uptakes *uptakes);
G40_API const g40_uptake *g40_uptakes_at(const g40_uptakes *uptakes, size_t i);
G40_API const g40_uptakes *g40_uptakes_retain(const g40_uptakes *uptakes);
G40_API void g40_uptakes_free(const g40_uptakes *uptakes);

/** How right the machine's states were on judged documents, each ask judged with thresholds chosen without it; 0..1.
 * Of the documents said to take an ask up the share that does, and of those that do the share found. Since 0.1. */
G40_API double g40_uptakes_precision(const g40_uptakes *uptakes);
G40_API double g40_uptakes_recall(const g40_uptakes *uptakes);
/** The same where "same_subject" counts as well, on both sides. Since 0.1. */
G40_API double g40_uptakes_subject_precision(const g40_uptakes *uptakes);
G40_API double g40_uptakes_subject_recall(const g40_uptakes *uptakes);
/** Of the passages shown for "taken_up" the share that takes the ask up itself: often another one of the document does.
 * Since 0.1. */
G40_API double g40_uptakes_passage_precision(const g40_uptakes *uptakes);

/* --- an ask in a document -------------------------------------------------------------------------------------- */

/** The heading above the ask, or NULL; SHA-256 of the stored text that its offsets count in. Since 0.1. */
G40_API const char *g40_uptake_ask_section(const g40_uptake *uptake);
G40_API const char *g40_uptake_ask_sha256(const g40_uptake *uptake);
/** Id of the ask, its document (slug), exact words and reading form. Never NULL. Since 0.1. */
G40_API const char *g40_uptake_ask(const g40_uptake *uptake);
G40_API const char *g40_uptake_ask_document(const g40_uptake *uptake);
G40_API const char *g40_uptake_ask_quote(const g40_uptake *uptake);
G40_API const char *g40_uptake_ask_text(const g40_uptake *uptake);
/** Where these stand: bytes and code points of the stored text of the ask's document. Since 0.1. */
G40_API int64_t g40_uptake_ask_start(const g40_uptake *uptake);
G40_API int64_t g40_uptake_ask_end(const g40_uptake *uptake);
G40_API int64_t g40_uptake_ask_char_start(const g40_uptake *uptake);
G40_API int64_t g40_uptake_ask_char_end(const g40_uptake *uptake);
/** Slug of the document. Never NULL. Since 0.1. */
G40_API const char *g40_uptake_document(const g40_uptake *uptake);
/** taken_up, same_subject or not_found. Never NULL. Since 0.1. */
G40_API const char *g40_uptake_state(const g40_uptake *uptake);
/** What a person judged (docs/data.md): literal, same_aim, weaker, stronger, contrary, none; NULL: nobody did, or the
 * text does not have the words any more. It wins: the state is then taken_up, of contrary same_subject, of none
 * not_found. And what the person noted, or NULL. Since 0.1. */
G40_API const char *g40_uptake_verdict(const g40_uptake *uptake);
G40_API const char *g40_uptake_note(const g40_uptake *uptake);
/** The passage that the verdict rests on; without one the best passage of the document; NULL where it has none. Of
 * "not_found" it is what comes nearest, and no evidence. Since 0.1. */
G40_API const g40_match *g40_uptake_match(const g40_uptake *uptake);
/** How far its score stands above what the ask usually reaches, which is what the state was decided by. Since 0.1. */
G40_API double g40_uptake_margin(const g40_uptake *uptake);
/** What was looked for: words of the ask that carry its subject, the weightiest first, and the names of what it names;
 * both joined by "; ", NULL for none. Since 0.1. */
G40_API const char *g40_uptake_words(const g40_uptake *uptake);
G40_API const char *g40_uptake_names(const g40_uptake *uptake);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_uptake *g40_uptake_retain(const g40_uptake *uptake);
G40_API void g40_uptake_release(const g40_uptake *uptake);

#ifdef __cplusplus
}
#endif

#endif
