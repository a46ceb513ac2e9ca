/* Inside the index: what a document's passages make, before it is written. */
#ifndef G4_INDEX_EXPECTED_H
#define G4_INDEX_EXPECTED_H

#include "index/terms.h"
#include "index/wording.h"

typedef struct {
  g4_wording wording;
  g4_buf lengths, headings;
  const g4_occurrence *found; /* the batch's, until the next call */
  size_t count;
} g4_expected;

/* The first passage gets the number `first`. Nothing may be held in the batch. To be freed also where it fails. */
int g4_batch_expect(g4_batch *batch, int64_t document, uint32_t first, g4_expected *out, g40_error *err);
void g4_expected_free(g4_expected *expected);

#endif
