#include "extract/wordbook.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"
#include "text/fold.h"

/* So many forms are kept: those of a long book. Texts of noise have more. */
enum { MOST_ENTRIES = 1 << 15, SMALLEST_TABLE = 256, HEAD = 8 };

/* --- finding a form */

static uint64_t few_bytes(const char *bytes, size_t n) {
  uint64_t few = 0;
  memcpy(&few, bytes, n);
  return few;
}

static g4_written written(const char *text, size_t n) {
  if (n < HEAD) {
    uint64_t all = few_bytes(text, n);
    return (g4_written){all, all, text, n};
  }
  return (g4_written){few_bytes(text, HEAD), few_bytes(text + n - HEAD, HEAD), text, n};
}

static uint32_t hash_of(const g4_written *form) {
  uint64_t hash = (form->head ^ form->length) * UINT64_C(0x9E3779B97F4A7C15);
  hash = (hash ^ hash >> 32 ^ form->tail) * UINT64_C(0xD6E8FEB86659FD93);
  return (uint32_t)(hash >> 32);
}

static bool same(const g4_written *a, const g4_written *b) {
  return a->head == b->head && a->tail == b->tail && a->length == b->length &&
         (a->length <= 2 * (size_t)HEAD || memcmp(a->text, b->text, a->length) == 0);
}

/* The slot of the form, or the free one where it belongs. */
static g4_book_slot *slot_of(const g4_wordbook *book, const g4_written *form, uint32_t hash) {
  size_t i = hash & (book->slot_count - 1);
  while (book->slots[i].place &&
         (book->slots[i].hash != hash || !same(form, &book->entries.items[book->slots[i].place - 1]->written))) {
    i = (i + 1) & (book->slot_count - 1);
  }
  return &book->slots[i];
}

static bool grow(g4_wordbook *book) {
  size_t count = book->slot_count ? book->slot_count * 2 : SMALLEST_TABLE;
  g4_book_slot *slots = calloc(count, sizeof *slots);
  if (!slots) {
    return false;
  }
  for (size_t k = 0; k < book->slot_count; k++) {
    if (book->slots[k].place) {
      size_t i = book->slots[k].hash & (count - 1);
      while (slots[i].place) {
        i = (i + 1) & (count - 1);
      }
      slots[i] = book->slots[k];
    }
  }
  free(book->slots);
  book->slots = slots;
  book->slot_count = count;
  return true;
}

/* --- what is known of it */

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

/* A copy in the arena, or the other text where that is the same. */
static g4_slice keep(g4_arena *arena, g4_slice text, g4_slice other) {
  return g4_slice_equal(text, other) ? other : (g4_slice){g4_arena_strndup(arena, text.text, text.length), text.length};
}

static bool fold(g4_arena *arena, g4_entry *entry) {
  if (entry->parts.count == 1) {
    entry->low = entry->parts.items[0].low;
    return true;
  }
  g4_buf low = {0};
  if (g4_fold(entry->written.text, entry->written.length, &low, NULL) == G40_OK) {
    entry->low = (g4_slice){g4_arena_strndup(arena, g4_buf_text(&low), low.length), low.length};
  }
  g4_buf_free(&low);
  return entry->low.text != NULL;
}

static bool look_up(g4_wordbook *book, g4_entry *entry, const char *text, const g4_word *word) {
  if (g4_spotter_parts(book->spotter, text, word, &book->arena, &entry->parts) || !fold(&book->arena, entry)) {
    return false;
  }
  char bare[G4_LEXIS_LONGEST + 1];
  size_t n = g4_lexis_fold(entry->written.text, entry->written.length, bare), stem = 0;
  entry->bare = keep(&book->arena, (g4_slice){bare, n}, entry->low);
  if (!entry->bare.text) {
    return false;
  }
  entry->reading = g4_lexis_read(entry->bare.text, n);
  entry->upper = word->capital && is_upper(entry->written.text, entry->written.length);
  if (book->endings) {
    entry->kind = g4_endings_find(book->endings, entry->low, &stem);
    entry->stem = (uint32_t)stem;
    entry->noun = g4_endings_noun(book->endings, entry->bare);
  }
  return true;
}

const g4_entry *g4_wordbook_entry(g4_wordbook *book, const char *text, const g4_word *word) {
  if (book->entries.count * 2 >= book->slot_count && !grow(book)) {
    return NULL;
  }
  g4_written form = written(text + word->start, word->end - word->start);
  uint32_t hash = hash_of(&form);
  g4_book_slot *slot = slot_of(book, &form, hash);
  if (slot->place) {
    return book->entries.items[slot->place - 1];
  }
  g4_entry *entry = g4_arena_alloc(&book->arena, sizeof *entry);
  form.text = g4_arena_strndup(&book->arena, form.text, form.length);
  if (!entry || !form.text) {
    return NULL;
  }
  entry->written = form;
  if (!look_up(book, entry, text, word) || !g4_vec_push(&book->entries, entry)) {
    return NULL;
  }
  *slot = (g4_book_slot){hash, (uint32_t)book->entries.count};
  return entry;
}

static void forget(g4_wordbook *book) {
  free(book->slots);
  book->slots = NULL;
  book->slot_count = 0;
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
