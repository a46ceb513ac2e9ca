#include "index/list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float K1 = 1.2f;

/* Turns counts into scores; the list's length is the term's number of passages. */
static void score(const g4_index *index, g4_list *list) {
  float df = (float)list->count, all = (float)index->passages;
  float idf = logf(1 + (all > df ? all - df + 0.5f : 0.5f) / (df + 0.5f));
  float once[256]; /* by length: mostly a term stands once in a passage */
  for (int i = 0; i < 256; i++) {
    once[i] = idf * (K1 + 1) / (1 + index->norms[i]);
  }
  for (size_t i = 0; i < list->count; i++) {
    float count = list->items[i].score;
    uint8_t length = index->lengths[list->items[i].slot];
    list->items[i].score = count > 1 ? idf * count * (K1 + 1) / (count + index->norms[length]) : once[length];
  }
}

/* --- terms */

enum { MOST_LISTED = 1 << 20 /* passages: 8 MB */ };

static void free_list(g4_list *list) {
  if (list) {
    g4_vec_free(list);
    free(list);
  }
}

void g4_lists_free(g4_index *index) {
  for (size_t i = 0; i < index->lists.count; i++) {
    free_list(index->lists.items[i]);
  }
  g4_vec_free(&index->lists);
  index->listed = 0;
}

void g4_lists_trim(g4_index *index) {
  if (index->listed > MOST_LISTED) {
    g4_lists_free(index);
  }
}

static g4_list *read_list(g4_index *index, uint32_t term, g40_error *err) {
  size_t n;
  const char *text = g4_analyser_term(index->analyser, term, &n);
  g4_list *list = calloc(1, sizeof *list);
  if (!list) {
    g4_nomem(err);
    return NULL;
  }
  if (g4_index_counts(index, text, n, list, err) != G40_OK) {
    free_list(list);
    return NULL;
  }
  score(index, list);
  index->listed += list->count;
  return list;
}

const g4_list *g4_list_of(g4_index *index, uint32_t term, g40_error *err) {
  while (index->lists.count <= term) {
    if (!g4_vec_push(&index->lists, NULL)) {
      g4_nomem(err);
      return NULL;
    }
  }
  if (!index->lists.items[term]) {
    index->lists.items[term] = read_list(index, term, err);
  }
  return index->lists.items[term];
}

static bool copy_list(const g4_list *from, g4_list *to) {
  if (to->capacity < from->count) {
    g4_scored *items = realloc(to->items, from->count * sizeof *items);
    if (!items) {
      return false;
    }
    to->items = items;
    to->capacity = from->count;
  }
  if (from->count) {
    memcpy(to->items, from->items, from->count * sizeof *to->items);
  }
  to->count = from->count;
  return true;
}

int g4_list_term(g4_index *index, uint32_t term, g4_list *out, g40_error *err) {
  const g4_list *list = g4_list_of(index, term, err);
  return !list ? err->code : copy_list(list, out) ? G40_OK : g4_nomem(err);
}

/* --- phrases */

static bool has_position(const g4_postings *postings, const g4_posting *at, uint32_t wanted) {
  for (uint32_t i = 0; i < at->count; i++) {
    if (postings->positions.items[at->at + i] == wanted) {
      return true;
    }
  }
  return false;
}

/* How often the terms stand one behind the other in passage i of each. */
static uint32_t count_phrase(const g4_postings *postings, size_t count, size_t i) {
  const g4_posting *first = &postings[0].items.items[i];
  uint32_t times = 0;
  for (uint32_t m = 0; m < first->count; m++) {
    uint32_t start = postings[0].positions.items[first->at + m];
    size_t k = 1;
    while (k < count && has_position(&postings[k], &postings[k].items.items[i], start + (uint32_t)k)) {
      k++;
    }
    times += k == count;
  }
  return times;
}

