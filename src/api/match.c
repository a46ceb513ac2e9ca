/* Search, match and uptake. */
#include "g40/match.h"

#include "api/call.h"
#include "g40/search.h"
#include "g40/uptake.h"
#include "query/listing.h"

g40_matches *g40_db_match(g40_db *db, const char *quote, const g40_query *query, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_matches *matches =
      g4_check_text(quote, "quote", call.err) == G40_OK ? g4_answer_match(session, quote, NULL, query, call.err) : NULL;
  g4_call_leave(&call);
  return matches;
}

g40_matches *g40_db_match_position(g40_db *db, const g40_position *position, const g40_query *query, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_matches *matches = position ? g4_answer_match(session, NULL, position, query, call.err) : NULL;
  if (!position) {
    g4_fail(call.err, G40_ARGUMENT, "position must not be NULL");
  }
  g4_call_leave(&call);
  return matches;
}

g40_uptakes *g40_db_uptake(g40_db *db, const g40_positions *asks, const g40_query *query, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_uptakes *uptakes = asks ? g4_answer_uptake(session, asks, query, &db->progress, call.err) : NULL;
  if (!asks) {
    g4_fail(call.err, G40_ARGUMENT, "asks must not be NULL");
  }
  g4_call_leave(&call);
  return uptakes;
}

g40_hits *g40_db_search(g40_db *db, const char *words, const g40_query *query, bool related, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_hits *hits = words ? g4_answer_search(session, words, query, related, call.err) : NULL;
  if (!words) {
    g4_fail(call.err, G40_ARGUMENT, "words must not be NULL");
  }
  g4_call_leave(&call);
  return hits;
}
