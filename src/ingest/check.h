/* Checking one coding file against its text: anchors, and what of the text is accounted for. */
#ifndef G4_INGEST_CHECK_H
#define G4_INGEST_CHECK_H

#include "model/rows.h"

/* The result's owner keeps all of its parts. Contact data is replaced unless asked for. NULL on failure. */
g40_check *g4_check_coding(const char *coding, bool with_contacts, g40_error *err);

#endif
