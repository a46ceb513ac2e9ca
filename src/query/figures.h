/* Figures of one position. */
#ifndef G4_QUERY_FIGURES_H
#define G4_QUERY_FIGURES_H

#include "query/loader.h"

int g4_load_figures(g4_loader *loader, int64_t position, const g40_figures **figures);

#endif
