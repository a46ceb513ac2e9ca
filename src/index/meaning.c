#include "index/meaning.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/segment.h"
#include "index/wide.h"

enum {
  LANES = 16,
  AHEAD = 3 /* vectors that are fetched while one is added */,
  MOST_TIMES = 15 /* a term counts in a passage */
};

/* A term in a passage, as in g4_meanings. */
typedef struct {
  uint32_t slot;
  uint16_t term;
} entry;

typedef G4_VEC(entry) entries;

void g4_meanings_free(g4_meanings *meanings) {
  if (meanings) {
    free(meanings->order);
    free(meanings->of_size);
    free(meanings->terms);
    free(meanings->weights);
    free(meanings->scales);
    free(meanings);
  }
}

/* --- the terms of passages */

static bool make_room(entries *found, size_t more) {
  if (found->capacity - found->count < more) {
    size_t capacity = found->capacity * 2 + more;
    entry *items = realloc(found->items, capacity * sizeof *items);
    if (!items) {
      return false;
    }
    found->items = items;
    found->capacity = capacity;
  }
  return true;
}

/* As often as it stands there; first where it is a part of a compound. There is room for one. */
static bool add_times(entries *found, g4_place_in one, uint16_t term, size_t room) {
  uint32_t count = one.count < MOST_TIMES ? one.count : MOST_TIMES;
  if (count > 1 && !make_room(found, count + room)) {
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    found->items[found->count++] = (entry){one.slot, i < one.parts ? G4_PART_OF(term) : term};
  }
  return true;
}

static int add_row(const g4_index *index, sqlite3_stmt *row, uint16_t term, entries *found, g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(row, 1);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 1)};
  g4_place_in one = {0};
  bool damaged = false;
  if (!make_room(found, (size_t)(data.end - data.at) + 1)) { /* each takes a byte at least */
    return g4_nomem(err);
  }
  while (g4_posting_next(&data, &one, &damaged)) {
    if (one.slot >= index->slots) {
      return g4_index_damaged(err);
    }
    if (!add_times(found, one, term, (size_t)(data.end - data.at))) {
      return g4_nomem(err);
    }
  }
  return damaged ? g4_index_damaged(err) : G40_OK;
}

static int read_entries(g4_index *index, const g4_vectors_file *file, const g4_meanings *to, entries *found,
                        g40_error *err) {
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
    bool counts = place != G4_NO_VECTOR && to->weights[G4_WHOLE(place)] > 0;
    code = counts ? add_row(index, row, G4_WHOLE(place), found, err) : G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* How many terms each passage has, to `sizes`; passages in the order of that; where the terms of each begin. */
static int order_passages(const entries *found, uint32_t slots, uint32_t *sizes, size_t *starts, g4_meanings *to,
                          g40_error *err) {
  for (size_t i = 0; i < found->count; i++) {
    sizes[found->items[i].slot]++;
  }
  for (uint32_t slot = 0; slot < slots; slot++) {
    to->sizes = sizes[slot] >= to->sizes ? sizes[slot] + 1 : to->sizes;
  }
  to->of_size = calloc((size_t)to->sizes + 1, sizeof *to->of_size);
  uint32_t *next = calloc((size_t)to->sizes + 1, sizeof *next); /* place in the order */
  if (!to->of_size || !next) {
    free(next);
    return g4_nomem(err);
  }
  for (uint32_t slot = 0; slot < slots; slot++) {
    to->of_size[sizes[slot]]++;
  }
  for (uint32_t size = 1; size < to->sizes; size++) {
    next[size] = next[size - 1] + to->of_size[size - 1];
  }
  for (uint32_t slot = 0; slot < slots; slot++) {
    to->order[next[sizes[slot]]++] = slot;
  }
  size_t start = 0;
  for (uint32_t i = 0; i < slots; i++) {
    starts[to->order[i]] = start;
    start += sizes[to->order[i]];
  }
  free(next);
  return G40_OK;
}

/* --- how long their vectors are */

G4_WIDE static float square_of(const float *restrict sum, uint32_t width) {
  float squares[LANES] = {0}, square = 0;
  for (const float *at = sum, *end = sum + width; at < end; at += LANES) {
    for (size_t k = 0; k < LANES; k++) {
      squares[k] += at[k] * at[k];
    }
  }
  for (size_t k = 0; k < LANES; k++) {
    square += squares[k];
  }
  return square;
}

static void add_terms(const g4_vectors_file *file, const g4_meanings *in, const uint16_t *terms, uint32_t count,
                      float *sum) {
  for (uint32_t i = 0; i < count; i++) {
    g4_vectors_fetch(file, G4_PLACE(terms[i + AHEAD]));
    g4_vectors_add(file, G4_PLACE(terms[i]), in->weights[terms[i]], sum);
  }
}

static int measure(const g4_index *index, const g4_vectors_file *file, const uint32_t *sizes, const size_t *starts,
                   g4_meanings *to, g40_error *err) {
  const uint32_t width = (file->dimensions + LANES - 1) / LANES * LANES;
  float *sum = calloc(width, sizeof *sum), *heading = calloc(width, sizeof *heading);
  int code = sum && heading ? G40_OK : g4_nomem(err);
  uint32_t above = G4_NO_HEADING; /* the passage of which `heading` is the sum */
  for (uint32_t slot = 0; slot < index->slots && code == G40_OK; slot++) {
    memset(sum, 0, width * sizeof *sum);
    add_terms(file, to, to->terms + starts[slot], sizes[slot], sum);
    if (index->headings[slot] == slot) {
      memcpy(heading, sum, width * sizeof *heading); /* nothing is compared with a heading */
      above = slot;
      continue;
    }
    if (index->headings[slot] == above && above != G4_NO_HEADING) {
      for (uint32_t i = 0; i < width; i++) {
        sum[i] += G4_HEADING_WEIGHT * heading[i];
      }
    }
    float square = square_of(sum, width);
    to->scales[slot] = square > 0 ? 1 / sqrtf(square) : 0;
  }
  free(sum);
  free(heading);
  return code;
}

/* --- both */

static void weigh(const g4_vectors_file *file, g4_meanings *to) {
  for (uint32_t i = 0; i < file->count; i++) {
    float weight = g4_vectors_weight(file, (int)i);
    weight = weight < G4_LEAST_WEIGHT ? 0 : weight;
    to->weights[G4_WHOLE(i)] = weight;
    to->weights[G4_PART_OF(G4_WHOLE(i))] = weight * G4_PART_WEIGHT;
  }
}

/* Brings the terms of each passage together, by counting. */
static int group(const g4_index *index, const g4_vectors_file *file, const entries *found, g4_meanings *to,
                 g40_error *err) {
  uint32_t *sizes = calloc((size_t)index->slots + 1, sizeof *sizes);
  size_t *starts = calloc((size_t)index->slots + 1, sizeof *starts);
  to->order = calloc((size_t)index->slots + 1, sizeof *to->order);
  to->terms = calloc(found->count + AHEAD + 1, sizeof *to->terms);
  int code = sizes && starts && to->order && to->terms ? G40_OK : g4_nomem(err);
  code = code == G40_OK ? order_passages(found, index->slots, sizes, starts, to, err) : code;
  if (code == G40_OK) {
    for (size_t i = 0; i < found->count; i++) {
      to->terms[starts[found->items[i].slot]++] = found->items[i].term;
    }
    for (uint32_t slot = 0; slot < index->slots; slot++) { /* each had moved on to its end */
      starts[slot] -= sizes[slot];
    }
    code = measure(index, file, sizes, starts, to, err);
  }
  free(sizes);
  free(starts);
  return code;
}

static int make(g4_index *index, const g4_vectors_file *file, g4_meanings *to, g40_error *err) {
  entries found = {0};
  to->scales = calloc((size_t)index->slots + 1, sizeof *to->scales);
  to->weights = calloc((size_t)file->count * 2, sizeof *to->weights);
  int code = to->scales && to->weights ? G40_OK : g4_nomem(err);
  if (code == G40_OK) {
    weigh(file, to);
    code = read_entries(index, file, to, &found, err);
  }
  code = code == G40_OK ? group(index, file, &found, to, err) : code;
  g4_vec_free(&found);
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

/* --- a query */

static inline int32_t product(const int8_t *restrict a, const int16_t *restrict b, uint32_t width) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < width; i++) {
    sum += (int32_t)(int16_t)a[i] * (int32_t)b[i];
  }
  return sum;
}

