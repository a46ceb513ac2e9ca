/* Reviewed positions whose words a newer text does not have: kept with the document as they were coded. */
#ifndef G4_INGEST_UNPLACED_H
#define G4_INGEST_UNPLACED_H

#include "extract/coded.h"
#include "store/document.h"

/* Adds them to what is coded. With contact data where they have it. */
int g4_read_unplaced(g4_store *store, int64_t document, g4_coded *coded, g40_error *err);
/* Keeps positions of `coded` that have quotes which were not found. */
int g4_write_unplaced(g4_store *store, int64_t document, const g4_coded *coded, g40_error *err);

/* Whether all quotes of a position were found. */
bool g4_is_placed(const g4_coded_position *position);

#endif
