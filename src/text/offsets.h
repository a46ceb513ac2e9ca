/* Offsets of a derived text and where they lie in the text that it was made from: runs of bytes that moved together. */
#ifndef G4_TEXT_OFFSETS_H
#define G4_TEXT_OFFSETS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

typedef struct {
  size_t derived, origin; /* from here on the two run in step */
} g4_offset_run;

typedef G4_VEC(g4_offset_run) g4_offsets;

/* A zeroed g4_offsets maps every offset to itself. Runs are added in order of `derived`; one that changes nothing
 * is left out. False: out of memory. */
bool g4_offsets_add(g4_offsets *map, size_t derived, size_t origin);
/* Where `derived` lies in the origin. Inside a byte sequence that became longer: its end. */
size_t g4_offsets_origin(const g4_offsets *map, size_t derived);
void g4_offsets_free(g4_offsets *map);

#endif
