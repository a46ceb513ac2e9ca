/* Which ministry a name means on a date, and who answers for it on another. It refuses to guess: a name means one
 * version, or the resolution says why not and what it may have meant. */
#ifndef G4_LEXICON_RESOLVE_H
#define G4_LEXICON_RESOLVE_H

#include "lexicon/lexicon.h"

typedef enum { G4_RESOLVED, G4_AMBIGUOUS, G4_UNRESOLVED } g4_state;

typedef enum {
  G4_REASON_NONE, /* of a name that is not unresolved */
  G4_REASON_UNKNOWN,
  G4_REASON_INCOMPLETE,     /* "de minister" */
  G4_REASON_NOT_A_MINISTRY, /* "Openbaar Ministerie", "Duitse minister van ..." */
  G4_REASON_RENAMED,        /* an organisation of that name bears another on the date */
  G4_REASON_ENDED,
  G4_REASON_NOT_YET
} g4_reason;

typedef enum { G4_MINISTRY, G4_POST } g4_name_form;

enum { G4_NOTE_BEYOND_REGISTRY = 1, G4_NOTE_BEFORE_REGISTRY = 2 };

typedef struct {
  g4_state state;
  g4_reason reason;
  g4_name_form form;
  int version; /* index in the registry, or G4_NO_VERSION */
  int post;    /* index of a post without a ministry of its own, or -1 */
  g4_date as_of;
  unsigned notes;
  g4_indices now, changes, transfers; /* of the resolved version: see lineage.h */
  g4_indices candidates;              /* versions: of an ambiguous name, or that bear the name on other dates */
} g4_resolution;

/* date 0: none given; as_of 0: known_through. `out` is zeroed first. G40_NOMEM or 0: a refusal is no failure. */
int g4_resolve(const g4_lexicon *lexicon, const char *name, g4_date date, g4_date as_of, g4_resolution *out,
               g40_error *err);
void g4_resolution_free(g4_resolution *resolution);

const char *g4_state_name(g4_state state);    /* "resolved" */
const char *g4_reason_name(g4_reason reason); /* "not_a_ministry"; NULL for none */
const char *g4_name_form_name(g4_name_form form);

#endif
