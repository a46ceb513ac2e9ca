/* Which positions a query gives, and in what order, before any of them is read: so only those of the page are. */
#ifndef G4_QUERY_KEYS_H
#define G4_QUERY_KEYS_H

#include "base/vec.h"
#include "query/loader.h"

/* A document with positions: its own, and where their keys stand. */
typedef struct {
  int64_t pk;
  const char *slug, *sha256, *issued; /* in the arena of the result */
  g4_date date;                       /* 0: none */
  size_t first, count;
} g4_keys_document;

typedef struct {
  G4_VEC(int64_t) keys;                  /* those of a document together, and ascending */
  G4_VEC(g4_keys_document) documents;    /* in the order of the answer: those without a date first */
  size_t total, page_start, page_length; /* counted over the documents in their order */
} g4_position_keys;

/* A zeroed g4_position_keys is an empty one. 0 or a negative code; to be freed in either case. */
int g4_position_keys_find(g4_loader *loader, const g40_query *query, g4_position_keys *keys);
void g4_position_keys_free(g4_position_keys *keys);

#endif
