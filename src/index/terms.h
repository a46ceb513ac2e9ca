/* Inside the index: where terms stand, held in memory, and written as the rows of a segment. */
#ifndef G4_INDEX_TERMS_H
#define G4_INDEX_TERMS_H

#include "index/segment.h"

/* One occurrence of a term. */
typedef struct {
  uint32_t term, slot, position;
  bool part; /* of a compound */
} g4_occurrence;

/* Writes the rows of a segment. `found`: by passage, and in a passage by position. */
int g4_terms_write(g4_store *store, const g4_analyser *analyser, int64_t segment, const g4_occurrence *found,
                   size_t count, g40_error *err);

#endif
