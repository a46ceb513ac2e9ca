/* A growing byte buffer. A failed append sets `failed` and later appends do nothing,
 * so that a writer checks once, at the end. */
#ifndef G4_BASE_BUF_H
#define G4_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

typedef struct {
  char *bytes; /* always NUL-terminated when not NULL */
  size_t length, capacity;
  bool failed;
} g4_buf;

/* A zeroed g4_buf is an empty buffer. */
void g4_buf_add(g4_buf *buf, const void *bytes, size_t n);
void g4_buf_add_char(g4_buf *buf, char c);
void g4_buf_add_text(g4_buf *buf, const char *text);
void g4_buf_add_format(g4_buf *buf, const char *format, ...) G4_PRINTF(2, 3);
void g4_buf_add_args(g4_buf *buf, const char *format, va_list args) G4_PRINTF(2, 0);
void g4_buf_clear(g4_buf *buf);             /* length 0, memory kept */
const char *g4_buf_text(const g4_buf *buf); /* "" for an empty buffer; NULL after a failure */
void g4_buf_free(g4_buf *buf);

#endif
