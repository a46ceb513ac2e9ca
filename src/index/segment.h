/* Inside the index: segments and their rows. */
#ifndef G4_INDEX_SEGMENT_H
#define G4_INDEX_SEGMENT_H

#include <stdlib.h>

#include "index/index.h"
#include "index/varint.h"

enum { G4_SEGMENTS_MERGED = 8, G4_SLOTS_MAX = 1 << 27 };

/* Whether the analyser is the one that made the index of the file, else G40_REINDEX; an empty index is anybody's. To
 * write means to sign it; anew, whatever stands there. */
typedef enum { G4_SIGN_CHECK, G4_SIGN_WRITE, G4_SIGN_ANEW } g4_sign;
int g4_index_sign(g4_store *store, g4_sign how, g40_error *err);

/* The next segment, and the next passage's number. */
int g4_segment_next(g4_store *store, int64_t *segment, int64_t *slot, g40_error *err);
/* Writes where a term stands: in one row or in several. */
int g4_segment_put(g4_store *store, int64_t segment, const char *term, size_t n, int64_t passages, const g4_buf *data,
                   const g4_buf *positions, g40_error *err);
/* Merges levels that are full. */
int g4_segments_settle(g4_store *store, g40_error *err);

/* One passage of a term's row. */
typedef struct {
  uint32_t slot, count; /* the passage; how often */
  uint32_t parts;       /* ... of these as a part of a compound */
} g4_place_in;

/* `data` of a term: of each passage the step from the one before (the first from 0) times four, and 1 more where the
 * term stands in it more than once, 2 more where it is a part of a compound; then how often, and how often as a part:
 * that only where there is more than one. */
static inline void g4_posting_add(g4_buf *data, g4_place_in one, uint32_t *before) {
  bool several = one.count > 1, part = one.parts > 0;
  g4_varint_add(data, (one.slot - *before) << 2 | (several ? 1u : 0) | (part ? 2u : 0));
  if (several) {
    g4_varint_add(data, one.count);
  }
  if (several && part) {
    g4_varint_add(data, one.parts);
  }
  *before = one.slot;
}

/* The next passage; `one` begins zeroed. False at the end, and where *damaged is set. */
static inline bool g4_posting_next(g4_varints *data, g4_place_in *one, bool *damaged) {
  uint32_t step = 0;
  if (data->at == data->end) {
    return false;
  }
  bool whole = g4_varint_next(data, &step);
  one->count = 1;
  one->parts = whole && (step & 2) ? 1 : 0;
  whole = whole && (!(step & 1) || g4_varint_next(data, &one->count)) &&
          ((step & 3) != 3 || g4_varint_next(data, &one->parts));
  *damaged = !whole || one->count == 0 || one->parts > one->count;
  one->slot += step >> 2;
  return !*damaged;
}

/* False: there are not so many. */
static inline bool g4_positions_skip(g4_varints *positions, uint32_t count) {
  uint32_t ignored;
  bool whole = true;
  for (uint32_t i = 0; i < count && whole; i++) {
    whole = g4_varint_next(positions, &ignored);
  }
  return whole;
}

int g4_index_damaged(g40_error *err);

#endif
