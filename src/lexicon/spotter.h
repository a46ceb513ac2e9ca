/* What a spotter holds: the names by their first token. Built in spotter.c, used in spot.c. */
#ifndef G4_LEXICON_SPOTTER_H
#define G4_LEXICON_SPOTTER_H

#include "base/map.h"
#include "lexicon/spot.h"

/* How a name is compared; where names are equally long, the first of these wins. */
typedef enum {
  G4_SPOT_ABBREVIATION, /* in its own case */
  G4_SPOT_PROPER,       /* with a capital, and not inside a word */
  G4_SPOT_TITLE,        /* in any case, but as it is: ministries, posts */
  G4_SPOT_COMMON        /* in any case and number */
} g4_spot_kind;

typedef struct {
  g4_spot_kind kind;
  const g4_slice *tokens; /* folded */
  const unsigned char *gaps;
  size_t count;
  g4_slice cased; /* the whole name, case kept */
  g4_candidate *first, *last;
} g4_spot_name;

struct g4_spot_link {
  g4_spot_link *next;
  const g4_spot_name *name;
  char second; /* the first byte of the name's second token, which no ending changes; NUL: it has one token only */
};

struct g4_spotter {
  const g4_registry *registry;
  unsigned types;
  g4_arena arena;
  g4_map by_key; /* a name as compared -> its place in names */
  G4_VEC(g4_spot_name *) names;
  g4_map by_token;               /* a first token, in all forms that count -> its place in starts */
  G4_VEC(g4_spot_link *) starts; /* longest names first */
  size_t longest;                /* tokens */
};

/* Appends the fold of a token to `out`. G40_NOMEM or 0. */
int g4_spotter_fold(const char *text, size_t n, bool plain, g4_buf *out);

/* Whether the last token of a name may look like this. */
bool g4_spot_last_matches(const g4_spot_name *name, g4_slice token);

#endif
