/* The small registry with a lexicon and a spotter over it: the fixture of the programs that test look-ups. */
#ifndef TEST_UNIT_LEXICON_WORLD_H
#define TEST_UNIT_LEXICON_WORLD_H

#include "lexicon/lexicon.h"
#include "lexicon/registry.h"
#include "lexicon/spotter.h"

extern g4_registry registry;
extern g4_lexicon *lexicon;
extern g4_spotter *spotter;

/* Group set-up and tear-down of cmocka. */
int lexicon_world_set_up(void **state);
int lexicon_world_tear_down(void **state);

#endif
