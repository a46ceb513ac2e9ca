/* The words of the segment that is being read, with all that is known of each. It is found out once for a form, because
 * most words of a text come again and again. */
#ifndef G4_EXTRACT_WORDBOOK_H
#define G4_EXTRACT_WORDBOOK_H

#include <stdint.h>

#include "extract/endings.h"
#include "extract/lexis.h"
#include "lexicon/spot.h"
#include "text/words.h"

/* What few words need. */
typedef struct {
  const char *written;
  g4_slice bare;       /* as the lexis has it, with a NUL behind */
  g4_spot_parts parts; /* the tokens of a word with hyphens */
} g4_entry_more;

enum {
  G4_ENTRY_BEARER = 1, /* as in g4_noun */
  G4_ENTRY_UPPER = 2,  /* two upper-case letters or more, and no lower-case one: UWV */
  G4_ENTRY_LAST = 4    /* the kind is that of its last part */
};

/* What is known of a word, in 64 bytes: there are many, and each is waited for. */
typedef struct {
  uint64_t head, tail;       /* of its bytes as it is written, by which it is found */
  const g4_spot_link *names; /* that start with its first token; NULL: none */
  const char *low;           /* folded, with a NUL behind */
  const g4_entry_more *more; /* NULL: bare is low, the word is one token, and has no bytes besides head and tail */
  uint32_t length, low_length;
  g4_reading_of_word reading; /* what the lexis says */
  uint8_t kind;               /* g4_word_kind */
  uint8_t action, effect;     /* as in g4_noun */
  uint8_t flags;
} g4_entry;

static inline g4_slice g4_entry_bare(const g4_entry *entry) {
  return entry->more ? entry->more->bare : (g4_slice){entry->low, entry->low_length};
}

typedef struct {
  g4_word at;
  uint32_t hash;
  const g4_entry *entry;
} g4_book_word;

/* Where an entry is: its place + 1; 0 for none. */
typedef struct {
  uint32_t hash, place;
} g4_book_slot;

/* Empty where all but the first two is zero. Of one thread. */
typedef struct {
  const g4_endings *endings; /* borrowed; NULL: words have no kind, and are no nouns */
  const g4_spotter *spotter; /* borrowed; NULL: no names start with them */
  G4_VEC(g4_book_word) words;
  G4_VEC(g4_entry *) blocks; /* of entries */
  size_t entry_count;
  g4_book_slot *slots; /* by hash */
  size_t slot_count;
  g4_arena arena;
} g4_wordbook;

/* The tokens of a word of the book; `one` is room for that of most words. */
g4_spot_parts g4_book_parts(const g4_book_word *word, g4_spot_part *one);

/* Reads the words of a segment, in place of those of the last one. Entries live until the next call. G40_NOMEM or 0. */
int g4_wordbook_read(g4_wordbook *book, const char *text, size_t n, g40_error *err);

/* What is known of one word of `text`, seen or not. NULL: out of memory. */
const g4_entry *g4_wordbook_entry(g4_wordbook *book, const char *text, const g4_word *word);

void g4_wordbook_free(g4_wordbook *book);

#endif
