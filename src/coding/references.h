/* What a coding refers to: things of the registry, and its own positions. */
#ifndef G4_CODING_REFERENCES_H
#define G4_CODING_REFERENCES_H

#include "extract/coded.h"
#include "model/diagnose.h"

/* Unknown ids, ministries that did not exist on the document's date, doubled positions, asks without an action and
 * other things that do not go together become diagnostics. The registry must be checked. G40_NOMEM or 0. */
int g4_coding_check_references(const g4_coded *coded, const g4_registry *registry, g40_diagnostics *diagnostics,
                               g40_error *err);

#endif
