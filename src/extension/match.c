/* g40_match(quote, max): passages that take up an ask, best first. */
#include "api/call.h"
#include "extension/passages.h"
#include "query/listing.h"

enum { SCORE = G4_FRONT_COLUMNS, NAMES, WORDS, MEANING, BACK, COLUMNS = BACK + G4_BACK_COLUMNS };

static void *ask(g4_session *session, const char *first, const g4_arguments arguments, g40_error *err) {
  g40_query query = {0};
  if (g4_check_text(first, "ask", err) != G40_OK ||
      g4_argument_most(arguments[1], "max", &query.limit, err) != G40_OK) {
    return NULL;
  }
  return g4_answer_match(session, first, NULL, &query, err);
}

static size_t count(const void *answer) { return g40_matches_count(answer); }

static void let_go(void *answer) { g40_matches_free(answer); }

static void column(sqlite3_context *context, const void *answer, size_t row, int number) {
  const g40_match *match = g40_matches_at(answer, row);
  if (g4_result_evidence(context, &match->at, number, BACK)) {
    return;
  }
  switch (number) {
    case SCORE:
      sqlite3_result_double(context, g40_match_score(match));
      break;
    case NAMES:
      g4_result_text(context, g40_match_names(match));
      break;
    case WORDS:
      g4_result_text(context, g40_match_words(match));
      break;
    case MEANING:
      sqlite3_result_double(context, g40_match_meaning(match));
      break;
    default:
      break;
  }
}

const g4_table g4_table_match = {
    .name = "g40_match",
    .columns = G4_PASSAGE_FRONT ", score REAL, names TEXT, words TEXT, meaning REAL, " G4_PASSAGE_BACK,
    .column_count = COLUMNS,
    .arguments = {"ask", "max"},
    .cost = 10000,
    .ask = ask,
    .count = count,
    .column = column,
    .free = let_go,
};
