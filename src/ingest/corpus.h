/* One corpus: a text with its coding, read, looked up and checked. */
#ifndef G4_INGEST_CORPUS_H
#define G4_INGEST_CORPUS_H

#include "base/buf.h"
#include "extract/coded.h"
#include "model/diagnose.h"
#include "text/segment.h"

typedef struct {
  g4_coded coded;
  g4_buf bytes; /* the stored text */
  g4_text text;
  bool readable; /* the text was read: anchors could be looked up */
} g4_corpus;

/* Reads a coding file and the text beside it. `shown` is the coding file's name in diagnostics; `registry` may be NULL,
 * and then only the text is checked. G40_IO, G40_NOMEM or 0. */
int g4_corpus_read(g4_corpus *corpus, const char *coding, const char *shown, const g4_registry *registry,
                   g40_diagnostics *diagnostics, g40_error *err);
/* Words of roles, instruments and the like that hold contact data of a person are errors. G40_NOMEM or 0. */
int g4_check_contacts(g4_coded *coded, const g4_text *text, g40_diagnostics *diagnostics, g40_error *err);
void g4_corpus_free(g4_corpus *corpus);

#endif
