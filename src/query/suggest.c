#include "query/suggest.h"

#include <string.h>

#include "query/units.h"
#include "text/utf8.h"
#include "text/words.h"

enum { SHORTEST = 4, LONGEST = 32, MOST_WORDS = 4, FAR = 3 };

/* Letters added, left out, changed or swapped; FAR where there are more than two. */
static int distance(const char *a, size_t n, const char *b, size_t m) {
  int rows[3][LONGEST + 1];
  if (m > LONGEST || n > LONGEST || (n > m ? n - m : m - n) >= FAR) {
    return FAR;
  }
  int *before = rows[0], *above = rows[1], *row = rows[2];
  for (size_t k = 0; k <= m; k++) {
    above[k] = (int)k;
  }
  for (size_t i = 1; i <= n; i++) {
    row[0] = (int)i;
    for (size_t k = 1; k <= m; k++) {
      int best = above[k - 1] + (a[i - 1] != b[k - 1]);
      best = above[k] + 1 < best ? above[k] + 1 : best;
      best = row[k - 1] + 1 < best ? row[k - 1] + 1 : best;
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && before[k - 2] + 1 < best) {
        best = before[k - 2] + 1;
      }
      row[k] = best;
    }
    int *spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[m] < FAR ? above[m] : FAR;
}

typedef struct {
  const char *term;
  size_t length;
  int distance;
  int64_t passages;
  char best[LONGEST + 1];
  size_t best_length;
} nearest;

static int compare_term(void *context, const char *term, size_t n, int64_t passages) {
  nearest *in = context;
  int limit = in->length < 6 ? 1 : 2;
  int far = distance(in->term, in->length, term, n);
  if (far <= limit && g4_utf8_valid(term, n, NULL) &&
      (far < in->distance || (far == in->distance && passages > in->passages))) {
    in->distance = far;
    in->passages = passages;
    memcpy(in->best, term, n);
    in->best_length = n;
  }
  return G40_OK;
}

/* A word of the database that has this term, as it is written there. */
static int find_word(g4_loader *loader, g4_index *index, const nearest *near, g4_buf *word) {
  g4_postings found = {0};
  g4_evidence unit = {0};
  int code = g4_index_postings(index, near->best, near->best_length, &found, loader->err);
  if (code == G40_OK && found.items.count) {
    code = g4_unit_load(loader, index, found.items.items[0].slot, &unit);
  }
  g4_postings_free(&found);
  size_t n = unit.text ? strlen(unit.text) : 0;
  g4_word at = {0};
  for (size_t from = 0; code == G40_OK && n && g4_word_next(unit.text, n, from, &at); from = at.end) {
    const g4_word_terms *terms = g4_analyse(index->analyser, unit.text + at.start, at.end - at.start, loader->err);
    size_t length = 0;
    if (!terms) {
      return G40_NOMEM;
    }
    const char *term = terms->count ? g4_analyser_term(index->analyser, terms->whole, &length) : "";
    if (length == near->best_length && memcmp(term, near->best, length) == 0) {
      g4_buf_add(word, unit.text + at.start, at.end - at.start);
      return G40_OK;
    }
  }
  g4_buf_add(word, near->best, near->best_length); /* a part of compounds only */
  return code;
}

/* Whether the item is one word that stands nowhere; then what is like it goes to `near`. */
static int look(g4_index *index, const g4_wanted_item *item, nearest *near, g40_error *err) {
  g4_postings found = {0};
  near->distance = FAR;
  if (!item->word || item->phrases.count != 1 || item->phrases.items[0].count != 1) {
    return G40_OK;
  }
  near->term = g4_analyser_term(index->analyser, item->phrases.items[0].terms[0], &near->length);
  if (near->length < SHORTEST || near->length > LONGEST) {
    return G40_OK;
  }
  int code = g4_index_postings(index, near->term, near->length, &found, err);
  if (code == G40_OK && !found.items.count) {
    code = g4_index_terms(index, "", 0, compare_term, near, err);
  }
  g4_postings_free(&found);
  return code;
}

int g4_suggest(g4_loader *loader, g4_index *index, const g4_wanted *wanted, const char **suggestion) {
  g4_buf text = {0};
  size_t at = 0;
  int replaced = 0, code = G40_OK;
  for (size_t i = 0; i < wanted->items.count && replaced < MOST_WORDS && code == G40_OK; i++) {
    const g4_wanted_item *item = &wanted->items.items[i];
    nearest near = {0};
    code = look(index, item, &near, loader->err);
    if (code == G40_OK && near.distance < FAR && item->typed.start >= at) {
      g4_buf_add(&text, wanted->text + at, item->typed.start - at);
      code = find_word(loader, index, &near, &text);
      at = item->typed.end;
      replaced++;
    }
  }
  if (code == G40_OK && replaced) {
    g4_buf_add(&text, wanted->text + at, wanted->length - at);
    bool whole = text.failed || g4_utf8_valid(text.bytes, text.length, NULL); /* what was typed may be none */
    *suggestion = text.failed || !whole ? NULL : g4_arena_strdup(&loader->owner->arena, g4_buf_text(&text));
    code = *suggestion || !whole ? G40_OK : g4_nomem(loader->err);
  }
  g4_buf_free(&text);
  return code;
}
