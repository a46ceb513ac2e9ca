#include "query/pairs.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "text/fold.h"
#include "text/words.h"

enum { NONE = -1 };

typedef struct {
  const char *text; /* folded */
  size_t length;
  G4_VEC(size_t) words; /* ascending, a word twice where it stands twice */
  double weight;        /* of all words */
  bool taken;
} side;

typedef struct {
  g4_arena arena;
  g4_map vocabulary;
  G4_VEC(double) weights; /* of the words: first how many texts have them */
  G4_VEC(size_t) last;    /* the text that had a word last, from 1 */
  side *before, *after;
  size_t before_count, after_count;
  g4_pairs candidates;
  g4_pairs *pairs;
} pairing;

/* --- words */

static int compare_words(const void *a, const void *b) {
  const size_t *x = a, *y = b;
  return *x < *y ? -1 : *x > *y;
}

static bool add_word(pairing *in, side *one, const char *word, size_t n, size_t text) {
  size_t id;
  if (!g4_map_get(&in->vocabulary, word, n, &id)) {
    id = in->weights.count;
    if (!g4_map_put(&in->vocabulary, word, n, id) || !g4_vec_push(&in->weights, 0) || !g4_vec_push(&in->last, 0)) {
      return false;
    }
  }
  in->weights.items[id] += in->last.items[id] != text;
  in->last.items[id] = text;
  return g4_vec_push(&one->words, id);
}

static bool read_text(pairing *in, side *one, const char *text, size_t number, g40_error *err) {
  g4_buf folded = {0};
  bool done = g4_fold(text, strlen(text), &folded, err) == G40_OK && !folded.failed;
  one->length = folded.length;
  one->text = done ? g4_arena_strndup(&in->arena, g4_buf_text(&folded), folded.length) : NULL;
  g4_buf_free(&folded);
  g4_word word;
  done = one->text != NULL;
  for (size_t at = 0; done && g4_word_next(one->text, one->length, at, &word); at = word.end) {
    done = add_word(in, one, one->text + word.start, word.end - word.start, number);
  }
  if (done && one->words.count > 1) {
    qsort(one->words.items, one->words.count, sizeof *one->words.items, compare_words);
  }
  return done;
}

static side *read_texts(pairing *in, const char *const *texts, size_t count, size_t first, g40_error *err) {
  side *sides = g4_arena_array(&in->arena, count, sizeof *sides);
  for (size_t i = 0; sides && i < count; i++) {
    if (!read_text(in, &sides[i], texts[i], first + i, err)) {
      for (size_t k = 0; k <= i; k++) {
        g4_vec_free(&sides[k].words);
      }
      return NULL;
    }
  }
  return sides;
}

static void weigh_texts(const pairing *in, side *sides, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < sides[i].words.count; k++) {
      sides[i].weight += in->weights.items[sides[i].words.items[k]];
    }
  }
}

/* Words of every text say little of which texts belong together. */
static void weigh(pairing *in) {
  for (size_t i = 0; i < in->weights.count; i++) {
    in->weights.items[i] = log(1 + (double)(in->before_count + in->after_count) / in->weights.items[i]);
  }
  weigh_texts(in, in->before, in->before_count);
  weigh_texts(in, in->after, in->after_count);
}

/* The share of the words' weight that both have. */
static double likeness(const pairing *in, const side *a, const side *b) {
  double both = 0;
  for (size_t i = 0, k = 0; i < a->words.count && k < b->words.count;) {
    size_t x = a->words.items[i], y = b->words.items[k];
    both += x == y ? in->weights.items[x] : 0;
    i += x <= y;
    k += y <= x;
  }
  return a->weight + b->weight > 0 ? 2 * both / (a->weight + b->weight) : 0;
}

/* --- pairs */

static bool take(pairing *in, g4_pair pair) {
  in->before[pair.before].taken = in->after[pair.after].taken = true;
  return g4_vec_push(in->pairs, pair);
}

