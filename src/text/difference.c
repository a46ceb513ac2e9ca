#include "text/difference.h"

#include <stdint.h>
#include <string.h>

#include "text/words.h"

enum { MOST_CELLS = 4 << 20 }; /* of the table of two texts */

typedef struct {
  const char *text;
  g4_word_spans words;
  size_t first, last; /* of the words that may differ: half-open */
} side;

static bool take_words(side *one, const char *text) {
  size_t n = strlen(text);
  g4_word word;
  one->text = text;
  for (size_t at = 0; g4_word_next(text, n, at, &word); at = word.end) {
    if (!g4_vec_push(&one->words, (g4_span){word.start, word.end})) {
      return false;
    }
  }
  one->last = one->words.count;
  return true;
}

static bool same(const side *a, size_t i, const side *b, size_t k) {
  const g4_span *x = &a->words.items[i], *y = &b->words.items[k];
  return x->end - x->start == y->end - y->start &&
         memcmp(a->text + x->start, b->text + y->start, x->end - x->start) == 0;
}

static void skip_common_ends(side *a, side *b) {
  while (a->first < a->last && b->first < b->last && same(a, a->first, b, b->first)) {
    a->first++;
    b->first++;
  }
  while (a->first < a->last && b->first < b->last && same(a, a->last - 1, b, b->last - 1)) {
    a->last--;
    b->last--;
  }
}

/* Adds a word, or lets the span before it grow over it. */
static bool add(const side *one, size_t i, size_t *before, g4_word_spans *out) {
  bool grows = out->count && *before + 1 == i;
  *before = i;
  if (grows) {
    out->items[out->count - 1].end = one->words.items[i].end;
    return true;
  }
  return g4_vec_push(out, one->words.items[i]);
}

/* lengths[i][k]: of the longest common run of what begins at word i and at word k. */
static void fill_lengths(const side *a, const side *b, uint16_t *lengths) {
  size_t rows = a->last - a->first, columns = b->last - b->first, width = columns + 1;
  for (size_t i = rows; i-- > 0;) {
    for (size_t k = columns; k-- > 0;) {
      uint16_t down = lengths[(i + 1) * width + k], right = lengths[i * width + k + 1];
      lengths[i * width + k] = same(a, a->first + i, b, b->first + k) ? (uint16_t)(lengths[(i + 1) * width + k + 1] + 1)
                               : down >= right                        ? down
                                                                      : right;
    }
  }
}

/* Without a table (NULL) nothing is common. */
static bool walk(const side *a, const side *b, const uint16_t *lengths, g4_word_spans *gone, g4_word_spans *come) {
  size_t i = a->first, k = b->first, width = b->last - b->first + 1, before_gone = 0, before_come = 0;
  bool added = true;
  while (added && (i < a->last || k < b->last)) {
    const uint16_t *at = lengths ? lengths + (i - a->first) * width + (k - b->first) : NULL;
    if (at && i < a->last && k < b->last && same(a, i, b, k)) {
      i++;
      k++;
    } else if (i < a->last && (k == b->last || !at || at[width] >= at[1])) {
      added = add(a, i++, &before_gone, gone);
    } else {
      added = add(b, k++, &before_come, come);
    }
  }
  return added;
}

int g4_difference(const char *before, const char *after, g4_word_spans *gone, g4_word_spans *come, g40_error *err) {
  side a = {0}, b = {0};
  uint16_t *lengths = NULL;
  bool done = take_words(&a, before) && take_words(&b, after);
  if (done) {
    skip_common_ends(&a, &b);
    size_t rows = a.last - a.first + 1, columns = b.last - b.first + 1;
    bool fits = rows < UINT16_MAX && columns < UINT16_MAX && rows * columns <= MOST_CELLS;
    lengths = fits ? calloc(rows * columns, sizeof *lengths) : NULL;
    if (lengths) {
      fill_lengths(&a, &b, lengths);
    }
    done = (lengths || !fits) && walk(&a, &b, lengths, gone, come);
  }
  free(lengths);
  g4_vec_free(&a.words);
  g4_vec_free(&b.words);
  return done ? G40_OK : g4_nomem(err);
}
