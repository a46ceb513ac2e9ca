#include "ingest/source.h"

#include <string.h>

int g4_source_read(const char *path, g4_paper *paper, g4_buf *hints, g40_error *err) {
  /* A document comes from a file, also from one of the name that is standard input to the reader. */
  int code = g4_paper_read(paper, strcmp(path, "-") == 0 ? "./-" : path, NULL, err);
  if (code == G40_OK && paper->has_hints) {
    g4_hints_write(&paper->hints, hints);
    if (hints->failed) {
      g4_paper_free(paper);
      code = g4_nomem(err);
    }
  }
  return code;
}
