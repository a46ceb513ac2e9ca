#include "fuzz/scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *scratch_file(const char *name, const uint8_t *data, size_t size) {
  static char folder[64], path[160];
  if (!*folder) {
    snprintf(folder, sizeof folder, "%s/g40-fuzz-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    if (!mkdtemp(folder)) {
      abort();
    }
  }
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0) {
    abort();
  }
  return path;
}

const char *next_piece(const uint8_t **data, size_t *size, char piece[256]) {
  if (!*size) {
    return NULL;
  }
  const uint8_t *end = memchr(*data, 0, *size);
  size_t length = end ? (size_t)(end - *data) : *size, kept = length < 255 ? length : 255;
  memcpy(piece, *data, kept);
  piece[kept] = '\0';
  length += end != NULL;
  *data += length;
  *size -= length;
  return piece;
}