/* The same text, in order: the first of several with the first. */
static bool pair_same(pairing *in) {
  g4_map places = {0};
  bool done = true;
  for (size_t k = in->after_count; k-- > 0 && done;) { /* the first one stays in the map */
    done = g4_map_put(&places, in->after[k].text, in->after[k].length, k);
  }
  for (size_t i = 0; i < in->before_count && done; i++) {
    const side *one = &in->before[i];
    size_t k;
    if (g4_map_get(&places, one->text, one->length, &k)) {
      while (k < in->after_count && (in->after[k].taken || in->after[k].length != one->length ||
                                     memcmp(in->after[k].text, one->text, one->length) != 0)) {
        k++;
      }
      done = k == in->after_count || take(in, (g4_pair){i, k, 1, false});
    }
  }
  g4_map_free(&places);
  return done;
}

static size_t apart(const g4_pair *pair) {
  return pair->before > pair->after ? pair->before - pair->after : pair->after - pair->before;
}

static int compare_candidates(const void *a, const void *b) {
  const g4_pair *x = a, *y = b;
  if (x->likeness != y->likeness) {
    return x->likeness > y->likeness ? -1 : 1;
  }
  if (apart(x) != apart(y)) {
    return apart(x) < apart(y) ? -1 : 1;
  }
  return x->before != y->before ? (x->before < y->before ? -1 : 1) : x->after < y->after ? -1 : x->after > y->after;
}

static bool pair_like(pairing *in) {
  for (size_t i = 0; i < in->before_count; i++) {
    for (size_t k = 0; k < in->after_count && !in->before[i].taken; k++) {
      g4_pair pair = {i, k, in->after[k].taken ? 0 : likeness(in, &in->before[i], &in->after[k]), false};
      if (pair.likeness >= G4_LEAST_LIKENESS && !g4_vec_push(&in->candidates, pair)) {
        return false;
      }
    }
  }
  if (in->candidates.count > 1) {
    qsort(in->candidates.items, in->candidates.count, sizeof *in->candidates.items, compare_candidates);
  }
  bool done = true;
  for (size_t i = 0; i < in->candidates.count && done; i++) {
    const g4_pair *pair = &in->candidates.items[i];
    done = in->before[pair->before].taken || in->after[pair->after].taken || take(in, *pair);
  }
  return done;
}

/* --- what moved */

static int compare_places(const void *a, const void *b) {
  const g4_pair *x = a, *y = b;
  return x->before < y->before ? -1 : x->before > y->before;
}

/* The most pairs that kept their order stayed; the others moved. */
static bool mark_moved(g4_pairs *pairs) {
  size_t count = pairs->count, *length = calloc(2 * count + 1, sizeof *length),
         *before = length ? length + count : NULL;
  size_t last = 0, most = 0;
  for (size_t i = 0; length && i < count; i++) {
    length[i] = 1;
    before[i] = count;
    for (size_t k = 0; k < i; k++) {
      if (pairs->items[k].after < pairs->items[i].after && length[k] + 1 > length[i]) {
        length[i] = length[k] + 1;
        before[i] = k;
      }
    }
    last = length[i] > most ? i : last;
    most = length[i] > most ? length[i] : most;
    pairs->items[i].moved = true;
  }
  for (size_t i = last; length && most && i < count; i = before[i]) {
    pairs->items[i].moved = false;
  }
  free(length);
  return length != NULL;
}

int g4_pairs_find(const char *const *before, size_t before_count, const char *const *after, size_t after_count,
                  g4_pairs *pairs, g40_error *err) {
  pairing in = {.before_count = before_count, .after_count = after_count, .pairs = pairs};
  in.before = read_texts(&in, before, before_count, 1, err);
  in.after = in.before ? read_texts(&in, after, after_count, 1 + before_count, err) : NULL;
  bool done = in.after != NULL;
  if (done) {
    weigh(&in);
    done = pair_same(&in) && pair_like(&in);
  }
  if (done && pairs->count) {
    qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_places);
    done = mark_moved(pairs);
  }
  for (size_t i = 0; in.before && i < before_count; i++) {
    g4_vec_free(&in.before[i].words);
  }
  for (size_t i = 0; in.after && i < after_count; i++) {
    g4_vec_free(&in.after[i].words);
  }
  g4_vec_free(&in.weights);
  g4_vec_free(&in.last);
  g4_vec_free(&in.candidates);
  g4_map_free(&in.vocabulary);
  g4_arena_free(&in.arena);
  return done ? G40_OK : g4_nomem(err);
}
