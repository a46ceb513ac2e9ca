/* Which texts of two lists belong together. */
#ifndef G4_QUERY_PAIRS_H
#define G4_QUERY_PAIRS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/vec.h"

/* From this likeness on two texts may be one another's: less than half of the words in common is another text. */
#define G4_LEAST_LIKENESS 0.5

typedef struct {
  size_t before, after;
  double likeness; /* share of the words that both have, rare words counting more; 1: the same words */
  bool moved;      /* its place among the other pairs changed */
} g4_pair;
typedef G4_VEC(g4_pair) g4_pairs;

/* One to one: the same texts first, in order, then the likest, of equally like ones those nearest in order. By
 * `before`. G40_NOMEM or 0. */
int g4_pairs_find(const char *const *before, size_t before_count, const char *const *after, size_t after_count,
                  g4_pairs *pairs, g40_error *err);

#endif
