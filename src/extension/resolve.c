/* g40_resolve(name, date, as_of): one row, what a ministry's name meant and who answers. */
#include <string.h>

#include "api/call.h"
#include "extension/table.h"
#include "query/listing.h"
#include "text/json.h"

enum {
  STATE,
  REASON,
  ID,
  ABBREVIATION,
  FULL_NAME,
  FORM,
  POST,
  VERSION,
  VALID_FROM,
  VALID_TO,
  NOW,
  CHANGES,
  TRANSFERS,
  CANDIDATES,
  AS_OF,
  NOTES,
  SOURCE,
  DOUBT,
  COLUMNS
};

static int date_of(sqlite3_value *value, const char *name, g4_date *date, g40_error *err) {
  const char *text = NULL;
  int code = value ? g4_argument_text(value, name, &text, err) : G40_OK;
  return code == G40_OK ? g4_check_date(text, name, date, err) : code;
}

static void *ask(g4_session *session, const char *first, const g4_arguments arguments, g40_error *err) {
  g4_date date, as_of;
  if (g4_check_text(first, "ministry", err) != G40_OK || date_of(arguments[1], "date", &date, err) != G40_OK ||
      date_of(arguments[2], "as_of", &as_of, err) != G40_OK) {
    return NULL;
  }
  return g4_answer_resolve(session, first, date, as_of, err);
}

static size_t count(const void *answer) { return answer != NULL; }

static void let_go(void *answer) { g40_resolution_free(answer); }

/* --- rows in a row, as JSON: the keys of `g40 resolve --format json` */

static void put(g4_buf *json, const char *before, const char *key, const char *text) {
  g4_buf_add_format(json, "%s\"%s\":", before, key);
  if (text) {
    g4_json_string(json, text, strlen(text));
  } else {
    g4_buf_add_text(json, "null");
  }
}

static void put_ministries(sqlite3_context *context, const g40_ministries *ministries, bool with_period) {
  g4_buf json = {0};
  g4_buf_add_char(&json, '[');
  for (size_t i = 0; i < g40_ministries_count(ministries); i++) {
    const g40_ministry *ministry = g40_ministries_at(ministries, i);
    put(&json, i ? ",{" : "{", "id", g40_ministry_id(ministry));
    put(&json, ",", "abbreviation", g40_ministry_abbreviation(ministry));
    put(&json, ",", "name", g40_ministry_name(ministry));
    if (with_period) {
      put(&json, ",", "valid_from", g40_ministry_valid_from(ministry));
      put(&json, ",", "valid_to", g40_ministry_valid_to(ministry));
    }
    put(&json, ",", "version", g40_ministry_version(ministry));
    g4_buf_add_char(&json, '}');
  }
  g4_buf_add_char(&json, ']');
  g4_result_buffer(context, &json);
}

static void put_end(g4_buf *json, const char *key, const char *id, const char *abbreviation, const char *version) {
  g4_buf_add_format(json, ",\"%s\":", key);
  if (!id) {
    g4_buf_add_text(json, "null");
    return;
  }
  put(json, "{", "id", id);
  put(json, ",", "abbreviation", abbreviation);
  put(json, ",", "version", version);
  g4_buf_add_char(json, '}');
}

static void put_changes(sqlite3_context *context, const g40_changes *changes) {
  g4_buf json = {0};
  g4_buf_add_char(&json, '[');
  for (size_t i = 0; i < g40_changes_count(changes); i++) {
    const g40_change *change = g40_changes_at(changes, i);
    put(&json, i ? ",{" : "{", "kind", g40_change_kind(change));
    put(&json, ",", "date", g40_change_date(change));
    put(&json, ",", "register_date", g40_change_register_date(change));
    put_end(&json, "from", g40_change_from_id(change), g40_change_from_abbreviation(change),
            g40_change_from_version(change));
    put_end(&json, "to", g40_change_to_id(change), g40_change_to_abbreviation(change), g40_change_to_version(change));
    put(&json, ",", "note", g40_change_note(change));
    g4_buf_add_char(&json, '}');
  }
  g4_buf_add_char(&json, ']');
  g4_result_buffer(context, &json);
}

static void put_notes(sqlite3_context *context, const g40_resolution *resolution) {
  bool beyond = g40_resolution_beyond_registry(resolution), before = g40_resolution_before_registry(resolution);
  g4_buf json = {0};
  g4_buf_add_format(&json, "[%s%s%s]", beyond ? "\"beyond_registry\"" : "", beyond && before ? "," : "",
                    before ? "\"before_registry\"" : "");
  g4_result_buffer(context, &json);
}

static void put_version(sqlite3_context *context, const g40_ministry *ministry, int number) {
  if (!ministry) {
    return;
  }
  const char *text = number == ID             ? g40_ministry_id(ministry)
                     : number == ABBREVIATION ? g40_ministry_abbreviation(ministry)
                     : number == FULL_NAME    ? g40_ministry_name(ministry)
                     : number == VERSION      ? g40_ministry_version(ministry)
                     : number == VALID_FROM   ? g40_ministry_valid_from(ministry)
                     : number == VALID_TO     ? g40_ministry_valid_to(ministry)
                     : number == SOURCE       ? g40_ministry_source(ministry)
                                              : g40_ministry_doubt(ministry);
  g4_result_text(context, text);
}

static void column(sqlite3_context *context, const void *answer, size_t row, int number) {
  const g40_resolution *resolution = answer;
  (void)row;
  switch (number) {
    case STATE:
      g4_result_text(context, g40_resolution_state(resolution));
      break;
    case REASON:
      g4_result_text(context, g40_resolution_reason(resolution));
      break;
    case FORM:
      g4_result_text(context, g40_resolution_form(resolution));
      break;
    case POST:
      g4_result_text(context, g40_resolution_post(resolution));
      break;
    case NOW:
      put_ministries(context, g40_resolution_now(resolution), false);
      break;
    case CHANGES:
      put_changes(context, g40_resolution_changes(resolution));
      break;
    case TRANSFERS:
      put_changes(context, g40_resolution_transfers(resolution));
      break;
    case CANDIDATES:
      put_ministries(context, g40_resolution_candidates(resolution), true);
      break;
    case AS_OF:
      g4_result_text(context, g40_resolution_as_of(resolution));
      break;
    case NOTES:
      put_notes(context, resolution);
      break;
    default:
      put_version(context, g40_resolution_ministry(resolution), number);
      break;
  }
}

const g4_table g4_table_resolve = {
    .name = "g40_resolve",
    .columns =
        "state TEXT, reason TEXT, id TEXT, abbreviation TEXT, name TEXT, form TEXT, post TEXT, version TEXT,"
        " valid_from TEXT, valid_to TEXT, now TEXT, changes TEXT, transfers TEXT, candidates TEXT, as_of TEXT, notes "
        "TEXT,"
        " source TEXT, doubt TEXT",
    .column_count = COLUMNS,
    .arguments = {"ministry", "on_date", "as_of_date"},
    .cost = 50,
    .single = true,
    .ask = ask,
    .count = count,
    .column = column,
    .free = let_go,
};
