#include "text/numbering.h"

#include "text/chars.h"

/* So many lines on end, each numbered one higher than the one before, are numbered on purpose; then the short runs of
 * the same text are too. Numbers of pages and of chapters may run on as well, but there each line starts anew: of
 * lines of prose at least one in CONTINUED starts with a small letter. */
enum { LONG_RUN = 12, SHORT_RUN = 3, CONTINUED = 4, MOST_DIGITS = 4 };

/* The number at one end of a line, apart from the text by white space: its first byte past the text or its last byte
 * before the text goes to *cut. False: none stands there. */
static bool number_at(const char *source, const g4_line *line, bool leading, uint32_t *number, uint32_t *cut) {
  uint32_t start = line->start, end = line->end;
  if (leading) {
    for (end = start; end < line->end && g4_ascii_is_digit(source[end]);) {
      end++;
    }
  } else {
    for (start = end; start > line->start && g4_ascii_is_digit(source[start - 1]);) {
      start--;
    }
  }
  bool apart = leading ? end == line->end || source[end] == ' ' || source[end] == '\t'
                       : start == line->start || source[start - 1] == ' ' || source[start - 1] == '\t';
  if (start == end || end - start > MOST_DIGITS || !apart) {
    return false;
  }
  *number = 0;
  for (uint32_t i = start; i < end; i++) {
    *number = *number * 10 + (uint32_t)(source[i] - '0');
  }
  *cut = leading ? end : start;
  return true;
}

/* A run of numbered lines: how many hold more than the number, and how many of those go on with a small letter. */
typedef struct {
  size_t end, texts, continued;
} number_run;

/* Does what stands beside the number start with a small letter? */
static bool goes_on(const char *source, const g4_line *line, bool leading, uint32_t cut) {
  size_t start = leading ? cut : line->start, end = leading ? line->end : cut, length;
  g4_trim(source, &start, &end);
  return start < end && g4_char_at(source + start, end - start, &length) == G4_CHAR_LOWER;
}

static number_run run_at(const char *source, const g4_lines *lines, size_t first, bool leading) {
  number_run run = {0};
  uint32_t before = 0, number, cut;
  size_t i = first;
  while (i < lines->count && number_at(source, &lines->items[i], leading, &number, &cut)) {
    if (i > first && number != before + 1) {
      break;
    }
    before = number;
    run.texts += cut != (leading ? lines->items[i].end : lines->items[i].start);
    run.continued += goes_on(source, &lines->items[i], leading, cut);
    i++;
  }
  run.end = i;
  return run;
}

static bool holds_digit(const char *source, const g4_line *line) {
  for (uint32_t i = line->start; i < line->end; i++) {
    if (g4_ascii_is_digit(source[i])) {
      return true;
    }
  }
  return false;
}

/* Takes the numbers off a run. An emptied line keeps its place, with no width, until the end. */
static void cut_run(const char *source, g4_lines *lines, size_t first, size_t end, bool leading) {
  for (size_t i = first; i < end; i++) {
    g4_line *line = &lines->items[i];
    uint32_t number, cut;
    if (number_at(source, line, leading, &number, &cut)) {
      size_t start = leading ? cut : line->start, stop = leading ? line->end : cut;
      g4_trim(source, &start, &stop);
      uint32_t taken = (line->end - line->start) - (uint32_t)(stop - start);
      line->width = start == stop || line->width < taken ? 0 : line->width - taken;
      line->start = (uint32_t)start;
      line->end = (uint32_t)stop;
      line->flags |= leading ? G4_LINE_NUMBER_BEFORE : G4_LINE_NUMBER_BEHIND;
      if (!holds_digit(source, line)) {
        line->flags &= (uint16_t)~G4_LINE_HAS_DIGIT;
      }
    }
  }
}

static bool cut_runs(const char *source, g4_lines *lines, size_t shortest, bool leading) {
  bool found = false;
  for (size_t i = 0; i < lines->count;) {
    number_run run = run_at(source, lines, i, leading);
    bool prose = shortest < LONG_RUN || run.continued * CONTINUED >= run.texts;
    if (run.end - i >= shortest && run.texts * 3 >= run.end - i && prose) {
      cut_run(source, lines, i, run.end, leading);
      found = true;
    }
    i = run.end > i ? run.end : i + 1;
  }
  return found;
}

void g4_numbering_cut(const char *source, g4_lines *lines) {
  bool leading = false, found = cut_runs(source, lines, LONG_RUN, leading);
  if (!found) {
    leading = true;
    found = cut_runs(source, lines, LONG_RUN, leading);
  }
  if (!found) {
    return;
  }
  cut_runs(source, lines, SHORT_RUN, leading);
  size_t kept = 0;
  uint16_t flags = 0;
  for (size_t i = 0; i < lines->count; i++) {
    g4_line line = lines->items[i];
    line.flags |= flags;
    flags = 0;
    if (line.start < line.end) {
      lines->items[kept++] = line;
    } else {
      flags = (uint16_t)(line.flags & (G4_LINE_AFTER_PAGE | G4_LINE_AFTER_NUL)) | G4_LINE_AFTER_BLANK |
              G4_LINE_NUMBER_BEFORE;
    }
  }
  lines->count = kept;
}
