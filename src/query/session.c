#include "query/session.h"

#include <stdlib.h>

#include "query/contains.h"
#include "store/registry.h"

g4_session *g4_session_new(g4_store *store, g40_error *err) {
  g4_session *session = calloc(1, sizeof *session);
  if (!session) {
    g4_store_close(store);
    g4_nomem(err);
    return NULL;
  }
  session->store = store;
  if (g4_contains_register(store, err) != G40_OK) {
    g4_session_free(session);
    return NULL;
  }
  return session;
}

void g4_session_free(g4_session *session) {
  if (session) {
    g4_spotter_free(session->spotter);
    g4_lexicon_free(session->lexicon);
    g4_lexicon_free(session->ministry_names);
    g4_registry_free(&session->registry);
    g4_store_close(session->store);
    free(session);
  }
}

void g4_session_forget(g4_session *session) {
  g4_spotter_free(session->spotter);
  session->spotter = NULL;
  g4_lexicon_free(session->lexicon);
  g4_lexicon_free(session->ministry_names);
  session->lexicon = session->ministry_names = NULL;
  g4_registry_free(&session->registry);
  session->has_ministries = session->has_ministry_names = session->has_names = false;
}

int g4_session_begin(g4_session *session, g40_error *err) {
  int64_t version = session->version;
  int code = g4_store_begin_read(session->store, &version, err);
  if (code == G40_OK && version != session->version) {
    g4_session_forget(session);
    session->version = version;
  }
  return code;
}

void g4_session_end(g4_session *session) { g4_store_end_read(session->store); }

const g4_registry *g4_session_ministries(g4_session *session, g40_error *err) {
  if (!session->has_ministries) {
    if (g4_store_read_ministries(session->store, &session->registry, err) != G40_OK) {
      g4_registry_free(&session->registry);
      return NULL;
    }
    session->has_ministries = true;
  }
  return &session->registry;
}

/* What was read in part is of no use. */
static const g4_lexicon *give_up(g4_session *session) {
  g4_session_forget(session);
  return NULL;
}

/* The names of ministries and posts in the registry. */
static bool has_ministry_names(g4_session *session, g40_error *err) {
  if (!g4_session_ministries(session, err)) {
    return false;
  }
  if (!session->has_ministry_names) {
    if (g4_store_read_ministry_names(session->store, &session->registry, err) != G40_OK) {
      g4_session_forget(session);
      return false;
    }
    session->has_ministry_names = true;
  }
  return true;
}

const g4_lexicon *g4_session_ministry_names(g4_session *session, g40_error *err) {
  if (session->lexicon) {
    return session->lexicon;
  }
  if (!session->ministry_names && has_ministry_names(session, err)) {
    session->ministry_names = g4_lexicon_new(&session->registry, err);
  }
  return session->ministry_names;
}

const g4_lexicon *g4_session_lexicon(g4_session *session, g40_error *err) {
  if (session->lexicon) {
    return session->lexicon;
  }
  if (!has_ministry_names(session, err)) {
    return NULL;
  }
  if (!session->has_names) {
    if (g4_store_read_entities(session->store, &session->registry, err) != G40_OK) {
      return give_up(session);
    }
    session->has_names = true;
  }
  session->lexicon = g4_lexicon_new(&session->registry, err);
  return session->lexicon;
}

const g4_spotter *g4_session_spotter(g4_session *session, g40_error *err) {
  if (!session->spotter && g4_session_lexicon(session, err)) {
    session->spotter = g4_spotter_new(&session->registry, G4_ANY_TYPE, err);
  }
  return session->spotter;
}
