/* g4_contains(text, needle): whether the fold of the text holds the needle, which is folded already.
 * A function of our own connection; no table or view uses it. */
#ifndef G4_QUERY_CONTAINS_H
#define G4_QUERY_CONTAINS_H

#include "store/store.h"

int g4_contains_register(g4_store *store, g40_error *err);

#endif
