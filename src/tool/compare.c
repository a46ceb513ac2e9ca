/* tool/compare.c - the command compare: two editions of a paper, position by position. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 50 };

static json_t *marks_of(const g40_marks *marks) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_marks_count(marks); i++) {
    const g40_marked *mark = g40_marks_at(marks, i);
    tool_json_add(&rows, json_pack("[II]", (json_int_t)g40_marked_start(mark), (json_int_t)g40_marked_end(mark)));
  }
  return tool_json_take(&rows);
}

/* One side of a row; null where the position is not in that edition. */
static json_t *edition_of(const g40_position *position, const char *text, const g40_marks *marks) {
  if (!position) {
    return json_null();
  }
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "position", g40_position_id(position));
  tool_json_text_put(&row, "document", g40_position_document(position));
  tool_json_text_put(&row, "kind", g40_position_kind(position));
  tool_json_text_put(&row, "section", g40_position_section(position));
  tool_json_text_put(&row, "quote", g40_position_quote(position));
  tool_json_text_put(&row, "text", text);
  tool_json_put(&row, "marks", marks_of(marks));
  tool_json_put(&row, "start", tool_json_offset(g40_position_start(position)));
  tool_json_put(&row, "end", tool_json_offset(g40_position_end(position)));
  tool_json_put(&row, "char_start", tool_json_offset(g40_position_char_start(position)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_position_char_end(position)));
  tool_json_text_put(&row, "sha256", g40_position_sha256(position));
  return tool_json_take(&row);
}

json_t *tool_row_difference(const g40_difference *difference) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "state", g40_difference_state(difference));
  tool_json_put(&row, "moved", json_boolean(g40_difference_moved(difference)));
  tool_json_put(&row, "likeness", tool_json_number(g40_difference_likeness(difference)));
  tool_json_put(&row, "before",
                edition_of(g40_difference_before(difference), g40_difference_before_text(difference),
                           g40_difference_gone(difference)));
  tool_json_put(&row, "after",
                edition_of(g40_difference_after(difference), g40_difference_after_text(difference),
                           g40_difference_come(difference)));
  return tool_json_take(&row);
}

/* --- the table */

static char *cell_state(const json_t *row, tool_lang lang) {
  static const char *const names[][2] = {
      {"kept", "behouden"}, {"changed", "gewijzigd"}, {"dropped", "vervallen"}, {"new", "nieuw"}};
  const char *state = tool_get(row, "state");
  tool_str text = {0};
  for (size_t i = 0; state && i < sizeof names / sizeof *names; i++) {
    if (strcmp(state, names[i][0]) == 0) {
      tool_str_add(&text, names[i][lang == LANG_NL]);
    }
  }
  if (json_is_true(json_object_get(row, "moved"))) {
    tool_str_add(&text, lang == LANG_NL ? ", verplaatst" : ", moved");
  }
  return tool_str_take(&text);
}

/* The text with brackets around the words that went or came. */
static char *cell_marked(const json_t *edition, const char *open, const char *close) {
  const char *text = tool_get(edition, "text");
  const json_t *marks = json_object_get(edition, "marks");
  size_t at = 0;
  tool_str marked = {0};
  tool_str_add(&marked, "");
  for (size_t i = 0; text && i < json_array_size(marks); i++) {
    size_t start = (size_t)json_integer_value(json_array_get(json_array_get(marks, i), 0));
    size_t end = (size_t)json_integer_value(json_array_get(json_array_get(marks, i), 1));
    tool_str_bytes(&marked, text + at, start - at);
    tool_str_add(&marked, open);
    tool_str_bytes(&marked, text + start, end - start);
    tool_str_add(&marked, close);
    at = end;
  }
  tool_str_add(&marked, text ? text + at : NULL);
  return tool_str_take(&marked);
}

static char *cell_before(const json_t *row, tool_lang lang) {
  (void)lang;
  return cell_marked(json_object_get(row, "before"), "[-", "-]");
}

/* What was kept is said once. */
static char *cell_after(const json_t *row, tool_lang lang) {
  const char *state = tool_get(row, "state");
  (void)lang;
  return state && strcmp(state, "kept") == 0 ? strdup("=") : cell_marked(json_object_get(row, "after"), "{+", "+}");
}

static const tool_field TABLE[] = {
    {.head = {"state", "toestand"}, .cell = cell_state, .weight = 1, .least = 9},
    {.head = {"before", "eerder"}, .cell = cell_before, .weight = 5, .least = 24},
    {.head = {"after", "later"}, .cell = cell_after, .weight = 5, .least = 24},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"state"}, .path = {"state"}},
    {.head = {"moved"}, .path = {"moved"}},
    {.head = {"likeness"}, .path = {"likeness"}},
    {.head = {"before"}, .path = {"before.position"}},
    {.head = {"before_quote"}, .path = {"before.quote"}},
    {.head = {"before_start"}, .path = {"before.start"}},
    {.head = {"before_end"}, .path = {"before.end"}},
    {.head = {"before_marked"}, .cell = cell_before},
    {.head = {"after"}, .path = {"after.position"}},
    {.head = {"after_quote"}, .path = {"after.quote"}},
    {.head = {"after_start"}, .path = {"after.start"}},
    {.head = {"after_end"}, .path = {"after.end"}},
    {.head = {"after_marked"}, .cell = cell_after},
    {.head = {"before_document"}, .path = {"before.document"}},
    {.head = {"before_section"}, .path = {"before.section"}},
    {.head = {"before_char_start"}, .path = {"before.char_start"}},
    {.head = {"before_char_end"}, .path = {"before.char_end"}},
    {.head = {"before_sha256"}, .path = {"before.sha256"}},
    {.head = {"after_document"}, .path = {"after.document"}},
    {.head = {"after_section"}, .path = {"after.section"}},
    {.head = {"after_char_start"}, .path = {"after.char_start"}},
    {.head = {"after_char_end"}, .path = {"after.char_end"}},
    {.head = {"after_sha256"}, .path = {"after.sha256"}},
    TOOL_FIELDS_END,
};

