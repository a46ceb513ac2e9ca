/* data/ to a database file. */
#ifndef G4_INGEST_COMPILE_H
#define G4_INGEST_COMPILE_H

#include "model/diagnose.h"
#include "model/progress.h"

/* Faults go to the diagnostics; with an error among them nothing is written and 0 is returned all the same. */
int g4_compile(const char *data, const char *out, const g4_progress *progress, g40_diagnostics *diagnostics,
               g40_error *err);

#endif
