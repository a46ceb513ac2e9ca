#include "text/json.h"

#include "text/utf8.h"

/* Bytes that stand for themselves in a string, from the start of `text`. */
static size_t plain(const char *text, size_t length) {
  size_t n = 0;
  while (n < length && (unsigned char)text[n] >= 0x20 && (unsigned char)text[n] < 0x80 && text[n] != '"' &&
         text[n] != '\\') {
    n++;
  }
  return n;
}

static void add_escaped(g4_buf *out, char c) {
  static const char digits[] = "0123456789abcdef";
  const char *const pairs = "\"\"\\\\\bb\ff\nn\rr\tt";
  const char *found = NULL;
  for (const char *pair = pairs; *pair && !found; pair += 2) {
    found = *pair == c ? pair + 1 : NULL;
  }
  g4_buf_add_char(out, '\\');
  if (found) {
    g4_buf_add_char(out, *found);
  } else {
    g4_buf_add(out, "u00", 3);
    g4_buf_add_char(out, digits[(unsigned char)c >> 4]);
    g4_buf_add_char(out, digits[c & 15]);
  }
}

/* A character that is no ASCII; its length. */
static size_t add_character(g4_buf *out, const char *text, size_t n) {
  size_t length = 0;
  g4_utf8_decode(text, n, &length);
  bool malformed = length == 1;
  g4_buf_add(out, malformed ? "\xEF\xBF\xBD" : text, malformed ? 3 : length);
  return length;
}

void g4_json_string(g4_buf *out, const char *text, size_t n) {
  const char *at = text, *end = text + n;
  g4_buf_add_char(out, '"');
  while (at < end) {
    size_t same = plain(at, (size_t)(end - at));
    g4_buf_add(out, at, same);
    at += same;
    if (at < end && (unsigned char)*at < 0x80) {
      add_escaped(out, *at++);
    } else if (at < end) {
      at += add_character(out, at, (size_t)(end - at));
    }
  }
  g4_buf_add_char(out, '"');
}
