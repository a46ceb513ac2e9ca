#include "extract/wordbook.h"

#include "extract/nouns.h"
#include "text/chars.h"
#include "text/fold.h"

/* So many forms are kept: those of a long book. Texts of noise have more. */
enum { MOST_ENTRIES = 1 << 16 };

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

static bool fold(g4_wordbook *book, g4_entry *entry, const char *text, size_t n) {
  if (entry->parts.count == 1) {
    entry->low = entry->parts.items[0].low;
    return true;
  }
  g4_buf low = {0};
  if (g4_fold(text, n, &low, NULL) == G40_OK) {
    entry->low = (g4_slice){g4_arena_strndup(&book->arena, g4_buf_text(&low), low.length), low.length};
  }
  g4_buf_free(&low);
  return entry->low.text != NULL;
}

static bool look_up(g4_wordbook *book, g4_entry *entry, const char *text, const g4_word *word) {
  const char *start = text + word->start;
  size_t n = word->end - word->start;
  if (g4_spotter_parts(book->spotter, text, word, &book->arena, &entry->parts) || !fold(book, entry, start, n)) {
    return false;
  }
  char bare[G4_LEXIS_LONGEST + 1];
  entry->bare.length = g4_lexis_fold(start, n, bare);
  entry->bare.text = g4_arena_strndup(&book->arena, bare, entry->bare.length);
  entry->upper = word->capital && is_upper(start, n);
  if (entry->bare.text) {
    entry->reading = g4_lexis_read(entry->bare.text, entry->bare.length);
    entry->noun = g4_noun_read(entry->bare);
  }
  if (book->endings) {
    entry->kind = g4_endings_find(book->endings, entry->low, &entry->stem);
  }
  return entry->bare.text != NULL;
}

const g4_entry *g4_wordbook_entry(g4_wordbook *book, const char *text, const g4_word *word) {
  size_t n = word->end - word->start, place = book->entries.count;
  if (g4_map_get(&book->by_form, text + word->start, n, &place)) {
    return book->entries.items[place];
  }
  g4_entry *entry = g4_arena_alloc(&book->arena, sizeof *entry);
  const char *form = g4_arena_strndup(&book->arena, text + word->start, n);
  bool kept = entry && form && look_up(book, entry, text, word) && g4_vec_push(&book->entries, entry);
  return kept && g4_map_put(&book->by_form, form, n, place) ? entry : NULL;
}

static void forget(g4_wordbook *book) {
  g4_map_free(&book->by_form);
  g4_arena_free(&book->arena);
  book->entries.count = 0;
}

int g4_wordbook_read(g4_wordbook *book, const char *text, size_t n, g40_error *err) {
  if (book->entries.count > MOST_ENTRIES) {
    forget(book);
  }
  book->words.count = 0;
  g4_book_word word;
  for (size_t at = 0; g4_word_next(text, n, at, &word.at); at = word.at.end) {
    word.entry = g4_wordbook_entry(book, text, &word.at);
    if (!word.entry || !g4_vec_push(&book->words, word)) {
      return g4_nomem(err);
    }
  }
  return G40_OK;
}

void g4_wordbook_free(g4_wordbook *book) {
  forget(book);
  g4_vec_free(&book->words);
  g4_vec_free(&book->entries);
}
