/* Any UTF-8 as a paper, its first byte apart: read by the rules with the names of the embedded corpus. Whom and what it
 * names must stand in the text. */
#include "fuzz/scratch.h"
#include "support/walk.h"

static void must(int holds) {
  if (!holds) {
    __builtin_trap();
  }
}

static void check_segment(const g40_segment *segment, int64_t length) {
  int64_t start = g40_segment_start(segment), end = g40_segment_end(segment);
  must(start >= 0 && start < end && end <= length);
  const g40_actors *actors = g40_segment_actors(segment);
  for (size_t i = 0; i < g40_actors_count(actors); i++) {
    const g40_actor *actor = g40_actors_at(actors, i);
    must(g40_actor_start(actor) >= start && g40_actor_start(actor) < g40_actor_end(actor) &&
         g40_actor_end(actor) <= end);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const dates[] = {NULL, "2025-09-01", "2012-01-01", "1990-01-01", "2026-12-31"};
  static g40_db *db;
  g40_error err;
  walk to;
  if (!db && !(db = g40_db_open(NULL, &err))) {
    __builtin_trap();
  }
  if (!size) {
    return 0;
  }
  const char *date = dates[data[0] % (sizeof dates / sizeof *dates)];
  int64_t length = (int64_t)size - 1;
  g40_segments *segments = g40_db_analyze(db, (const char *)data + 1, length, date, data[0] > 127, &err);
  must(segments || err.code == G40_INVALID);
  walk_start(&to);
  walk_segments(&to, segments);
  must(to.broken == 0);
  for (size_t i = 0; i < g40_segments_count(segments); i++) {
    check_segment(g40_segments_at(segments, i), length);
  }
  g40_segments_free(segments);
  return 0;
}
