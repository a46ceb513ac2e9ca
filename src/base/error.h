/* Filling in a caller's g40_error. */
#ifndef G4_BASE_ERROR_H
#define G4_BASE_ERROR_H

#include <stddef.h>

#include "g40/error.h"

#if defined(__GNUC__)
#define G4_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#define G4_PRINTF(f, a)
#endif

/* Each writes the record (when err is not NULL) and returns the code, so that a failure is one line:
 * return g4_fail(err, G40_IO, "...").  A message too long for the record is cut at a code point. */
int g4_fail(g40_error *err, int code, const char *format, ...) G4_PRINTF(3, 4);
int g4_fail_at(g40_error *err, int code, size_t offset, const char *format, ...) G4_PRINTF(4, 5);

/* Here, so that static analysers see that it is a failure. */
static inline int g4_nomem(g40_error *err) {
  (void)g4_fail(err, G40_NOMEM, "out of memory");
  return G40_NOMEM;
}

/* Code 0, no message. Public entry points call it first. */
void g4_error_clear(g40_error *err);

#endif
