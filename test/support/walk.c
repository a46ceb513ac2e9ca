#include "support/walk.h"

#include <string.h>

void walk_start(walk *to) { *to = (walk){.hash = 14695981039346656037u}; }

static void add(walk *to, const void *bytes, size_t n) {
  const unsigned char *at = bytes;
  for (size_t i = 0; i < n; i++) {
    to->hash = (to->hash ^ at[i]) * 1099511628211u;
  }
}

/* How many bytes the code point at `text` has, 0 where it is none. */
static size_t code_point(const unsigned char *text) {
  if (*text < 0x80) {
    return 1;
  }
  size_t n = *text >= 0xF0 ? 4 : *text >= 0xE0 ? 3 : 2;
  uint32_t value = *text & (0x7Fu >> n), least = n == 4 ? 0x10000 : n == 3 ? 0x800 : 0x80;
  if (*text < 0xC2 || *text > 0xF4) {
    return 0;
  }
  for (size_t i = 1; i < n; i++) {
    if ((text[i] & 0xC0) != 0x80) {
      return 0;
    }
    value = value << 6 | (text[i] & 0x3Fu);
  }
  return value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : n;
}

void walk_string(walk *to, const char *text) {
  if (!text) {
    add(to, "\xff", 1);
    return;
  }
  size_t length = strlen(text);
  add(to, text, length + 1);
  to->strings++;
  for (size_t i = 0; i < length;) {
    size_t n = code_point((const unsigned char *)text + i);
    if (!n) {
      to->broken++;
      return;
    }
    i += n;
  }
}

void walk_number(walk *to, int64_t number) { add(to, &number, sizeof number); }

void walk_real(walk *to, double number) { add(to, &number, sizeof number); }
