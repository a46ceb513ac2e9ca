/* The number of a Dutch noun: the forms that the spelling rules make of one, so that a name in the singular is found
 * in the plural and the other way round. No dictionary: some of the forms are no words. */
#ifndef G4_LEXICON_NOUN_H
#define G4_LEXICON_NOUN_H

#include <stdbool.h>
#include <stddef.h>

#include "lexicon/title.h"

enum { G4_NOUN_LONGEST = 60, G4_NOUN_FORMS = 16 };

typedef struct {
  char text[G4_NOUN_LONGEST + 4];
  size_t length;
} g4_noun_form;

/* All forms of a folded word, the word itself first; each once. A word longer than G4_NOUN_LONGEST has none. */
size_t g4_noun_forms(g4_slice word, g4_noun_form forms[G4_NOUN_FORMS]);

/* Whether `word` is a form of `noun`. */
bool g4_noun_matches(g4_slice noun, g4_slice word);

#endif
