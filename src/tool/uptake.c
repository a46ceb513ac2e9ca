/* tool/uptake.c - the command uptake: which asks come back in which documents. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 50 };

static json_t *searched_of(const g40_uptake *uptake) {
  tool_json searched = tool_json_object();
  tool_json_put(&searched, "words", tool_json_list(g40_uptake_words(uptake)));
  tool_json_put(&searched, "names", tool_json_list(g40_uptake_names(uptake)));
  return tool_json_take(&searched);
}

json_t *tool_row_uptake(const g40_uptake *uptake) {
  const g40_match *match = g40_uptake_match(uptake);
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "ask", g40_uptake_ask(uptake));
  tool_json_text_put(&row, "document", g40_uptake_document(uptake));
  tool_json_text_put(&row, "state", g40_uptake_state(uptake));
  tool_json_text_put(&row, "verdict", g40_uptake_verdict(uptake));
  tool_json_text_put(&row, "note", g40_uptake_note(uptake));
  tool_json_put(&row, "margin", match ? tool_json_number(g40_uptake_margin(uptake)) : json_null());
  tool_json_text_put(&row, "ask_document", g40_uptake_ask_document(uptake));
  tool_json_text_put(&row, "ask_quote", g40_uptake_ask_quote(uptake));
  tool_json_text_put(&row, "ask_text", g40_uptake_ask_text(uptake));
  tool_json_put(&row, "ask_start", tool_json_offset(g40_uptake_ask_start(uptake)));
  tool_json_put(&row, "ask_end", tool_json_offset(g40_uptake_ask_end(uptake)));
  tool_json_put(&row, "ask_char_start", tool_json_offset(g40_uptake_ask_char_start(uptake)));
  tool_json_put(&row, "ask_char_end", tool_json_offset(g40_uptake_ask_char_end(uptake)));
  tool_json_put(&row, "searched", searched_of(uptake));
  tool_json_put(&row, "match", match ? tool_row_match(match) : json_null());
  tool_json_text_put(&row, "ask_section", g40_uptake_ask_section(uptake));
  tool_json_text_put(&row, "ask_sha256", g40_uptake_ask_sha256(uptake));
  return tool_json_take(&row);
}

static const char *state_label(const char *state, tool_lang lang) {
  static const struct {
    const char *state, *label[2];
  } labels[] = {{"taken_up", {"taken up", "overgenomen"}},
                {"same_subject", {"same subject", "zelfde onderwerp"}},
                {"not_found", {"not found", "niet gevonden"}}};
  for (size_t i = 0; state && i < sizeof labels / sizeof *labels; i++) {
    if (strcmp(state, labels[i].state) == 0) {
      return labels[i].label[lang];
    }
  }
  return state;
}

static char *cell_state(const json_t *row, tool_lang lang) {
  const char *verdict = tool_get(row, "verdict");
  tool_str text = {0};
  tool_str_add(&text, state_label(tool_get(row, "state"), lang));
  if (verdict) {
    tool_str_add(&text, lang == LANG_NL ? " (oordeel: " : " (verdict: ");
    tool_str_add(&text, verdict);
    tool_str_add(&text, ")");
  }
  return tool_str_take(&text);
}

/* The passage; where nothing was found, what was looked for. */
static char *cell_found(const json_t *row, tool_lang lang) {
  const char *state = tool_get(row, "state");
  const char *text = tool_get(json_object_get(row, "match"), "text");
  if (text && strcmp(state, "not_found") != 0) {
    return strdup(text);
  }
  static const char *const lists[] = {"names", "words"};
  tool_str searched = {0};
  tool_str_add(&searched, lang == LANG_NL ? "gezocht: " : "looked for: ");
  size_t shown = 0;
  for (int i = 0; i < 2; i++) {
    const json_t *list = json_object_get(json_object_get(row, "searched"), lists[i]);
    for (size_t k = 0; k < json_array_size(list); k++) {
      tool_str_add(&searched, shown++ ? ", " : "");
      tool_str_add(&searched, json_string_value(json_array_get(list, k)));
    }
  }
  return tool_str_take(&searched);
}

