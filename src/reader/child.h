/* A program run as a child process, without a shell: bytes in, bytes out, bounded. */
#ifndef G4_READER_CHILD_H
#define G4_READER_CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { G4_CHILD_MESSAGES = 2048 }; /* bytes of standard error that are kept */

typedef struct {
  const char *const *arguments; /* the program first, looked for in PATH; NULL at the end */
  const char *input;            /* for its standard input */
  size_t input_length;
  bool (*take)(void *data, const char *bytes, size_t n); /* its standard output as it comes; false: enough, end it */
  bool (*stop)(void *data);                              /* asked ten times a second; true: end it. NULL: never */
  void *take_data, *stop_data;
  int patience; /* seconds without a byte in or out after which it is ended */
} g4_child;

typedef enum {
  G4_CHILD_ENDED,   /* by itself: `status` holds */
  G4_CHILD_MISSING, /* there is no such program */
  G4_CHILD_REFUSED, /* `take` had enough */
  G4_CHILD_STOPPED, /* `stop` said so */
  G4_CHILD_SILENT   /* longer than its patience */
} g4_child_end;

typedef struct {
  g4_child_end end;
  int status;      /* exit status, or 128 + the signal that ended it */
  g4_buf messages; /* its standard error, or the start of it; the caller's to free */
} g4_child_result;

/* Runs it to its end: no process and no descriptor stays behind. G40_IO where it cannot be run, G40_NOMEM, or 0. */
int g4_child_run(const g4_child *child, g4_child_result *result, g40_error *err);

#endif