/* Of the passages that have all terms keeps those that have them in order, with how often. */
static void keep_phrase(const g4_postings *postings, size_t count, g4_list *list) {
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++) {
    uint32_t times = count_phrase(postings, count, i);
    if (times) {
      list->items[kept++] = (g4_scored){list->items[i].slot, (float)times};
    }
  }
  list->count = kept;
}

/* The passages that have all terms, in any order. */
static int list_terms(g4_index *index, const uint32_t *terms, size_t count, g4_list *out, g40_error *err) {
  const g4_list **lists = calloc(count + 1, sizeof *lists);
  if (!lists) {
    return g4_nomem(err);
  }
  for (size_t i = 0; i < count; i++) {
    lists[i] = g4_list_of(index, terms[i], err);
    if (!lists[i]) {
      free(lists);
      return err->code;
    }
  }
  int code = g4_list_all(lists, count, out, err);
  free(lists);
  return code;
}

int g4_list_phrase(g4_index *index, const uint32_t *terms, size_t count, g4_list *out, g40_error *err) {
  size_t n;
  int code = list_terms(index, terms, count, out, err);
  if (code != G40_OK || count < 2 || !out->count) {
    return code;
  }
  g4_postings *postings = calloc(count, sizeof *postings);
  code = postings ? G40_OK : g4_nomem(err);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    const char *term = g4_analyser_term(index->analyser, terms[i], &n);
    code = g4_index_positions(index, term, n, out, &postings[i], err);
  }
  if (code == G40_OK) {
    keep_phrase(postings, count, out);
    score(index, out);
  }
  for (size_t i = 0; postings && i < count; i++) {
    g4_postings_free(&postings[i]);
  }
  free(postings);
  return code;
}

/* --- beginnings of words */

typedef struct {
  g4_index *index;
  G4_VEC(char *) terms;
  g40_error *err;
} beginnings;

static int note_term(void *context, const char *term, size_t n, int64_t passages) {
  beginnings *in = context;
  (void)passages;
  char *copy = malloc(n + 1);
  if (!copy || !g4_vec_push(&in->terms, copy)) {
    free(copy);
    return g4_nomem(in->err);
  }
  memcpy(copy, term, n);
  copy[n] = 0;
  /* cppcheck-suppress memleak ; the vector keeps it */
  return G40_OK;
}

