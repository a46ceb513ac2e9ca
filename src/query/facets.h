/* Counting what passages fall to: theme, ministry, stakeholder, document, year. */
#ifndef G4_QUERY_FACETS_H
#define G4_QUERY_FACETS_H

#include "index/list.h"
#include "query/loader.h"

/* How many of the passages (ascending) fall to each; those with none are left out, the most frequent first. What stands
 * where is read on first use and kept until the index changes. */
int g4_facets_count(g4_loader *loader, g4_index *index, const g4_list *list, const g40_facets **facets);

#endif
