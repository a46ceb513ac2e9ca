#include "lexicon/spot.h"

#include <string.h>

#include "lexicon/spotter.h"
#include "lexicon/tokens.h"
#include "text/chars.h"
#include "text/fold.h"

/* --- the tokens of a text */

static bool fold_part(const char *text, size_t n, bool plain, g4_arena *arena, g4_slice *low) {
  if (plain) {
    char *copy = g4_arena_strndup(arena, text, n);
    for (size_t i = 0; copy && i < n; i++) {
      copy[i] = g4_ascii_lower(copy[i]);
    }
    *low = (g4_slice){copy, n};
    return copy != NULL;
  }
  g4_buf fold = {0};
  *low = (g4_slice){0};
  if (g4_fold(text, n, &fold, NULL) == G40_OK) {
    *low = (g4_slice){g4_arena_strndup(arena, g4_buf_text(&fold), fold.length), fold.length};
  }
  g4_buf_free(&fold);
  return low->text != NULL;
}

int g4_spotter_parts(const g4_spotter *spotter, const char *text, const g4_word *word, g4_arena *arena,
                     g4_spot_part *one, g4_spot_parts *parts) {
  const char *start = text + word->start;
  size_t n = word->end - word->start, count = 1, slot;
  for (size_t end = word->plain ? n : g4_token_end(start, n, 0); end < n; count++) {
    end = g4_token_end(start, n, g4_token_after(start, n, end));
  }
  g4_spot_part *items = count > 1 ? g4_arena_array(arena, count, sizeof *items) : one;
  for (size_t i = 0, at = 0, length; i < count; i++) {
    size_t end = count == 1 ? n : g4_token_end(start, n, at);
    bool capital = at ? g4_char_at(start + at, n - at, &length) == G4_CHAR_UPPER : word->capital;
    if (!items || !fold_part(start + at, end - at, word->plain, arena, &items[i].low)) {
      return G40_NOMEM;
    }
    bool known = spotter && g4_map_get(&spotter->by_token, items[i].low.text, items[i].low.length, &slot);
    items[i].names = known ? spotter->starts.items[slot] : NULL;
    items[i].start = (uint32_t)at;
    items[i].end = (uint32_t)end;
    items[i].capital = capital;
    at = g4_token_after(start, n, end);
  }
  *parts = (g4_spot_parts){items, count};
  return G40_OK;
}

bool g4_spot_tokens_add(g4_spot_tokens *tokens, const char *text, size_t from, const g4_word *word,
                        g4_spot_parts parts) {
  for (size_t i = 0; i < parts.count; i++) {
    bool joined = i || (word->start == from + 1 && text[from] == ' ');
    if (!g4_vec_reserve(tokens)) {
      return false;
    }
    tokens->items[tokens->count++] =
        (g4_spot_token){.part = parts.items[i],
                        .start = word->start + parts.items[i].start,
                        .word_start = word->start,
                        .word_end = word->end,
                        .gap = joined ? (unsigned char)G4_GAP_JOIN : g4_token_gap(text, from, word->start)};
  }
  return true;
}

/* --- names among them */

typedef struct {
  const char *text;
  const g4_spot_token *tokens; /* from one place on */
  size_t count;
  g4_buf cased;
  bool failed;
} window;

static size_t end_of(const g4_spot_token *token) { return token->start + token->part.end - token->part.start; }

/* EZ, and EZ's. */
static bool same_case(window *w, const g4_spot_name *name) {
  size_t start = w->tokens[0].start, end = end_of(&w->tokens[name->count - 1]);
  g4_buf_clear(&w->cased);
  if (g4_fold_keep_case(w->text + start, end - start, &w->cased, NULL)) {
    w->failed = true;
    return false;
  }
  size_t n = name->cased.length;
  return w->cased.length >= n && memcmp(w->cased.bytes, name->cased.text, n) == 0;
}

static bool matches(window *w, const g4_spot_name *name) {
  if (name->count > w->count) {
    return false;
  }
  for (size_t i = 1; i < name->count; i++) {
    g4_slice low = w->tokens[i].part.low;
    if (!low.length || w->tokens[i].gap != name->gaps[i]) {
      return false;
    }
    bool same = i + 1 < name->count ? g4_slice_equal(low, name->tokens[i]) : g4_spot_last_matches(name, low);
    if (!same) {
      return false;
    }
  }
  const g4_spot_part *first = &w->tokens[0].part;
  switch (name->kind) {
    case G4_SPOT_ABBREVIATION:
      return same_case(w, name);
    case G4_SPOT_PROPER:
      return first->capital && first->start == 0;
    default:
      return true;
  }
}

/* Many names start with "de" or "het": what follows shows most of them not to stand here. */
static const g4_spot_name *longest_match(window *w) {
  char second = w->count > 1 ? w->tokens[1].part.low.text[0] : '\0';
  for (const g4_spot_link *link = w->tokens[0].part.names; link && !w->failed; link = link->next) {
    if ((!link->second || link->second == second) && matches(w, link->name)) {
      return link->name;
    }
  }
  return NULL;
}

static bool add_spot(const window *w, const g4_spot_name *name, g4_spots *spots) {
  const g4_spot_token *first = &w->tokens[0], *last = &w->tokens[name->count - 1];
  g4_spot spot = {.start = first->start,
                  .end = end_of(last),
                  .word_start = first->word_start,
                  .word_end = last->word_end,
                  .first = name->first,
                  .abbreviation = name->kind == G4_SPOT_ABBREVIATION,
                  .capital = first->part.capital};
  return g4_vec_push(spots, spot);
}

int g4_spotter_match(const char *text, const g4_spot_tokens *tokens, g4_spots *spots, g40_error *err) {
  window w = {.text = text};
  for (size_t i = 0; i < tokens->count && !w.failed;) {
    const g4_spot_name *name = NULL;
    if (tokens->items[i].part.names) {
      w.tokens = tokens->items + i;
      w.count = tokens->count - i;
      name = longest_match(&w);
    }
    if (name) {
      w.failed = w.failed || !add_spot(&w, name, spots);
    }
    i += name ? name->count : 1;
  }
  g4_buf_free(&w.cased);
  return w.failed ? g4_nomem(err) : G40_OK;
}

int g4_spotter_find(const g4_spotter *spotter, const char *text, size_t n, g4_spots *spots, g40_error *err) {
  g4_arena arena = {0};
  g4_spot_tokens tokens = {0};
  g4_spot_part one;
  g4_spot_parts parts;
  g4_word word;
  int code = G40_OK;
  for (size_t at = 0; code == G40_OK && g4_word_next(text, n, at, &word); at = word.end) {
    code = g4_spotter_parts(spotter, text, &word, &arena, &one, &parts);
    if (code == G40_OK && !g4_spot_tokens_add(&tokens, text, at, &word, parts)) {
      code = G40_NOMEM;
    }
  }
  code = code == G40_OK ? g4_spotter_match(text, &tokens, spots, err) : g4_nomem(err);
  g4_vec_free(&tokens);
  g4_arena_free(&arena);
  return code;
}
