/* g40/options.h - how to open and how to work: waiting for locks, progress, cancelling.
 *
 * Options are copied where they are given, so that one set serves many calls and may be freed at once.
 */
#ifndef G40_OPTIONS_H
#define G40_OPTIONS_H

#include <stdint.h>

#include "g40/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Options of g40_db_open_with(), g40_db_open_writable_with() and g40_compile_with(). Not for use by two threads at
 * once. Since 0.1. */
typedef struct g40_options g40_options;

/** Told before each step of a long call (`done` of `total` steps; `what` names the step: a path, an id, a word), now
 * and then within a long one, and at the end (`what` NULL), in the caller's thread. `total` is 0 where it is not known
 * yet. Anything but 0 cancels: the call fails with G40_CANCELLED. The handle at work must not be used from here. Since
 * 0.1. */
typedef int (*g40_progress)(void *context, int64_t done, int64_t total, const char *what);

/** Options as they are without any: no waiting, no progress. NULL when memory ran out. Free with g40_options_free().
 * Since 0.1. */
G40_API g40_options *g40_options_new(g40_error *err);
/** How long a call waits for a lock that another process holds before it fails with G40_BUSY: milliseconds, 0 (as it is
 * first) to an hour. Returns 0 or G40_ARGUMENT. Since 0.1. */
G40_API int g40_options_set_busy_timeout(g40_options *options, int32_t milliseconds, g40_error *err);
/** Whom to tell of progress; NULL: nobody (as it is first). `context` is handed on and must outlive what the options
 * are given to. Returns 0 or G40_ARGUMENT. Since 0.1. */
G40_API int g40_options_set_progress(g40_options *options, g40_progress progress, void *context, g40_error *err);
/** Frees options; NULL is allowed. Since 0.1. */
G40_API void g40_options_free(g40_options *options);

#ifdef __cplusplus
}
#endif

#endif
