#include "ingest/registry_add.h"

#include <string.h>

#include "coding/registry_check.h"
#include "store/registry.h"

static int read_stored(g4_store *store, g4_registry *registry, g40_error *err) {
  int (*const readers[])(g4_store *, g4_registry *, g40_error *) = {g4_store_read_sources, g4_store_read_ministries,
                                                                    g4_store_read_names, g4_store_read_portfolios};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof readers / sizeof *readers && code == G40_OK; i++) {
    code = readers[i](store, registry, err);
  }
  return code;
}

static bool is_own(const g4_provenance *from) { return from->origin && strcmp(from->origin, "user") == 0; }

/* What a user wrote before gives way to what the file says under the same id. */
static void drop_older(g4_registry *registry, const g4_registry *file) {
  size_t kept = 0;
  for (size_t i = 0; i < registry->entities.count; i++) {
    const g4_entity *entity = &registry->entities.items[i];
    bool again = false;
    for (size_t k = 0; is_own(&entity->from) && k < file->entities.count && !again; k++) {
      again = strcmp(entity->id, file->entities.items[k].id) == 0;
    }
    if (!again) {
      registry->entities.items[kept++] = *entity;
    }
  }
  registry->entities.count = kept;
  kept = 0;
  for (size_t i = 0; i < registry->portfolios.count; i++) {
    const g4_portfolio *portfolio = &registry->portfolios.items[i];
    bool again = false;
    for (size_t k = 0; is_own(&portfolio->from) && k < file->portfolios.count && !again; k++) {
      again = strcmp(portfolio->id, file->portfolios.items[k].id) == 0;
    }
    if (!again) {
      registry->portfolios.items[kept++] = *portfolio;
    }
  }
  registry->portfolios.count = kept;
}

/* Puts the file's items behind those that are there; their strings stay in the file's arena. */
static int join(g4_registry *registry, const g4_registry *file, g40_error *err) {
  bool ok = true;
  for (size_t i = 0; i < file->sources.count && ok; i++) {
    ok = g4_vec_push(&registry->sources, file->sources.items[i]);
  }
  for (size_t i = 0; i < file->entities.count && ok; i++) {
    ok = g4_vec_push(&registry->entities, file->entities.items[i]);
  }
  for (size_t i = 0; i < file->members.count && ok; i++) {
    ok = g4_vec_push(&registry->members, file->members.items[i]);
  }
  for (size_t i = 0; i < file->portfolios.count && ok; i++) {
    ok = g4_vec_push(&registry->portfolios, file->portfolios.items[i]);
  }
  return ok ? G40_OK : g4_nomem(err);
}

/* Facts about ministries come with the library, dated and checked: a user's would not be updated with them. */
static void refuse_facts(const g4_registry_input *file, const char *path) {
  const g4_registry *registry = file->registry;
  if (registry->versions.count || file->changes.count || registry->posts.count || registry->not_ministries.count ||
      registry->known_from || registry->known_through || registry->minister_voor_until) {
    g4_diagnose(file->diagnostics, G4_ERROR, path, 0, 0, "form",
                "a user's registry has sources, stakeholders, members, themes, instruments, advices and portfolios;"
                " ministries, changes, posts and known days come with the library");
  }
}

static int write(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = g4_store_begin(store, err);
  if (code == G40_OK) {
    code = g4_store_add_registry(store, registry, err);
  }
  if (code == G40_OK) {
    code = g4_store_commit(store, err);
  }
  g4_store_rollback(store);
  return code;
}

int g4_registry_add(g4_store *store, const char *path, g40_diagnostics *diagnostics, g40_error *err) {
  g4_registry file = {0}, registry = {0};
  g4_registry_input read = {.registry = &file, .diagnostics = diagnostics};
  g4_registry_input all = {.registry = &registry, .diagnostics = diagnostics};
  int code = g4_registry_read_file(&read, path, path, "user", err);
  if (code == G40_OK) {
    refuse_facts(&read, path);
    code = read_stored(store, &registry, err);
  }
  if (code == G40_OK) {
    drop_older(&registry, &file);
    code = join(&registry, &file, err);
  }
  if (code == G40_OK) {
    code = g4_registry_check(&all, err);
  }
  if (code == G40_OK && !g40_diagnostics_errors(diagnostics)) {
    code = write(store, &registry, err);
  }
  g4_registry_input_free(&read);
  g4_registry_input_free(&all);
  g4_registry_free(&registry);
  g4_registry_free(&file);
  return code;
}
