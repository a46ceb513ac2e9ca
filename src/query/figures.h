/* Figures of one position. */
#ifndef G4_QUERY_FIGURES_H
#define G4_QUERY_FIGURES_H

#include "query/loader.h"

/* Of the position with this pk and the id and document in its row. */
int g4_load_figures(g4_loader *loader, int64_t pk, const g40_position *position, const g40_figures **figures);

#endif
