/* tool/table.h - rows in columns that fit the terminal, or as blocks where they do not; labelled paragraphs. */
#ifndef G40_TOOL_TABLE_H
#define G40_TOOL_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "tool/out.h"
#include "tool/str.h"

enum { TOOL_COLUMNS = 12 };

typedef struct tool_column {
  const char *head;
  unsigned weight; /* share of the room; 0 counts as 1 */
  unsigned least;  /* columns that it needs at least, where its widest cell does; 0 counts as 14 */
  bool right;
} tool_column;

typedef struct tool_table {
  tool_column columns[TOOL_COLUMNS];
  size_t width; /* number of columns */
  char **cells; /* row by row */
  size_t count, capacity;
} tool_table;

/* A zeroed table with columns set is ready. Adds the next cell (cleaned and copied); false where memory ran out. */
bool tool_table_add(tool_table *table, const char *cell);
void tool_table_print(const tool_table *table, tool_out *out);
void tool_table_free(tool_table *table);

/* A paragraph of clean text, wrapped, every line behind `indent` columns. */
void tool_paragraph(tool_out *out, size_t indent, const char *text);
/* The string, cleaned, as a faint paragraph; it is freed. -1 where memory ran out. */
int tool_faint_line(tool_out *out, tool_str *text);
/* A label of `label_width` columns behind `indent`, and clean text beside it, or below it where there is no room. */
void tool_pair(tool_out *out, size_t indent, size_t label_width, const char *label, const char *text);

#endif
