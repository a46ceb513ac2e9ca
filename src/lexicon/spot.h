/* Finds the registry's names in a text: the longest that stands at a place, left to right, none in another.
 * Abbreviations count in their own case (EZ, not "ez"), names of single bodies with a capital ("het Rijk"), all others
 * in any case, and with their last word in the singular or plural. What the names mean, and whether a name is meant at
 * all where it is an everyday word, is for the caller to say. */
#ifndef G4_LEXICON_SPOT_H
#define G4_LEXICON_SPOT_H

#include <stdint.h>

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/words.h"

typedef struct g4_spot_link g4_spot_link;
typedef struct g4_spotter g4_spotter; /* immutable; may be shared by threads */

/* For ministries, posts, what is no ministry, and entities of these types (G4_TYPE). The registry is borrowed.
 * NULL: out of memory. */
g4_spotter *g4_spotter_new(const g4_registry *registry, unsigned types, g40_error *err);
void g4_spotter_free(g4_spotter *spotter);

typedef struct {
  size_t start, end;           /* bytes of the name, with its ending */
  size_t word_start, word_end; /* ... and with what hyphens tie to it: IenW in "IenW-begroting" */
  const g4_candidate *first;   /* what it may mean, in the registry's order; the spotter's */
  bool abbreviation;
  bool capital; /* it starts with an upper-case letter */
} g4_spot;

typedef G4_VEC(g4_spot) g4_spots;

/* Appends what is found, in order. The text is in reading form (names that run over a line end are joined).
 * G40_NOMEM or 0. */
int g4_spotter_find(const g4_spotter *spotter, const char *text, size_t n, g4_spots *spots, g40_error *err);

/* The same in steps, for who reads the words himself and meets them again and again. */

/* A token of a word: what hyphens part. */
typedef struct {
  g4_slice low;              /* folded */
  const g4_spot_link *names; /* of the spotter, that start with it; NULL: none */
  uint32_t start, end;       /* bytes from the word's start */
  bool capital;
} g4_spot_part;

typedef struct {
  const g4_spot_part *items;
  size_t count;
} g4_spot_parts;

/* The tokens of one word of `text`, which is shorter than 4 GiB: `one` of a word without hyphens, else an array in the
 * arena, where the folds live too. The spotter may be NULL: no names start with them. G40_NOMEM or 0. */
int g4_spotter_parts(const g4_spotter *spotter, const char *text, const g4_word *word, g4_arena *arena,
                     g4_spot_part *one, g4_spot_parts *parts);

/* A token where it stands. */
typedef struct {
  g4_spot_part part;
  size_t start, word_start, word_end;
  unsigned char gap; /* what stands before it */
} g4_spot_token;

typedef G4_VEC(g4_spot_token) g4_spot_tokens;

/* Appends the tokens of a word that follows one that ends at `from`. False: out of memory. */
bool g4_spot_tokens_add(g4_spot_tokens *tokens, const char *text, size_t from, const g4_word *word,
                        g4_spot_parts parts);

/* Appends what is found among the tokens of `text`. G40_NOMEM or 0. */
int g4_spotter_match(const char *text, const g4_spot_tokens *tokens, g4_spots *spots, g40_error *err);

#endif
