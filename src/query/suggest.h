/* What may have been meant where nothing was found. */
#ifndef G4_QUERY_SUGGEST_H
#define G4_QUERY_SUGGEST_H

#include "query/loader.h"
#include "query/wanted.h"

/* The query with each word that stands nowhere replaced by the one of the database that is written most like it; NULL
 * where there is none. In the loader's arena. */
int g4_suggest(g4_loader *loader, g4_index *index, const g4_wanted *wanted, const char **suggestion);

#endif
