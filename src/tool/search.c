/* tool/search.c - the command search. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 20, FACETS_SHOWN = 5 };

static json_t *marks_of(const g40_hit *hit) {
  const g40_marks *marks = g40_hit_marks(hit);
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_marks_count(marks); i++) {
    const g40_marked *mark = g40_marks_at(marks, i);
    tool_json_add(&rows, json_pack("[II]", (json_int_t)g40_marked_start(mark), (json_int_t)g40_marked_end(mark)));
  }
  return tool_json_take(&rows);
}

json_t *tool_row_hit(const g40_hit *hit) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "document", g40_hit_document(hit));
  tool_json_put(&row, "start", tool_json_offset(g40_hit_start(hit)));
  tool_json_put(&row, "end", tool_json_offset(g40_hit_end(hit)));
  tool_json_put(&row, "score", tool_json_number(g40_hit_score(hit)));
  tool_json_text_put(&row, "quote", g40_hit_quote(hit));
  tool_json_text_put(&row, "text", g40_hit_text(hit));
  tool_json_put(&row, "marks", marks_of(hit));
  tool_json_put(&row, "positions", tool_rows_reasons(g40_hit_positions(hit)));
  tool_json_text_put(&row, "section", g40_hit_section(hit));
  tool_json_put(&row, "char_start", tool_json_offset(g40_hit_char_start(hit)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_hit_char_end(hit)));
  tool_json_text_put(&row, "sha256", g40_hit_sha256(hit));
  tool_json_text_put(&row, "key", g40_hit_key(hit));
  return tool_json_take(&row);
}

/* The text with a sign around each word that answers. */
static char *cell_marked(const json_t *row, tool_lang lang) {
  const char *text = tool_get(row, "text");
  const json_t *marks = json_object_get(row, "marks");
  size_t at = 0;
  tool_str marked = {0};
  (void)lang;
  for (size_t i = 0; i < json_array_size(marks); i++) {
    const json_t *mark = json_array_get(marks, i);
    size_t start = (size_t)json_integer_value(json_array_get(mark, 0));
    size_t end = (size_t)json_integer_value(json_array_get(mark, 1));
    tool_str_bytes(&marked, text + at, start - at);
    tool_str_add(&marked, "*");
    tool_str_bytes(&marked, text + start, end - start);
    tool_str_add(&marked, "*");
    at = end;
  }
  tool_str_add(&marked, text ? text + at : NULL);
  return tool_str_take(&marked);
}

static const tool_field TABLE[] = {
    {.head = {"document", "document"}, .path = {"document"}, .weight = 2, .least = 10},
    {.head = {"words", "woorden"}, .cell = cell_marked, .weight = 8, .least = 30},
    {.head = {"section", "kop"}, .path = {"section"}, .weight = 3, .least = 12},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"document"}, .path = {"document"}},
    {.head = {"start"}, .path = {"start"}},
    {.head = {"end"}, .path = {"end"}},
    {.head = {"score"}, .path = {"score"}},
    {.head = {"quote"}, .path = {"quote"}},
    {.head = {"positions"}, .path = {"positions.id"}},
    {.head = {"text"}, .path = {"text"}},
    {.head = {"section"}, .path = {"section"}},
    {.head = {"sha256"}, .path = {"sha256"}},
    {.head = {"char_start"}, .path = {"char_start"}},
    {.head = {"char_end"}, .path = {"char_end"}},
    {.head = {"key"}, .path = {"key"}},
    TOOL_FIELDS_END,
};

static json_t *expansion_rows(const g40_expansions *expansions) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_expansions_count(expansions); i++) {
    const g40_expansion *one = g40_expansions_at(expansions, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "words", g40_expansion_words(one));
    tool_json_text_put(&row, "id", g40_expansion_id(one));
    tool_json_text_put(&row, "name", g40_expansion_name(one));
    tool_json_text_put(&row, "relation", g40_expansion_relation(one));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

static json_t *facet_rows(const g40_facets *facets) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_facets_count(facets); i++) {
    const g40_facet *one = g40_facets_at(facets, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "kind", g40_facet_kind(one));
    tool_json_text_put(&row, "id", g40_facet_id(one));
    tool_json_text_put(&row, "name", g40_facet_name(one));
    tool_json_int_put(&row, "passages", g40_facet_passages(one));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

static json_t *hit_rows(const g40_hits *hits) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_hits_count(hits); i++) {
    tool_json_add(&rows, tool_row_hit(g40_hits_at(hits, i)));
  }
  return tool_json_take(&rows);
}

