/* g40_search(words, max, related): passages that answer, best first. */
#include <string.h>

#include "extension/passages.h"
#include "query/listing.h"
#include "text/json.h"

enum { SCORE = G4_FRONT_COLUMNS, MARKS, POSITIONS, ANY, BACK, COLUMNS = BACK + G4_BACK_COLUMNS };

static void *ask(g4_session *session, const char *first, const g4_arguments arguments, g40_error *err) {
  g40_query query = {0};
  if (g4_argument_most(arguments[1], "max", &query.limit, err) != G40_OK) {
    return NULL;
  }
  return g4_answer_search(session, first, &query, arguments[2] && sqlite3_value_int(arguments[2]) != 0, err);
}

static size_t count(const void *answer) { return g40_hits_count(answer); }

static void let_go(void *answer) { g40_hits_free(answer); }

/* [[0,4],[12,20]]: bytes of the reading form. */
static void put_marks(sqlite3_context *context, const g40_marks *marks) {
  g4_buf json = {0};
  for (size_t i = 0; i < g40_marks_count(marks); i++) {
    const g40_marked *mark = g40_marks_at(marks, i);
    g4_buf_add_format(&json, "%s[%lld,%lld]", i ? "," : "[", (long long)g40_marked_start(mark),
                      (long long)g40_marked_end(mark));
  }
  g4_buf_add_text(&json, json.length ? "]" : "[]");
  g4_result_buffer(context, &json);
}

static void put_positions(sqlite3_context *context, const g40_reasons *positions) {
  g4_buf json = {0};
  g4_buf_add_char(&json, '[');
  for (size_t i = 0; i < g40_reasons_count(positions); i++) {
    const char *id = g40_reason_id(g40_reasons_at(positions, i));
    g4_buf_add_text(&json, i ? "," : "");
    g4_json_string(&json, id, strlen(id));
  }
  g4_buf_add_char(&json, ']');
  g4_result_buffer(context, &json);
}

static void column(sqlite3_context *context, const void *answer, size_t row, int number) {
  const g40_hit *hit = g40_hits_at(answer, row);
  if (g4_result_evidence(context, &hit->at, number, BACK)) {
    return;
  }
  switch (number) {
    case SCORE:
      sqlite3_result_double(context, g40_hit_score(hit));
      break;
    case MARKS:
      put_marks(context, g40_hit_marks(hit));
      break;
    case POSITIONS:
      put_positions(context, g40_hit_positions(hit));
      break;
    case ANY:
      sqlite3_result_int(context, g40_hits_any(answer));
      break;
    default:
      break;
  }
}

const g4_table g4_table_search = {
    .name = "g40_search",
    .columns = G4_PASSAGE_FRONT ", score REAL, marks TEXT, positions TEXT, any INTEGER, " G4_PASSAGE_BACK,
    .column_count = COLUMNS,
    .arguments = {"words", "max", "related"},
    .cost = 1000,
    .ask = ask,
    .count = count,
    .column = column,
    .free = let_go,
};
