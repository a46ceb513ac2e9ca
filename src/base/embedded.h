/* Data that the assembler puts between two symbols. */
#ifndef G4_BASE_EMBEDDED_H
#define G4_BASE_EMBEDDED_H

#include <stddef.h>
#include <stdint.h>

/* Bytes from one symbol to the other: to C they are two objects, whose addresses are numbers. */
static inline size_t g4_embedded_size(const void *start, const void *end) {
  return (size_t)((uintptr_t)end - (uintptr_t)start);
}

#endif
