#include "tool/table.h"

#include <stdlib.h>
#include <string.h>

#include "tool/wrap.h"

enum { GAP = 2, COLUMN_LEAST = 14, PAIR_LEAST = 16 };

bool tool_table_add(tool_table *table, const char *cell) {
  if (table->count == table->capacity) {
    size_t capacity = table->capacity ? table->capacity * 2 : 64;
    char **cells = realloc(table->cells, capacity * sizeof *cells);
    if (!cells) {
      return false;
    }
    table->cells = cells;
    table->capacity = capacity;
  }
  char *clean = tool_clean(cell ? cell : "");
  if (!clean) {
    return false;
  }
  table->cells[table->count++] = clean;
  return true;
}

void tool_table_free(tool_table *table) {
  for (size_t i = 0; i < table->count; i++) {
    free(table->cells[i]);
  }
  free(table->cells);
  *table = (tool_table){0};
}

/* Writes a line, with what it marks as strong; strong print stops at the line's end and goes on in the next. */
static void print_line(tool_out *out, const tool_line *line, bool *strong) {
  if (*strong) {
    tool_out_style(out, TOOL_STRONG);
  }
  size_t from = 0;
  for (size_t i = 0; i < line->length; i++) {
    char c = line->start[i];
    if (c == TOOL_ON[0] || c == TOOL_OFF[0]) {
      tool_out_bytes(out, line->start + from, i - from);
      *strong = c == TOOL_ON[0];
      tool_out_style(out, *strong ? TOOL_STRONG : TOOL_PLAIN);
      from = i + 1;
    }
  }
  tool_out_bytes(out, line->start + from, line->length - from);
  if (*strong) {
    tool_out_style(out, TOOL_PLAIN);
  }
}

static size_t room(const tool_out *out, size_t taken) { return out->width > taken + 4 ? out->width - taken : 4; }

void tool_paragraph(tool_out *out, size_t indent, const char *text) {
  bool strong = false;
  while (text) {
    tool_line line;
    text = tool_wrap(text, room(out, indent), &line);
    tool_out_spaces(out, indent);
    print_line(out, &line, &strong);
    tool_out_text(out, "\n");
  }
}

int tool_faint_line(tool_out *out, tool_str *text) {
  char *built = tool_str_take(text);
  char *line = built ? tool_clean(built) : NULL;
  if (line) {
    tool_out_style(out, TOOL_FAINT);
    tool_paragraph(out, 0, line);
    tool_out_style(out, TOOL_PLAIN);
  }
  free(built);
  free(line);
  return line ? 0 : -1;
}

void tool_pair(tool_out *out, size_t indent, size_t label_width, const char *label, const char *text) {
  size_t hang = indent + label_width + GAP;
  bool beside = out->width >= hang + PAIR_LEAST;
  tool_out_spaces(out, indent);
  tool_out_style(out, TOOL_FAINT);
  tool_out_text(out, label);
  tool_out_style(out, TOOL_PLAIN);
  if (!beside) {
    tool_out_text(out, "\n");
    tool_paragraph(out, indent + GAP, text);
    return;
  }
  size_t used = tool_width(label);
  size_t pad = hang - indent > used ? hang - indent - used : 1;
  bool strong = false;
  do {
    tool_line line;
    text = tool_wrap(text, room(out, hang), &line);
    if (line.length > 0) {
      tool_out_spaces(out, pad);
      print_line(out, &line, &strong);
    }
    tool_out_text(out, "\n");
    pad = hang;
  } while (text);
}

/* --- columns ----------------------------------------------------------------------------------------------------- */

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/* Widths of the columns: at least the least, the room that is left by weight, none wider than its widest cell. False
 * where the least does not fit. */
