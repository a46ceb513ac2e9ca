/* What answering questions about one database needs: its store, and the registry as far as it was asked for.
 * Not for two threads at once: the api room holds a lock. */
#ifndef G4_QUERY_SESSION_H
#define G4_QUERY_SESSION_H

#include "lexicon/lexicon.h"
#include "lexicon/spot.h"
#include "store/store.h"

typedef struct {
  g4_store *store;
  g4_registry registry;
  bool has_ministries, has_ministry_names, has_names;
  g4_lexicon *ministry_names, *lexicon;
  g4_spotter *spotter;
  int64_t version; /* of what was read */
} g4_session;

/* Takes the store over, also on failure. */
g4_session *g4_session_new(g4_store *store, g40_error *err);
void g4_session_free(g4_session *session);

/* Forgets what was read of the registry: it may have changed. */
void g4_session_forget(g4_session *session);
/* Between them all that is read is of one state of the database; what was read of an older one is forgotten. */
int g4_session_begin(g4_session *session, g40_error *err);
void g4_session_end(g4_session *session);

/* The versions of ministries and their changes, read on first use; NULL on failure. */
const g4_registry *g4_session_ministries(g4_session *session, g40_error *err);
/* The names of ministries, posts and what is no ministry, which is all that resolving takes; NULL on failure. It stays
 * good when all names are read later. */
const g4_lexicon *g4_session_ministry_names(g4_session *session, g40_error *err);
/* All names, read on first use; NULL on failure. */
const g4_lexicon *g4_session_lexicon(g4_session *session, g40_error *err);
/* Finds names of all types; made on first use, NULL on failure. */
const g4_spotter *g4_session_spotter(g4_session *session, g40_error *err);

#endif
