/* What a person typed, as what is looked for: words, phrases, beginnings, with the names that mean the same. */
#ifndef G4_QUERY_WANTED_H
#define G4_QUERY_WANTED_H

#include "base/arena.h"
#include "index/index.h"
#include "query/session.h"
#include "text/span.h"

enum { G4_PHRASE_LONGEST = 24, G4_WANTED_LONGEST = 4096, G4_WANTED_MOST = 48 };

/* Terms one behind the other: of a word the parts of it, of a phrase the parts of all its words. */
typedef struct {
  uint32_t terms[G4_PHRASE_LONGEST];
  uint32_t count;
} g4_phrase;

/* One thing that a passage must have, may not have, or may have. */
typedef struct {
  bool negated;
  const char *prefix;        /* folded: any word that begins so; NULL: see phrases */
  G4_VEC(g4_phrase) phrases; /* all of them ... */
  G4_VEC(g4_phrase) others;  /* ... or any of these, which mean the same */
  g4_span typed;             /* in the text */
  bool word;                 /* a word outside of quotes */
} g4_wanted_item;

/* A name that is looked for besides. Strings are the registry's; words are the arena's. */
typedef struct {
  const char *words, *id, *name, *relation;
} g4_wanted_name;

typedef struct {
  g4_arena arena;
  const char *text; /* cut to G4_WANTED_LONGEST bytes */
  size_t length;
  G4_VEC(g4_wanted_item) items;
  G4_VEC(g4_wanted_name) names;
} g4_wanted;

/* Never a fault of syntax. A zeroed g4_wanted is an empty one. */
int g4_wanted_read(g4_session *session, g4_index *index, const char *text, bool related, g4_wanted *wanted,
                   g40_error *err);
void g4_wanted_free(g4_wanted *wanted);

/* For names (wanted_names.c): adds what else the items may be called. */
int g4_wanted_add_names(g4_session *session, g4_index *index, bool related, g4_wanted *wanted, g40_error *err);
/* The phrase of all words of a text. */
int g4_phrase_of(g4_index *index, const char *text, size_t n, g4_phrase *phrase, g40_error *err);

#endif
