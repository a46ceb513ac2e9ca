/* Any bytes as a database file: opened and asked. */
#include "fuzz/scratch.h"
#include "support/questions.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g40_error err;
  walk to;
  g40_db *db = g40_db_open(scratch_file("fuzz.g40", data, size), &err);
  walk_start(&to);
  if (db) {
    ask_some(db, &to, size, 6);
  }
  g40_db_free(db);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
