#include "ingest/source.h"

#include <sys/stat.h>

#include "ingest/files.h"

static int check_length(size_t length, g40_error *err) {
  return length <= G4_TEXT_LONGEST ? G40_OK
                                   : g4_fail(err, G40_UNSUPPORTED, "is too long: %zu MB, the most is %d MB",
                                             length / 1000000, G4_TEXT_LONGEST / 1000000);
}

int g4_source_read(const char *path, g4_paper *paper, g4_buf *hints, g40_error *err) {
  struct stat status;
  bool known = stat(path, &status) == 0;
  if (known && S_ISDIR(status.st_mode)) {
    return g4_fail(err, G40_IO, "is a folder: name the files in it");
  }
  if (known && S_ISREG(status.st_mode) && status.st_size > G4_MOST_INPUT) {
    return g4_fail(err, G40_UNSUPPORTED, "is too long: %lld MB, the most is %d MB", (long long)status.st_size / 1000000,
                   G4_TEXT_LONGEST / 1000000);
  }
  int code = g4_paper_read(paper, path, NULL, err);
  if (code != G40_OK) {
    return code;
  }
  code = check_length(paper->text.length, err);
  if (code == G40_OK && paper->has_hints) {
    g4_hints_write(&paper->hints, hints);
    code = hints->failed ? g4_nomem(err) : G40_OK;
  }
  if (code != G40_OK) {
    g4_paper_free(paper);
  }
  return code;
}
