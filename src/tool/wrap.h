/* tool/wrap.h - data made safe for a terminal, its width in columns, and lines that fit. */
#ifndef G40_TOOL_WRAP_H
#define G40_TOOL_WRAP_H

#include <stddef.h>

#include "tool/str.h"

/* A line break that we mean (data's own line breaks become spaces), and strong print on and off. */
#define TOOL_BREAK "\x1f"
#define TOOL_ON "\x01"
#define TOOL_OFF "\x02"

/* A copy on one line: valid UTF-8, white space as spaces, other control characters and direction overrides as U+FFFD,
 * soft hyphens gone; TOOL_BREAK stays. NULL where memory ran out; the caller frees it. */
char *tool_clean(const char *text);
/* The same for text of many lines, which keeps its line feeds and tabs. */
void tool_clean_lines(tool_str *out, const char *bytes, size_t length);

typedef struct tool_line {
  const char *start;
  size_t length;
  size_t width;
} tool_line;

/* Cuts a line of at most `width` (4 or more) columns from clean text: at a word, else behind - or /, else between
 * characters as people see them. Returns where the next line starts, or NULL where there is none. */
const char *tool_wrap(const char *text, size_t width, tool_line *line);

/* Columns of the longest line of clean text. */
size_t tool_width(const char *text);

#endif
