/* What a name may mean, at any date: versions and posts, from the best match to the weakest. */
#ifndef G4_LEXICON_READINGS_H
#define G4_LEXICON_READINGS_H

#include "lexicon/lexicon.h"

/* How a reading matches, best first. */
typedef enum {
  G4_MATCH_POST,         /* a post's whole name, where the head says that it is a person */
  G4_MATCH_MINISTRY,     /* a version's id, abbreviation or whole name */
  G4_MATCH_PART_OF_POST, /* "minister voor" and some parts of a post's name */
  G4_MATCH_PART,         /* some parts of a name */
  G4_MATCH_BARE_POST,    /* without a head a ministry is meant first */
  G4_MATCH_BARE_PART_OF_POST
} g4_match;

typedef struct {
  g4_match match;
  g4_target target; /* version or post */
  int index;
} g4_reading;

typedef struct {
  G4_VEC(g4_reading) items;
  bool several_parts; /* the name is a list of parts */
} g4_readings;

/* date 0: none. False: out of memory. */
bool g4_readings_find(const g4_lexicon *lexicon, const g4_title *title, g4_date date, g4_readings *readings);
void g4_readings_free(g4_readings *readings);

bool g4_match_is_whole(g4_match match);
bool g4_match_is_bare(g4_match match);

#endif
