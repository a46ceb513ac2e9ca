/* Registry files (docs/data.md) into a g4_registry. */
#ifndef G4_CODING_REGISTRY_FILE_H
#define G4_CODING_REGISTRY_FILE_H

#include "lexicon/registry.h"
#include "model/diagnose.h"

/* A change names its versions by organisation and abbreviation; they are found when all files are read. */
typedef struct {
  g4_ministry_change change;
  const char *from_organisation, *from_abbreviation, *to_organisation, *to_abbreviation; /* NULL: none */
} g4_pending_change;

typedef struct {
  g4_registry *registry;
  g40_diagnostics *diagnostics;
  G4_VEC(g4_pending_change) changes;
} g4_registry_input;

/* Adds what one file holds. Faults become diagnostics; what is faulty is left out. `shown` is the name in diagnostics.
 * G40_IO, G40_NOMEM or 0. */
int g4_registry_read_file(g4_registry_input *input, const char *path, const char *shown, const char *origin,
                          g40_error *err);
void g4_registry_input_free(g4_registry_input *input); /* not the registry */

#endif
