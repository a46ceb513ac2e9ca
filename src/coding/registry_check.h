/* What must hold between the items of a registry. */
#ifndef G4_CODING_REGISTRY_CHECK_H
#define G4_CODING_REGISTRY_CHECK_H

#include "coding/registry_file.h"

/* Once all files are read: finds the versions that changes name, puts the registry in order, and reports unknown ids,
 * duplicates, versions that overlap, cycles of broader terms, names that two things claim. G40_NOMEM or 0. */
int g4_registry_check(g4_registry_input *input, g40_error *err);

#endif
