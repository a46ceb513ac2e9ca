/* The coding of a document that stands in the database, as a file would have it. */
#ifndef G4_INGEST_STORED_CODING_H
#define G4_INGEST_STORED_CODING_H

#include "base/buf.h"
#include "extract/coded.h"
#include "store/document.h"

/* Reads it, and makes every anchor one that can be looked up: `after` and `nth` where its words stand more than once.
 * With `contacts`, words hold contact data of persons, and what only a coding marks as such is listed. */
int g4_stored_coding(g4_store *store, int64_t document, bool contacts, g4_coded *coded, g40_error *err);

/* The same as YAML; positions that a newer text does not have come last. G40_NOT_FOUND: no such document. */
int g4_export_coding(g4_store *store, const char *document, bool contacts, g4_buf *out, g40_error *err);

#endif
