/* Inside the index: which passages the words of positions stand in. */
#ifndef G4_INDEX_LINKS_H
#define G4_INDEX_LINKS_H

#include "index/wording.h"
#include "store/store.h"

/* Writes the links of a document's positions. The first of its passages has the number `first`. */
int g4_links_write(g4_store *store, int64_t document, const g4_wording *wording, int64_t first, g40_error *err);
/* 1: those are the links that are there, 0: they are not. */
int g4_links_check(g4_store *store, int64_t document, const g4_wording *wording, int64_t first, g40_error *err);

#endif
