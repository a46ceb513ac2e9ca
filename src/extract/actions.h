/* What a position asks for, commits to or rules: one of the vocabulary of docs/data.md. */
#ifndef G4_EXTRACT_ACTIONS_H
#define G4_EXTRACT_ACTIONS_H

#include "extract/rules.h"

/* `deciding` is the clause that decided, or G4_NOWHERE. */
g4_action g4_action_of(const g4_parse *parse, g4_rule rule, int deciding);
/* What a verb with its split part does, whatever stands with it. */
g4_action g4_action_of_verb(uint16_t verb, uint16_t particle);
const char *g4_action_name(g4_action action); /* "set_norm"; NULL for none */

/* What the verb of a clause does to its object. */
g4_effect g4_effect_of(const g4_clause *clause);
g4_effect g4_effect_of_verb(uint16_t verb, uint16_t particle);

#endif
