/* Numbers of variable length: seven bits a byte, the lowest first; the last byte is below 128. */
#ifndef G4_INDEX_VARINT_H
#define G4_INDEX_VARINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

static inline void g4_varint_add(g4_buf *buf, uint32_t value) {
  unsigned char bytes[5];
  size_t n = 0;
  for (; value >= 128; value >>= 7) {
    bytes[n++] = (unsigned char)(value | 128);
  }
  bytes[n++] = (unsigned char)value;
  g4_buf_add(buf, bytes, n);
}

typedef struct {
  const unsigned char *at, *end;
} g4_varints;

/* False: there is no whole number left. */
static inline bool g4_varint_next(g4_varints *in, uint32_t *value) {
  uint32_t sum = 0;
  if (in->at < in->end && *in->at < 128) { /* mostly */
    *value = *in->at++;
    return true;
  }
  for (unsigned shift = 0; in->at < in->end && shift < 35; shift += 7) {
    unsigned char byte = *in->at++;
    sum |= (uint32_t)(byte & 127) << shift;
    if (byte < 128) {
      *value = sum;
      return true;
    }
  }
  return false;
}

#endif
