#include "index/meaning.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/segment.h"
#include "index/wide.h"

enum { BLOCK = 16, AHEAD = 3 /* vectors that are fetched while one is added */ };

/* A term in a passage. */
typedef struct {
  uint32_t slot, place;
  float weight;
} entry;

typedef G4_VEC(entry) entries;

void g4_meanings_free(g4_meanings *meanings) {
  if (meanings) {
    free(meanings->vectors);
    free(meanings->scales);
    free(meanings);
  }
}

/* As there are at most so many in a row's bytes. */
static bool make_room(entries *found, size_t more) {
  if (found->capacity - found->count <= more) {
    size_t capacity = found->capacity * 2 + more + 1;
    entry *items = realloc(found->items, capacity * sizeof *items);
    if (!items) {
      return false;
    }
    found->items = items;
    found->capacity = capacity;
  }
  return true;
}

static int add_row(const g4_index *index, sqlite3_stmt *row, uint32_t place, float weight, entries *found,
                   g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(row, 1);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 1)};
  g4_place_in one = {0};
  bool damaged = false;
  if (!make_room(found, (size_t)(data.end - data.at)) || !found->items) {
    return g4_nomem(err);
  }
  while (g4_posting_next(&data, &one, &damaged)) {
    float times = (float)(one.count - one.parts) + G4_PART_WEIGHT * (float)one.parts;
    if (one.slot >= index->slots) {
      return g4_index_damaged(err);
    }
    found->items[found->count++] = (entry){one.slot, place, times * weight};
  }
  return damaged ? g4_index_damaged(err) : G40_OK;
}

