#include <stdlib.h>
#include <string.h>

#include "index/list.h"
#include "index/meaning.h"
#include "index/segment.h"

static const float K1 = 1.2f, B = 0.5f; /* BM25: how soon more of a term adds little; how much length counts */

static void unload(g4_index *index) {
  g4_vec_free(&index->segments);
  g4_vec_free(&index->documents);
  g4_lists_free(index);
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

void g4_index_trim(g4_index *index) {
  g4_lists_free(index);
  g4_analyser_trim(index->analyser);
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
  index->average = index->passages ? (float)(sum / index->passages) : 1;
  for (int i = 0; i < 256; i++) {
    index->norms[i] = K1 * (1 - B + B * (float)i / index->average);
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
  int64_t version[2];
  g4_index *index = g4_index_of(store, err);
  if (!index || g4_store_version(store, version, err) != G40_OK) {
    return NULL;
  }
  if (index->loaded && memcmp(index->version, version, sizeof version) == 0) {
    g4_lists_trim(index);
    return index;
  }
  unload(index);
  g4_index_trim(index);
  if (load(index, err) != G40_OK) {
    unload(index);
    return NULL;
  }
  index->loaded = true;
  memcpy(index->version, version, sizeof version);
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
