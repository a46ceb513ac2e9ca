#include "extract/wordbook.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "text/chars.h"
#include "text/fold.h"

enum {
  MOST_ENTRIES = 1 << 14, /* are kept: the words of some books. Texts of noise have more */
  SMALLEST_TABLE = 256,
  BLOCK = 128, /* entries */
  LINE = 64,   /* bytes that memory is read by */
  HEAD = 8
};

/* --- finding a form */

/* A word as it is written. Its first and last bytes tell most words apart. */
typedef struct {
  const char *text;
  uint64_t head, tail;
  uint32_t length;
} form;

static form form_of(const char *text, const g4_word *word) {
  const char *start = text + word->start;
  size_t n = word->end - word->start;
  form made = {.text = start, .length = (uint32_t)n};
  if (n >= HEAD) {
    made.head = g4_bytes_eight(start);
    made.tail = g4_bytes_eight(start + n - HEAD);
  } else if (n >= HEAD / 2) {
    made.head = g4_bytes_four(start);
    made.tail = g4_bytes_four(start + n - HEAD / 2);
  } else if (n) { /* first, middle and last are all of it */
    made.head = (unsigned char)start[0] | (uint64_t)(unsigned char)start[n / 2] << 8;
    made.tail = (unsigned char)start[n - 1];
  }
  return made;
}

static uint32_t hash_of(const form *word) {
  uint64_t hash = (word->head ^ word->length) * UINT64_C(0x9E3779B97F4A7C15);
  hash = (hash ^ hash >> 32 ^ word->tail) * UINT64_C(0xD6E8FEB86659FD93);
  return (uint32_t)(hash >> 32);
}

static const g4_entry *entry_at(const g4_wordbook *book, uint32_t place) {
  return &book->blocks.items[(place - 1) / BLOCK][(place - 1) % BLOCK];
}

static bool is_form(const g4_entry *entry, const form *word) {
  return entry->head == word->head && entry->tail == word->tail && entry->length == word->length &&
         (entry->length <= 2 * (uint32_t)HEAD || memcmp(entry->more->written, word->text, entry->length) == 0);
}

/* The slot of the form, or the free one where it belongs. */
static g4_book_slot *slot_of(const g4_wordbook *book, const form *word, uint32_t hash) {
  size_t i = hash & (book->slot_count - 1);
  while (book->slots[i].place &&
         (book->slots[i].hash != hash || !is_form(entry_at(book, book->slots[i].place), word))) {
    i = (i + 1) & (book->slot_count - 1);
  }
  return &book->slots[i];
}

