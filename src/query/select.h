/* Running a listing's SQL: a filter of positions, ids, a limit and a page. */
#ifndef G4_QUERY_SELECT_H
#define G4_QUERY_SELECT_H

#include "query/loader.h"

/* What a listing is made of. `sql` is a SELECT that may use the table expression hits(pk), the positions that pass the
 * filter; its first column is the row's id, except for ministries. */
typedef struct {
  const char *sql;
  bool second_is_key;       /* pages go on after the row's second text (the version of a ministry), not its id */
  bool second_without_id;   /* a row may have no id: then pages go on after its second text (the name) */
  const char *types[2];     /* before the slash of its ids: an id without its type is tried with these */
  bool hits_only_filtered;  /* `sql` does not use hits: only `only_touched` does */
  const char *only_touched; /* condition that leaves out what no hit touches, used where a filter is set; or NULL */
  const char *order;
  size_t row_size;
  g4_read_row read;
} g4_listing;

/* All of it, in an array of the model. Returns 0 or a negative code. */
int g4_select(g4_loader *loader, const g40_query *query, const g4_listing *listing, void **array);

#endif
