/* Collecting diagnostics. */
#ifndef G4_MODEL_DIAGNOSE_H
#define G4_MODEL_DIAGNOSE_H

#include "model/rows.h"

typedef enum { G4_NOTE, G4_WARNING, G4_ERROR } g4_severity;

/* An empty list, or NULL when memory ran out. Freed as the public type is. */
g40_diagnostics *g4_diagnostics_new(g40_error *err);

/* Adds one; `file` may be NULL. When memory runs out the list is marked failed: check with g4_diagnostics_check(). */
void g4_diagnose(g40_diagnostics *list, g4_severity severity, const char *file, int line, int column, const char *code,
                 const char *format, ...) G4_PRINTF(7, 8);

/* Adds all of another list. */
void g4_diagnostics_append(g40_diagnostics *list, const g40_diagnostics *more);

/* 0, or G40_NOMEM when one could not be added. */
int g4_diagnostics_check(const g40_diagnostics *list, g40_error *err);

#endif
