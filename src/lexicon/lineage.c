#include "lexicon/lineage.h"

#include <stdlib.h>
#include <string.h>

bool g4_indices_add(g4_indices *indices, int value) {
  size_t at = indices->count;
  while (at > 0 && indices->items[at - 1] > value) {
    at--;
  }
  if (at > 0 && indices->items[at - 1] == value) {
    return true;
  }
  if (!g4_vec_reserve(indices)) {
    return false;
  }
  memmove(indices->items + at + 1, indices->items + at, (indices->count - at) * sizeof *indices->items);
  indices->items[at] = value;
  indices->count++;
  return true;
}

void g4_lineage_free(g4_lineage *lineage) {
  g4_vec_free(&lineage->now);
  g4_vec_free(&lineage->changes);
  g4_vec_free(&lineage->transfers);
  *lineage = (g4_lineage){0};
}

/* A walk over the changes. Two changes of one day do not follow each other, so each version notes when it was reached.
 */
typedef struct {
  const g4_registry *registry;
  g4_date start, end;
  bool back;
  g4_date *reached; /* a version: the date of the change that led to it, or NOT_REACHED */
} route;

enum { NOT_REACHED = -1 };

static bool between(const route *walk, g4_date date) {
  return walk->back ? date > walk->end && date <= walk->start : date > walk->start && date <= walk->end;
}

/* Whether the walk stood on the version when the change came: going forward it must have been there the day before,
 * going back on the day itself. */
static bool stood_on(const route *walk, int version, g4_date date) {
  if (version == G4_NO_VERSION || walk->reached[version] == NOT_REACHED) {
    return false;
  }
  return walk->back ? date < walk->reached[version] : date > walk->reached[version];
}

static bool on_the_way(const route *walk, int version, g4_date date) {
  return stood_on(walk, version, date) || (version != G4_NO_VERSION && walk->reached[version] == date);
}

static bool follow(route *walk, g4_lineage *out, int index) {
  const g4_ministry_change *change = &walk->registry->changes.items[index];
  if (change->kind == G4_CHANGE_TASK_TRANSFER || !between(walk, change->date)) {
    return true;
  }
  int from = walk->back ? change->to : change->from;
  int to = walk->back ? change->from : change->to;
  if (!stood_on(walk, from, change->date)) {
    return true;
  }
  if (to != G4_NO_VERSION && walk->reached[to] == NOT_REACHED) {
    walk->reached[to] = change->date;
  }
  return g4_indices_add(&out->changes, index);
}

static bool follow_all(route *walk, g4_lineage *out) {
  int count = (int)walk->registry->changes.count;
  for (int i = 0; i < count; i++) {
    if (!follow(walk, out, walk->back ? count - 1 - i : i)) {
      return false;
    }
  }
  return true;
}

static bool collect_transfers(const route *walk, g4_lineage *out) {
  for (size_t i = 0; i < walk->registry->changes.count; i++) {
    const g4_ministry_change *change = &walk->registry->changes.items[i];
    bool counts = change->kind == G4_CHANGE_TASK_TRANSFER && between(walk, change->date);
    /* The earlier end must have been stood on; the later one may have been reached by a change of that same day. */
    int before = walk->back ? change->to : change->from, after = walk->back ? change->from : change->to;
    if (counts && (stood_on(walk, before, change->date) || on_the_way(walk, after, change->date)) &&
        !g4_indices_add(&out->transfers, (int)i)) {
      return false;
    }
  }
  return true;
}

static bool collect_now(const route *walk, g4_lineage *out) {
  for (size_t i = 0; i < walk->registry->versions.count; i++) {
    if (walk->reached[i] == NOT_REACHED) {
      continue;
    }
    if (g4_period_holds(walk->registry->versions.items[i].political, out->as_of)) {
      if (!g4_indices_add(&out->now, (int)i)) {
        return false;
      }
    } else if (walk->back && g4_lineage_unknown_on(walk->registry, (int)i, out->as_of)) {
      out->before_known = true;
    }
  }
  return true;
}

int g4_lineage_trace(const g4_registry *registry, int version, g4_date date, g4_date as_of, g4_lineage *out,
                     g40_error *err) {
  *out = (g4_lineage){0};
  route walk = {.registry = registry};
  walk.start = date ? date : registry->versions.items[version].political.from;
  walk.end = as_of ? as_of : registry->known_through ? registry->known_through : walk.start;
  walk.back = walk.end < walk.start;
  walk.reached = calloc(registry->versions.count, sizeof *walk.reached);
  if (!walk.reached) {
    return g4_nomem(err);
  }
  for (size_t i = 0; i < registry->versions.count; i++) {
    walk.reached[i] = NOT_REACHED;
  }
  walk.reached[version] = walk.back ? walk.start + 1 : walk.start;
  out->as_of = walk.end;
  bool done = follow_all(&walk, out) && collect_transfers(&walk, out) && collect_now(&walk, out);
  free(walk.reached);
  if (!done) {
    g4_lineage_free(out);
    return g4_nomem(err);
  }
  return G40_OK;
}

bool g4_lineage_unknown_on(const g4_registry *registry, int version, g4_date date) {
  const char *id = registry->versions.items[version].id;
  size_t first = (size_t)version;
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *other = &registry->versions.items[i];
    if (other->political.from < registry->versions.items[first].political.from && strcmp(other->id, id) == 0) {
      first = i;
    }
  }
  if (date >= registry->versions.items[first].political.from) {
    return false;
  }
  for (size_t i = 0; i < registry->changes.count; i++) {
    const g4_ministry_change *change = &registry->changes.items[i];
    if (change->to == (int)first && change->kind != G4_CHANGE_TASK_TRANSFER) {
      return false;
    }
  }
  return true;
}
