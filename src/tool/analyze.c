/* tool/analyze.c - the command analyze: a text's segments, what they are, and whom and what they name. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/wrap.h"

enum { BLOCK = 1 << 16 };

static int complain_of(const char *path, const char *what) {
  char *name = tool_clean(path);
  tool_complain("%s: %s", name ? name : "", what);
  free(name);
  return 1;
}

/* Reads to the end. 0, or 1 after a line on standard error. */
static int read_stream(FILE *file, const char *path, tool_str *text) {
  char *block = malloc(BLOCK);
  size_t n;
  errno = 0;
  while (block && !text->failed && (n = fread(block, 1, BLOCK, file)) > 0) {
    tool_str_bytes(text, block, n);
  }
  int status = 0;
  if (!block || text->failed) {
    status = tool_no_memory();
  } else if (ferror(file)) {
    status = complain_of(path, strerror(errno));
  } else if (text->length == 0) {
    status = complain_of(path, "is empty");
  }
  free(block);
  return status;
}

static int read_input(const char *path, tool_str *text) {
  if (strcmp(path, "-") == 0) {
    return read_stream(stdin, "standard input", text);
  }
  struct stat about;
  FILE *file = fopen(path, "rb");
  if (!file) {
    return complain_of(path, strerror(errno));
  }
  bool folder = fstat(fileno(file), &about) == 0 && S_ISDIR(about.st_mode);
  int status = folder ? complain_of(path, "is a folder") : read_stream(file, path, text);
  fclose(file);
  return status;
}

static json_t *row_of_mention(const g40_actor *actor) {
  tool_json row = tool_json_object();
  tool_json_int_put(&row, "start", g40_actor_start(actor));
  tool_json_int_put(&row, "end", g40_actor_end(actor));
  tool_json_text_put(&row, "text", g40_actor_text(actor));
  tool_json_text_put(&row, "type", g40_actor_type(actor));
  tool_json_text_put(&row, "id", g40_actor_id(actor));
  tool_json_text_put(&row, "abbreviation", g40_actor_abbreviation(actor));
  tool_json_text_put(&row, "form", g40_actor_form(actor));
  tool_json_text_put(&row, "state", g40_actor_state(actor));
  tool_json_text_put(&row, "role", g40_actor_role(actor));
  return tool_json_take(&row);
}

static json_t *ranges_of(const g40_segment *segment) {
  tool_json ranges = tool_json_array();
  for (size_t i = 0; i < g40_segment_range_count(segment); i++) {
    tool_json range = tool_json_array();
    tool_json_add(&range, json_integer(g40_segment_range_start(segment, i)));
    tool_json_add(&range, json_integer(g40_segment_range_end(segment, i)));
    tool_json_add(&ranges, tool_json_take(&range));
  }
  return tool_json_take(&ranges);
}

static json_t *row_of_segment(const g40_segment *segment) {
  const g40_actors *actors = g40_segment_actors(segment);
  tool_json row = tool_json_object(), mentions = tool_json_array();
  tool_json_int_put(&row, "start", g40_segment_start(segment));
  tool_json_int_put(&row, "end", g40_segment_end(segment));
  tool_json_text_put(&row, "kind", g40_segment_kind(segment));
  tool_json_text_put(&row, "type", g40_segment_type(segment));
  tool_json_text_put(&row, "action", g40_segment_action(segment));
  tool_json_text_put(&row, "text", g40_segment_text(segment));
  if (g40_segment_range_count(segment) > 1) {
    tool_json_put(&row, "ranges", ranges_of(segment));
  }
  for (size_t i = 0; i < g40_actors_count(actors); i++) {
    tool_json_add(&mentions, row_of_mention(g40_actors_at(actors, i)));
  }
  tool_json_put(&row, "mentions", tool_json_take(&mentions));
  return tool_json_take(&row);
}

/* "position: ask", or the kind alone. */
static char *cell_kind(const json_t *row, tool_lang lang) {
  (void)lang;
  tool_str text = {0};
  tool_str_add(&text, tool_get(row, "kind"));
  if (tool_get(row, "type")) {
    tool_str_join(&text, ": ", tool_get(row, "type"));
  }
  return tool_str_take(&text);
}

