/* What nouns say of an act and of whom it is for, by the end of the word: "heffing", "bescherming". */
#ifndef G4_EXTRACT_NOUNS_H
#define G4_EXTRACT_NOUNS_H

#include "extract/parse.h"

typedef struct {
  g4_action action;
  g4_effect effect;
} g4_noun_cue;

/* Of the word at i; both are none where it is no such noun. */
g4_noun_cue g4_noun_cue_of(const g4_parse *parse, int i);

/* Whether the word at i names what may bear a role and is no actor: sectoren, iedereen, winkelgebieden. */
bool g4_noun_is_bearer(const g4_parse *parse, int i);

#endif
