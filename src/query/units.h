/* Passages as search and match hand them over. */
#ifndef G4_QUERY_UNITS_H
#define G4_QUERY_UNITS_H

#include "index/index.h"
#include "query/loader.h"

typedef struct {
  const char *document, *section; /* slug; heading or NULL */
  const char *sha256;             /* of the document's stored text */
  const char *quote, *text;       /* without contact data, unless the loader is asked for it */
  int64_t start, end, char_start, char_end;
} g4_unit;

/* The passage with this number, in the loader's arena. G40_CORRUPT where the index knows one that is not there. */
int g4_unit_load(g4_loader *loader, const g4_index *index, uint32_t slot, g4_unit *unit);

/* Which passages pass the filters of a query: a byte each, 1 or 0; NULL where there is no filter. To be freed. */
int g4_units_allowed(g4_session *session, const g4_index *index, const g40_query *query, uint8_t **allowed,
                     g40_error *err);

#endif
