/* UTF-8: decoding that never reads past the end, validation, counting; and Windows-1252 made into it. */
#ifndef G4_TEXT_UTF8_H
#define G4_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/offsets.h"

enum { G4_UTF8_REPLACEMENT = 0xFFFD, G4_UTF8_LONGEST = 4 };

/* The code point at the start of n bytes (n > 0), and its length in bytes. Malformed: U+FFFD of length 1. */
uint32_t g4_utf8_decode(const char *text, size_t n, size_t *length);
/* The code point that ends at `at` (at > 0), where text is valid; its length goes to *length. */
uint32_t g4_utf8_decode_before(const char *text, size_t at, size_t *length);
/* Writes up to 4 bytes, returns how many; what is no code point becomes U+FFFD. No NUL is added. */
size_t g4_utf8_encode(uint32_t code, char out[G4_UTF8_LONGEST]);

/* Whether all bytes are UTF-8 (no surrogates, no overlong forms); otherwise *fault is the first wrong byte. */
bool g4_utf8_valid(const char *text, size_t n, size_t *fault);
/* Code points in valid text; of other text, the bytes that start one. */
size_t g4_utf8_count(const char *text, size_t n);
/* Whether a code point starts at `at`, or the text ends there. */
bool g4_utf8_is_boundary(const char *text, size_t n, size_t at);

/* Appends Windows-1252 bytes as UTF-8 to `out`, and to `map` where each came from: offsets in `out` to offsets in
 * `bytes`. The five bytes without a meaning become the control characters of Latin-1, as browsers do. */
int g4_cp1252_to_utf8(const char *bytes, size_t n, g4_buf *out, g4_offsets *map, g40_error *err);

#endif
