/* A name, a date and an as-of date, each up to a NUL. */
#include "fuzz/scratch.h"
#include "support/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static g40_db *db;
  g40_error err;
  char name[256], date[256], as_of[256];
  walk to;
  if (!db && !(db = g40_db_open(NULL, &err))) {
    __builtin_trap();
  }
  if (!next_piece(&data, &size, name)) {
    return 0;
  }
  const char *on = next_piece(&data, &size, date), *until = next_piece(&data, &size, as_of);
  g40_resolution *found = g40_db_resolve(db, name, on && *on ? on : NULL, until && *until ? until : NULL, &err);
  walk_start(&to);
  walk_resolution(&to, found);
  g40_resolution_free(found);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