/* Of the rows of an ask the first one has its words. */
static int name_asks_once(json_t *rows) {
  const char *before = NULL;
  int status = 0;
  for (size_t i = 0; i < json_array_size(rows) && status == 0; i++) {
    json_t *row = json_array_get(rows, i);
    const char *ask = tool_get(row, "ask");
    bool again = before && ask && strcmp(before, ask) == 0;
    status = again ? json_object_set_new(row, "ask_text", json_string("")) : 0;
    before = ask;
  }
  return status;
}

static const tool_field TABLE[] = {
    {.head = {"ask", "vraag"}, .path = {"ask_text"}, .weight = 4, .least = 20},
    {.head = {"document", "document"}, .path = {"document"}, .weight = 2, .least = 10},
    {.head = {"state", "toestand"}, .cell = cell_state, .weight = 1, .least = 9},
    {.head = {"passage", "passage"}, .cell = cell_found, .weight = 6, .least = 30},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"ask"}, .path = {"ask"}},
    {.head = {"document"}, .path = {"document"}},
    {.head = {"state"}, .path = {"state"}},
    {.head = {"verdict"}, .path = {"verdict"}},
    {.head = {"note"}, .path = {"note"}},
    {.head = {"margin"}, .path = {"margin"}},
    {.head = {"ask_document"}, .path = {"ask_document"}},
    {.head = {"ask_quote"}, .path = {"ask_quote"}},
    {.head = {"ask_start"}, .path = {"ask_start"}},
    {.head = {"ask_end"}, .path = {"ask_end"}},
    {.head = {"quote"}, .path = {"match.quote"}},
    {.head = {"start"}, .path = {"match.start"}},
    {.head = {"end"}, .path = {"match.end"}},
    {.head = {"score"}, .path = {"match.score"}},
    {.head = {"section"}, .path = {"match.section"}},
    {.head = {"searched_words"}, .path = {"searched.words"}},
    {.head = {"searched_names"}, .path = {"searched.names"}},
    {.head = {"ask_section"}, .path = {"ask_section"}},
    {.head = {"ask_sha256"}, .path = {"ask_sha256"}},
    {.head = {"ask_char_start"}, .path = {"ask_char_start"}},
    {.head = {"ask_char_end"}, .path = {"ask_char_end"}},
    {.head = {"sha256"}, .path = {"match.sha256"}},
    {.head = {"char_start"}, .path = {"match.char_start"}},
    {.head = {"char_end"}, .path = {"match.char_end"}},
    TOOL_FIELDS_END,
};

/* --- the answer */

static json_t *rows_of(const g40_uptakes *uptakes) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_uptakes_count(uptakes); i++) {
    tool_json_add(&rows, tool_row_uptake(g40_uptakes_at(uptakes, i)));
  }
  return tool_json_take(&rows);
}

static json_t *measured_of(const g40_uptakes *uptakes) {
  tool_json measured = tool_json_object();
  tool_json_put(&measured, "precision", tool_json_number(g40_uptakes_precision(uptakes)));
  tool_json_put(&measured, "recall", tool_json_number(g40_uptakes_recall(uptakes)));
  tool_json_put(&measured, "subject_precision", tool_json_number(g40_uptakes_subject_precision(uptakes)));
  tool_json_put(&measured, "subject_recall", tool_json_number(g40_uptakes_subject_recall(uptakes)));
  tool_json_put(&measured, "passage_precision", tool_json_number(g40_uptakes_passage_precision(uptakes)));
  return tool_json_take(&measured);
}

/* json has all of the answer; the other formats have its rows. */
static int print_whole(tool_context *context, const g40_uptakes *uptakes) {
  tool_json whole = tool_json_object();
  tool_json_int_put(&whole, "total", g40_uptakes_total(uptakes));
  tool_json_put(&whole, "measured", measured_of(uptakes));
  tool_json_put(&whole, "rows", rows_of(uptakes));
  json_t *answer = tool_json_take(&whole);
  if (answer) {
    tool_json_line(context->out, answer, true);
  }
  json_decref(answer);
  return answer ? 0 : tool_no_memory();
}

