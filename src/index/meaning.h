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

/* A term in a passage: twice its place in the file of vectors, and one more where it is a part of a compound. */
#define G4_WHOLE(place) ((uint16_t)((place)*2))
#define G4_PART_OF(term) ((uint16_t)((term) | 1))
#define G4_PLACE(term) ((int)((term) / 2))

/* Vectors of passages are not kept: a query meets the vector of each term once, and each passage adds up what its terms
 * bring. That is the same cosine, read from a tenth of the memory. */
typedef struct g4_meanings {
  uint32_t *order;          /* passages, those with the fewest terms first */
  uint32_t *of_size, sizes; /* how many have 0, 1, ... terms */
  uint16_t *terms;          /* of the passages, in that order */
  float *weights;           /* of terms; 0: they count nowhere */
  float *scales;            /* of passages: their sum times this is of unit length; 0: nothing is known of it */
} g4_meanings;

/* Made on first use, kept until the index changes. NULL on failure. */
const g4_meanings *g4_index_meanings(g4_index *index, const g4_vectors_file *file, g40_error *err);
void g4_meanings_free(g4_meanings *meanings);

/* The cosine of every passage with a query of file->dimensions numbers, to index->slots numbers. G40_NOMEM or 0. */
int g4_meanings_compare(const g4_index *index, const g4_meanings *meanings, const g4_vectors_file *file,
                        const float *query, float *cosines, g40_error *err);

#endif
