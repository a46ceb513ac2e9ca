#include <stdlib.h>
#include <string.h>

#include "index/meaning.h"
#include "index/segment.h"

static const float K1 = 1.2f, B = 0.5f; /* BM25: how soon more of a term adds little; how much length counts */

static void unload(g4_index *index) {
  g4_vec_free(&index->segments);
  g4_vec_free(&index->documents);
  free(index->lengths);
  free(index->headings);
  if (index->kept) {
    index->give_back(index->kept);
    index->kept = NULL;
  }
  g4_meanings_free(index->meanings);
  index->meanings = NULL;
  index->lengths = NULL;
  index->headings = NULL;
  index->slots = index->passages = 0;
  index->loaded = false;
}

static void give_back(void *kept) {
  g4_index *index = kept;
  unload(index);
  g4_analyser_free(index->analyser);
  free(index);
}

g4_index *g4_index_of(g4_store *store, g40_error *err) {
  g4_index *index = g4_store_kept(store);
  if (index) {
    return index;
  }
  index = calloc(1, sizeof *index);
  if (!index) {
    g4_nomem(err);
    return NULL;
  }
  index->store = store;
  index->analyser = g4_analyser_new(err);
  if (!index->analyser) {
    free(index);
    return NULL;
  }
  g4_store_keep(store, index, give_back);
  return index;
}