static bool fit(const tool_table *table, size_t available, size_t widths[TOOL_COLUMNS]) {
  size_t widest[TOOL_COLUMNS];
  size_t taken = GAP * (table->width - 1);
  for (size_t c = 0; c < table->width; c++) {
    size_t head = tool_width(table->columns[c].head);
    widest[c] = head;
    for (size_t i = c; i < table->count; i += table->width) {
      size_t width = tool_width(table->cells[i]);
      widest[c] = width > widest[c] ? width : widest[c];
    }
    size_t least = table->columns[c].least ? table->columns[c].least : COLUMN_LEAST;
    widths[c] = smaller(widest[c], head > least ? head : least);
    taken += widths[c];
  }
  if (taken > available) {
    return false;
  }
  for (; taken < available; taken++) {
    size_t best = table->width;
    for (size_t c = 0; c < table->width; c++) {
      size_t weight = table->columns[c].weight ? table->columns[c].weight : 1;
      size_t best_weight = best < table->width && table->columns[best].weight ? table->columns[best].weight : 1;
      if (widths[c] < widest[c] && (best == table->width || widths[c] * best_weight < widths[best] * weight)) {
        best = c;
      }
    }
    if (best == table->width) {
      break;
    }
    widths[best]++;
  }
  return true;
}

static void print_row(const tool_table *table, tool_out *out, const size_t widths[TOOL_COLUMNS],
                      const char *const cells[TOOL_COLUMNS], bool head) {
  const char *rest[TOOL_COLUMNS];
  bool strong[TOOL_COLUMNS] = {false};
  bool more = true;
  memcpy(rest, cells, table->width * sizeof *rest);
  while (more) {
    size_t pad = 0;
    more = false;
    for (size_t c = 0; c < table->width; c++) {
      tool_line line = {0};
      if (rest[c]) {
        rest[c] = tool_wrap(rest[c], widths[c], &line);
        more = more || rest[c];
      }
      size_t blank = widths[c] > line.width ? widths[c] - line.width : 0;
      if (line.length > 0) {
        tool_out_spaces(out, pad + (table->columns[c].right ? blank : 0));
        tool_out_style(out, head ? TOOL_STRONG : c == 0 ? TOOL_NAME : TOOL_PLAIN);
        print_line(out, &line, &strong[c]);
        if (head || c == 0) {
          tool_out_style(out, TOOL_PLAIN);
        }
        pad = table->columns[c].right ? 0 : blank;
      } else {
        pad += blank;
      }
      pad += GAP;
    }
    tool_out_text(out, "\n");
  }
}

static bool any_wraps(const tool_table *table, const size_t widths[TOOL_COLUMNS]) {
  for (size_t c = 0; c < table->width; c++) {
    for (size_t i = c; i < table->count; i += table->width) {
      tool_line line;
      if (tool_wrap(table->cells[i], widths[c], &line)) {
        return true;
      }
    }
  }
  return false;
}

static void print_columns(const tool_table *table, tool_out *out, const size_t widths[TOOL_COLUMNS]) {
  const char *cells[TOOL_COLUMNS] = {NULL};
  for (size_t c = 0; c < table->width; c++) {
    cells[c] = table->columns[c].head;
  }
  print_row(table, out, widths, cells, true);
  bool apart = any_wraps(table, widths);
  for (size_t i = 0; i < table->count; i += table->width) {
    for (size_t c = 0; c < table->width; c++) {
      cells[c] = table->cells[i + c];
    }
    if (apart) {
      tool_out_text(out, "\n");
    }
    print_row(table, out, widths, cells, false);
  }
}

static void print_blocks(const tool_table *table, tool_out *out) {
  size_t label = 0;
  for (size_t c = 0; c < table->width; c++) {
    size_t width = tool_width(table->columns[c].head);
    label = width > label ? width : label;
  }
  for (size_t i = 0; i < table->count; i++) {
    if (i > 0 && i % table->width == 0) {
      tool_out_text(out, "\n");
    }
    if (table->cells[i][0]) {
      tool_pair(out, 0, label, table->columns[i % table->width].head, table->cells[i]);
    }
  }
}

void tool_table_print(const tool_table *table, tool_out *out) {
  size_t widths[TOOL_COLUMNS];
  if (table->count == 0 || table->width == 0) {
    return;
  }
  if (fit(table, out->width, widths)) {
    print_columns(table, out, widths);
  } else {
    print_blocks(table, out);
  }
}
