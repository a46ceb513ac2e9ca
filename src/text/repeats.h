/* What came back, and how: evidence for each string that may be a running head. */
#ifndef G4_TEXT_REPEATS_H
#define G4_TEXT_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t hash;         /* 0: a free entry */
  uint32_t count;        /* occurrences */
  uint32_t near;         /* ... one or two pages after the one before, or whose page number goes on from it */
  uint32_t glued;        /* ... that text without a space before or behind gave away */
  uint32_t page, number; /* of the last one */
  uint32_t first, last;  /* where the first and the last one start */
} g4_repeat;

typedef struct {
  g4_repeat *entries;
  size_t capacity, count;
} g4_repeats;

typedef struct {
  uint32_t at, page, number;
  bool glued;
} g4_occurrence;

enum { G4_LONGEST_STEP = 4 }; /* pages between two heads that one chapter shares */

/* Whether a page number goes on from the one before. */
bool g4_goes_on(uint32_t number, uint32_t before, uint32_t most);

/* A zeroed g4_repeats is empty. False: out of memory. The hash is not 0. */
bool g4_repeats_add(g4_repeats *repeats, uint64_t hash, g4_occurrence occurrence);
/* NULL for what never came by. */
const g4_repeat *g4_repeats_get(const g4_repeats *repeats, uint64_t hash);
void g4_repeats_free(g4_repeats *repeats);

#endif
