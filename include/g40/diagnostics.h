/* g40/diagnostics.h - all faults of an input at once: of data files, a coding, a database. */
#ifndef G40_DIAGNOSTICS_H
#define G40_DIAGNOSTICS_H

#include <stddef.h>
#include <stdint.h>

#include "g40/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct g40_diagnostic g40_diagnostic;
typedef struct g40_diagnostics g40_diagnostics;

G40_API size_t g40_diagnostics_count(const g40_diagnostics *diagnostics);
G40_API int64_t g40_diagnostics_total(const g40_diagnostics *diagnostics);
/** How many are errors (not warnings or notes). */
G40_API size_t g40_diagnostics_errors(const g40_diagnostics *diagnostics);
/** Row i in the order found, or NULL past the end. Owned by the array. */
G40_API const g40_diagnostic *g40_diagnostics_at(const g40_diagnostics *diagnostics, size_t i);
G40_API const g40_diagnostics *g40_diagnostics_retain(const g40_diagnostics *diagnostics);
G40_API void g40_diagnostics_free(const g40_diagnostics *diagnostics);

/** The file as it was named, or the id of the row; may be NULL. */
G40_API const char *g40_diagnostic_file(const g40_diagnostic *diagnostic);
/** Counted from 1; 0 where there is none. The column counts code points. */
G40_API int32_t g40_diagnostic_line(const g40_diagnostic *diagnostic);
G40_API int32_t g40_diagnostic_column(const g40_diagnostic *diagnostic);
/** error, warning or note. Never NULL. */
G40_API const char *g40_diagnostic_severity(const g40_diagnostic *diagnostic);
/** A word that stays the same from version to version: "duplicate", "unknown-id", "quote-missing". Never NULL. */
G40_API const char *g40_diagnostic_code(const g40_diagnostic *diagnostic);
/** One line. Never NULL. */
G40_API const char *g40_diagnostic_message(const g40_diagnostic *diagnostic);
G40_API const g40_diagnostic *g40_diagnostic_retain(const g40_diagnostic *diagnostic);
G40_API void g40_diagnostic_release(const g40_diagnostic *diagnostic);

#ifdef __cplusplus
}
#endif

#endif
