#include "text/headings.h"

#include <string.h>

#include "text/chars.h"
#include "text/marks.h"

enum { LONGEST_HEADING = 160, MOST_WORDS = 16, MOST_WORDS_OF_QUESTION = 9, DEEPEST_LEVEL = 6 };

typedef struct {
  size_t small, large, digits, words;
  g4_char_class first; /* past quotes and brackets */
} shape;

static void measure(shape *s, const char *text, size_t n) {
  bool word = false;
  for (size_t at = 0, length; at < n; at += length) {
    g4_char_class kind = g4_char_at(text + at, n - at, &length);
    s->small += kind == G4_CHAR_LOWER;
    s->large += kind == G4_CHAR_UPPER;
    s->digits += kind == G4_CHAR_DIGIT;
    if (s->first == G4_CHAR_OTHER && kind != G4_CHAR_OPEN && kind != G4_CHAR_QUOTE && kind != G4_CHAR_CLOSE) {
      s->first = kind;
    }
    s->words += !word && g4_char_is_word(kind);
    word = kind != G4_CHAR_SPACE && (word || g4_char_is_word(kind));
  }
}

bool g4_has_no_small_letter(const char *text, size_t n) {
  shape s = {0};
  measure(&s, text, n);
  return s.large > 1 && !s.small;
}

bool g4_is_heading(const char *source, const g4_line *lines, size_t count, bool alone, bool numbered) {
  size_t width = 0;
  for (size_t i = 0; i < count; i++) {
    width += lines[i].width;
  }
  if (width > LONGEST_HEADING) {
    return false;
  }
  shape s = {0};
  for (size_t i = 0; i < count; i++) {
    measure(&s, source + lines[i].start, lines[i].end - lines[i].start);
    if (i + 1 < count && g4_end_of(source + lines[i].start, lines[i].end - lines[i].start) == G4_END_STOP) {
      return false;
    }
  }
  const g4_line *last = &lines[count - 1];
  g4_line_end end = g4_end_of(source + last->start, last->end - last->start);
  if (s.words > MOST_WORDS || s.small + s.large < 2 || s.digits > s.small + s.large) {
    return false;
  }
  if (s.first != G4_CHAR_UPPER && s.first != G4_CHAR_DIGIT) {
    return false;
  }
  if (end == G4_END_STOP) {
    bool question = source[last->end - 1] == '?' && (alone || numbered) && s.words <= MOST_WORDS_OF_QUESTION;
    return question || (!s.small && s.words <= MOST_WORDS_OF_QUESTION);
  }
  return end == G4_END_WORD;
}

static bool starts(const char *text, size_t n, const char *lead) {
  size_t length = strlen(lead);
  if (n <= length) {
    return false;
  }
  for (size_t i = 0; i < length; i++) {
    if (g4_ascii_lower(text[i]) != lead[i]) {
      return false;
    }
  }
  return true;
}

static bool holds_space(const char *text, size_t n) {
  for (size_t at = 0, length; at < n; at += length) {
    if (g4_char_at(text + at, n - at, &length) == G4_CHAR_SPACE) {
      return true;
    }
  }
  return false;
}

bool g4_is_link_line(const char *text, size_t n) {
  static const char *const leads[] = {"http://", "https://", "www.", "mailto:", "tel:", "<http"};
  size_t note = 0; /* the number of a footnote */
  while (note < n && note < 3 && g4_ascii_is_digit(text[note])) {
    note++;
  }
  note += note && note < n && text[note] == ' ';
  for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
    if (starts(text + note, n - note, leads[i])) {
      return !holds_space(text + note, n - note);
    }
  }
  return false;
}

bool g4_is_link_rest(const char *text, size_t n) {
  static const char marks[] = "/=?&#_%";
  size_t found = 0;
  for (size_t i = 0; i < n; i++) {
    found += strchr(marks, text[i]) != NULL;
  }
  return found && !holds_space(text, n) && !g4_is_link_line(text, n);
}

uint8_t g4_level_of(g4_levels *levels, const char *heading, size_t n) {
  g4_item_mark mark = g4_item_mark_of(heading, n);
  bool chapter = starts(heading, n, "hoofdstuk ") || starts(heading, n, "deel ");
  uint8_t level = 0;
  if (mark.kind == G4_MARK_NUMBER || mark.kind == G4_MARK_PLAIN) {
    level = (uint8_t)mark.depth;
  } else if (chapter || g4_has_no_small_letter(heading, n)) {
    level = 1;
  }
  if (level) {
    levels->context = level;
    return level;
  }
  return levels->context < DEEPEST_LEVEL ? levels->context + 1 : DEEPEST_LEVEL;
}
