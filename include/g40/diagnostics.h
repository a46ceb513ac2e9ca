/* g40/diagnostics.h - all faults of an input at once: of data files, a coding, a database. */
#ifndef G40_DIAGNOSTICS_H
#define G40_DIAGNOSTICS_H

#include <stddef.h>
#include <stdint.h>

#include "g40/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A fault, with its place, and an array of them. Opaque. Since 0.1. */
typedef struct g40_diagnostic g40_diagnostic;
typedef struct g40_diagnostics g40_diagnostics;

/** Rows held; rows in all; row i, owned by the array, or NULL past the end; one more owner of the array; one fewer, and
 * the last one frees it. Since 0.1. */
G40_API size_t g40_diagnostics_count(const g40_diagnostics *diagnostics);
G40_API int64_t g40_diagnostics_total(const g40_diagnostics *diagnostics);
G40_API const g40_diagnostic *g40_diagnostics_at(const g40_diagnostics *diagnostics, size_t i);
G40_API const g40_diagnostics *g40_diagnostics_retain(const g40_diagnostics *diagnostics);
G40_API void g40_diagnostics_free(const g40_diagnostics *diagnostics);
/** How many are errors (not warnings or notes). Since 0.1. */
G40_API size_t g40_diagnostics_errors(const g40_diagnostics *diagnostics);

/** The file as it was named, or the id of the row; may be NULL. Since 0.1. */
G40_API const char *g40_diagnostic_file(const g40_diagnostic *diagnostic);
/** Counted from 1; 0 where there is none. The column counts code points. Since 0.1. */
G40_API int32_t g40_diagnostic_line(const g40_diagnostic *diagnostic);
G40_API int32_t g40_diagnostic_column(const g40_diagnostic *diagnostic);
/** error, warning or note. Never NULL. Since 0.1. */
G40_API const char *g40_diagnostic_severity(const g40_diagnostic *diagnostic);
/** A word that stays the same from version to version: "duplicate", "unknown-id", "quote-missing". Never NULL. Since
 * 0.1. */
G40_API const char *g40_diagnostic_code(const g40_diagnostic *diagnostic);
/** One line. Never NULL. Since 0.1. */
G40_API const char *g40_diagnostic_message(const g40_diagnostic *diagnostic);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_diagnostic *g40_diagnostic_retain(const g40_diagnostic *diagnostic);
G40_API void g40_diagnostic_release(const g40_diagnostic *diagnostic);

#ifdef __cplusplus
}
#endif

#endif