static int load_segments(g4_index *index, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(index->store, "SELECT pk FROM index_segment ORDER BY pk", err);
  int code = row ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
    code = g4_vec_push(&index->segments, sqlite3_column_int64(row, 0)) ? G40_OK : g4_nomem(err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static bool make_room(g4_index *index, size_t end) {
  uint8_t *lengths = realloc(index->lengths, end + 1);
  index->lengths = lengths ? lengths : index->lengths;
  uint32_t *headings = realloc(index->headings, (end + 1) * sizeof *headings);
  index->headings = headings ? headings : index->headings;
  if (!lengths || !headings) {
    return false;
  }
  memset(lengths + index->slots, 0, end + 1 - index->slots);
  for (size_t i = index->slots; i <= end; i++) {
    headings[i] = G4_NO_HEADING;
  }
  return true;
}

/* Steps from heading to heading; each stands above the passages behind it. */
static void read_headings(g4_index *index, const unsigned char *bytes, size_t n, uint32_t first, uint32_t end) {
  g4_varints steps = {bytes, bytes + n};
  uint32_t heading = first, step, from = G4_NO_HEADING;
  for (bool more = n > 0; more;) {
    more = g4_varint_next(&steps, &step) && step < end - heading;
    uint32_t next = more ? heading + step : end;
    for (uint32_t i = heading + 1; from != G4_NO_HEADING && i < next; i++) {
      index->headings[i] = from;
    }
    heading = from = next;
    if (more) {
      index->headings[next] = next;
    }
  }
}

static int add_document(g4_index *index, sqlite3_stmt *row, g40_error *err) {
  int64_t first = sqlite3_column_int64(row, 1);
  const uint8_t *lengths = sqlite3_column_blob(row, 2);
  size_t count = (size_t)sqlite3_column_bytes(row, 2);
  if (first < index->slots || first + (int64_t)count > G4_SLOTS_MAX) {
    return g4_index_damaged(err);
  }
  size_t end = (size_t)first + count;
  if (!make_room(index, end)) {
    return g4_nomem(err);
  }
  if (count) {
    memcpy(index->lengths + first, lengths, count);
  }
  read_headings(index, sqlite3_column_blob(row, 3), (size_t)sqlite3_column_bytes(row, 3), (uint32_t)first,
                (uint32_t)end);
  index->slots = (uint32_t)end;
  g4_indexed one = {sqlite3_column_int64(row, 0), (uint32_t)first, (uint32_t)count};
  return g4_vec_push(&index->documents, one) ? G40_OK : g4_nomem(err);
}

static int load_documents(g4_index *index, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(
      index->store, "SELECT document, first, lengths, headings FROM index_document ORDER BY first", err);
  int code = row ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
    code = add_document(index, row, err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static void weigh_lengths(g4_index *index) {
  double sum = 0;
  for (uint32_t i = 0; i < index->slots; i++) {
    sum += index->lengths[i];
    index->passages += index->lengths[i] > 0;
  }
  float average = index->passages ? (float)(sum / index->passages) : 1;
  for (int i = 0; i < 256; i++) {
    index->norms[i] = K1 * (1 - B + B * (float)i / average);
  }
}

static int load(g4_index *index, g40_error *err) {
  int code = g4_index_sign(index->store, G4_SIGN_CHECK, err);
  if (code == G40_OK) {
    code = load_segments(index, err);
  }
  if (code == G40_OK) {
    code = load_documents(index, err);
  }
  weigh_lengths(index);
  return code;
}

g4_index *g4_index_load(g4_store *store, g40_error *err) {
  int64_t version = 0;
  g4_index *index = g4_index_of(store, err);
  sqlite3_stmt *row = index ? g4_store_statement(store, "PRAGMA data_version", err) : NULL;
  int code = row ? g4_store_step(store, row, err) : err->code;
  if (code == 1) {
    version = sqlite3_column_int64(row, 0);
  }
  if (row) {
    g4_store_done(row);
  }
  if (code < 0) {
    return NULL;
  }
  int64_t changes = sqlite3_total_changes(g4_store_sqlite(store));
  if (index->loaded && index->version[0] == version && index->version[1] == changes) {
    return index;
  }
  unload(index);
  g4_analyser_trim(index->analyser);
  if (load(index, err) != G40_OK) {
    unload(index);
    return NULL;
  }
  index->loaded = true;
  index->version[0] = version;
  index->version[1] = changes;
  return index;
}

const g4_indexed *g4_index_document(const g4_index *index, uint32_t slot) {
  size_t low = 0, high = index->documents.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const g4_indexed *one = &index->documents.items[middle];
    if (slot < one->first) {
      high = middle;
    } else if (slot >= one->first + one->count) {
      low = middle + 1;
    } else {
      return one;
    }
  }
  return NULL;
}

/* --- postings */

static int read_positions(g4_varints *in, uint32_t count, g4_postings *out, g40_error *err) {
  uint32_t position = 0, step;
  if (count > (size_t)(in->end - in->at)) { /* each takes a byte at least; there is room for all bytes */
    return g4_index_damaged(err);
  }
  for (uint32_t i = 0; i < count; i++) {
    if (!g4_varint_next(in, &step)) {
      return g4_index_damaged(err);
    }
    position += step;
    out->positions.items[out->positions.count++] = position;
  }
  return G40_OK;
}

/* Of a row's bytes each may be a number of its own. */
static bool make_room_for(g4_postings *out, size_t items, size_t positions) {
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

static int read_row(const g4_index *index, sqlite3_stmt *row, bool with_positions, g4_postings *out, g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(row, 0),
                      *places = with_positions ? sqlite3_column_blob(row, 1) : NULL;
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 0)}, positions = {0};
  if (places) {
    positions = (g4_varints){places, places + sqlite3_column_bytes(row, 1)};
  }
  if (!make_room_for(out, (size_t)(data.end - data.at), (size_t)(positions.end - positions.at))) {
    return g4_nomem(err);
  }
  g4_place_in place = {0};
  bool damaged = false;
  while (g4_posting_next(&data, &place, &damaged)) {
    bool behind = !out->items.count || place.slot > out->items.items[out->items.count - 1].slot;
    if (place.slot >= index->slots || !behind) {
      return g4_index_damaged(err);
    }
    out->items.items[out->items.count++] =
        (g4_posting){place.slot, place.count, place.parts, (uint32_t)out->positions.count};
    if (with_positions && read_positions(&positions, place.count, out, err) != G40_OK) {
      return err->code;
    }
  }
  return damaged ? g4_index_damaged(err) : G40_OK;
}

/* Room for `more`, as there are at most so many in a row's bytes. */
static bool reserve(g4_list *list, size_t more) {
  if (list->capacity - list->count >= more) {
    return true;
  }
  size_t capacity = list->count + more + list->capacity / 2;
  g4_scored *items = realloc(list->items, capacity * sizeof *items);
  list->items = items ? items : list->items;
  list->capacity = items ? capacity : list->capacity;
  return items != NULL;
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

static const char posting_sql[] =
    "SELECT data, positions FROM index_posting WHERE segment = ? AND term = ? ORDER BY part";

int g4_index_postings(g4_index *index, const char *term, size_t n, bool with_positions, g4_postings *out,
                      g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(index->store, posting_sql, err);
  int code = row ? G40_OK : err->code;
  for (size_t i = 0; i < index->segments.count && code == G40_OK; i++) {
    int result = sqlite3_bind_int64(row, 1, index->segments.items[i]);
    result = result == SQLITE_OK ? sqlite3_bind_text(row, 2, term, (int)n, SQLITE_STATIC) : result;
    code = result == SQLITE_OK ? G40_OK : g4_store_fail(index->store, result, err);
    while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
      code = read_row(index, row, with_positions, out, err);
    }
    sqlite3_reset(row);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
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
