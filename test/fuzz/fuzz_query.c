/* Filters from the input: a letter that says which one, then its value up to a NUL. */
#include "fuzz/scratch.h"
#include "support/walk.h"

typedef int (*set_text)(g40_query *query, const char *value, g40_error *err);

static const set_text setters[] = {g40_query_add_id,         g40_query_add_text,        g40_query_add_theme,
                                   g40_query_add_ministry,   g40_query_add_responsible, g40_query_add_stakeholder,
                                   g40_query_add_role,       g40_query_add_kind,        g40_query_add_action,
                                   g40_query_add_instrument, g40_query_add_document,    g40_query_set_as_of,
                                   g40_query_set_after};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static g40_db *db;
  g40_error err;
  char piece[256];
  walk to;
  if (!db && !(db = g40_db_open(NULL, &err))) {
    __builtin_trap();
  }
  g40_query *query = g40_query_new(&err);
  while (next_piece(&data, &size, piece)) {
    size_t which = (unsigned char)piece[0] % (sizeof setters / sizeof *setters);
    setters[which](query, piece[0] ? piece + 1 : "", &err);
  }
  g40_positions *positions = g40_db_positions(db, query, &err);
  g40_stakeholders *stakeholders = g40_db_stakeholders(db, query, &err);
  g40_ministries *ministries = g40_db_ministries(db, query, &err);
  walk_start(&to);
  walk_positions(&to, positions);
  walk_stakeholders(&to, stakeholders);
  walk_ministries(&to, ministries);
  g40_positions_free(positions);
  g40_stakeholders_free(stakeholders);
  g40_ministries_free(ministries);
  g40_query_free(query);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
