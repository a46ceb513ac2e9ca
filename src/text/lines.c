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
  while (*start < *end) {
    length = blank_at(source + *start, *end - *start);
    if (!length && g4_utf8_decode(source + *start, *end - *start, &length) != 0xAD) {
      break;
    }
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
  size_t length;
  bool cr_breaks;
  g4_lines *lines;
  uint16_t flags; /* of the next line */
} splitter;

/* The end of the line that starts at `at`; its code points are added to *width, what it holds to *flags. */
static size_t find_break(const splitter *s, size_t at, uint32_t *width, uint16_t *flags) {
  enum { KINDS = 16, D = G4_LINE_HAS_DIGIT, G = G4_LINE_MAY_BE_GLUED };
  static const uint16_t met[KINDS][KINDS] = {
      [G4_CHAR_LOWER] = {[G4_CHAR_UPPER] = G, [G4_CHAR_DIGIT] = D | G},
      [G4_CHAR_STOP] = {[G4_CHAR_UPPER] = G, [G4_CHAR_DIGIT] = D | G},
      [G4_CHAR_DIGIT] = {[G4_CHAR_UPPER] = G, [G4_CHAR_LOWER] = G, [G4_CHAR_DIGIT] = D},
      [G4_CHAR_OTHER] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_SPACE] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_UPPER] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_COLON] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_COMMA] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_DASH] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_OPEN] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_CLOSE] = {[G4_CHAR_DIGIT] = D},
      [G4_CHAR_QUOTE] = {[G4_CHAR_DIGIT] = D},
  };
  unsigned before = G4_CHAR_OTHER;
  uint16_t found = 0;
  uint32_t points = 0;
  for (; at < s->length; at++) {
    unsigned char byte = (unsigned char)s->source[at];
    if (byte <= '\r' && (byte == '\n' || byte == '\f' || byte == '\v' || !byte || (byte == '\r' && s->cr_breaks))) {
      break;
    }
    unsigned kind = byte < 0x80 ? g4_ascii_chars[byte] : G4_CHAR_OTHER;
    found |= met[before][kind];
    before = kind;
    points += (byte & 0xC0) != 0x80;
  }
  *width = points;
  *flags = found;
  return at;
}

static bool add_line(splitter *s, size_t start, size_t end, uint32_t width, uint16_t found) {
  size_t from = start, to = end;
  g4_trim(s->source, &start, &end);
  if (start == end) {
    s->flags |= G4_LINE_AFTER_BLANK;
    return true;
  }
  width -= (uint32_t)(g4_utf8_count(s->source + from, start - from) + g4_utf8_count(s->source + end, to - end));
  bool added = g4_vec_push(s->lines, (g4_line){(uint32_t)start, (uint32_t)end, width, s->flags | found});
  s->flags = 0;
  return added;
}

int g4_lines_split(const char *source, size_t length, g4_lines *lines, g40_error *err) {
  bool cr_breaks = length && !memchr(source, '\n', length);
  splitter s = {source, length, cr_breaks, lines, G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE};
  for (size_t at = 0; at < length;) {
    uint32_t width;
    uint16_t found;
    size_t end = find_break(&s, at, &width, &found);
    bool line = end > at || end == length || source[end] == '\n' || source[end] == '\r';
    if (line && !add_line(&s, at, end, width, found)) {
      return g4_nomem(err);
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
