/* Actors of one position: its stakeholders and ministries. */
#ifndef G4_QUERY_ACTORS_H
#define G4_QUERY_ACTORS_H

#include "query/loader.h"

/* Of the position with this pk in a document of that date (0: none): fills both lists of its row. */
int g4_load_actors(g4_loader *loader, int64_t pk, g4_date date, g40_position *position);

#endif
