/* What stands in the rows of a term. */
#include <stdlib.h>
#include <string.h>

#include "index/segment.h"

/* Room for `more`, as there are at most so many in a row's bytes. */
static bool reserve(g4_list *list, size_t more) {
  if (list->capacity - list->count >= more) {
    return true;
  }
  size_t capacity = list->count + more + list->capacity / 2;
  g4_scored *items = realloc(list->items, capacity * sizeof *items);
  if (!items) {
    return false;
  }
  list->items = items;
  list->capacity = capacity;
  return true;
}

static int read_counts(const g4_index *index, sqlite3_stmt *row, g4_list *out, g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(row, 0);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 0)};
  g4_place_in place = {0};
  bool damaged = false;
  if (!reserve(out, (size_t)(data.end - data.at))) {
    return g4_nomem(err);
  }
  g4_scored *to = out->items + out->count;
  while (g4_posting_next(&data, &place, &damaged)) {
    if (place.slot >= index->slots) {
      return g4_index_damaged(err);
    }
    *to++ = (g4_scored){place.slot, (float)place.count};
  }
  out->count = (size_t)(to - out->items);
  return damaged ? g4_index_damaged(err) : G40_OK;
}

static const char counts_sql[] = "SELECT data FROM index_posting WHERE segment = ? AND term = ? ORDER BY part";

int g4_index_counts(g4_index *index, const char *term, size_t n, g4_list *out, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(index->store, counts_sql, err);
  int code = row ? G40_OK : err->code;
  for (size_t i = 0; i < index->segments.count && code == G40_OK; i++) {
    int result = sqlite3_bind_int64(row, 1, index->segments.items[i]);
    result = result == SQLITE_OK ? sqlite3_bind_text(row, 2, term, (int)n, SQLITE_STATIC) : result;
    code = result == SQLITE_OK ? G40_OK : g4_store_fail(index->store, result, err);
    while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
      code = read_counts(index, row, out, err);
    }
    sqlite3_reset(row);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- with what stands beside the counts */

/* Of a row's bytes each may be a number of its own. */
static bool make_room(g4_postings *out, size_t items, size_t positions) {
  if (out->items.capacity - out->items.count < items) {
    size_t capacity = out->items.count + items + out->items.capacity / 2;
    g4_posting *more = realloc(out->items.items, capacity * sizeof *more);
    if (!more) {
      return false;
    }
    out->items.items = more;
    out->items.capacity = capacity;
  }
  if (out->positions.capacity - out->positions.count < positions) {
    size_t capacity = out->positions.count + positions + out->positions.capacity / 2;
    uint32_t *more = realloc(out->positions.items, capacity * sizeof *more);
    if (!more) {
      return false;
    }
    out->positions.items = more;
    out->positions.capacity = capacity;
  }
  return true;
}

/* There is room: each takes a byte at least. */
static bool read_positions(g4_varints *in, uint32_t count, g4_postings *out) {
  uint32_t position = 0, step;
  bool whole = count <= (size_t)(in->end - in->at);
  for (uint32_t i = 0; i < count && whole; i++) {
    whole = g4_varint_next(in, &step);
    position += whole ? step : 0;
    out->positions.items[out->positions.count++] = position;
  }
  return whole;
}

/* Of the passages in `only` (ascending, the next one is that of the next item), with positions; NULL: of all, without.
 */
static int read_row(const g4_index *index, sqlite3_stmt *row, const g4_list *only, g4_postings *out, g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(row, 0), *places = only ? sqlite3_column_blob(row, 1) : NULL;
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 0)}, positions = {0};
  if (places) {
    positions = (g4_varints){places, places + sqlite3_column_bytes(row, 1)};
  }
  if (!make_room(out, (size_t)(data.end - data.at), (size_t)(positions.end - positions.at))) {
    return g4_nomem(err);
  }
  g4_place_in place = {0};
  bool damaged = false, whole = true;
  while (whole && g4_posting_next(&data, &place, &damaged)) {
    if (place.slot >= index->slots) {
      return g4_index_damaged(err);
    }
    if (only && (out->items.count == only->count || place.slot != only->items[out->items.count].slot)) {
      whole = g4_positions_skip(&positions, place.count);
      continue;
    }
    out->items.items[out->items.count++] =
        (g4_posting){place.slot, place.count, place.parts, (uint32_t)out->positions.count};
    whole = !only || read_positions(&positions, place.count, out);
  }
  return damaged || !whole ? g4_index_damaged(err) : G40_OK;
}

static const char posting_sql[] =
    "SELECT data, positions FROM index_posting WHERE segment = ? AND term = ? ORDER BY part";

static int read_rows(g4_index *index, const char *term, size_t n, const g4_list *only, g4_postings *out,
                     g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(index->store, posting_sql, err);
  int code = row ? G40_OK : err->code;
  for (size_t i = 0; i < index->segments.count && code == G40_OK; i++) {
    int result = sqlite3_bind_int64(row, 1, index->segments.items[i]);
    result = result == SQLITE_OK ? sqlite3_bind_text(row, 2, term, (int)n, SQLITE_STATIC) : result;
    code = result == SQLITE_OK ? G40_OK : g4_store_fail(index->store, result, err);
    while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
      code = read_row(index, row, only, out, err);
    }
    sqlite3_reset(row);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_index_postings(g4_index *index, const char *term, size_t n, g4_postings *out, g40_error *err) {
  return read_rows(index, term, n, NULL, out, err);
}

int g4_index_positions(g4_index *index, const char *term, size_t n, const g4_list *only, g4_postings *out,
                       g40_error *err) {
  int code = read_rows(index, term, n, only, out, err);
  return code == G40_OK && out->items.count != only->count ? g4_index_damaged(err) : code;
}

void g4_postings_free(g4_postings *postings) {
  g4_vec_free(&postings->items);
  g4_vec_free(&postings->positions);
}

int g4_index_terms(g4_index *index, const char *prefix, size_t n, g4_each_term each, void *context, g40_error *err) {
  static const char sql[] =
      "SELECT term, sum(passages) FROM index_posting WHERE segment = ? AND term >= ? GROUP BY term ORDER BY term";
  sqlite3_stmt *row = g4_store_statement(index->store, sql, err);
  int code = row ? G40_OK : err->code;
  for (size_t i = 0; i < index->segments.count && code == G40_OK; i++) {
    sqlite3_bind_int64(row, 1, index->segments.items[i]);
    int result = sqlite3_bind_text(row, 2, prefix, (int)n, SQLITE_STATIC);
    code = result == SQLITE_OK ? G40_OK : g4_store_fail(index->store, result, err);
    while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
      const char *term = (const char *)sqlite3_column_text(row, 0);
      size_t length = (size_t)sqlite3_column_bytes(row, 0);
      if (!term || length < n || memcmp(term, prefix, n) != 0) {
        code = G40_OK;
        break;
      }
      code = each(context, term, length, sqlite3_column_int64(row, 1));
    }
    sqlite3_reset(row);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}
