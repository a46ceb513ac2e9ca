/* Two editions, position by position. */
#ifndef G4_QUERY_COMPARE_H
#define G4_QUERY_COMPARE_H

#include "model/rows.h"

/* At most `limit` rows; 0: all. NULL with err filled on failure. */
g40_differences *g4_compare(const g40_positions *before, const g40_positions *after, size_t limit, g40_error *err);

#endif
