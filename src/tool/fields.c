#include "tool/fields.h"

#include <stdlib.h>
#include <string.h>

const char *tool_field_head(const tool_field *field, tool_lang lang) {
  return field->head[lang] ? field->head[lang] : field->head[0];
}

const char *tool_get(const json_t *row, const char *key) { return json_string_value(json_object_get(row, key)); }

const char *tool_name_of(const json_t *row, tool_lang lang) {
  const char *english = lang == LANG_EN ? tool_get(row, "name_en") : NULL;
  return english ? english : tool_get(row, "name");
}

static void scalar(tool_str *text, const json_t *value) {
  if (json_is_string(value)) {
    tool_str_bytes(text, json_string_value(value), json_string_length(value));
  } else if (json_is_number(value)) {
    tool_str_number(text, json_number_value(value));
  } else if (json_is_boolean(value)) {
    tool_str_add(text, json_is_true(value) ? "true" : "false");
  }
}

/* Adds what `path` leads to; of lists all items, joined, empty ones kept so that columns stay parallel. */
static void follow(tool_str *text, const json_t *value, const char *path) {
  if (json_is_array(value)) {
    for (size_t i = 0; i < json_array_size(value); i++) {
      if (i > 0) {
        tool_str_add(text, "; ");
      }
      follow(text, json_array_get(value, i), path);
    }
  } else if (!*path) {
    scalar(text, value);
  } else {
    char key[32] = "";
    size_t length = strcspn(path, ".");
    if (length < sizeof key) {
      memcpy(key, path, length);
      follow(text, json_object_get(value, key), path + length + (path[length] == '.'));
    }
  }
}

char *tool_field_text(const tool_field *field, const json_t *row, tool_lang lang) {
  if (field->cell) {
    return field->cell(row, lang);
  }
  const char *path = field->path[lang] ? field->path[lang] : field->path[LANG_EN];
  const char *other = field->path[!lang];
  tool_str text = {0};
  if (path) {
    follow(&text, row, path);
  }
  if (text.length == 0 && other && other != path) {
    follow(&text, row, other);
  }
  return tool_str_take(&text);
}

int tool_fields_table(const tool_field *fields, const json_t *rows, tool_lang lang, tool_out *out) {
  tool_table table = {0};
  bool ok = true;
  for (const tool_field *field = fields; field->head[0] && table.width < TOOL_COLUMNS; field++) {
    table.columns[table.width++] =
        (tool_column){tool_field_head(field, lang), field->weight, field->least, field->right};
  }
  for (size_t i = 0; ok && i < json_array_size(rows); i++) {
    for (size_t c = 0; ok && c < table.width; c++) {
      char *cell = tool_field_text(&fields[c], json_array_get(rows, i), lang);
      ok = cell && tool_table_add(&table, cell);
      free(cell);
    }
  }
  if (ok) {
    tool_table_print(&table, out);
  }
  tool_table_free(&table);
  return ok ? 0 : -1;
}

/* --- CSV: RFC 4180 ----------------------------------------------------------------------------------------------- */

static int csv_value(tool_out *out, const char *value, bool first) {
  size_t length = strlen(value);
  if (!first) {
    tool_out_text(out, ",");
  }
  if (!value[strcspn(value, ",\"\r\n")] && value[0] != ' ' && (length == 0 || value[length - 1] != ' ')) {
    tool_out_data(out, value, length);
    return 0;
  }
  tool_str quoted = {0};
  tool_str_add(&quoted, "\"");
  for (const char *at = value; *at;) {
    size_t plain = strcspn(at, "\"");
    tool_str_bytes(&quoted, at, plain);
    at += plain;
    if (*at) {
      tool_str_add(&quoted, "\"\"");
      at++;
    }
  }
  tool_str_add(&quoted, "\"");
  int status = quoted.failed ? -1 : 0;
  if (status == 0) {
    tool_out_data(out, quoted.text, quoted.length);
  }
  tool_str_free(&quoted);
  return status;
}

int tool_csv_head(const tool_field *fields, tool_out *out) {
  for (const tool_field *field = fields; field->head[0]; field++) {
    csv_value(out, field->head[0], field == fields);
  }
  tool_out_text(out, "\r\n");
  return 0;
}

int tool_csv_row(const tool_field *fields, const json_t *row, tool_out *out) {
  int status = 0;
  for (const tool_field *field = fields; status == 0 && field->head[0]; field++) {
    char *value = tool_field_text(field, row, LANG_NL); /* as it is stored; English has columns of its own */
    status = value ? csv_value(out, value, field == fields) : -1;
    free(value);
  }
  tool_out_text(out, "\r\n");
  return status;
}

int tool_rows_print(const json_t *rows, const tool_field *table, const tool_field *csv, tool_format format,
                    tool_lang lang, tool_out *out) {
  int status = 0;
  if (format == FORMAT_TABLE) {
    status = tool_fields_table(table, rows, lang, out);
    tool_out_text(out, json_array_size(rows) > 0 ? "\n" : "");
    return status;
  }
  if (format == FORMAT_JSON) {
    tool_json_line(out, rows, true);
    return 0;
  }
  if (format == FORMAT_CSV) {
    status = tool_csv_head(csv, out);
  }
  for (size_t i = 0; i < json_array_size(rows) && status == 0; i++) {
    const json_t *row = json_array_get(rows, i);
    if (format == FORMAT_CSV) {
      status = tool_csv_row(csv, row, out);
    } else {
      tool_json_line(out, row, false);
    }
  }
  return status;
}
