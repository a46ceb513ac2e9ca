/* A file as a text to store: the one place that decides how files are read. */
#ifndef G4_INGEST_SOURCE_H
#define G4_INGEST_SOURCE_H

#include "reader/paper.h"

/* `hints` gets those of the text in written form. G40_IO, G40_INVALID (no text), G40_UNSUPPORTED (too long), G40_NOMEM,
 * or 0. The message does not name the file. On failure nothing is left to free. */
int g4_source_read(const char *path, g4_paper *paper, g4_buf *hints, g40_error *err);

#endif
