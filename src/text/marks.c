#include "text/marks.h"

#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

enum { MOST_DEPTH = 4 };

/* Length of the white space at `at`. */
static size_t space(const char *text, size_t n, size_t at) {
  size_t end = at, length;
  while (end < n && g4_char_at(text + end, n - end, &length) == G4_CHAR_SPACE) {
    end += length;
  }
  return end - at;
}

static bool capital_at(const char *text, size_t n, size_t at) {
  size_t length;
  while (at < n) {
    g4_char_class kind = g4_char_at(text + at, n - at, &length);
    if (kind != G4_CHAR_OPEN && kind != G4_CHAR_QUOTE && kind != G4_CHAR_CLOSE) {
      return kind == G4_CHAR_UPPER;
    }
    at += length;
  }
  return false;
}

/* One or more bullets, perhaps with spaces between them. Angle quotes count where nothing quotes with them. */
static size_t bullets(const char *text, size_t n) {
  size_t end = 0;
  while (end < n) {
    size_t length;
    uint32_t code = g4_utf8_decode(text + end, n - end, &length);
    bool angle = code == 0x203A || code == 0xBB || code == 0xB7;
    if (g4_char(code) != G4_CHAR_BULLET && !angle) {
      break;
    }
    end += length;
    end += space(text, n, end);
  }
  return end;
}

/* A dash, * or >, or the o that stands for a hollow bullet, with white space or a capital behind it. */
static size_t dash(const char *text, size_t n) {
  size_t length;
  uint32_t code = g4_utf8_decode(text, n, &length);
  bool sign = g4_char_is_dash(code) || code == '*' || code == '>';
  if (!sign && code != 'o') {
    return 0;
  }
  size_t gap = space(text, n, length);
  return gap || length == n || (sign && capital_at(text, n, length)) ? length + gap : 0;
}

/* "6", "6.2", "3.3.1" and so on from `at`; returns its end. */
static size_t number_parts(const char *text, size_t n, size_t at, g4_item_mark *mark) {
  size_t end = at;
  while (mark->depth < MOST_DEPTH && end < n && g4_ascii_is_digit(text[end])) {
    size_t most = mark->depth ? 2 : 3, digits = 0;
    mark->value = 0;
    while (end < n && g4_ascii_is_digit(text[end])) {
      mark->value = mark->value * 10 + (uint32_t)(text[end++] - '0');
      digits++;
      if (digits > most) {
        return at;
      }
    }
    mark->depth++;
    if (end + 1 >= n || text[end] != '.' || !g4_ascii_is_digit(text[end + 1])) {
      break;
    }
    end++;
  }
  return end;
}

static g4_item_mark number(const char *text, size_t n) {
  g4_item_mark mark = {0};
  size_t start = text[0] == '(', end = number_parts(text, n, start, &mark);
  if (end == start) {
    return (g4_item_mark){0};
  }
  bool closed = end < n && (text[end] == ')' || (!start && (text[end] == '.' || text[end] == ':')));
  size_t gap = space(text, n, end + closed);
  bool capital = capital_at(text, n, end + closed + gap);
  if ((closed && (gap || capital || end + closed == n)) || (!start && mark.depth > 1 && end == n)) {
    mark.kind = G4_MARK_NUMBER;
  } else if (!start && gap && capital) {
    mark.kind = mark.depth > 1 ? G4_MARK_NUMBER : G4_MARK_PLAIN;
  } else {
    return (g4_item_mark){0};
  }
  mark.length = end + closed + gap;
  return mark;
}

static g4_item_mark roman_or_letter(const char *text, size_t n) {
  size_t start = text[0] == '(', end = start;
  while (end < n && end - start < 6 && memchr("IVX", text[end], 3)) {
    end++;
  }
  g4_item_mark mark = {end - start > 1 ? G4_MARK_NUMBER : G4_MARK_LETTER, 0, 0, 1};
  if (end - start < 2) {
    end = start + 1;
    if (start >= n || !g4_ascii_is_letter(text[start])) {
      return (g4_item_mark){0};
    }
  }
  bool small = text[start] >= 'a';
  bool closed = end < n && (text[end] == ')' || (!start && text[end] == '.' && (small || end > start + 1)));
  size_t gap = closed ? space(text, n, end + 1) : 0;
  if (!gap) {
    return (g4_item_mark){0};
  }
  mark.length = end + 1 + gap;
  if (mark.kind == G4_MARK_LETTER) {
    mark.value = (uint32_t)(g4_ascii_lower(text[start]) - 'a' + 1);
  }
  return mark;
}

g4_item_mark g4_item_mark_of(const char *text, size_t n) {
  size_t length = bullets(text, n);
  if (length) {
    return (g4_item_mark){G4_MARK_BULLET, length, 0, 0};
  }
  length = dash(text, n);
  if (length) {
    return (g4_item_mark){G4_MARK_DASH, length, 0, 0};
  }
  g4_item_mark mark = number(text, n);
  return mark.kind ? mark : roman_or_letter(text, n);
}
