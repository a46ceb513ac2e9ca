/* g40/theme.h - themes: what positions are about.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_THEME_H
#define G40_THEME_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A theme, and an array of them. Opaque. Since 0.1. */
typedef struct g40_theme g40_theme;
typedef struct g40_themes g40_themes;

/** All themes in the order of their scheme, with the number of positions of `query` in each (narrower themes not
 * counted in). NULL on failure. Free with g40_themes_free(). Since 0.1. */
G40_API g40_themes *g40_db_themes(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_themes_count(const g40_themes *themes);
G40_API int64_t g40_themes_total(const g40_themes *themes);
G40_API const g40_theme *g40_themes_at(const g40_themes *themes, size_t i);
G40_API const g40_themes *g40_themes_retain(const g40_themes *themes);
G40_API void g40_themes_free(const g40_themes *themes);

/** "theme/economie", and the same without its type. Never NULL. Since 0.1. */
G40_API const char *g40_theme_id(const g40_theme *theme);
G40_API const char *g40_theme_slug(const g40_theme *theme);
/** Labels in Dutch (never NULL) and in English (NULL: none). Since 0.1. */
G40_API const char *g40_theme_label_nl(const g40_theme *theme);
G40_API const char *g40_theme_label_en(const g40_theme *theme);
/** The wider theme's id (NULL: none), and the scheme it belongs to (NULL: none). Since 0.1. */
G40_API const char *g40_theme_broader(const g40_theme *theme);
G40_API const char *g40_theme_scheme(const g40_theme *theme);
/** Positions in it, and how many of them are asks. Since 0.1. */
G40_API int64_t g40_theme_positions(const g40_theme *theme);
G40_API int64_t g40_theme_asks(const g40_theme *theme);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_theme *g40_theme_retain(const g40_theme *theme);
G40_API void g40_theme_release(const g40_theme *theme);

#ifdef __cplusplus
}
#endif

#endif
