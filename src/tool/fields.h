/* tool/fields.h - columns of tables and CSV: which part of a JSON row, under which head. */
#ifndef G40_TOOL_FIELDS_H
#define G40_TOOL_FIELDS_H

#include "tool/json.h"
#include "tool/options.h"
#include "tool/table.h"

typedef struct tool_field {
  const char *head[2]; /* by language, Dutch NULL: the same; CSV takes the first */
  const char *path[2]; /* by language, Dutch NULL: the same; "ministries.now.name" joins what is in lists by "; " */
  char *(*cell)(const json_t *row, tool_lang lang); /* instead of a path; NULL: no memory */
  unsigned weight, least;                           /* of a table's column */
  bool right;
} tool_field;

/* Ends a list of fields. */
#define TOOL_FIELDS_END \
  {                     \
    .head = { NULL }    \
  }

const char *tool_field_head(const tool_field *field, tool_lang lang);
/* The field's text; a path without a value in one language gives that of the other. NULL: no memory. */
char *tool_field_text(const tool_field *field, const json_t *row, tool_lang lang);

/* Strings of a row; NULL where there is none. */
const char *tool_get(const json_t *row, const char *key);
/* name or name_en by language, whichever is there. */
const char *tool_name_of(const json_t *row, tool_lang lang);

/* Prints rows as a table or as CSV. 0, or -1 where memory ran out. */
int tool_fields_table(const tool_field *fields, const json_t *rows, tool_lang lang, tool_out *out);
int tool_csv_head(const tool_field *fields, tool_out *out);
int tool_csv_row(const tool_field *fields, const json_t *row, tool_out *out);

/* Prints an array of rows in a format. 0, or -1 where memory ran out. */
int tool_rows_print(const json_t *rows, const tool_field *table, const tool_field *csv, tool_format format,
                    tool_lang lang, tool_out *out);

/* "EZ -> EZK" with an arrow; only the first where nothing changed. */
void tool_then_now(tool_str *text, const json_t *ministry);

/* An id as tables print it and show takes it: of a position without its type, of others as it is. */
const char *tool_short_id(const char *id);

/* Cells of positions. */
char *tool_cell_short_id(const json_t *row, tool_lang lang);
char *tool_cell_who(const json_t *row, tool_lang lang);
char *tool_cell_named(const json_t *row, tool_lang lang);
char *tool_cell_named_as_written(const json_t *row, tool_lang lang);
char *tool_cell_named_now(const json_t *row, tool_lang lang);
char *tool_cell_responsible(const json_t *row, tool_lang lang);
char *tool_cell_responsible_now(const json_t *row, tool_lang lang);
char *tool_cell_stakeholders(const json_t *row, tool_lang lang);
char *tool_cell_instruments(const json_t *row, tool_lang lang);
char *tool_cell_advices(const json_t *row, tool_lang lang);
char *tool_cell_figures(const json_t *row, tool_lang lang);
/* Of a stakeholder or instrument: names that mean it, and terms that only widen a search. */
char *tool_cell_names(const json_t *row, tool_lang lang);
char *tool_cell_related(const json_t *row, tool_lang lang);
/* Of a figure: value and unit. */
char *tool_cell_value(const json_t *row, tool_lang lang);
/* Of a ministry: period, and who answers now where that differs. */
char *tool_cell_period(const json_t *row, tool_lang lang);
char *tool_cell_now(const json_t *row, tool_lang lang);

#endif