static bool make_room(g4_wordbook *book) {
  if ((book->entry_count + 1) * 4 < book->slot_count * 3) {
    return true;
  }
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

/* A blank entry at the next place. NULL: out of memory. */
static g4_entry *next_entry(g4_wordbook *book) {
  if (book->entry_count / BLOCK == book->blocks.count) {
    char *memory = g4_arena_alloc(&book->arena, BLOCK * sizeof(g4_entry) + LINE);
    if (!memory) {
      return NULL;
    }
    memory += (LINE - (uintptr_t)memory % LINE) % LINE;
    if (!g4_vec_push(&book->blocks, (g4_entry *)(void *)memory)) {
      return NULL;
    }
  }
  return &book->blocks.items[book->entry_count / BLOCK][book->entry_count % BLOCK];
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

static bool fold(g4_arena *arena, const form *word, g4_spot_parts parts, g4_slice *low) {
  if (parts.count == 1) {
    *low = parts.items[0].low;
    return true;
  }
  g4_buf folded = {0};
  *low = (g4_slice){0};
  if (g4_fold(word->text, word->length, &folded, NULL) == G40_OK) {
    *low = (g4_slice){g4_arena_strndup(arena, g4_buf_text(&folded), folded.length), folded.length};
  }
  g4_buf_free(&folded);
  return low->text != NULL;
}

static bool add_more(g4_arena *arena, g4_entry *entry, const form *word, g4_slice bare, g4_spot_parts parts) {
  if (parts.count == 1 && bare.text == entry->low && word->length <= 2 * (uint32_t)HEAD) {
    return true;
  }
  g4_entry_more *more = g4_arena_alloc(arena, sizeof *more);
  const char *written = g4_arena_strndup(arena, word->text, word->length);
  if (more) {
    *more = (g4_entry_more){written, bare, parts.count > 1 ? parts : (g4_spot_parts){0}};
    entry->more = more;
  }
  return more && written;
}

static bool look_up(g4_wordbook *book, g4_entry *entry, const form *word, const char *text, const g4_word *at) {
  g4_spot_part one;
  g4_spot_parts parts;
  g4_slice low;
  if (g4_spotter_parts(book->spotter, text, at, &book->arena, &one, &parts) || !fold(&book->arena, word, parts, &low)) {
    return false;
  }
  char buffer[G4_LEXIS_LONGEST + 1];
  g4_slice bare = low; /* of letters without accents there is one form */
  if (!at->plain || word->length > G4_LEXIS_LONGEST) {
    bare = (g4_slice){buffer, g4_lexis_fold(word->text, word->length, buffer)};
    bare = keep(&book->arena, bare, low);
  }
  *entry = (g4_entry){.head = word->head,
                      .tail = word->tail,
                      .length = word->length,
                      .low = low.text,
                      .low_length = (uint32_t)low.length,
                      .names = parts.items[0].names};
  if (!bare.text || !add_more(&book->arena, entry, word, bare, parts)) {
    return false;
  }
  entry->reading = g4_lexis_read(bare.text, bare.length);
  if (book->endings) {
    g4_ending ending = g4_endings_read(book->endings, low);
    g4_noun noun = bare.text == low.text ? ending.noun : g4_endings_read(book->endings, bare).noun;
    entry->kind = (uint8_t)ending.kind;
    entry->action = noun.action;
    entry->effect = noun.effect;
    entry->flags = (uint8_t)((noun.bearer ? G4_ENTRY_BEARER : 0) | (ending.stem ? G4_ENTRY_LAST : 0));
  }
  if (at->capital && is_upper(word->text, word->length)) {
    entry->flags |= G4_ENTRY_UPPER;
  }
  return true;
}

static const g4_entry *find(g4_wordbook *book, const char *text, const g4_word *at, const form *word, uint32_t hash) {
  if (!make_room(book)) {
    return NULL;
  }
  g4_book_slot *slot = slot_of(book, word, hash);
  if (slot->place) {
    return entry_at(book, slot->place);
  }
  g4_entry *entry = next_entry(book);
  if (!entry || !look_up(book, entry, word, text, at)) {
    return NULL;
  }
  *slot = (g4_book_slot){hash, (uint32_t)++book->entry_count};
  return entry;
}

const g4_entry *g4_wordbook_entry(g4_wordbook *book, const char *text, const g4_word *word) {
  form written = form_of(text, word);
  return find(book, text, word, &written, hash_of(&written));
}

g4_spot_parts g4_book_parts(const g4_book_word *word, g4_spot_part *one) {
  const g4_entry *entry = word->entry;
  if (entry->more && entry->more->parts.count) {
    return entry->more->parts;
  }
  *one = (g4_spot_part){{entry->low, entry->low_length}, entry->names, 0, entry->length, word->at.capital};
  return (g4_spot_parts){one, 1};
}

/* --- a segment */

static void forget(g4_wordbook *book) {
  free(book->slots);
  book->slots = NULL;
  book->slot_count = 0;
  book->entry_count = 0;
  book->blocks.count = 0;
  g4_arena_free(&book->arena);
}

/* Words first, then what is known of them: their slots come from memory all at once. */
int g4_wordbook_read(g4_wordbook *book, const char *text, size_t n, g40_error *err) {
  if (book->entry_count > MOST_ENTRIES) {
    forget(book);
  }
  book->words.count = 0;
  g4_word at = {0};
  while (g4_word_next(text, n, at.end, &at)) {
    form word = form_of(text, &at);
    uint32_t hash = hash_of(&word);
    if (book->slots) {
      __builtin_prefetch(&book->slots[hash & (book->slot_count - 1)]);
    }
    if (!g4_vec_push(&book->words, (g4_book_word){at, hash, NULL})) {
      return g4_nomem(err);
    }
  }
  for (size_t i = 0; i < book->words.count; i++) {
    g4_book_word *word = &book->words.items[i];
    form written = form_of(text, &word->at);
    word->entry = find(book, text, &word->at, &written, word->hash);
    if (!word->entry) {
      return g4_nomem(err);
    }
  }
  return G40_OK;
}

void g4_wordbook_free(g4_wordbook *book) {
  forget(book);
  g4_vec_free(&book->words);
  g4_vec_free(&book->blocks);
}
