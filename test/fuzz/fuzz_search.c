/* What a person types, up to a NUL, and a quote behind it: searched for, and matched. Nothing is a fault of syntax. */
#include "fuzz/scratch.h"
#include "support/walk.h"

static void must(int holds) {
  if (!holds) {
    __builtin_trap();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static g40_db *db;
  g40_error err;
  char words[256], quote[256];
  walk to;
  if (!db && !(db = g40_db_open(NULL, &err))) {
    __builtin_trap();
  }
  if (!next_piece(&data, &size, words)) {
    return 0;
  }
  g40_query *query = g40_query_new(&err);
  g40_query_set_limit(query, 5, &err);
  g40_hits *hits = g40_db_search(db, words, query, words[0] & 1, &err);
  must(hits || err.code == G40_ARGUMENT);
  g40_matches *matches = NULL;
  if (next_piece(&data, &size, quote)) {
    matches = g40_db_match(db, quote, query, &err);
    must(matches || err.code == G40_ARGUMENT);
  }
  walk_start(&to);
  walk_hits(&to, hits);
  walk_matches(&to, matches);
  must(to.broken == 0);
  g40_hits_free(hits);
  g40_matches_free(matches);
  g40_query_free(query);
  return 0;
}
