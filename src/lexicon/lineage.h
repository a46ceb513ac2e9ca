/* What became of a ministry: the versions reached from one by rename, merge and split, forward or backward in time. */
#ifndef G4_LEXICON_LINEAGE_H
#define G4_LEXICON_LINEAGE_H

#include "lexicon/registry.h"

typedef G4_VEC(int) g4_indices; /* ascending, each once */

/* Puts a value in its place among ascending ones; one that is there already is no failure. False: out of memory. */
bool g4_indices_add(g4_indices *indices, int value);

typedef struct {
  g4_date as_of;        /* the date that was answered for */
  g4_indices now;       /* versions that hold on it; empty where all ended without a successor */
  g4_indices changes;   /* those that were followed; the registry keeps them by date */
  g4_indices transfers; /* tasks that went to or from a version on the way, between the dates */
  bool before_known;    /* a line goes back past the first start that is known of it */
} g4_lineage;

/* From the version as it stood on `date` (0: on its first day) to `as_of` (0: known_through). Changes count that lie in
 * (date, as_of], or in (as_of, date] when as_of is the earlier. `out` is zeroed first. G40_NOMEM or 0. */
int g4_lineage_trace(const g4_registry *registry, int version, g4_date date, g4_date as_of, g4_lineage *out,
                     g40_error *err);
void g4_lineage_free(g4_lineage *lineage);

/* Whether the registry does not know what the version's organisation was on that date: it lies before the
 * organisation's first known start, and no change says where that came from. */
bool g4_lineage_unknown_on(const g4_registry *registry, int version, g4_date date);

#endif
