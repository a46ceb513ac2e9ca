/* Whom and what a text names: ministries, governments, organisations, groups of people, instruments, advices. */
#ifndef G4_EXTRACT_MENTION_H
#define G4_EXTRACT_MENTION_H

#include "extract/wordbook.h"
#include "lexicon/resolve.h"
#include "lexicon/spot.h"
#include "text/segment.h"

typedef enum {
  G4_MENTION_MINISTRY,
  G4_MENTION_GOVERNMENT,
  G4_MENTION_ORGANISATION,
  G4_MENTION_GROUP,
  G4_MENTION_INSTRUMENT,
  G4_MENTION_ADVICE,
  G4_MENTION_OTHER /* bears a role and is no actor */
} g4_mention_type;

typedef enum {
  G4_ROLE_NONE,
  G4_ROLE_ADDRESSEE,
  G4_ROLE_EXECUTOR,
  G4_ROLE_PARTNER,
  G4_ROLE_BENEFICIARY,
  G4_ROLE_AFFECTED,
  G4_ROLE_CITED_AUTHORITY,
  G4_ROLE_OTHER
} g4_role;

typedef struct {
  g4_span reading; /* in the reading form of the text */
  g4_mention_type type;
  int entity;  /* index in registry->entities, or -1 */
  int version; /* of a ministry: index in registry->versions, or G4_NO_VERSION */
  int post;    /* index in registry->posts, or -1 */
  g4_name_form form;
  g4_state state;
  g4_reason reason;
  const char *rule; /* constant: "registry", or the name of an open pattern (docs/rules.md) */
  g4_role role;     /* set by the judge */
} g4_mention;

typedef G4_VEC(g4_mention) g4_mentions;

typedef struct g4_mention_finder g4_mention_finder; /* immutable; may be shared by threads */

/* Lexicon and its registry are borrowed. NULL: out of memory. */
g4_mention_finder *g4_mention_finder_new(const g4_lexicon *lexicon, g40_error *err);
void g4_mention_finder_free(g4_mention_finder *finder);

typedef struct g4_search g4_search; /* a finder at work on a text; of one thread */

/* The finder is borrowed. NULL: out of memory. */
g4_search *g4_search_new(const g4_mention_finder *finder, g40_error *err);
void g4_search_free(g4_search *search);

/* Appends what one segment names, in order, without overlap. Ministries are read at `date` (0: none). G40_NOMEM or 0.
 */
int g4_mentions_find(g4_search *search, const g4_text *text, const g4_segment *segment, g4_date date,
                     g4_mentions *mentions, g40_error *err);

/* The words of the segment that was looked at last, of any kind. */
const g4_wordbook *g4_search_words(const g4_search *search);

const char *g4_mention_type_name(g4_mention_type type); /* "ministry" */
const char *g4_role_name(g4_role role);                 /* "addressee"; NULL for none */

#endif
