/* Whether the index is what the passages would make of it now. */
#ifndef G4_INDEX_CHECK_H
#define G4_INDEX_CHECK_H

#include "index/index.h"

/* Calls `differs` with the pk of each document whose words, headings or links to positions are not those of the index,
 * or that is not indexed; a result other than 0 ends it. G40_REINDEX and G40_CORRUPT: nothing more can be said. */
typedef int (*g4_index_differs)(void *context, int64_t document);
int g4_index_check(g4_store *store, g4_index_differs differs, void *context, g40_error *err);

#endif
