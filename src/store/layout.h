/* Whether the tables of a file are ours. */
#ifndef G4_STORE_LAYOUT_H
#define G4_STORE_LAYOUT_H

#include "store/store.h"

/* Each table of schema.sql must be there as an ordinary table with all of its columns, none of them computed: views and
 * virtual tables in their place could run for ever. Others may be beside them. G40_CORRUPT where that is not so. */
int g4_store_check_layout(g4_store *store, const char *path, g40_error *err);

#endif
