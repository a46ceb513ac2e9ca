/* Files into a database: read and analysed in several threads, written by one, in the order of the files. */
#ifndef G4_INGEST_INGEST_H
#define G4_INGEST_INGEST_H

#include "ingest/order.h"
#include "store/store.h"

/* NULL on failure; what is whole by then stays in the database. The store must be open for writing. */
g40_ingested *g4_ingest(g4_store *store, const g40_ingest *order, g40_error *err);

/* Removes a document (id or slug) in a transaction of its own. G40_NOT_FOUND: there is none. */
int g4_ingest_remove(g4_store *store, const char *document, g40_error *err);

#endif
