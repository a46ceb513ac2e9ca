/* Any bytes as a CSV file: all rows are read, each behind the one before, or a fault is told. */
#include "fuzz/scratch.h"
#include "ingest/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g4_csv csv = g4_csv_of((const char *)data, size);
  g4_csv_row row = {0};
  g4_arena arena = {0};
  g40_error err;
  bool more = true;
  int line = 0;
  while (g4_csv_next(&csv, &arena, &row, &more, &err) == G40_OK && more) {
    if (row.line <= line || csv.at > size || !row.fields.count) {
      __builtin_trap();
    }
    line = row.line;
  }
  g4_csv_row_free(&row);
  g4_arena_free(&arena);
  return 0;
}