static int read_entries(g4_index *index, const g4_vectors_file *file, entries *found, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(
      index->store, "SELECT term, data, segment FROM index_posting ORDER BY segment, term, part", err);
  int code = row ? G40_OK : err->code;
  int64_t segment = 0;
  size_t from = 0;
  while (code == G40_OK && (code = g4_store_step(index->store, row, err)) == 1) {
    const char *term = (const char *)sqlite3_column_text(row, 0);
    from = sqlite3_column_int64(row, 2) == segment ? from : 0;
    segment = sqlite3_column_int64(row, 2);
    int place = term ? g4_vectors_find_next(file, term, (size_t)sqlite3_column_bytes(row, 0), &from) : G4_NO_VECTOR;
    float weight = place == G4_NO_VECTOR ? 0 : g4_vectors_weight(file, place);
    code = weight < G4_LEAST_WEIGHT ? G40_OK : add_row(index, row, (uint32_t)place, weight, found, err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* Brings the entries of each passage together, by counting. `starts` has one more than passages. */
static void group(const entries *found, uint32_t slots, uint32_t *starts, entry *sorted) {
  for (size_t i = 0; i < found->count; i++) {
    starts[found->items[i].slot + 1]++;
  }
  for (uint32_t i = 0; i < slots; i++) {
    starts[i + 1] += starts[i];
  }
  for (size_t i = 0; i < found->count; i++) {
    sorted[starts[found->items[i].slot]++] = found->items[i];
  }
  memmove(starts + 1, starts, slots * sizeof *starts);
  starts[0] = 0;
}

/* To 8 bits, and the scale that makes it of unit length. */
G4_WIDE static void store(g4_meanings *to, uint32_t slot, const float *restrict sum) {
  const uint32_t width = to->width;
  float most[BLOCK] = {0}, squares[BLOCK] = {0}, largest = 0, square = 0;
  for (uint32_t i = 0; i < width; i += BLOCK) {
    for (uint32_t k = 0; k < BLOCK; k++) {
      float size = fabsf(sum[i + k]);
      most[k] = size > most[k] ? size : most[k];
      squares[k] += size * size;
    }
  }
  for (uint32_t k = 0; k < BLOCK; k++) {
    largest = most[k] > largest ? most[k] : largest;
    square += squares[k];
  }
  int8_t *restrict vector = to->vectors + (size_t)slot * to->width;
  float scale = largest > 0 ? 127 / largest : 0;
  for (uint32_t i = 0; i < width; i++) {
    int32_t whole = (int32_t)(sum[i] * scale + copysignf(0.5f, sum[i]));
    vector[i] = (int8_t)whole;
  }
  to->scales[slot] = largest > 0 ? largest / (127 * sqrtf(square)) : 0;
}

static int fill(const g4_index *index, const g4_vectors_file *file, const uint32_t *starts, const entry *sorted,
                g4_meanings *to, g40_error *err) {
  float *sum = calloc(to->width, sizeof *sum), *heading = calloc(to->width, sizeof *heading);
  int code = sum && heading ? G40_OK : g4_nomem(err);
  uint32_t above = G4_NO_HEADING; /* the passage of which `heading` is the sum */
  for (uint32_t slot = 0; slot < index->slots && code == G40_OK; slot++) {
    memset(sum, 0, to->width * sizeof *sum);
    for (uint32_t i = starts[slot]; i < starts[slot + 1]; i++) {
      g4_vectors_fetch(file, (int)sorted[i + AHEAD].place);
      g4_vectors_add(file, (int)sorted[i].place, sorted[i].weight, sum);
    }
    if (index->headings[slot] == slot) {
      memcpy(heading, sum, to->width * sizeof *heading); /* nothing is compared with a heading */
      above = slot;
      continue;
    }
    if (index->headings[slot] == above && above != G4_NO_HEADING) {
      for (uint32_t i = 0; i < to->width; i++) {
        sum[i] += G4_HEADING_WEIGHT * heading[i];
      }
    }
    store(to, slot, sum);
  }
  free(sum);
  free(heading);
  return code;
}

static int make(g4_index *index, const g4_vectors_file *file, g4_meanings *to, g40_error *err) {
  to->width = (file->dimensions + BLOCK - 1) / BLOCK * BLOCK;
  to->vectors = calloc((size_t)index->slots + 1, to->width);
  to->scales = calloc((size_t)index->slots + 1, sizeof *to->scales);
  entries found = {0};
  int code = to->vectors && to->scales ? read_entries(index, file, &found, err) : g4_nomem(err);
  uint32_t *starts = code == G40_OK ? calloc((size_t)index->slots + 1, sizeof *starts) : NULL;
  entry *sorted = code == G40_OK ? calloc(found.count + AHEAD + 1, sizeof *sorted) : NULL;
  if (code == G40_OK && (!starts || !sorted)) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    group(&found, index->slots, starts, sorted);
    code = fill(index, file, starts, sorted, to, err);
  }
  g4_vec_free(&found);
  free(starts);
  free(sorted);
  return code;
}

const g4_meanings *g4_index_meanings(g4_index *index, const g4_vectors_file *file, g40_error *err) {
  if (!index->meanings) {
    g4_meanings *made = calloc(1, sizeof *made);
    if (!made) {
      g4_nomem(err);
      return NULL;
    }
    if (make(index, file, made, err) != G40_OK) {
      g4_meanings_free(made);
      return NULL;
    }
    index->meanings = made;
  }
  return index->meanings;
}

static inline int32_t product(const int8_t *restrict a, const int16_t *restrict b, uint32_t width) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < width; i++) {
    sum += (int32_t)(int16_t)a[i] * (int32_t)b[i];
  }
  return sum;
}

enum { WIDEST = 1024 };

G4_WIDE static void compare_all(const g4_meanings *meanings, uint32_t slots, const int16_t *query, float scale,
                                float *cosines) {
  uint32_t width = meanings->width < WIDEST ? meanings->width : WIDEST;
  for (uint32_t slot = 0; slot < slots; slot++) {
    float own = meanings->scales[slot] * scale;
    cosines[slot] =
        own > 0 ? own * (float)product(meanings->vectors + (size_t)slot * meanings->width, query, width) : 0;
  }
}

void g4_meanings_compare(const g4_index *index, const g4_meanings *meanings, const g4_vectors_file *file,
                         const float *query, float *cosines) {
  int16_t whole[WIDEST] = {0};
  float largest = 0, square = 0;
  uint32_t used = file->dimensions < WIDEST ? file->dimensions : WIDEST;
  for (uint32_t i = 0; i < used; i++) {
    largest = fabsf(query[i]) > largest ? fabsf(query[i]) : largest;
    square += query[i] * query[i];
  }
  for (uint32_t i = 0; i < used && largest > 0; i++) {
    whole[i] = (int16_t)lrintf(query[i] * 1023 / largest);
  }
  compare_all(meanings, index->slots, whole, largest > 0 ? largest / (1023 * sqrtf(square)) : 0, cosines);
}
