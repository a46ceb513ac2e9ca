/* tool/network.c - the command network: who occurs with whom in positions. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/listing.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 50 };

json_t *tool_row_edge(const g40_edge *edge, const tool_moment *moment) {
  tool_json row = tool_json_object();
  tool_json from = tool_json_object();
  tool_json to = tool_json_object();
  tool_json_text_put(&from, "id", g40_edge_from_id(edge));
  tool_json_text_put(&from, "name", g40_edge_from_name(edge));
  tool_json_text_put(&from, "name_en", g40_edge_from_name_en(edge));
  tool_json_text_put(&to, "id", g40_edge_to_id(edge));
  tool_json_text_put(&to, "name", g40_edge_to_name(edge));
  tool_json_text_put(&to, "abbreviation", g40_edge_to_abbreviation(edge));
  tool_json_text_put(&to, "version", g40_edge_to_version(edge));
  tool_json_put(&to, "now", tool_rows_now(g40_edge_now(edge)));
  tool_json_text_put(&to, "name_en", g40_edge_to_name_en(edge));
  tool_json_text_put(&row, "kind", g40_edge_kind(edge));
  tool_json_text_put(&row, "relation", g40_edge_relation(edge));
  tool_json_put(&row, "from", tool_json_take(&from));
  tool_json_put(&row, "to", tool_json_take(&to));
  tool_json_int_put(&row, "weight", g40_edge_weight(edge));
  tool_json_put(&row, "positions", tool_rows_reasons(g40_edge_positions(edge)));
  tool_json_text_put(&row, "as_of", moment->as_of);
  tool_json_put(&row, "notes", tool_notes(moment->beyond, moment->before || g40_edge_before_registry(edge)));
  return tool_json_take(&row);
}

/* Of a ministry the abbreviation, which is what people know it by. */
static char *cell_to(const json_t *row, tool_lang lang) {
  const json_t *to = json_object_get(row, "to");
  const char *abbreviation = tool_get(to, "abbreviation"), *name = tool_name_of(to, lang);
  return strdup(abbreviation ? abbreviation : name ? name : "");
}

static const tool_field TABLE[] = {
    {.head = {"positions", "posities"}, .path = {"weight"}, .weight = 1, .least = 9, .right = true},
    {.head = {"from", "van"}, .path = {"from.name_en", "from.name"}, .weight = 3, .least = 14},
    {.head = {"to", "naar"}, .cell = cell_to, .weight = 3, .least = 14},
    {.head = {"relation", "relatie"}, .path = {"relation"}, .weight = 2, .least = 11},
    {.head = {"between", "tussen"}, .path = {"kind"}, .weight = 3, .least = 14},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"kind"}, .path = {"kind"}},
    {.head = {"relation"}, .path = {"relation"}},
    {.head = {"from"}, .path = {"from.id"}},
    {.head = {"from_name"}, .path = {"from.name"}},
    {.head = {"to"}, .path = {"to.id"}},
    {.head = {"to_name"}, .path = {"to.name"}},
    {.head = {"to_abbreviation"}, .path = {"to.abbreviation"}},
    {.head = {"to_version"}, .path = {"to.version"}},
    {.head = {"to_now"}, .path = {"to.now.abbreviation"}},
    {.head = {"weight"}, .path = {"weight"}},
    {.head = {"positions"}, .path = {"positions.id"}},
    {.head = {"from_name_en"}, .path = {"from.name_en"}},
    {.head = {"to_name_en"}, .path = {"to.name_en"}},
    TOOL_FIELDS_END,
};

static int print_below(tool_context *context, const g40_edges *edges, const tool_moment *moment, const g40_info *info) {
  tool_lang lang = context->options->lang;
  char line[100];
  tool_str text = {0};
  snprintf(line, sizeof line, lang == LANG_NL ? "%zu van %lld lijn%s" : "%zu of %lld edge%s", g40_edges_count(edges),
           (long long)g40_edges_total(edges), tool_ending(g40_edges_total(edges), lang == LANG_NL ? "en" : "s"));
  tool_str_add(&text, line);
  int status = tool_faint_line(context->out, &text);
  return status == 0 ? tool_moment_print(context->out, moment, lang, info) : status;
}

static int print_edges(tool_context *context, const g40_edges *edges, const g40_info *info) {
  const tool_options *options = context->options;
  tool_moment moment = tool_moment_of(info, options->as_of);
  tool_json all = tool_json_array();
  for (size_t i = 0; i < g40_edges_count(edges); i++) {
    tool_json_add(&all, tool_row_edge(g40_edges_at(edges, i), &moment));
  }
  json_t *rows = tool_json_take(&all);
  int status = rows ? tool_rows_print(rows, TABLE, CSV, options->format, options->lang, context->out) : -1;
  json_decref(rows);
  if (status == 0 && options->format == FORMAT_TABLE) {
    status = print_below(context, edges, &moment, info);
  }
  return status == 0 ? 0 : tool_no_memory();
}

int tool_run_network(tool_context *context) {
  const tool_options *options = context->options;
  g40_error err;
  if (options->format == FORMAT_TABLE && !tool_given(options, OPT_LIMIT) &&
      g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_info *info = g40_db_info(context->db, &err);
  g40_edges *edges = info ? g40_db_network(context->db, options->values[OPT_BETWEEN], options->values[OPT_RELATION],
                                           options->query, &err)
                          : NULL;
  int status = edges ? print_edges(context, edges, info) : tool_failed(&err);
  g40_edges_free(edges);
  g40_info_free(info);
  return status;
}
