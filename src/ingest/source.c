#include "ingest/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "ingest/files.h"
#include "text/utf8.h"

static int check(const char *path, g40_error *err) {
  struct stat status;
  if (stat(path, &status) != 0) {
    return g4_fail(err, G40_IO, "cannot be read: %s", strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return g4_fail(err, G40_IO, "is a folder: name the files in it");
  }
  if (!S_ISREG(status.st_mode)) {
    return g4_fail(err, G40_IO, "is not a regular file");
  }
  if (status.st_size > G4_SOURCE_MAX) {
    return g4_fail(err, G40_UNSUPPORTED, "is too long: %lld MB, the most is %d MB", (long long)status.st_size / 1000000,
                   G4_SOURCE_MAX / 1000000);
  }
  return G40_OK;
}

int g4_source_read(const char *path, g4_source_text *source, g40_error *err) {
  g40_error why = {0};
  size_t bad = 0;
  int code = check(path, err);
  if (code != G40_OK) {
    return code;
  }
  code = g4_read_file(path, &source->text, &why);
  if (code != G40_OK) {
    return code == G40_NOMEM ? g4_nomem(err) : g4_fail(err, code, "cannot be read");
  }
  if (!source->text.length) {
    return g4_fail(err, G40_INVALID, "is empty");
  }
  if (!g4_utf8_valid(g4_buf_text(&source->text), source->text.length, &bad)) {
    return g4_fail(err, G40_INVALID, "is no UTF-8 text: byte %zu", bad);
  }
  g4_sha256(g4_buf_text(&source->text), source->text.length, source->sha256);
  return G40_OK;
}

void g4_source_free(g4_source_text *source) { g4_buf_free(&source->text); }
