#include "text/lines.h"

#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

/* Length of the white space or invisible character at text, 0 for anything else. */
static size_t blank_at(const char *text, size_t n) {
  unsigned char byte = (unsigned char)text[0];
  if (byte < 0x80) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
  }
  size_t length;
  return g4_char_at(text, n, &length) == G4_CHAR_SPACE ? length : 0;
}

void g4_trim(const char *source, size_t *start, size_t *end) {
  size_t length;
  while (*start < *end && (length = blank_at(source + *start, *end - *start)) > 0) {
    *start += length;
  }
  while (*end > *start) {
    unsigned char byte = (unsigned char)source[*end - 1];
    if (byte > ' ' && byte < 0x80) {
      return;
    }
    if (g4_char_before(source, *end, &length) != G4_CHAR_SPACE) {
      return;
    }
    *end -= length;
  }
}

typedef struct {
  const char *source;
  g4_lines *lines;
  uint8_t flags; /* of the next line */
} splitter;

static bool add_line(splitter *s, size_t start, size_t end) {
  g4_trim(s->source, &start, &end);
  if (start == end) {
    s->flags |= G4_LINE_AFTER_BLANK;
    return true;
  }
  uint32_t width = (uint32_t)g4_utf8_count(s->source + start, end - start);
  bool added = g4_vec_push(s->lines, (g4_line){(uint32_t)start, (uint32_t)end, width, s->flags});
  s->flags = 0;
  return added;
}

/* The first byte at or after `at` that ends a line. */
static size_t find_break(const char *source, size_t length, size_t at, bool cr_breaks) {
  for (; at < length; at++) {
    char c = source[at];
    if ((unsigned char)c <= '\r' && (c == '\n' || c == '\f' || c == '\v' || c == '\0' || (c == '\r' && cr_breaks))) {
      break;
    }
  }
  return at;
}

int g4_lines_split(const char *source, size_t length, g4_lines *lines, g40_error *err) {
  bool cr_breaks = length && !memchr(source, '\n', length);
  splitter s = {source, lines, G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE};
  for (size_t at = 0; at < length;) {
    size_t end = find_break(source, length, at, cr_breaks);
    if (end > at || end == length || source[end] == '\n' || source[end] == '\r') {
      if (!add_line(&s, at, end)) {
        return g4_nomem(err);
      }
    }
    if (end < length && source[end] == '\f') {
      s.flags |= G4_LINE_AFTER_PAGE;
    } else if (end < length && source[end] == '\0') {
      s.flags |= G4_LINE_AFTER_NUL | G4_LINE_AFTER_BLANK;
    }
    at = end + 1;
  }
  return G40_OK;
}

g4_line_end g4_end_of(const char *text, size_t n) {
  size_t length;
  while (n > 0) {
    switch (g4_char_before(text, n, &length)) {
      case G4_CHAR_STOP:
        return G4_END_STOP;
      case G4_CHAR_COLON:
        return G4_END_COLON;
      case G4_CHAR_COMMA:
        return G4_END_COMMA;
      case G4_CHAR_DASH:
        return G4_END_HYPHEN;
      case G4_CHAR_CLOSE:
      case G4_CHAR_QUOTE:
      case G4_CHAR_SPACE:
        n -= length;
        break;
      default:
        return g4_utf8_decode_before(text, n, &length) == 0xAD ? G4_END_HYPHEN : G4_END_WORD;
    }
  }
  return G4_END_WORD;
}

uint32_t g4_first_word_width(const char *text, size_t n) {
  uint32_t width = 0;
  for (size_t at = 0, length; at < n && width < 99; at += length) {
    if (g4_char_at(text + at, n - at, &length) == G4_CHAR_SPACE) {
      break;
    }
    width++;
  }
  return width;
}