/* "ministerie van EZ (ministry EZ); gemeenten (government, addressee)". */
static char *cell_mentions(const json_t *row, tool_lang lang) {
  (void)lang;
  const json_t *mentions = json_object_get(row, "mentions");
  tool_str text = {0};
  for (size_t i = 0; i < json_array_size(mentions); i++) {
    const json_t *mention = json_array_get(mentions, i);
    const char *abbreviation = tool_get(mention, "abbreviation");
    const char *role = tool_get(mention, "role");
    tool_str_join(&text, "; ", tool_get(mention, "text"));
    tool_str_add(&text, " (");
    tool_str_add(&text, tool_get(mention, "type"));
    tool_str_add(&text, abbreviation ? " " : "");
    tool_str_add(&text, abbreviation);
    tool_str_add(&text, role ? ", " : "");
    tool_str_add(&text, role);
    tool_str_add(&text, ")");
  }
  return tool_str_take(&text);
}

static const tool_field table_fields[] = {
    {.head = {"kind", "soort"}, .cell = cell_kind},
    {.head = {"text", "tekst"}, .path = {"text"}, .weight = 3},
    {.head = {"names", "noemt"}, .cell = cell_mentions, .weight = 2},
    TOOL_FIELDS_END,
};

static const tool_field csv_fields[] = {
    {.head = {"start"}, .path = {"start"}},
    {.head = {"end"}, .path = {"end"}},
    {.head = {"kind"}, .path = {"kind"}},
    {.head = {"type"}, .path = {"type"}},
    {.head = {"action"}, .path = {"action"}},
    {.head = {"text"}, .path = {"text"}},
    {.head = {"mentions"}, .path = {"mentions.text"}},
    {.head = {"mention_types"}, .path = {"mentions.type"}},
    {.head = {"mention_ids"}, .path = {"mentions.id"}},
    {.head = {"mention_abbreviations"}, .path = {"mentions.abbreviation"}},
    {.head = {"mention_roles"}, .path = {"mentions.role"}},
    TOOL_FIELDS_END,
};

/* Headings, sentences and list items; what is no running text (page numbers, links) is left out of the table. */
static int print_table(tool_context *context, const g40_segments *segments) {
  tool_json all = tool_json_array();
  for (size_t i = 0; i < g40_segments_count(segments); i++) {
    const g40_segment *segment = g40_segments_at(segments, i);
    const char *form = g40_segment_form(segment);
    if (strcmp(form, "sentence") == 0 || strcmp(form, "heading") == 0) {
      tool_json_add(&all, row_of_segment(segment));
    }
  }
  json_t *rows = tool_json_take(&all);
  int status = rows ? tool_fields_table(table_fields, rows, context->options->lang, context->out) : -1;
  json_decref(rows);
  return status;
}

/* Row by row, so that a long text is not held twice. */
static int print_rows(tool_context *context, const g40_segments *segments) {
  tool_out *out = context->out;
  tool_format format = context->options->format;
  size_t count = g40_segments_count(segments);
  int status = format == FORMAT_CSV ? tool_csv_head(csv_fields, out) : 0;
  tool_out_text(out, format != FORMAT_JSON ? "" : count ? "[\n" : "[");
  for (size_t i = 0; i < count && status == 0 && !out->error; i++) {
    json_t *row = row_of_segment(g40_segments_at(segments, i));
    if (!row) {
      status = -1;
    } else if (format == FORMAT_CSV) {
      status = tool_csv_row(csv_fields, row, out);
    } else {
      tool_json_print(out, row, format == FORMAT_JSON);
      tool_out_text(out, format == FORMAT_JSON && i + 1 < count ? ",\n" : "\n");
    }
    json_decref(row);
  }
  tool_out_text(out, format == FORMAT_JSON ? "]\n" : "");
  return status;
}

int tool_run_analyze(tool_context *context) {
  const tool_options *options = context->options;
  const char *path = context->operands[0];
  tool_str text = {0};
  int status = read_input(path, &text);
  if (status == 0) {
    g40_error err;
    g40_segments *segments = g40_db_analyze(context->db, text.text, (int64_t)text.length, options->date,
                                            tool_given(options, OPT_WITH_CONTACTS), &err);
    if (!segments) {
      status = complain_of(strcmp(path, "-") == 0 ? "standard input" : path, err.message);
    } else if ((options->format == FORMAT_TABLE ? print_table : print_rows)(context, segments) != 0) {
      status = tool_no_memory();
    }
    g40_segments_free(segments);
  }
  tool_str_free(&text);
  return status;
}
