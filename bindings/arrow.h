/* Rows as an Arrow C stream: https://arrow.apache.org/docs/format/CStreamInterface.html, whose structures these are. */
#ifndef G40_BINDINGS_ARROW_H
#define G40_BINDINGS_ARROW_H

#include "columns.h"

struct ArrowSchema {
  const char *format, *name, *metadata;
  int64_t flags, n_children;
  struct ArrowSchema **children, *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length, null_count, offset, n_buffers, n_children;
  const void **buffers;
  struct ArrowArray **children, *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

/* A stream of record batches of the rows `part` of `array`, which it retains. Rows in rows are lists of structs; rows
 * of a kind that they lie in themselves (who answers now for who answers now) are left out. False when memory ran out.
 */
bool arrow_stream(const table *of, const void *array, slice part, struct ArrowArrayStream *out);

#endif
