#include "reader/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/utf8.h"

enum { SHORT_NAME = 128, FIRST_READ = 1 << 16, MEGABYTE = 1 << 20 };

const char *g4_input_name(const char *path, char short_name[SHORT_NAME]) {
  if (!path) {
    return "the text";
  }
  if (strcmp(path, "-") == 0) {
    return "standard input";
  }
  size_t n = strlen(path);
  if (n < SHORT_NAME) {
    return path;
  }
  size_t at = n - (SHORT_NAME - 4);
  while (!g4_utf8_is_boundary(path, n, at)) {
    at++;
  }
  snprintf(short_name, SHORT_NAME, "...%s", path + at);
  return short_name;
}

static int too_large(const char *name, g40_error *err) {
  return g4_fail(err, G40_UNSUPPORTED, "cannot read %s: it has more than the %d MB that can be read", name,
                 G4_MOST_INPUT / MEGABYTE);
}

/* Reads to the end, straight into the buffer. */
static int read_all(int file, const char *name, g4_buf *bytes, g40_error *err) {
  static const char zeros[FIRST_READ];
  for (;;) {
    size_t length = bytes->length;
    g4_buf_add(bytes, zeros, sizeof zeros);
    if (bytes->failed) {
      return g4_nomem(err);
    }
    ssize_t got;
    do {
      got = read(file, bytes->bytes + length, sizeof zeros);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
      return g4_fail(err, G40_IO, "cannot read %s: %s", name, strerror(errno));
    }
    bytes->length = length + (size_t)got;
    bytes->bytes[bytes->length] = '\0';
    if (!got) {
      return bytes->length ? G40_OK : g4_fail(err, G40_INVALID, "cannot read %s: it is empty", name);
    }
    if (bytes->length > G4_MOST_INPUT) {
      return too_large(name, err);
    }
  }
}

/* A pipe or a device might never end: only standard input may be one. */
static int check_kind(int file, const char *name, g40_error *err) {
  struct stat status;
  if (fstat(file, &status) != 0) {
    return g4_fail(err, G40_IO, "cannot read %s: %s", name, strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return g4_fail(err, G40_IO, "cannot read %s: it is a folder", name);
  }
  if (!S_ISREG(status.st_mode)) {
    return g4_fail(err, G40_IO, "cannot read %s: it is no regular file (for a pipe, use - and standard input)", name);
  }
  return status.st_size > G4_MOST_INPUT ? too_large(name, err) : G40_OK;
}

int g4_input_read(const char *path, g4_buf *bytes, g40_error *err) {
  char short_name[SHORT_NAME];
  const char *name = g4_input_name(path, short_name);
  if (strcmp(path, "-") == 0) {
    struct stat status;
    if (fstat(STDIN_FILENO, &status) == 0 && S_ISDIR(status.st_mode)) {
      return g4_fail(err, G40_IO, "cannot read %s: it is a folder", name);
    }
    return read_all(STDIN_FILENO, name, bytes, err);
  }
  /* Not blocking, or opening a pipe would wait for its other end. */
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    return g4_fail(err, G40_IO, "cannot read %s: %s", name, strerror(errno));
  }
  int code = check_kind(file, name, err);
  if (code == G40_OK) {
    code = read_all(file, name, bytes, err);
  }
  close(file);
  return code;
}
