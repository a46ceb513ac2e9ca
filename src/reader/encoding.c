#include "reader/encoding.h"

#include <stdint.h>

#include "text/utf8.h"

/* Text may hold a few control characters, and a text that is no UTF-8 a few letters with accents. */
enum { FREE_CONTROLS = 16, NULS_IN_UTF8 = 10, CONTROLS_ELSEWHERE = 50, WIDE_SHARE = 8, FREE_WIDE = 4 };

const char *g4_encoding_name(g4_encoding encoding) {
  static const char *const names[] = {"utf-8", "windows-1252", "utf-8 with windows-1252", "utf-16le", "utf-16be"};
  return names[encoding];
}

typedef struct {
  size_t controls; /* that no text has: neither white space nor escape */
  size_t nul[2];   /* zeros at even and at odd offsets */
  size_t sequences, stray;
  size_t undefined; /* stray bytes that Windows-1252 leaves open */
} census;

static bool is_control(unsigned char byte) { return (byte < ' ' && (byte < '\t' || byte > '\r')) || byte == 0x7F; }

static bool is_undefined(unsigned char byte) {
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

static void count(census *c, const char *bytes, size_t n) {
  for (size_t at = 0, length; at < n; at += length) {
    unsigned char byte = (unsigned char)bytes[at];
    length = 1;
    if (byte < 0x80) {
      c->controls += is_control(byte);
      c->nul[at & 1] += !byte;
      continue;
    }
    g4_utf8_decode(bytes + at, n - at, &length);
    c->sequences += length > 1;
    c->stray += length == 1;
    c->undefined += length == 1 && is_undefined(byte);
  }
}

static int binary(const census *c, size_t n, g40_error *err) {
  if ((c->nul[0] * 3 > n) != (c->nul[1] * 3 > n)) {
    return g4_fail(err, G40_INVALID, "looks like UTF-16 without a byte order mark; save it as UTF-8");
  }
  return g4_fail(err, G40_INVALID, "holds binary data, no text");
}

/* Bytes that are valid UTF-8 are no chance: only NUL says that they are another kind of file. Other controls are what
 * is left of a PDF whose fonts do not tell their letters. */
static int check_utf8(const census *c, size_t n, g40_error *err) {
  size_t nuls = c->nul[0] + c->nul[1];
  bool text = nuls <= FREE_CONTROLS || nuls < n / NULS_IN_UTF8;
  return text ? G40_OK : binary(c, n, err);
}

/* Windows-1252 gives nearly every byte a meaning, so what it says must look like Dutch: mostly ASCII. */
static int check_windows(const census *c, size_t n, bool mixed, g40_error *err) {
  size_t controls = c->controls + c->undefined, wide = mixed ? c->stray : c->stray + 2 * c->sequences;
  bool text = controls <= 1 + n / CONTROLS_ELSEWHERE && wide <= FREE_WIDE + n / WIDE_SHARE;
  return text ? G40_OK : binary(c, n, err);
}

/* UTF-8 with other bytes between: those are read as Windows-1252. */
static int read_mixed(const g4_buf *bytes, g4_buf *text, g4_offsets *map, g40_error *err) {
  g4_offsets unused = {0};
  size_t at = 0, fault = 0;
  bool added = true;
  while (added && at < bytes->length) {
    bool valid = g4_utf8_valid(bytes->bytes + at, bytes->length - at, &fault);
    size_t good = valid ? bytes->length - at : fault;
    added = g4_offsets_add(map, text->length, at);
    g4_buf_add(text, bytes->bytes + at, good);
    at += good;
    if (!valid && added) {
      unused.count = 0;
      added = g4_offsets_add(map, text->length, at) &&
              g4_cp1252_to_utf8(bytes->bytes + at, 1, text, &unused, NULL) == G40_OK;
      at++;
    }
  }
  g4_offsets_free(&unused);
  return text->failed || !added || !g4_offsets_add(map, text->length, at) ? g4_nomem(err) : G40_OK;
}

static int read_windows(g4_buf *bytes, g4_offsets *map, g4_encoding *encoding, size_t *odd, g40_error *err) {
  census c = {0};
  count(&c, bytes->bytes, bytes->length);
  bool mixed = c.sequences >= c.stray;
  *encoding = mixed ? G4_ENCODING_MIXED : G4_ENCODING_WINDOWS_1252;
  *odd = mixed ? c.stray : c.undefined;
  int code = check_windows(&c, bytes->length, mixed, err);
  g4_buf text = {0};
  if (code == G40_OK) {
    code = mixed ? read_mixed(bytes, &text, map, err) : g4_cp1252_to_utf8(bytes->bytes, bytes->length, &text, map, err);
  }
  if (code != G40_OK) {
    g4_buf_free(&text);
    return code;
  }
  g4_buf_free(bytes);
  *bytes = text;
  return G40_OK;
}

/* The unit at `at`; past the end, for half a unit too, one that is no character. */
static uint32_t unit(const g4_buf *bytes, size_t at, bool big) {
  if (at + 1 >= bytes->length) {
    return 0xDC00;
  }
  uint32_t a = (unsigned char)bytes->bytes[at], b = (unsigned char)bytes->bytes[at + 1];
  return big ? a << 8 | b : b << 8 | a;
}

static int convert_utf16(const g4_buf *bytes, bool big, g4_buf *text, g4_offsets *map, size_t *odd, g40_error *err) {
  bool mapped = true;
  size_t at = 0;
  while (mapped && at < bytes->length) {
    uint32_t code = unit(bytes, at, big);
    size_t width = 2;
    if (code >= 0xD800 && code < 0xDC00) {
      uint32_t low = unit(bytes, at + 2, big);
      if (at + 3 < bytes->length && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        width = 4;
      }
    }
    *odd += code >= 0xD800 && code < 0xE000;
    char out[G4_UTF8_LONGEST];
    mapped = g4_offsets_add(map, text->length, at);
    g4_buf_add(text, out, g4_utf8_encode(code, out));
    at += width;
  }
  mapped = mapped && g4_offsets_add(map, text->length, bytes->length);
  return text->failed || !mapped ? g4_nomem(err) : G40_OK;
}

static int read_utf16(g4_buf *bytes, bool big, g4_offsets *map, size_t *odd, g40_error *err) {
  if (bytes->length > G4_MOST_UTF16) {
    return g4_fail(err, G40_UNSUPPORTED, "is UTF-16 of more than %d MB; save it as UTF-8", G4_MOST_UTF16 >> 20);
  }
  g4_buf text = {0};
  census c = {0};
  int code = convert_utf16(bytes, big, &text, map, odd, err);
  if (code == G40_OK) {
    count(&c, text.bytes, text.length);
    size_t strange = c.controls + *odd;
    code = strange > 1 + text.length / CONTROLS_ELSEWHERE ? binary(&c, text.length, err) : G40_OK;
  }
  if (code != G40_OK) {
    g4_buf_free(&text);
    return code;
  }
  g4_buf_free(bytes);
  *bytes = text;
  return G40_OK;
}

int g4_encoding_read(g4_buf *bytes, g4_offsets *map, g4_encoding *encoding, size_t *odd, g40_error *err) {
  *odd = 0;
  *encoding = G4_ENCODING_UTF8;
  if (g4_utf8_valid(g4_buf_text(bytes), bytes->length, NULL)) {
    census c = {0};
    count(&c, bytes->bytes, bytes->length);
    *odd = c.controls;
    return check_utf8(&c, bytes->length, err);
  }
  uint32_t mark = unit(bytes, 0, true);
  if (mark == 0xFFFE || mark == 0xFEFF) {
    *encoding = mark == 0xFFFE ? G4_ENCODING_UTF16_LE : G4_ENCODING_UTF16_BE;
    return read_utf16(bytes, mark == 0xFEFF, map, odd, err);
  }
  return read_windows(bytes, map, encoding, odd, err);
}
