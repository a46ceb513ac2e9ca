/* Phrases of one word or more, looked for in a text as whole words, whatever their case and accents: the longest that
 * stands at a place, none in another. */
#ifndef G4_LEXICON_PHRASES_H
#define G4_LEXICON_PHRASES_H

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/vec.h"

typedef struct {
  size_t value, next; /* the next value of the same phrase, + 1; 0: none */
} g4_phrase_value;

/* A zeroed g4_phrases holds none. Once filled it may be shared by threads. */
typedef struct {
  g4_arena arena;
  g4_map by_words; /* folded words, a space between, to the first of their values */
  g4_map longest;  /* the first word of phrases to how many words the longest of them has */
  G4_VEC(g4_phrase_value) values;
} g4_phrases;

/* Several values may have one phrase. One without words is left out. G40_NOMEM or 0. */
int g4_phrases_add(g4_phrases *phrases, const char *phrase, size_t value, g40_error *err);
void g4_phrases_free(g4_phrases *phrases);

/* Calls `hit` with each value of each phrase found, in the order of the text. G40_NOMEM or 0. */
typedef void (*g4_phrase_hit)(void *context, size_t value);
int g4_phrases_find(const g4_phrases *phrases, const char *text, size_t n, g4_phrase_hit hit, void *context,
                    g40_error *err);

#endif
