#include "extract/view.h"

#include <string.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/words.h"

static uint16_t gap_of(const char *text, size_t from, size_t to) {
  if (to == from + 1 && text[from] == ' ') {
    return 0;
  }
  unsigned gap = 0;
  bool space = from == 0;
  for (size_t at = from, length; at < to; at += length) {
    g4_char_class kind = g4_char_at(text + at, to - at, &length);
    char c = text[at];
    space = space || kind == G4_CHAR_SPACE;
    if (kind == G4_CHAR_DASH) {
      gap |= G4_GAP_HYPHEN;
    } else if (c == ',') {
      gap |= G4_GAP_COMMA;
    } else if (c == '(') {
      gap |= G4_GAP_OPEN;
    } else if (c == ')') {
      gap |= G4_GAP_CLOSE;
    } else if (c == '/') {
      gap |= G4_GAP_SLASH;
    } else if (c == '&') {
      gap |= G4_GAP_AND;
    } else if (kind == G4_CHAR_QUOTE || kind == G4_CHAR_OPEN || kind == G4_CHAR_CLOSE) {
      gap |= G4_GAP_QUOTE;
    } else if (kind != G4_CHAR_SPACE) {
      gap |= G4_GAP_OTHER;
    }
  }
  return (uint16_t)(gap | (space ? 0 : G4_GAP_GLUED));
}

static bool is_upper(const char *text, size_t n) {
  size_t upper = 0;
  for (size_t at = 0, length; at < n; at += length) {
    g4_char_class kind = g4_char_at(text + at, n - at, &length);
    if (kind == G4_CHAR_LOWER) {
      return false;
    }
    upper += kind == G4_CHAR_UPPER;
  }
  return upper >= 2;
}

static int fold(g4_view *view, const char *text, size_t n, bool plain) {
  if (!plain) {
    return g4_fold(text, n, &view->folds, NULL);
  }
  size_t start = view->folds.length;
  g4_buf_add(&view->folds, text, n);
  for (size_t i = start; i < view->folds.length; i++) {
    view->folds.bytes[i] = g4_ascii_lower(view->folds.bytes[i]);
  }
  return view->folds.failed ? G40_NOMEM : G40_OK;
}

/* "Volksge- zondheid": the space after the hyphen is a fault of the text. "dak- en thuislozen" is none. */
static bool is_parted(const char *text, size_t n, const g4_word *word, const g4_word *next) {
  if (word->number || next->number || next->capital || next->start != word->end + 2 || text[word->end] != '-' ||
      text[word->end + 1] != ' ' || next->end > n) {
    return false;
  }
  static const char *const links[] = {"en", "of", "als", "tot", "dan", "naar", "noch", "en/of"};
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    size_t m = strlen(links[i]);
    if (next->end - next->start == m && memcmp(text + next->start, links[i], m) == 0) {
      return false;
    }
  }
  return true;
}

static int add_word(g4_view *view, const g4_endings *endings, const g4_word *word, const g4_word *rest, uint16_t gap) {
  g4_view_word seen = {.start = word->start,
                       .end = rest ? rest->end : word->end,
                       .low = view->folds.length,
                       .gap = gap,
                       .capital = word->capital,
                       .number = word->number};
  const char *text = view->text;
  if (fold(view, text + word->start, word->end - word->start, word->plain) ||
      (rest && fold(view, text + rest->start, rest->end - rest->start, rest->plain))) {
    return G40_NOMEM;
  }
  seen.low_length = view->folds.length - seen.low;
  seen.upper = word->capital && is_upper(text + seen.start, seen.end - seen.start);
  seen.kind = g4_endings_find(endings, (g4_slice){view->folds.bytes + seen.low, seen.low_length}, &seen.stem);
  return g4_vec_push(&view->words, seen) ? G40_OK : G40_NOMEM;
}

int g4_view_fill(g4_view *view, const g4_endings *endings, const char *text, size_t length, g40_error *err) {
  view->text = text;
  view->length = length;
  view->words.count = 0;
  g4_buf_clear(&view->folds);
  g4_word word, next;
  size_t from = 0;
  bool more = g4_word_next(text, length, 0, &word);
  while (more) {
    uint16_t gap = gap_of(text, from, word.start);
    from = word.end;
    more = g4_word_next(text, length, from, &next);
    bool parted = more && is_parted(text, length, &word, &next);
    if (add_word(view, endings, &word, parted ? &next : NULL, gap)) {
      return g4_nomem(err);
    }
    if (parted) {
      from = next.end;
      more = g4_word_next(text, length, from, &next);
    }
    word = next;
  }
  return G40_OK;
}

void g4_view_free(g4_view *view) {
  g4_vec_free(&view->words);
  g4_buf_free(&view->folds);
}

g4_slice g4_view_low(const g4_view *view, size_t i) {
  if (i >= view->words.count) {
    return (g4_slice){"", 0};
  }
  const g4_view_word *word = &view->words.items[i];
  return (g4_slice){view->folds.bytes + word->low, word->low_length};
}

bool g4_view_is(const g4_view *view, size_t i, const char *word) {
  g4_slice low = g4_view_low(view, i);
  return strlen(word) == low.length && memcmp(word, low.text, low.length) == 0;
}

bool g4_view_one_of(const g4_view *view, size_t i, const char *words) {
  g4_slice low = g4_view_low(view, i);
  while (*words && low.length) {
    size_t n = strcspn(words, " ");
    if (n == low.length && memcmp(words, low.text, n) == 0) {
      return true;
    }
    words += n + (words[n] == ' ');
  }
  return false;
}

g4_word_kind g4_view_kind(const g4_view *view, size_t i) {
  return i < view->words.count ? view->words.items[i].kind : G4_WORD_BREAK;
}

unsigned g4_view_gap(const g4_view *view, size_t i) {
  return i < view->words.count ? view->words.items[i].gap : G4_GAP_OTHER;
}

bool g4_view_is_proper(const g4_view *view, size_t i) {
  if (i == 0 || i >= view->words.count || !view->words.items[i].capital) {
    return false;
  }
  return !(view->words.items[i].gap & (G4_GAP_OTHER | G4_GAP_QUOTE)) && !view->words.items[i - 1].number;
}

bool g4_view_hangs(const g4_view *view, size_t i) {
  if (i >= view->words.count) {
    return false;
  }
  size_t end = view->words.items[i].end;
  return end + 1 < view->length && view->text[end] == '-' && view->text[end + 1] == ' ';
}

size_t g4_view_word_at(const g4_view *view, size_t at) {
  size_t low = 0, high = view->words.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (view->words.items[middle].start < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
