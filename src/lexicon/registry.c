#include "lexicon/registry.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

static const char *const change_kinds[] = {"rename", "split", "merge", "found", "dissolve", "task_transfer"};
static const char *const entity_types[] = {"stakeholder", "theme", "instrument", "advice"};

enum { CHANGE_KINDS = sizeof change_kinds / sizeof *change_kinds };

void g4_registry_free(g4_registry *registry) {
  g4_vec_free(&registry->sources);
  g4_vec_free(&registry->versions);
  g4_vec_free(&registry->changes);
  g4_vec_free(&registry->posts);
  g4_vec_free(&registry->portfolios);
  g4_vec_free(&registry->entities);
  g4_vec_free(&registry->members);
  g4_vec_free(&registry->not_ministries);
  g4_arena_free(&registry->arena);
  *registry = (g4_registry){0};
}

/* What qsort compares; `place` makes the order stable and says where the item stood. */
typedef struct {
  size_t group, place;
  g4_date date;
} sort_key;

static int compare_keys(const void *a, const void *b) {
  const sort_key *x = a, *y = b;
  if (x->group != y->group) {
    return x->group < y->group ? -1 : 1;
  }
  if (x->date != y->date) {
    return x->date < y->date ? -1 : 1;
  }
  return x->place < y->place ? -1 : x->place > y->place;
}

/* Sorts the keys and moves the items into their order. */
static bool reorder(sort_key *keys, void *items, size_t count, size_t item_size) {
  if (count < 2) {
    return true;
  }
  char *sorted = calloc(count, item_size);
  if (!sorted) {
    return false;
  }
  qsort(keys, count, sizeof *keys, compare_keys);
  for (size_t i = 0; i < count; i++) {
    memcpy(sorted + i * item_size, (const char *)items + keys[i].place * item_size, item_size);
  }
  memcpy(items, sorted, count * item_size);
  free(sorted);
  return true;
}

/* An organisation's group is the place of its first version. */
static bool version_keys(const g4_registry *registry, sort_key *keys) {
  g4_map first = {0};
  bool done = true;
  for (size_t i = 0; done && i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    size_t n = strlen(version->id), group = i;
    if (!g4_map_get(&first, version->id, n, &group)) {
      done = g4_map_put(&first, version->id, n, i);
    }
    keys[i] = (sort_key){group, i, version->political.from};
  }
  g4_map_free(&first);
  return done;
}

/* After the versions moved: changes point to where they are now. */
static bool mend_changes(g4_registry *registry, const sort_key *keys) {
  size_t count = registry->versions.count;
  int *now = calloc(count ? count : 1, sizeof *now);
  if (!now) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    now[keys[i].place] = (int)i;
  }
  for (size_t i = 0; i < registry->changes.count; i++) {
    g4_ministry_change *change = &registry->changes.items[i];
    change->from = change->from == G4_NO_VERSION ? G4_NO_VERSION : now[change->from];
    change->to = change->to == G4_NO_VERSION ? G4_NO_VERSION : now[change->to];
  }
  free(now);
  return true;
}

static bool sort_versions(g4_registry *registry, sort_key *keys) {
  size_t count = registry->versions.count;
  return version_keys(registry, keys) &&
         reorder(keys, registry->versions.items, count, sizeof *registry->versions.items) &&
         mend_changes(registry, keys);
}

static bool sort_changes(g4_registry *registry, sort_key *keys) {
  for (size_t i = 0; i < registry->changes.count; i++) {
    keys[i] = (sort_key){0, i, registry->changes.items[i].date};
  }
  return reorder(keys, registry->changes.items, registry->changes.count, sizeof *registry->changes.items);
}

static bool sort_posts(g4_registry *registry, sort_key *keys) {
  for (size_t i = 0; i < registry->posts.count; i++) {
    keys[i] = (sort_key){0, i, registry->posts.items[i].period.from};
  }
  return reorder(keys, registry->posts.items, registry->posts.count, sizeof *registry->posts.items);
}

int g4_registry_sort(g4_registry *registry, g40_error *err) {
  size_t most = registry->versions.count + registry->changes.count + registry->posts.count;
  sort_key *keys = calloc(most ? most : 1, sizeof *keys);
  bool done = keys && sort_versions(registry, keys) && sort_changes(registry, keys) && sort_posts(registry, keys);
  free(keys);
  return done ? G40_OK : g4_nomem(err);
}

const char *g4_change_kind_name(g4_change_kind kind) { return change_kinds[kind]; }

int g4_change_kind_parse(const char *name, g4_change_kind *kind) {
  for (int i = 0; i < CHANGE_KINDS; i++) {
    if (strcmp(name, change_kinds[i]) == 0) {
      *kind = (g4_change_kind)i;
      return G40_OK;
    }
  }
  return G40_ARGUMENT;
}

const char *g4_entity_type_name(g4_entity_type type) { return entity_types[type]; }

int g4_registry_version(const g4_registry *registry, const char *key) {
  for (size_t i = 0; i < registry->versions.count; i++) {
    if (strcmp(registry->versions.items[i].key, key) == 0) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}

bool g4_period_holds(g4_period period, g4_date date) { return period.from <= date && (!period.to || date < period.to); }

int g4_registry_version_on(const g4_registry *registry, const char *ministry_id, g4_date date) {
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    if (g4_period_holds(version->political, date) && strcmp(version->id, ministry_id) == 0) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}

int g4_registry_version_meant(const g4_registry *registry, const char *ministry_id, g4_date date) {
  if (date) {
    return g4_registry_version_on(registry, ministry_id, date);
  }
  int only = G4_NO_VERSION;
  for (size_t i = 0; i < registry->versions.count; i++) {
    if (strcmp(registry->versions.items[i].id, ministry_id) == 0) {
      if (only != G4_NO_VERSION) {
        return G4_NO_VERSION;
      }
      only = (int)i;
    }
  }
  return only;
}
