/* Closed classes of Dutch words that tell where a sentence goes on, where it ends and where a new one starts. */
#ifndef G4_TEXT_CUES_H
#define G4_TEXT_CUES_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  G4_ABBREVIATION_NONE,
  G4_ABBREVIATION_INNER,  /* something always follows: bijv., o.a., dhr. */
  G4_ABBREVIATION_NUMBER, /* a number or letter follows: art., nr., blz. */
  G4_ABBREVIATION_OPEN    /* may end a sentence: enz., e.d., jl. */
} g4_abbreviation;

/* What the word before a full stop is, written with or without dots inside ("m.b.t" or "mbt"); any case. Those that
 * are words without their dots (o.m.) are not known here. */
g4_abbreviation g4_abbreviation_of(const char *word, size_t n);

/* Articles, conjunctions and those prepositions that never end a sentence or a heading ("pak misbruik aan" does). Any
 * case. */
bool g4_is_function_word(const char *word, size_t n);

/* Words that often start a sentence and are no names: De, Het, Daarom. Only with a capital. */
bool g4_is_opening_word(const char *word, size_t n);

#endif
