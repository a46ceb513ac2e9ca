/* A coding file (docs/data.md) into a g4_coded. */
#ifndef G4_CODING_CODING_FILE_H
#define G4_CODING_CODING_FILE_H

#include "extract/coded.h"
#include "model/diagnose.h"

/* Faults become diagnostics; anchors are not looked up yet. G40_IO, G40_NOMEM or 0. */
int g4_coding_read_file(g4_coded *coded, const char *path, const char *shown, g40_diagnostics *diagnostics,
                        g40_error *err);
/* The same of text in memory. */
int g4_coding_read_text(g4_coded *coded, const char *text, size_t n, const char *shown, g40_diagnostics *diagnostics,
                        g40_error *err);

#endif
