/* A user's own registry file into a database. */
#ifndef G4_INGEST_REGISTRY_ADD_H
#define G4_INGEST_REGISTRY_ADD_H

#include "model/diagnose.h"
#include "store/store.h"

/* Checks the file together with what is there; with an error among the diagnostics nothing is written and 0 is returned
 * all the same. */
int g4_registry_add(g4_store *store, const char *path, g40_diagnostics *diagnostics, g40_error *err);

#endif
