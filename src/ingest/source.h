/* A file as a text to store: the one place that decides how files are read. */
#ifndef G4_INGEST_SOURCE_H
#define G4_INGEST_SOURCE_H

#include "base/buf.h"
#include "base/sha256.h"

enum { G4_SOURCE_MAX = 64 << 20 }; /* bytes; the longest programme of a party has one hundredth of that */

typedef struct {
  g4_buf text;                 /* to be stored: UTF-8 */
  char sha256[G4_SHA256_TEXT]; /* of the file */
} g4_source_text;

/* G40_IO, G40_INVALID (no text), G40_UNSUPPORTED (too long), G40_NOMEM, or 0. The message does not name the file. */
int g4_source_read(const char *path, g4_source_text *source, g40_error *err);
void g4_source_free(g4_source_text *source);

#endif
