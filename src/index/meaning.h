/* What passages are about: the sum of their terms' vectors, each by its weight, and of the heading above them. */
#ifndef G4_INDEX_MEANING_H
#define G4_INDEX_MEANING_H

#include "index/index.h"
#include "index/vectors.h"

/* How much a part counts beside its compound, a heading's word beside one of the passage. */
#define G4_PART_WEIGHT 0.5f
#define G4_HEADING_WEIGHT 0.3f
/* A term that weighs less can stand in any sentence, and counts nowhere. */
#define G4_LEAST_WEIGHT 2

typedef struct g4_meanings {
  uint32_t width; /* dimensions, made a multiple of 16 */
  int8_t *vectors;
  float *scales; /* vector times scale is of unit length; 0: nothing is known of the passage */
} g4_meanings;

/* Made on first use, kept until the index changes. NULL on failure. */
const g4_meanings *g4_index_meanings(g4_index *index, const g4_vectors_file *file, g40_error *err);
void g4_meanings_free(g4_meanings *meanings);

/* The cosine of every passage with a query of file->dimensions numbers, to index->slots numbers. */
void g4_meanings_compare(const g4_index *index, const g4_meanings *meanings, const g4_vectors_file *file,
                         const float *query, float *cosines);

#endif
