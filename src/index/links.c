#include "index/links.h"

/* Where a passage stands; passages may lie in others, as noise does in a sentence. */
typedef struct {
  int64_t slot, start, end, farthest; /* farthest: the highest end so far */
} place_of;

typedef struct {
  g4_store *store;
  G4_VEC(place_of) places; /* of headings and sentences */
  g40_error *err;
} linking;

static bool add_places(linking *in, const g4_wording *wording, int64_t first) {
  int64_t farthest = 0;
  bool added = true;
  for (size_t i = 0; i < wording->passages.count && added; i++) {
    const g4_worded *one = &wording->passages.items[i];
    if (one->kind != G4_WORDS_NONE) {
      farthest = one->end > farthest ? one->end : farthest;
      added = g4_vec_push(&in->places, (place_of){first + (int64_t)i, one->start, one->end, farthest});
    }
  }
  return added;
}

/* The passages that share bytes with [start, end), from the last one back. */
static int link_position(linking *in, int64_t position, int64_t start, int64_t end) {
  size_t low = 0, high = in->places.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (in->places.items[middle].start < end) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  int code = G40_OK;
  for (size_t i = low; i-- > 0 && in->places.items[i].farthest > start && code == G40_OK;) {
    const place_of *one = &in->places.items[i];
    if (one->end > start) {
      code = g4_store_run(in->store, "INSERT OR IGNORE INTO index_position(passage, position) VALUES(?, ?)", in->err,
                          "ii", one->slot, position);
    }
  }
  return code;
}

static int link_positions(linking *in, int64_t document) {
  sqlite3_stmt *row = g4_store_statement(in->store,
                                         "SELECT p.pk, q.byte_start, q.byte_end FROM position p JOIN position_passage q"
                                         " ON q.position = p.pk WHERE p.document = ?",
                                         in->err);
  int code = row ? g4_store_bind(in->store, row, in->err, "i", document) : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    code = link_position(in, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2));
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_links_write(g4_store *store, int64_t document, const g4_wording *wording, int64_t first, g40_error *err) {
  linking in = {.store = store, .err = err};
  int code = add_places(&in, wording, first) ? link_positions(&in, document) : g4_nomem(err);
  g4_vec_free(&in.places);
  return code;
}
