#include "text/utf8.h"

#include <stdint.h>
#include <string.h>

static bool continues(unsigned char byte) { return (byte & 0xC0u) == 0x80u; }

/* Length of the well-formed sequence at text, 0 for a malformed one (Unicode 15, table 3-7). */
static size_t sequence(const unsigned char *text, size_t n) {
  unsigned char lead = text[0];
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4 || n < 2 || !continues(text[1])) {
    return 0;
  }
  if (lead < 0xE0) {
    return 2;
  }
  if (n < 3 || !continues(text[2])) {
    return 0;
  }
  if (lead < 0xF0) {
    bool overlong = lead == 0xE0 && text[1] < 0xA0;
    bool surrogate = lead == 0xED && text[1] > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  bool outside = (lead == 0xF0 && text[1] < 0x90) || (lead == 0xF4 && text[1] > 0x8F);
  return n < 4 || !continues(text[3]) || outside ? 0 : 4;
}

uint32_t g4_utf8_decode(const char *text, size_t n, size_t *length) {
  const unsigned char *byte = (const unsigned char *)text;
  *length = sequence(byte, n);
  switch (*length) {
    case 1:
      return byte[0];
    case 2:
      return (uint32_t)(byte[0] & 0x1F) << 6 | (byte[1] & 0x3F);
    case 3:
      return (uint32_t)(byte[0] & 0x0F) << 12 | (uint32_t)(byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
    case 4:
      return (uint32_t)(byte[0] & 0x07) << 18 | (uint32_t)(byte[1] & 0x3F) << 12 | (uint32_t)(byte[2] & 0x3F) << 6 |
             (byte[3] & 0x3F);
    default:
      *length = 1;
      return G4_UTF8_REPLACEMENT;
  }
}

uint32_t g4_utf8_decode_before(const char *text, size_t at, size_t *length) {
  size_t start = at - 1;
  while (start > 0 && at - start < G4_UTF8_LONGEST && continues((unsigned char)text[start])) {
    start--;
  }
  uint32_t code = g4_utf8_decode(text + start, at - start, length);
  if (*length != at - start) {
    *length = 1;
    return G4_UTF8_REPLACEMENT;
  }
  return code;
}

size_t g4_utf8_encode(uint32_t code, char out[G4_UTF8_LONGEST]) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    code = G4_UTF8_REPLACEMENT;
  }
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | code >> 18);
  out[1] = (char)(0x80 | (code >> 12 & 0x3F));
  out[2] = (char)(0x80 | (code >> 6 & 0x3F));
  out[3] = (char)(0x80 | (code & 0x3F));
  return 4;
}

/* Whether the eight bytes at text are ASCII. */
static bool eight_ascii(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool g4_utf8_valid(const char *text, size_t n, size_t *fault) {
  size_t at = 0;
  while (at < n) {
    if (n - at >= 8 && eight_ascii(text + at)) {
      at += 8;
      continue;
    }
    size_t length = sequence((const unsigned char *)text + at, n - at);
    if (!length) {
      if (fault) {
        *fault = at;
      }
      return false;
    }
    at += length;
  }
  return true;
}

size_t g4_utf8_count(const char *text, size_t n) {
  size_t count = 0;
  for (size_t i = 0; i < n; i++) {
    count += !continues((unsigned char)text[i]);
  }
  return count;
}

bool g4_utf8_is_boundary(const char *text, size_t n, size_t at) {
  return at == n || (at < n && !continues((unsigned char)text[at]));
}

/* Windows-1252, 0x80 to 0x9F. */
static uint32_t from_cp1252(unsigned char byte) {
  static const uint16_t high[32] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

int g4_cp1252_to_utf8(const char *bytes, size_t n, g4_buf *out, g4_offsets *map, g40_error *err) {
  bool mapped = g4_offsets_add(map, out->length, 0);
  for (size_t at = 0; at < n && mapped;) {
    size_t plain = at;
    while (plain < n && (unsigned char)bytes[plain] < 0x80) {
      plain++;
    }
    g4_buf_add(out, bytes + at, plain - at);
    at = plain;
    if (at < n) {
      char code[G4_UTF8_LONGEST];
      g4_buf_add(out, code, g4_utf8_encode(from_cp1252((unsigned char)bytes[at]), code));
      at++;
      mapped = g4_offsets_add(map, out->length, at);
    }
  }
  return out->failed || !mapped ? g4_nomem(err) : G40_OK;
}
