#include "ingest/csv.h"

#include <string.h>

#include "base/buf.h"

g4_csv g4_csv_of(const char *bytes, size_t length) {
  bool marked = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
  return (g4_csv){bytes, length, marked ? 3 : 0, 1};
}

static bool at_end_of_row(const g4_csv *csv) {
  return csv->at == csv->length || csv->bytes[csv->at] == '\n' ||
         (csv->bytes[csv->at] == '\r' && csv->at + 1 < csv->length && csv->bytes[csv->at + 1] == '\n');
}

static void end_row(g4_csv *csv) {
  csv->at += csv->at < csv->length && csv->bytes[csv->at] == '\r';
  csv->at += csv->at < csv->length;
  csv->line++;
}

/* A field in quotes, from behind the first quote to behind the last. */
static int read_quoted(g4_csv *csv, g4_buf *field, g40_error *err) {
  int line = csv->line;
  while (csv->at < csv->length) {
    char c = csv->bytes[csv->at++];
    if (c == '"' && csv->at < csv->length && csv->bytes[csv->at] == '"') {
      csv->at++;
    } else if (c == '"') {
      bool ends = at_end_of_row(csv) || csv->bytes[csv->at] == ',';
      return ends ? G40_OK : g4_fail(err, G40_INVALID, "line %d: text behind a closing quote", csv->line);
    }
    csv->line += c == '\n';
    g4_buf_add_char(field, c);
  }
  return g4_fail(err, G40_INVALID, "line %d: a quote that is not closed", line);
}

static int read_field(g4_csv *csv, g4_buf *field, g40_error *err) {
  g4_buf_clear(field);
  if (csv->at < csv->length && csv->bytes[csv->at] == '"') {
    csv->at++;
    return read_quoted(csv, field, err);
  }
  while (!at_end_of_row(csv) && csv->bytes[csv->at] != ',') {
    g4_buf_add_char(field, csv->bytes[csv->at++]);
  }
  return G40_OK;
}

static int read_row(g4_csv *csv, g4_arena *arena, g4_csv_row *row, g40_error *err) {
  g4_buf field = {0};
  int code;
  bool again;
  do {
    code = read_field(csv, &field, err);
    const char *copy =
        code == G40_OK && !field.failed ? g4_arena_strndup(arena, g4_buf_text(&field), field.length) : NULL;
    if (code == G40_OK && !(copy && g4_vec_push(&row->fields, copy))) {
      code = g4_nomem(err);
    }
    again = code == G40_OK && csv->at < csv->length && csv->bytes[csv->at] == ',';
    csv->at += again;
  } while (again);
  g4_buf_free(&field);
  end_row(csv);
  return code;
}

int g4_csv_next(g4_csv *csv, g4_arena *arena, g4_csv_row *row, bool *more, g40_error *err) {
  row->fields.count = 0;
  while (csv->at < csv->length && at_end_of_row(csv)) {
    end_row(csv);
  }
  row->line = csv->line;
  *more = csv->at < csv->length;
  return *more ? read_row(csv, arena, row, err) : G40_OK;
}

void g4_csv_row_free(g4_csv_row *row) { g4_vec_free(&row->fields); }
