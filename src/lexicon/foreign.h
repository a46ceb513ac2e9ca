/* Other states and parts of states, by name and adjective: whose ministries are not ours. Folded Dutch. */
#ifndef G4_LEXICON_FOREIGN_H
#define G4_LEXICON_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

/* "verenigde staten", "duitsland", "vlaanderen"; without article. */
bool g4_foreign_place(const char *folded, size_t n);

/* "duitse", "vlaams", "noord-koreaanse", "buitenlandse". */
bool g4_foreign_adjective(const char *folded, size_t n);

#endif
