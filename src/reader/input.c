#include "reader/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader/format.h"

enum { AT_A_TIME = 1 << 16, MEGABYTE = 1 << 20 };

int g4_input_check(const char *name, const char *bytes, size_t n, size_t size, g40_error *err) {
  bool pdf = g4_format_of(name, bytes, n) == G4_FORMAT_PDF;
  size_t most = pdf ? G4_MOST_INPUT : G4_MOST_TEXT;
  return size <= most ? G40_OK
                      : g4_fail(err, G40_UNSUPPORTED, "is too long: the most is %zu MB%s", most / MEGABYTE,
                                pdf ? " of PDF" : "");
}

/* Reads to the end, straight into the buffer. `size`: what is known of it beforehand. */
static int read_all(int file, const char *name, size_t size, g4_buf *bytes, g40_error *err) {
  static const char zeros[AT_A_TIME];
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
      return g4_fail(err, G40_IO, "cannot be read: %s", strerror(errno));
    }
    bytes->length = length + (size_t)got;
    bytes->bytes[bytes->length] = '\0';
    if (!got) {
      return bytes->length ? G40_OK : g4_fail(err, G40_INVALID, "is empty");
    }
    int code = g4_input_check(name, bytes->bytes, bytes->length, size > bytes->length ? size : bytes->length, err);
    if (code != G40_OK) {
      return code;
    }
  }
}

/* A pipe or a device might never end: only standard input may be one. */
static int check_kind(int file, size_t *size, g40_error *err) {
  struct stat status;
  if (fstat(file, &status) != 0) {
    return g4_fail(err, G40_IO, "cannot be read: %s", strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return g4_fail(err, G40_IO, "is a folder: name the files in it");
  }
  if (!S_ISREG(status.st_mode)) {
    return g4_fail(err, G40_IO, "is no regular file; a pipe can be read as standard input");
  }
  *size = status.st_size > 0 ? (size_t)status.st_size : 0;
  return G40_OK;
}

int g4_input_read(const char *path, g4_buf *bytes, g40_error *err) {
  if (strcmp(path, "-") == 0) {
    struct stat status;
    if (fstat(STDIN_FILENO, &status) == 0 && S_ISDIR(status.st_mode)) {
      return g4_fail(err, G40_IO, "is a folder: name the files in it");
    }
    return read_all(STDIN_FILENO, NULL, 0, bytes, err);
  }
  /* Not blocking, or opening a pipe would wait for its other end. */
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    return g4_fail(err, G40_IO, "cannot be read: %s", strerror(errno));
  }
  size_t size = 0;
  int code = check_kind(file, &size, err);
  if (code == G40_OK) {
    code = read_all(file, path, size, bytes, err);
  }
  close(file);
  return code;
}