static int print_below(tool_context *context, const g40_uptakes *uptakes) {
  bool dutch = context->options->lang == LANG_NL;
  char line[400];
  tool_str text = {0}, note = {0};
  bool one = g40_uptakes_total(uptakes) == 1;
  snprintf(line, sizeof line,
           dutch ? "%zu van %lld pa%s van vraag en document" : "%zu of %lld pair%s of an ask and a document",
           g40_uptakes_count(uptakes), (long long)g40_uptakes_total(uptakes),
           dutch ? (one ? "ar" : "ren") : tool_ending(g40_uptakes_total(uptakes), "s"));
  tool_str_add(&text, line);
  if (tool_faint_line(context->out, &text) != 0) {
    return tool_no_memory();
  }
  snprintf(line, sizeof line,
           dutch
               ? "gemeten op beoordeelde documenten: van wat overgenomen heet klopt %.0f %%, en %.0f %% ervan wordt "
                 "gevonden; de getoonde passage is het zelf in %.0f %%. Lees de passage: zwakker of tegengesteld ziet "
                 "de machine niet."
               : "measured on judged documents: of what is called taken up %.0f %% is, and %.0f %% of it is found; "
                 "the passage shown is the one in %.0f %%. Read the passage: the machine does not see what is weaker "
                 "or contrary.",
           g40_uptakes_precision(uptakes) * 100, g40_uptakes_recall(uptakes) * 100,
           g40_uptakes_passage_precision(uptakes) * 100);
  tool_str_add(&note, line);
  return tool_faint_line(context->out, &note) == 0 ? 0 : tool_no_memory();
}

static int print_rows(tool_context *context, const g40_uptakes *uptakes) {
  tool_format format = context->options->format;
  if (format == FORMAT_JSON) {
    return print_whole(context, uptakes);
  }
  json_t *rows = rows_of(uptakes);
  int status = rows && format == FORMAT_TABLE ? name_asks_once(rows) : 0;
  status = rows && status == 0 ? tool_rows_print(rows, TABLE, CSV, format, context->options->lang, context->out) : -1;
  json_decref(rows);
  if (status != 0) {
    return tool_no_memory();
  }
  return format == FORMAT_TABLE ? print_below(context, uptakes) : 0;
}

/* --- the asks */

static const char *const EMBEDDED = "g40-economie-en-werk-2025";

static g40_positions *asks_of(g40_db *db, const char *document, const char *position, bool contacts, g40_error *err) {
  g40_query *query = g40_query_new(err);
  g40_positions *asks = NULL;
  int code = query ? g40_query_set_with_contacts(query, contacts, err) : err->code;
  if (code == G40_OK) {
    code = position ? g40_query_add_id(query, position, err) : g40_query_add_kind(query, "ask", err);
  }
  if (code == G40_OK && document) {
    code = g40_query_add_document(query, document, err);
  }
  if (code == G40_OK) {
    asks = g40_db_positions(db, query, err);
  }
  g40_query_free(query);
  return asks;
}

g40_positions *tool_find_asks(tool_context *context, g40_error *err) {
  const tool_options *options = context->options;
  const char *position = options->values[OPT_POSITION];
  const char *document = options->values[OPT_ASKS];
  bool contacts = tool_given(options, OPT_WITH_CONTACTS);
  document = document || position ? document : EMBEDDED;
  g40_positions *asks = asks_of(context->db, document, position, contacts, err);
  if (options->db && (asks ? position && g40_positions_count(asks) == 0 : err->code == G40_NOT_FOUND)) {
    g40_positions_free(asks);
    g40_db *corpus = g40_db_open(NULL, err);
    asks = corpus ? asks_of(corpus, document, position, contacts, err) : NULL;
    g40_db_free(corpus);
  }
  if (asks && g40_positions_count(asks) == 0 && position) {
    snprintf(err->message, sizeof err->message, "no position '%.100s'", position);
    g40_positions_free(asks);
    return NULL;
  }
  return asks;
}

int tool_run_uptake(tool_context *context) {
  const tool_options *options = context->options;
  g40_error err;
  if (tool_given(options, OPT_ASKS) && tool_given(options, OPT_POSITION)) {
    tool_complain("uptake takes --asks DOC or --position ID, not both (see: g40 help uptake)");
    return 2;
  }
  if (options->format == FORMAT_TABLE && !tool_given(options, OPT_LIMIT) &&
      g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_positions *asks = tool_find_asks(context, &err);
  g40_uptakes *uptakes = asks ? g40_db_uptake(context->db, asks, options->query, &err) : NULL;
  int status = uptakes ? print_rows(context, uptakes) : tool_failed(&err);
  g40_uptakes_free(uptakes);
  g40_positions_free(asks);
  return status;
}
