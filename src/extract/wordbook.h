/* The words of the segment that is being read, with all that is known of each. It is found out once for a form, because
 * most words of a text come again and again. */
#ifndef G4_EXTRACT_WORDBOOK_H
#define G4_EXTRACT_WORDBOOK_H

#include <stdint.h>

#include "extract/endings.h"
#include "extract/lexis.h"
#include "lexicon/spot.h"
#include "text/words.h"

/* A word as it is written, by which it is found: its first and last eight bytes are most words already. */
typedef struct {
  uint64_t head, tail;
  const char *text;
  size_t length;
} g4_written;

/* What is known of a word. */
typedef struct {
  g4_written written;
  g4_reading_of_word reading; /* what the lexis says */
  g4_noun noun;               /* what it says as one */
  bool upper;                 /* two upper-case letters or more, and no lower-case one: UWV */
  g4_word_kind kind;
  uint32_t stem;       /* bytes of the folded word before the part that gave the kind; 0 for a whole word */
  g4_slice low;        /* folded */
  g4_slice bare;       /* as the lexis has it, with a NUL behind */
  g4_spot_parts parts; /* its tokens */
} g4_entry;

typedef struct {
  g4_word at;
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
  G4_VEC(g4_entry *) entries;
  g4_book_slot *slots; /* by hash, at most half of them taken */
  size_t slot_count;
  g4_arena arena;
} g4_wordbook;

/* Reads the words of a segment, in place of those of the last one. Entries live until the next call. G40_NOMEM or 0. */
int g4_wordbook_read(g4_wordbook *book, const char *text, size_t n, g40_error *err);

/* What is known of one word of `text`, seen or not. NULL: out of memory. */
const g4_entry *g4_wordbook_entry(g4_wordbook *book, const char *text, const g4_word *word);

void g4_wordbook_free(g4_wordbook *book);

#endif
