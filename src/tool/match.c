/* tool/match.c - the command match: passages that take up an ask. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 20 };

static json_t *why_of(const g40_match *match) {
  tool_json why = tool_json_object();
  tool_json_put(&why, "names", tool_json_list(g40_match_names(match)));
  tool_json_put(&why, "words", tool_json_list(g40_match_words(match)));
  tool_json_put(&why, "meaning", tool_json_number(g40_match_meaning(match)));
  tool_json_put(&why, "compounds", tool_json_list(g40_match_compounds(match)));
  tool_json_put(&why, "concepts", tool_json_list(g40_match_concepts(match)));
  tool_json_put(&why, "theme", tool_json_list(g40_match_theme(match)));
  return tool_json_take(&why);
}

json_t *tool_row_match(const g40_match *match) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "document", g40_match_document(match));
  tool_json_put(&row, "start", tool_json_offset(g40_match_start(match)));
  tool_json_put(&row, "end", tool_json_offset(g40_match_end(match)));
  tool_json_put(&row, "score", tool_json_number(g40_match_score(match)));
  tool_json_text_put(&row, "quote", g40_match_quote(match));
  tool_json_put(&row, "why", why_of(match));
  tool_json_text_put(&row, "text", g40_match_text(match));
  tool_json_text_put(&row, "section", g40_match_section(match));
  tool_json_put(&row, "char_start", tool_json_offset(g40_match_char_start(match)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_match_char_end(match)));
  tool_json_text_put(&row, "sha256", g40_match_sha256(match));
  tool_json_text_put(&row, "key", g40_match_key(match));
  return tool_json_take(&row);
}

static char *cell_score(const json_t *row, tool_lang lang) {
  char text[32];
  (void)lang;
  snprintf(text, sizeof text, "%.2f", json_number_value(json_object_get(row, "score")));
  return strdup(text);
}

/* Names and words in common, each once; where there are none, how near the meanings are. */
static char *cell_why(const json_t *row, tool_lang lang) {
  const json_t *why = json_object_get(row, "why");
  const char *const lists[] = {"names", "words", "compounds", "concepts", "theme"};
  tool_str text = {0};
  for (int i = 0; i < 5; i++) {
    const json_t *list = json_object_get(why, lists[i]);
    for (size_t k = 0; k < json_array_size(list); k++) {
      tool_str_join(&text, ", ", json_string_value(json_array_get(list, k)));
    }
  }
  if (!text.length) {
    char number[48];
    snprintf(number, sizeof number, lang == LANG_NL ? "betekenis %.2f" : "meaning %.2f",
             json_number_value(json_object_get(why, "meaning")));
    tool_str_add(&text, number);
  }
  return tool_str_take(&text);
}

static const tool_field TABLE[] = {
    {.head = {"score", "score"}, .cell = cell_score, .weight = 1, .least = 5, .right = true},
    {.head = {"document", "document"}, .path = {"document"}, .weight = 2, .least = 10},
    {.head = {"words", "woorden"}, .path = {"text"}, .weight = 8, .least = 30},
    {.head = {"why", "waarom"}, .cell = cell_why, .weight = 3, .least = 12},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"document"}, .path = {"document"}},
    {.head = {"start"}, .path = {"start"}},
    {.head = {"end"}, .path = {"end"}},
    {.head = {"score"}, .path = {"score"}},
    {.head = {"quote"}, .path = {"quote"}},
    {.head = {"names"}, .path = {"why.names"}},
    {.head = {"shared_words"}, .path = {"why.words"}},
    {.head = {"meaning"}, .path = {"why.meaning"}},
    {.head = {"text"}, .path = {"text"}},
    {.head = {"section"}, .path = {"section"}},
    {.head = {"sha256"}, .path = {"sha256"}},
    {.head = {"char_start"}, .path = {"char_start"}},
    {.head = {"char_end"}, .path = {"char_end"}},
    {.head = {"shared_compounds"}, .path = {"why.compounds"}},
    {.head = {"concepts"}, .path = {"why.concepts"}},
    {.head = {"theme"}, .path = {"why.theme"}},
    {.head = {"key"}, .path = {"key"}},
    TOOL_FIELDS_END,
};

static int print_matches(tool_context *context, const g40_matches *matches) {
  tool_json all = tool_json_array();
  tool_out *out = context->out;
  tool_format format = context->options->format;
  for (size_t i = 0; i < g40_matches_count(matches); i++) {
    tool_json_add(&all, tool_row_match(g40_matches_at(matches, i)));
  }
  json_t *rows = tool_json_take(&all);
  int status = rows ? tool_rows_print(rows, TABLE, CSV, format, context->options->lang, out) : 1;
  if (rows && status == 0 && format == FORMAT_TABLE) {
    char line[80];
    tool_str text = {0};
    snprintf(line, sizeof line, context->options->lang == LANG_NL ? "%zu van %lld passage%s" : "%zu of %lld passage%s",
             g40_matches_count(matches), (long long)g40_matches_total(matches),
             tool_ending(g40_matches_total(matches), "s"));
    tool_str_add(&text, line);
    status = tool_faint_line(out, &text);
  }
  json_decref(rows);
  return status == 0 ? 0 : tool_no_memory();
}

/* The position with this id, in an array of one; NULL with the error where there is none. */
static g40_positions *find_position(g40_db *db, const char *id, g40_error *err) {
  g40_query *query = g40_query_new(err);
  g40_positions *found = NULL;
  if (query && g40_query_add_id(query, id, err) == G40_OK) {
    found = g40_db_positions(db, query, err);
  }
  g40_query_free(query);
  return found;
}

/* In the file, then in the corpus inside the program. */
static g40_positions *look_up(tool_context *context, const char *id, g40_error *err) {
  g40_positions *found = find_position(context->db, id, err);
  if (found && g40_positions_count(found) == 0 && context->options->db) {
    g40_positions_free(found);
    g40_db *corpus = g40_db_open(NULL, err);
    found = corpus ? find_position(corpus, id, err) : NULL;
    g40_db_free(corpus);
  }
  return found;
}

static g40_matches *match_position(tool_context *context, const char *id, g40_error *err) {
  g40_positions *found = look_up(context, id, err);
  g40_matches *matches = NULL;
  if (found && g40_positions_count(found) > 0) {
    matches = g40_db_match_position(context->db, g40_positions_at(found, 0), context->options->query, err);
  } else if (found) {
    snprintf(err->message, sizeof err->message, "no position '%.100s'", id);
  }
  g40_positions_free(found);
  return matches;
}

int tool_run_match(tool_context *context) {
  const tool_options *options = context->options;
  const char *id = options->values[OPT_POSITION];
  g40_error err;
  if ((id != NULL) == (context->operand_count > 0)) {
    tool_complain("match needs QUOTE or --position ID, not both (see: g40 help match)");
    return 2;
  }
  if (options->format == FORMAT_TABLE && !tool_given(options, OPT_LIMIT) &&
      g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_matches *matches =
      id ? match_position(context, id, &err) : g40_db_match(context->db, context->operands[0], options->query, &err);
  if (!matches) {
    return tool_failed(&err);
  }
  int status = print_matches(context, matches);
  g40_matches_free(matches);
  return status;
}

int tool_run_reindex(tool_context *context) {
  g40_error err;
  return g40_db_reindex(context->db, &err) == G40_OK ? 0 : tool_failed(&err);
}
