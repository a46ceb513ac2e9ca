/* The context of JSON-LD exports, and the keys that it gives a meaning. */
#ifndef G4_EXPORT_JSONLD_CONTEXT_H
#define G4_EXPORT_JSONLD_CONTEXT_H

#include "export/json.h"

/* Writes the "@context" member; ids are resolved against `base`, our own terms are base + "vocabulary/". */
void g4_jsonld_context(g4_json *json, const char *base);

#endif