/* --- the answer */

static json_t *rows_of(const g40_differences *differences) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_differences_count(differences); i++) {
    tool_json_add(&rows, tool_row_difference(g40_differences_at(differences, i)));
  }
  return tool_json_take(&rows);
}

static int print_whole(tool_context *context, const g40_differences *differences) {
  tool_json whole = tool_json_object();
  tool_json_text_put(&whole, "before", context->operands[0]);
  tool_json_text_put(&whole, "after", context->operands[1]);
  tool_json_int_put(&whole, "total", g40_differences_total(differences));
  tool_json_int_put(&whole, "kept", g40_differences_kept(differences));
  tool_json_int_put(&whole, "changed", g40_differences_changed(differences));
  tool_json_int_put(&whole, "dropped", g40_differences_dropped(differences));
  tool_json_int_put(&whole, "new", g40_differences_added(differences));
  tool_json_int_put(&whole, "moved", g40_differences_moved(differences));
  tool_json_put(&whole, "rows", rows_of(differences));
  json_t *answer = tool_json_take(&whole);
  if (answer) {
    tool_json_line(context->out, answer, true);
  }
  json_decref(answer);
  return answer ? 0 : tool_no_memory();
}

static int print_below(tool_context *context, const g40_differences *differences) {
  char line[200];
  tool_str text = {0};
  snprintf(line, sizeof line,
           context->options->lang == LANG_NL
               ? "%zu van %lld positie%s: %lld behouden, %lld gewijzigd, %lld vervallen, %lld nieuw; %lld verplaatst"
               : "%zu of %lld position%s: %lld kept, %lld changed, %lld dropped, %lld new; %lld moved",
           g40_differences_count(differences), (long long)g40_differences_total(differences),
           tool_ending(g40_differences_total(differences), "s"), (long long)g40_differences_kept(differences),
           (long long)g40_differences_changed(differences), (long long)g40_differences_dropped(differences),
           (long long)g40_differences_added(differences), (long long)g40_differences_moved(differences));
  tool_str_add(&text, line);
  return tool_faint_line(context->out, &text);
}

static int print_rows(tool_context *context, const g40_differences *differences) {
  tool_format format = context->options->format;
  if (format == FORMAT_JSON) {
    return print_whole(context, differences);
  }
  json_t *rows = rows_of(differences);
  int status = rows ? tool_rows_print(rows, TABLE, CSV, format, context->options->lang, context->out) : -1;
  json_decref(rows);
  status = status == 0 && format == FORMAT_TABLE ? print_below(context, differences) : status;
  return status == 0 ? 0 : tool_no_memory();
}

/* --- the editions */

static g40_positions *positions_in(g40_db *db, const tool_options *options, const char *document, g40_error *err) {
  g40_query *query = tool_options_query(options, err);
  g40_positions *positions = NULL;
  if (query && g40_query_add_document(query, document, err) == G40_OK) {
    positions = g40_db_positions(db, query, err);
  }
  g40_query_free(query);
  return positions;
}

static bool has_document(g40_db *db, const char *document, g40_error *err) {
  g40_query *query = g40_query_new(err);
  g40_documents *found = NULL;
  if (query && g40_query_add_id(query, document, err) == G40_OK) {
    found = g40_db_documents(db, query, err);
  }
  bool has = g40_documents_count(found) > 0;
  g40_documents_free(found);
  g40_query_free(query);
  return has;
}

/* In the file, then in the corpus inside the program. */
static g40_positions *find_edition(tool_context *context, const char *document, g40_error *err) {
  g40_db *corpus = NULL;
  if (context->options->db && !has_document(context->db, document, err)) {
    corpus = g40_db_open(NULL, err);
    if (!corpus) {
      return NULL;
    }
  }
  g40_positions *positions = positions_in(corpus ? corpus : context->db, context->options, document, err);
  g40_db_free(corpus);
  return positions;
}

int tool_run_compare(tool_context *context) {
  const tool_options *options = context->options;
  g40_error err;
  if (options->format == FORMAT_TABLE && !tool_given(options, OPT_LIMIT) &&
      g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_positions *before = find_edition(context, context->operands[0], &err);
  g40_positions *after = before ? find_edition(context, context->operands[1], &err) : NULL;
  g40_differences *differences = after ? g40_compare(before, after, options->query, &err) : NULL;
  int status = differences ? print_rows(context, differences) : tool_failed(&err);
  g40_differences_free(differences);
  g40_positions_free(after);
  g40_positions_free(before);
  return status;
}
