/* A g4_coded as the YAML that a person edits (docs/data.md). */
#ifndef G4_CODING_WRITE_H
#define G4_CODING_WRITE_H

#include "base/buf.h"
#include "extract/coded.h"

/* Appends the coding file: what g4_coding_read_file() reads back. G40_NOMEM or 0. */
int g4_coding_write(const g4_coded *coded, g4_buf *out, g40_error *err);
/* The same of one position alone. */
int g4_coding_write_position(const g4_coded *coded, size_t position, g4_buf *out, g40_error *err);

#endif
