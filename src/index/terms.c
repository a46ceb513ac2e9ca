#include "index/terms.h"

#include <string.h>

typedef struct {
  const char *text;
  size_t length;
  uint32_t term;
} named;

typedef struct {
  g4_store *store;
  const g4_analyser *analyser;
  int64_t segment;
  const g4_occurrence *found;
  size_t count;
  uint32_t *starts;      /* of each term in `sorted`; one more than terms */
  g4_occurrence *sorted; /* by term */
  named *names;
  g4_buf data, positions;
  g40_error *err;
} writing;

/* Brings the occurrences of each term together, in their order: by counting. */
static void group(const writing *in) {
  size_t terms = g4_analyser_terms(in->analyser);
  uint32_t *starts = in->starts;
  for (size_t i = 0; i < in->count; i++) {
    starts[in->found[i].term + 1]++;
  }
  for (size_t i = 0; i < terms; i++) {
    starts[i + 1] += starts[i];
  }
  for (size_t i = 0; i < in->count; i++) {
    in->sorted[starts[in->found[i].term]++] = in->found[i];
  }
  memmove(starts + 1, starts, terms * sizeof *starts); /* each had moved on to the next one's start */
  starts[0] = 0;
}

static int compare_names(const void *a, const void *b) {
  const named *x = a, *y = b;
  size_t n = x->length < y->length ? x->length : y->length;
  int order = memcmp(x->text, y->text, n);
  return order ? order : x->length < y->length ? -1 : x->length > y->length;
}

/* The terms that occur, in the order of their rows. */
static size_t name_terms(const writing *in) {
  size_t terms = g4_analyser_terms(in->analyser), count = 0;
  for (uint32_t i = 0; i < terms; i++) {
    if (in->starts[i] < in->starts[i + 1]) {
      in->names[count].term = i;
      in->names[count].text = g4_analyser_term(in->analyser, i, &in->names[count].length);
      count++;
    }
  }
  if (count) {
    qsort(in->names, count, sizeof *in->names, compare_names);
  }
  return count;
}

static int write_term(writing *in, const named *name) {
  const g4_occurrence *found = in->sorted + in->starts[name->term];
  uint32_t count = in->starts[name->term + 1] - in->starts[name->term], passages = 0, before = 0;
  g4_buf_clear(&in->data);
  g4_buf_clear(&in->positions);
  for (uint32_t i = 0, k; i < count; i = k) {
    g4_place_in place = {.slot = found[i].slot};
    uint32_t position = 0;
    for (k = i; k < count && found[k].slot == found[i].slot; k++) {
      g4_varint_add(&in->positions, found[k].position - position);
      position = found[k].position;
      place.count++;
      place.parts += found[k].part;
    }
    g4_posting_add(&in->data, place, &before);
    passages++;
  }
  if (in->data.failed || in->positions.failed) {
    return g4_nomem(in->err);
  }
  return g4_segment_put(in->store, in->segment, name->text, name->length, passages, &in->data, &in->positions, in->err);
}

int g4_terms_write(g4_store *store, const g4_analyser *analyser, int64_t segment, const g4_occurrence *found,
                   size_t count, g40_error *err) {
  writing in = {.store = store, .analyser = analyser, .segment = segment, .found = found, .count = count, .err = err};
  in.starts = calloc(g4_analyser_terms(analyser) + 1, sizeof *in.starts);
  in.sorted = malloc((count + 1) * sizeof *in.sorted);
  in.names = malloc((count + 1) * sizeof *in.names);
  int code = in.starts && in.sorted && in.names ? G40_OK : g4_nomem(err);
  if (code == G40_OK) {
    group(&in);
    size_t names = name_terms(&in);
    for (size_t i = 0; i < names && code == G40_OK; i++) {
      code = write_term(&in, &in.names[i]);
    }
  }
  free(in.starts);
  free(in.sorted);
  free(in.names);
  g4_buf_free(&in.data);
  g4_buf_free(&in.positions);
  return code;
}
