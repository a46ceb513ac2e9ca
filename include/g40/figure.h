/* g40/figure.h - numbers in documents: value, unit, what they measure, the words.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_FIGURE_H
#define G40_FIGURE_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A number, and an array of them. Opaque. Since 0.1. */
typedef struct g40_figure g40_figure;
typedef struct g40_figures g40_figures;

/** Figures of the positions of `query`, in the order of documents and text. NULL on failure. Free with
 * g40_figures_free(). Since 0.1. */
G40_API g40_figures *g40_db_figures(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_figures_count(const g40_figures *figures);
G40_API int64_t g40_figures_total(const g40_figures *figures);
G40_API const g40_figure *g40_figures_at(const g40_figures *figures, size_t i);
G40_API const g40_figures *g40_figures_retain(const g40_figures *figures);
G40_API void g40_figures_free(const g40_figures *figures);

/** "figure/g40-economie-en-werk-2025/1". Never NULL. Since 0.1. */
G40_API const char *g40_figure_id(const g40_figure *figure);
/** Document slug; id of the position that it stands in (NULL: none). Since 0.1. */
G40_API const char *g40_figure_document(const g40_figure *figure);
G40_API const char *g40_figure_position(const g40_figure *figure);
/** Heading of the section it stands in; NULL before the first one. Since 0.1. */
G40_API const char *g40_figure_section(const g40_figure *figure);
/** SHA-256 of the stored text that the offsets count in: 64 hexadecimal digits. Never NULL. Since 0.1. */
G40_API const char *g40_figure_sha256(const g40_figure *figure);
/** The number, as a number; 15 for "15%". Since 0.1. */
G40_API double g40_figure_value(const g40_figure *figure);
/** Unit: "%", "euro", or what is counted. NULL for a bare number. Since 0.1. */
G40_API const char *g40_figure_unit(const g40_figure *figure);
/** What it measures, in Dutch and in English; NULL where nobody noted it. Since 0.1. */
G40_API const char *g40_figure_about(const g40_figure *figure);
G40_API const char *g40_figure_about_en(const g40_figure *figure);
/** exact, rounded, approximate, at_least, at_most, target; NULL where nobody noted it. Since 0.1. */
G40_API const char *g40_figure_precision(const g40_figure *figure);
/** Exact words (never NULL), and where they stand: bytes and code points of the stored text. Since 0.1. */
G40_API const char *g40_figure_quote(const g40_figure *figure);
G40_API int64_t g40_figure_start(const g40_figure *figure);
G40_API int64_t g40_figure_end(const g40_figure *figure);
G40_API int64_t g40_figure_char_start(const g40_figure *figure);
G40_API int64_t g40_figure_char_end(const g40_figure *figure);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_figure *g40_figure_retain(const g40_figure *figure);
G40_API void g40_figure_release(const g40_figure *figure);

#ifdef __cplusplus
}
#endif

#endif