static int compare_texts(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static int compare_slots(const void *a, const void *b) {
  const g4_scored *x = a, *y = b;
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

/* Adds up what the terms gave. */
static void join_slots(g4_list *list) {
  size_t kept = 0;
  if (list->count > 1) {
    qsort(list->items, list->count, sizeof *list->items, compare_slots);
  }
  for (size_t i = 0; i < list->count; i++) {
    if (kept && list->items[kept - 1].slot == list->items[i].slot) {
      list->items[kept - 1].score += list->items[i].score;
    } else {
      list->items[kept++] = list->items[i];
    }
  }
  list->count = kept;
}

int g4_list_prefix(g4_index *index, const char *prefix, size_t n, g4_list *out, g40_error *err) {
  beginnings in = {.index = index, .err = err};
  out->count = 0;
  int code = g4_index_terms(index, prefix, n, note_term, &in, err);
  if (code == G40_OK && in.terms.count > 1) {
    qsort(in.terms.items, in.terms.count, sizeof *in.terms.items, compare_texts);
  }
  for (size_t i = 0; i < in.terms.count && code == G40_OK; i++) {
    const char *term = in.terms.items[i];
    if (i && strcmp(term, in.terms.items[i - 1]) == 0) {
      continue; /* of another segment */
    }
    code = g4_index_counts(index, term, strlen(term), out, err);
  }
  for (size_t i = 0; i < in.terms.count; i++) {
    free(in.terms.items[i]);
  }
  g4_vec_free(&in.terms);
  join_slots(out);
  score(index, out);
  return code;
}

/* --- what stands in both, in any, in one */

/* The first place at or behind `from` whose passage is not before `slot`; steps double. */
static size_t seek_slot(const g4_list *list, size_t from, uint32_t slot) {
  size_t low = from, high = from, step = 1;
  while (high < list->count && list->items[high].slot < slot) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = high < list->count ? high : list->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (list->items[middle].slot < slot) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Keeps what stands in `other` too, which is not shorter. */
static void keep_common(g4_list *list, const g4_list *other) {
  size_t kept = 0, k = 0;
  for (size_t i = 0; i < list->count && k < other->count; i++) {
    g4_scored one = list->items[i];
    k = seek_slot(other, k, one.slot);
    if (k < other->count && other->items[k].slot == one.slot) {
      list->items[kept++] = (g4_scored){one.slot, one.score + other->items[k].score};
    }
  }
  list->count = kept;
}

/* From passage to passage of the rarest. */
int g4_list_all(const g4_list *const *lists, size_t count, g4_list *out, g40_error *err) {
  size_t rarest = 0;
  out->count = 0;
  for (size_t i = 1; i < count; i++) {
    rarest = lists[i]->count < lists[rarest]->count ? i : rarest;
  }
  if (count && !copy_list(lists[rarest], out)) {
    return g4_nomem(err);
  }
  for (size_t i = 0; i < count && out->count; i++) {
    if (i != rarest) {
      keep_common(out, lists[i]);
    }
  }
  return G40_OK;
}

void g4_list_not(g4_list *list, const g4_list *other) {
  size_t kept = 0, k = 0;
  for (size_t i = 0; i < list->count; i++) {
    while (k < other->count && other->items[k].slot < list->items[i].slot) {
      k++;
    }
    if (k == other->count || other->items[k].slot != list->items[i].slot) {
      list->items[kept++] = list->items[i];
    }
  }
  list->count = kept;
}

int g4_list_or(g4_list *list, const g4_list *other, g4_or how, g40_error *err) {
  g4_list both = {0};
  size_t i = 0, k = 0;
  bool done = true;
  while ((i < list->count || k < other->count) && done) {
    bool from_a = k == other->count || (i < list->count && list->items[i].slot <= other->items[k].slot);
    g4_scored one = from_a ? list->items[i++] : other->items[k];
    if (!from_a) {
      k++;
    } else if (k < other->count && other->items[k].slot == one.slot) {
      float also = other->items[k++].score;
      one.score = how == G4_OR_SUM ? one.score + also : one.score > also ? one.score : also;
    }
    done = g4_vec_push(&both, one);
  }
  if (!done) {
    g4_vec_free(&both);
    return g4_nomem(err);
  }
  g4_vec_free(list);
  *list = both;
  return G40_OK;
}

/* --- the best */

static int compare_scores(const void *a, const void *b) {
  const g4_scored *x = a, *y = b;
  return g4_is_worse(*y, *x) ? -1 : g4_is_worse(*x, *y);
}

/* Of a heap whose top is the worst one. */
static void sink(g4_scored *heap, size_t count, size_t i) {
  for (;;) {
    size_t least = i, left = 2 * i + 1, right = left + 1;
    least = left < count && g4_is_worse(heap[left], heap[least]) ? left : least;
    least = right < count && g4_is_worse(heap[right], heap[least]) ? right : least;
    if (least == i) {
      return;
    }
    g4_scored one = heap[i];
    heap[i] = heap[least];
    heap[least] = one;
    i = least;
  }
}

void g4_list_best(g4_list *list, size_t limit) {
  if (limit && limit < list->count) {
    for (size_t i = limit / 2 + 1; i-- > 0;) {
      sink(list->items, limit, i);
    }
    for (size_t i = limit; i < list->count; i++) {
      if (g4_is_worse(list->items[0], list->items[i])) {
        list->items[0] = list->items[i];
        sink(list->items, limit, 0);
      }
    }
    list->count = limit;
  }
  if (list->count > 1) {
    qsort(list->items, list->count, sizeof *list->items, compare_scores);
  }
}
