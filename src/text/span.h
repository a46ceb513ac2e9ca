/* A half-open range of bytes. */
#ifndef G4_TEXT_SPAN_H
#define G4_TEXT_SPAN_H

#include <stddef.h>

typedef struct {
  size_t start, end;
} g4_span;

typedef struct {
  g4_span *items;
  size_t count;
} g4_spans;

#endif