enum { WIDEST = 1024, UNIT = 1 << 14 };

/* What a term brings to each passage that has it. */
G4_WIDE static void compare_terms(const g4_vectors_file *file, const g4_meanings *meanings, const int16_t *query,
                                  float scale, int32_t *brings) {
  uint32_t width = file->dimensions < WIDEST ? file->dimensions : WIDEST;
  for (uint32_t i = 0; i < file->count; i++) {
    int32_t common = product(file->vectors + (size_t)i * file->dimensions, query, width);
    float near = (float)common * scale * file->scales[i] * UNIT;
    brings[G4_WHOLE(i)] = (int32_t)(near * meanings->weights[G4_WHOLE(i)]);
    brings[G4_PART_OF(G4_WHOLE(i))] = (int32_t)(near * meanings->weights[G4_PART_OF(G4_WHOLE(i))]);
  }
}

/* Passages with equally many terms one after the other: a processor foresees a loop of always the same length. */
static void add_up(const g4_meanings *in, const int32_t *brings, int64_t *sums) {
  const uint16_t *at = in->terms;
  const uint32_t *slot = in->order;
  for (uint32_t size = 0; size < in->sizes; size++) {
    for (uint32_t i = 0; i < in->of_size[size]; i++) {
      int64_t sum = 0;
      for (uint32_t k = 0; k < size; k++) {
        sum += brings[at[k]];
      }
      at += size;
      sums[*slot++] = sum;
    }
  }
}

static void compare_passages(const g4_index *index, const g4_meanings *meanings, const int64_t *sums, float *cosines) {
  float heading = 0;
  for (uint32_t slot = 0; slot < index->slots; slot++) {
    float sum = (float)sums[slot] / UNIT;
    bool is_heading = index->headings[slot] == slot;
    heading = is_heading ? sum : index->headings[slot] == G4_NO_HEADING ? 0 : heading;
    cosines[slot] = is_heading ? 0 : (sum + G4_HEADING_WEIGHT * heading) * meanings->scales[slot];
  }
}

static int compare_all(const g4_index *index, const g4_meanings *meanings, const g4_vectors_file *file,
                       const int16_t *query, float scale, float *cosines, g40_error *err) {
  int32_t *brings = calloc((size_t)file->count * 2, sizeof *brings);
  int64_t *sums = calloc((size_t)index->slots + 1, sizeof *sums);
  int code = brings && sums ? G40_OK : g4_nomem(err);
  if (code == G40_OK) {
    compare_terms(file, meanings, query, scale, brings);
    add_up(meanings, brings, sums);
    compare_passages(index, meanings, sums, cosines);
  }
  free(brings);
  free(sums);
  return code;
}

int g4_meanings_compare(const g4_index *index, const g4_meanings *meanings, const g4_vectors_file *file,
                        const float *query, float *cosines, g40_error *err) {
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
  float scale = largest > 0 ? largest / (1023 * sqrtf(square)) : 0;
  return compare_all(index, meanings, file, whole, scale, cosines, err);
}
