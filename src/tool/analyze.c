/* tool/analyze.c - the command analyze: a text's segments, what they are, and whom and what they name. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/wrap.h"

static int complain_of(const char *path, const char *what) {
  char *name = tool_clean(path);
  tool_complain("%s: %s", name ? name : "", what);
  free(name);
  return 1;
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
  if (g40_segment_page(segment)) {
    tool_json_int_put(&row, "page", g40_segment_page(segment));
  }
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
  const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
  g40_error err;
  g40_segments *segments =
      g40_db_analyze_file(context->db, path, options->date, tool_given(options, OPT_WITH_CONTACTS), &err);
  if (!segments) {
    return complain_of(name, err.message);
  }
  if (g40_segments_note(segments)) {
    complain_of(name, g40_segments_note(segments));
  }
  int status = (options->format == FORMAT_TABLE ? print_table : print_rows)(context, segments);
  g40_segments_free(segments);
  return status == 0 ? 0 : tool_no_memory();
}
