#include "lexicon/spot.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/spotter.h"
#include "lexicon/tokens.h"
#include "text/fold.h"

/* A token of the text that was looked at, and how the text goes on behind it. */
typedef struct {
  g4_token token;
  g4_tokens rest;
  size_t folded, length; /* in the window's buffer */
} seen;

/* The tokens from one place on, as many as a name has asked for. */
typedef struct {
  const g4_spotter *spotter;
  const char *text;
  seen *items; /* room for the longest name */
  size_t count;
  bool ended, failed;
  g4_buf folds, cased;
} window;

/* The folded token at `i`; empty where the text has ended. */
static g4_slice token_at(window *w, size_t i) {
  while (w->count <= i && !w->ended && !w->failed) {
    seen *next = &w->items[w->count];
    next->rest = w->items[w->count - 1].rest;
    if (!g4_tokens_next(&next->rest, &next->token)) {
      w->ended = true;
      break;
    }
    const g4_token *token = &next->token;
    next->folded = w->folds.length;
    w->failed = g4_spotter_fold(w->text + token->start, token->end - token->start, token->plain, &w->folds) != 0;
    next->length = w->folds.length - next->folded;
    w->count++;
  }
  return i < w->count && !w->failed ? (g4_slice){w->folds.bytes + w->items[i].folded, w->items[i].length}
                                    : (g4_slice){"", 0};
}

/* EZ, and EZ's. */
static bool same_case(window *w, const g4_spot_name *name) {
  size_t start = w->items[0].token.start, end = w->items[name->count - 1].token.end;
  g4_buf_clear(&w->cased);
  if (g4_fold_keep_case(w->text + start, end - start, &w->cased, NULL)) {
    w->failed = true;
    return false;
  }
  size_t n = name->cased.length;
  return w->cased.length >= n && memcmp(w->cased.bytes, name->cased.text, n) == 0;
}

static bool matches(window *w, const g4_spot_name *name) {
  for (size_t i = 1; i < name->count; i++) {
    g4_slice token = token_at(w, i);
    if (!token.length || w->items[i].token.gap != name->gaps[i]) {
      return false;
    }
    bool same = i + 1 < name->count ? g4_slice_equal(token, name->tokens[i]) : g4_spot_last_matches(name, token);
    if (!same) {
      return false;
    }
  }
  const g4_token *first = &w->items[0].token;
  switch (name->kind) {
    case G4_SPOT_ABBREVIATION:
      return same_case(w, name);
    case G4_SPOT_PROPER:
      return first->capital && !first->inner;
    default:
      return true;
  }
}

static const g4_spot_name *longest_match(window *w) {
  size_t slot;
  g4_slice first = {w->folds.bytes, w->folds.length};
  if (!g4_map_get(&w->spotter->by_token, first.text, first.length, &slot)) {
    return NULL;
  }
  for (const g4_spot_link *link = w->spotter->starts.items[slot]; link && !w->failed; link = link->next) {
    if (matches(w, link->name)) {
      return link->name;
    }
  }
  return NULL;
}

static bool add_spot(const window *w, const g4_spot_name *name, g4_spots *spots) {
  const seen *first = &w->items[0], *last = &w->items[name->count - 1];
  g4_spot spot = {.start = first->token.start,
                  .end = last->token.end,
                  .word_start = first->rest.word.start,
                  .word_end = last->rest.word.end,
                  .first = name->first,
                  .abbreviation = name->kind == G4_SPOT_ABBREVIATION,
                  .capital = first->token.capital};
  return g4_vec_push(spots, spot);
}

/* Looks at the place where `rest` goes on, and moves it past what was found there. False: the text has ended. */
static bool step(window *w, g4_tokens *rest, g4_spots *spots) {
  seen *first = &w->items[0];
  if (!g4_tokens_next(rest, &first->token)) {
    return false;
  }
  w->count = 1;
  w->ended = false;
  g4_buf_clear(&w->folds);
  const g4_token *token = &first->token;
  w->failed = g4_spotter_fold(w->text + token->start, token->end - token->start, token->plain, &w->folds) != 0;
  first->rest = *rest;
  first->folded = 0;
  first->length = w->folds.length;
  const g4_spot_name *name = w->failed || !first->length ? NULL : longest_match(w);
  if (name) {
    *rest = w->items[name->count - 1].rest;
    w->failed = w->failed || !add_spot(w, name, spots);
  }
  return !w->failed;
}

int g4_spotter_find(const g4_spotter *spotter, const char *text, size_t n, g4_spots *spots, g40_error *err) {
  if (!spotter->longest) {
    return G40_OK;
  }
  window w = {.spotter = spotter, .text = text};
  w.items = calloc(spotter->longest, sizeof *w.items);
  g4_tokens rest = g4_tokens_of(text, n);
  w.failed = !w.items;
  while (!w.failed && step(&w, &rest, spots)) {
  }
  free(w.items);
  g4_buf_free(&w.folds);
  g4_buf_free(&w.cased);
  return w.failed ? g4_nomem(err) : G40_OK;
}
