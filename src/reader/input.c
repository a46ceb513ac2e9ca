#include "reader/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { AT_A_TIME = 1 << 16, MEGABYTE = 1 << 20 };

static int too_large(g40_error *err) {
  return g4_fail(err, G40_UNSUPPORTED, "is too long: the most is %d MB", G4_MOST_INPUT / MEGABYTE);
}

/* Reads to the end, straight into the buffer. */
static int read_all(int file, g4_buf *bytes, g40_error *err) {
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
    if (bytes->length > G4_MOST_INPUT) {
      return too_large(err);
    }
  }
}

/* A pipe or a device might never end: only standard input may be one. */
static int check_kind(int file, g40_error *err) {
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
  return status.st_size > G4_MOST_INPUT ? too_large(err) : G40_OK;
}

int g4_input_read(const char *path, g4_buf *bytes, g40_error *err) {
  if (strcmp(path, "-") == 0) {
    struct stat status;
    if (fstat(STDIN_FILENO, &status) == 0 && S_ISDIR(status.st_mode)) {
      return g4_fail(err, G40_IO, "is a folder: name the files in it");
    }
    return read_all(STDIN_FILENO, bytes, err);
  }
  /* Not blocking, or opening a pipe would wait for its other end. */
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    return g4_fail(err, G40_IO, "cannot be read: %s", strerror(errno));
  }
  int code = check_kind(file, err);
  if (code == G40_OK) {
    code = read_all(file, bytes, err);
  }
  close(file);
  return code;
}
