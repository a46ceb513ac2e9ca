/* What people reviewed in an older version of a text, in a newer one: it wins over what rules read there. */
#ifndef G4_INGEST_MERGE_H
#define G4_INGEST_MERGE_H

#include "ingest/draft.h"

/* Looks the reviewed positions of the stored document up in the draft's text, each by its exact words. What is found
 * replaces the rules' positions in the same words; what is not, or more than once, is said and stays in draft->kept, to
 * be kept as unplaced. Sentences that a person saw before, and let go, stay without a position. */
int g4_merge_reviewed(g4_store *store, const g4_stored *stored, g4_draft *draft, g40_error *err);

#endif