/* json has all of the answer; the other formats have its rows. */
static int print_whole(tool_context *context, const g40_hits *hits) {
  tool_json whole = tool_json_object();
  tool_json_text_put(&whole, "query", context->operands[0]);
  tool_json_int_put(&whole, "total", g40_hits_total(hits));
  tool_json_put(&whole, "any", json_boolean(g40_hits_any(hits)));
  tool_json_text_put(&whole, "suggestion", g40_hits_suggestion(hits));
  tool_json_put(&whole, "expansions", expansion_rows(g40_hits_expansions(hits)));
  tool_json_put(&whole, "facets", facet_rows(g40_hits_facets(hits)));
  tool_json_put(&whole, "hits", hit_rows(hits));
  json_t *answer = tool_json_take(&whole);
  if (answer) {
    tool_json_line(context->out, answer, true);
  }
  json_decref(answer);
  return answer ? 0 : 1;
}

/* --- below a table */

static int facet_line(tool_context *context, const g40_facets *facets, const char *kind, const char *label) {
  tool_str text = {0};
  int shown = 0;
  for (size_t i = 0; i < g40_facets_count(facets); i++) {
    const g40_facet *one = g40_facets_at(facets, i);
    if (strcmp(g40_facet_kind(one), kind) == 0 && shown < FACETS_SHOWN) {
      const char *slash = strchr(g40_facet_id(one), '/');
      char number[32];
      snprintf(number, sizeof number, " (%lld)", (long long)g40_facet_passages(one));
      tool_str_add(&text, shown++ ? ", " : label);
      tool_str_add(&text, strcmp(kind, "ministry") == 0 ? g40_facet_name(one) : slash ? slash + 1 : g40_facet_id(one));
      tool_str_add(&text, number);
    }
  }
  if (!shown) {
    tool_str_free(&text);
    return 0;
  }
  return tool_faint_line(context->out, &text);
}

static int names_line(tool_context *context, const g40_expansions *expansions) {
  tool_str text = {0};
  size_t count = g40_expansions_count(expansions);
  for (size_t i = 0; i < count; i++) {
    bool related = strcmp(g40_expansion_relation(g40_expansions_at(expansions, i)), "related") == 0;
    tool_str_add(&text, i ? ", " : context->options->lang == LANG_NL ? "ook gezocht: " : "looked for too: ");
    tool_str_add(&text, g40_expansion_name(g40_expansions_at(expansions, i)));
    tool_str_add(&text, related ? context->options->lang == LANG_NL ? " (verwant)" : " (related)" : "");
  }
  if (!count) {
    tool_str_free(&text);
    return 0;
  }
  return tool_faint_line(context->out, &text);
}

static int count_line(tool_context *context, const g40_hits *hits) {
  bool dutch = context->options->lang == LANG_NL;
  char counts[80];
  tool_str text = {0};
  snprintf(counts, sizeof counts, dutch ? "%zu van %lld passage%s" : "%zu of %lld passage%s", g40_hits_count(hits),
           (long long)g40_hits_total(hits), tool_ending(g40_hits_total(hits), "s"));
  tool_str_add(&text, counts);
  if (g40_hits_any(hits)) {
    tool_str_add(&text, dutch ? " met een deel van de woorden: geen heeft ze alle"
                              : " with some of the words: none has them all");
  }
  if (g40_hits_suggestion(hits)) {
    tool_str_add(&text, dutch ? "; bedoelt u: " : "; did you mean: ");
    tool_str_add(&text, g40_hits_suggestion(hits));
  }
  return tool_faint_line(context->out, &text);
}

static int print_below(tool_context *context, const g40_hits *hits) {
  static const char *const labels[][3] = {{"theme", "themes: ", "thema's: "},
                                          {"ministry", "ministries: ", "ministeries: "},
                                          {"stakeholder", "stakeholders: ", "partijen: "},
                                          {"document", "documents: ", "documenten: "},
                                          {"year", "years: ", "jaren: "}};
  int status = count_line(context, hits);
  status = status ? status : names_line(context, g40_hits_expansions(hits));
  for (size_t i = 0; i < sizeof labels / sizeof *labels && status == 0; i++) {
    const char *label = labels[i][context->options->lang == LANG_NL ? 2 : 1];
    status = facet_line(context, g40_hits_facets(hits), labels[i][0], label);
  }
  return status;
}

static int print_hits(tool_context *context, const g40_hits *hits) {
  tool_format format = context->options->format;
  if (format == FORMAT_JSON) {
    return print_whole(context, hits);
  }
  json_t *rows = hit_rows(hits);
  int status = rows ? tool_rows_print(rows, TABLE, CSV, format, context->options->lang, context->out) : 1;
  json_decref(rows);
  return status == 0 && format == FORMAT_TABLE ? print_below(context, hits) : status;
}

int tool_run_search(tool_context *context) {
  const tool_options *options = context->options;
  g40_error err;
  if (options->format == FORMAT_TABLE && !tool_given(options, OPT_LIMIT) &&
      g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_hits *hits =
      g40_db_search(context->db, context->operands[0], options->query, tool_given(options, OPT_RELATED), &err);
  if (!hits) {
    return tool_failed(&err);
  }
  int status = print_hits(context, hits);
  g40_hits_free(hits);
  return status == 0 ? 0 : tool_no_memory();
}
