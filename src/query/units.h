/* Passages as search and match hand them over. */
#ifndef G4_QUERY_UNITS_H
#define G4_QUERY_UNITS_H

#include "index/index.h"
#include "query/loader.h"

/* The passage with this number, in the loader's arena; without contact data, unless the loader is asked for it.
 * G40_CORRUPT where the index knows one that is not there. */
int g4_unit_load(g4_loader *loader, const g4_index *index, uint32_t slot, g4_evidence *unit);

/* What such rows are paged by, "document@start": of a row, in the loader's arena; and the passage's number back from
 * it, G40_NOT_FOUND where there is none. */
const char *g4_unit_key(g4_loader *loader, const g4_evidence *unit);
int g4_unit_find(g4_session *session, const g4_index *index, const char *key, uint32_t *slot, g40_error *err);
int g4_unit_not_found(const char *key, g40_error *err);

/* Which passages pass the filters of a query: a byte each, 1 or 0; NULL where there is no filter. To be freed. */
int g4_units_allowed(g4_session *session, const g4_index *index, const g40_query *query, uint8_t **allowed,
                     g40_error *err);

#endif
