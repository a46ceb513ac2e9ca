/* Bytes of a text as a number, for telling texts apart: the value depends on the machine's byte order. */
#ifndef G4_BASE_BYTES_H
#define G4_BASE_BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint64_t g4_bytes_eight(const char *bytes) {
  uint64_t number;
  memcpy(&number, bytes, sizeof number);
  return number;
}

static inline uint64_t g4_bytes_four(const char *bytes) {
  uint32_t number;
  memcpy(&number, bytes, sizeof number);
  return number;
}

#endif
