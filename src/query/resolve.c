#include "lexicon/resolve.h"

#include "query/listing.h"
#include "query/loader.h"

static const g40_ministry *resolved_ministry(g4_loader *loader, const g4_resolution *found) {
  const g4_registry *registry = &loader->session->registry;
  if (found->state != G4_RESOLVED) {
    return NULL;
  }
  g4_indices one = {0};
  if (!g4_indices_add(&one, found->version)) {
    loader->failed = 1;
    return NULL;
  }
  const g40_ministries *array = g4_loader_ministries(loader, registry, &one, false);
  g4_vec_free(&one);
  return g40_ministries_at(array, 0);
}

static void fill(g4_loader *loader, const g4_resolution *found, g4_date date, g40_resolution *row) {
  const g4_registry *registry = &loader->session->registry;
  g4_arena *arena = &loader->owner->arena;
  row->owner = loader->owner;
  row->state = g4_state_name(found->state);
  row->reason = g4_reason_name(found->reason);
  row->form = g4_name_form_name(found->form);
  if (found->post >= 0) {
    row->post = g4_arena_strdup(arena, registry->posts.items[found->post].name);
    loader->failed |= !row->post;
  }
  row->date = g4_loader_date(loader, date);
  row->as_of = g4_loader_date(loader, found->as_of);
  row->beyond_registry = (found->notes & G4_NOTE_BEYOND_REGISTRY) != 0;
  row->before_registry = (found->notes & G4_NOTE_BEFORE_REGISTRY) != 0;
  row->ministry = resolved_ministry(loader, found);
  row->now = g4_loader_ministries(loader, registry, &found->now, false);
  row->candidates = g4_loader_ministries(loader, registry, &found->candidates, true);
  row->changes = g4_loader_changes(loader, registry, &found->changes);
  row->transfers = g4_loader_changes(loader, registry, &found->transfers);
}

g40_resolution *g4_answer_resolve(g4_session *session, const char *name, g4_date date, g4_date as_of, g40_error *err) {
  g4_loader loader;
  if (g4_loader_begin(&loader, session, NULL, err) != G40_OK) {
    return NULL;
  }
  loader.as_of = as_of;
  const g4_lexicon *lexicon = g4_session_ministry_names(session, err);
  g40_resolution *row = lexicon ? g4_arena_alloc(&loader.owner->arena, sizeof *row) : NULL;
  int code = lexicon ? G40_OK : err->code;
  if (lexicon && !row) {
    code = g4_nomem(err);
  } else if (row) {
    g4_resolution found;
    code = g4_resolve(lexicon, name, date, as_of, &found, err);
    if (code == G40_OK) {
      fill(&loader, &found, date, row);
      g4_resolution_free(&found);
    }
  }
  return g4_loader_end(&loader, code, row);
}
