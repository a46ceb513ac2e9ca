/* What the sentences around it make of a sentence in the present tense: something told, or something proposed. */
#ifndef G4_EXTRACT_SURROUNDINGS_H
#define G4_EXTRACT_SURROUNDINGS_H

#include "extract/analysis.h"

/* Settles the judgements that are open. What is told bears no roles: its mentions lose theirs, and those that were only
 * there for a role go. */
void g4_settle(g4_analysis *analysis);

#endif
