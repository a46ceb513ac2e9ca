#include "extract/view.h"

#include <string.h>

#include "text/chars.h"

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

/* What is known of a word that was parted. NULL: out of memory. */
static const g4_entry *join(g4_wordbook *book, const char *text, const g4_word *word, const g4_word *rest) {
  g4_buf whole = {0};
  g4_buf_add(&whole, text + word->start, word->end - word->start);
  g4_buf_add(&whole, text + rest->start, rest->end - rest->start);
  g4_word joined = *word;
  joined.start = 0;
  joined.end = whole.length;
  joined.plain = word->plain && rest->plain;
  const g4_entry *entry = whole.failed ? NULL : g4_wordbook_entry(book, whole.bytes, &joined);
  g4_buf_free(&whole);
  return entry;
}

int g4_view_fill(g4_view *view, g4_wordbook *book, const char *text, size_t length, g40_error *err) {
  view->text = text;
  view->length = length;
  view->words.count = 0;
  size_t from = 0, count = book->words.count;
  for (size_t i = 0; i < count; i++) {
    const g4_book_word *word = &book->words.items[i];
    bool parted = i + 1 < count && is_parted(text, length, &word->at, &word[1].at);
    const g4_entry *entry = parted ? join(book, text, &word->at, &word[1].at) : word->entry;
    if (!entry) {
      return g4_nomem(err);
    }
    if (!g4_vec_reserve(&view->words)) {
      return g4_nomem(err);
    }
    view->words.items[view->words.count++] = (g4_view_word){.start = word->at.start,
                                                            .end = word[parted].at.end,
                                                            .low = {entry->low, entry->low_length},
                                                            .stem = (entry->flags & G4_ENTRY_LAST) != 0,
                                                            .kind = (g4_word_kind)entry->kind,
                                                            .gap = gap_of(text, from, word->at.start),
                                                            .capital = word->at.capital,
                                                            .upper = (entry->flags & G4_ENTRY_UPPER) != 0,
                                                            .number = word->at.number};
    from = word[parted].at.end;
    i += parted;
  }
  return G40_OK;
}

void g4_view_free(g4_view *view) { g4_vec_free(&view->words); }

g4_slice g4_view_low(const g4_view *view, size_t i) {
  if (i >= view->words.count) {
    return (g4_slice){"", 0};
  }
  return view->words.items[i].low;
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
