#include "index/links.h"

#include <stdlib.h>

/* Where a passage stands; passages may lie in others, as noise does in a sentence. */
typedef struct {
  int64_t slot, start, end, farthest; /* farthest: the highest end so far */
} place_of;

typedef struct {
  int64_t slot, position;
} link;

typedef struct {
  g4_store *store;
  G4_VEC(place_of) places; /* of headings and sentences */
  G4_VEC(link) found;
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
      code = g4_vec_push(&in->found, (link){one->slot, position}) ? G40_OK : g4_nomem(in->err);
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

static int compare_links(const void *a, const void *b) {
  const link *x = a, *y = b;
  if (x->slot != y->slot) {
    return x->slot < y->slot ? -1 : 1;
  }
  return x->position < y->position ? -1 : x->position > y->position;
}

/* In the order of their key, each once. */
static void sort_links(linking *in) {
  size_t kept = 0;
  if (in->found.count > 1) {
    qsort(in->found.items, in->found.count, sizeof *in->found.items, compare_links);
  }
  for (size_t i = 0; i < in->found.count; i++) {
    if (!kept || compare_links(&in->found.items[kept - 1], &in->found.items[i]) != 0) {
      in->found.items[kept++] = in->found.items[i];
    }
  }
  in->found.count = kept;
}

static int find_links(linking *in, int64_t document, const g4_wording *wording, int64_t first) {
  int code = add_places(in, wording, first) ? link_positions(in, document) : g4_nomem(in->err);
  sort_links(in);
  return code;
}

static void free_links(linking *in) {
  g4_vec_free(&in->places);
  g4_vec_free(&in->found);
}

int g4_links_write(g4_store *store, int64_t document, const g4_wording *wording, int64_t first, g40_error *err) {
  linking in = {.store = store, .err = err};
  int code = find_links(&in, document, wording, first);
  for (size_t i = 0; i < in.found.count && code == G40_OK; i++) {
    code = g4_store_run(store, "INSERT INTO index_position(passage, position) VALUES(?, ?)", err, "ii",
                        in.found.items[i].slot, in.found.items[i].position);
  }
  free_links(&in);
  return code;
}

int g4_links_check(g4_store *store, int64_t document, const g4_wording *wording, int64_t first, g40_error *err) {
  static const char sql[] =
      "SELECT passage, position FROM index_position WHERE passage >= ? AND passage < ? ORDER BY passage, position";
  linking in = {.store = store, .err = err};
  int code = find_links(&in, document, wording, first);
  sqlite3_stmt *row = code == G40_OK ? g4_store_statement(store, sql, err) : NULL;
  code = row ? g4_store_bind(store, row, err, "ii", first, first + (int64_t)wording->passages.count) : err->code;
  size_t same = 0, stored = 0;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    link one = {sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)};
    same += stored < in.found.count && compare_links(&one, &in.found.items[stored]) == 0;
    stored++;
    code = G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  bool all = same == in.found.count && stored == same;
  free_links(&in);
  return code < 0 ? code : all;
}
