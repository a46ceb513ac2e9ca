/* g40_match(quote, max): passages that take up an ask, best first. */
#include "api/call.h"
#include "extension/table.h"
#include "query/listing.h"

enum {
  DOCUMENT,
  SECTION,
  QUOTE,
  TEXT,
  SCORE,
  NAMES,
  WORDS,
  MEANING,
  BYTE_START,
  BYTE_END,
  CHAR_START,
  CHAR_END,
  SHA256,
  COLUMNS
};

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
  switch (number) {
    case DOCUMENT:
      g4_result_text(context, g40_match_document(match));
      break;
    case SECTION:
      g4_result_text(context, g40_match_section(match));
      break;
    case QUOTE:
      g4_result_text(context, g40_match_quote(match));
      break;
    case TEXT:
      g4_result_text(context, g40_match_text(match));
      break;
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
    case BYTE_START:
      sqlite3_result_int64(context, g40_match_start(match));
      break;
    case BYTE_END:
      sqlite3_result_int64(context, g40_match_end(match));
      break;
    case CHAR_START:
      sqlite3_result_int64(context, g40_match_char_start(match));
      break;
    case CHAR_END:
      sqlite3_result_int64(context, g40_match_char_end(match));
      break;
    default:
      g4_result_text(context, g40_match_sha256(match));
      break;
  }
}

const g4_table g4_table_match = {
    .name = "g40_match",
    .columns =
        "document TEXT, section TEXT, quote TEXT, text TEXT, score REAL, names TEXT, words TEXT, meaning REAL,"
        " byte_start INTEGER, byte_end INTEGER, char_start INTEGER, char_end INTEGER, sha256 TEXT",
    .column_count = COLUMNS,
    .arguments = {"ask", "max"},
    .cost = 10000,
    .ask = ask,
    .count = count,
    .column = column,
    .free = let_go,
};
