/* Who bears which part in a position: by the place of the words in the clause, what governs them, and what the verb
 * does to its object. */
#ifndef G4_EXTRACT_ROLES_H
#define G4_EXTRACT_ROLES_H

#include "extract/rules.h"

/* Sets the roles of mentions[first..], and adds mentions of type other that bear one. `deciding` is the clause that
 * decided, or G4_NOWHERE. G40_NOMEM or 0. */
int g4_roles_set(const g4_parse *parse, int deciding, g4_mentions *mentions, size_t first, g40_error *err);

#endif
