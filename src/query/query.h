/* The filters of a listing, as the caller set them. */
#ifndef G4_QUERY_QUERY_H
#define G4_QUERY_QUERY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/vec.h"
#include "g40/query.h"

typedef enum {
  G4_FILTER_ID,
  G4_FILTER_TEXT,
  G4_FILTER_THEME,
  G4_FILTER_MINISTRY,
  G4_FILTER_RESPONSIBLE,
  G4_FILTER_STAKEHOLDER,
  G4_FILTER_ROLE,
  G4_FILTER_KIND,
  G4_FILTER_ACTION,
  G4_FILTER_INSTRUMENT,
  G4_FILTER_DOCUMENT,
  G4_FILTERS
} g4_filter_kind;

typedef G4_VEC(const char *) g4_strings;

struct g40_query {
  g4_arena arena;
  g4_strings values[G4_FILTERS];
  g4_date as_of;
  int64_t limit; /* 0: all */
  const char *after;
  bool with_contacts;
};

#endif
