#include "coding/registry_check.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "text/contact.h"
#include "text/fold.h"

typedef struct {
  g4_registry *registry;
  g40_diagnostics *diagnostics;
  g4_map ids;   /* of entities and ministries */
  g4_map names; /* folded names of stakeholders to their index */
  bool failed;
} checker;

static void fault(checker *check, g4_mark mark, const char *code, const char *what, const char *name) {
  g4_diagnose(check->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, code, "%s '%s'", what, name);
}

static bool known(const g4_map *ids, const char *id) {
  size_t ignored;
  return g4_map_get(ids, id, strlen(id), &ignored);
}

static void add_id(checker *check, g4_map *ids, const char *id, g4_mark mark, size_t value) {
  if (known(ids, id)) {
    fault(check, mark, "duplicate", "a second item with the id", id);
  } else if (!g4_map_put(ids, id, strlen(id), value)) {
    check->failed = true;
  }
}

static void need_id(checker *check, const char *id, g4_mark mark) {
  if (id && !known(&check->ids, id)) {
    fault(check, mark, "unknown-id", "nothing has the id", id);
  }
}

static void check_source(checker *check, const g4_map *sources, const g4_provenance *from) {
  if (from->source && !known(sources, from->source)) {
    fault(check, from->mark, "unknown-id", "no source has the id", from->source);
  }
}

static void check_sources(checker *check) {
  const g4_registry *registry = check->registry;
  g4_map sources = {0};
  for (size_t i = 0; i < registry->sources.count; i++) {
    add_id(check, &sources, registry->sources.items[i].id, registry->sources.items[i].mark, i);
  }
  for (size_t i = 0; i < registry->versions.count; i++) {
    check_source(check, &sources, &registry->versions.items[i].from);
  }
  for (size_t i = 0; i < registry->changes.count; i++) {
    check_source(check, &sources, &registry->changes.items[i].provenance);
  }
  for (size_t i = 0; i < registry->posts.count; i++) {
    check_source(check, &sources, &registry->posts.items[i].from);
  }
  for (size_t i = 0; i < registry->portfolios.count; i++) {
    check_source(check, &sources, &registry->portfolios.items[i].from);
  }
  for (size_t i = 0; i < registry->entities.count; i++) {
    check_source(check, &sources, &registry->entities.items[i].from);
  }
  for (size_t i = 0; i < registry->members.count; i++) {
    check_source(check, &sources, &registry->members.items[i].from);
  }
  for (size_t i = 0; i < registry->not_ministries.count; i++) {
    check_source(check, &sources, &registry->not_ministries.items[i].from);
  }
  g4_map_free(&sources);
}

/* Versions stand by organisation, then by start: only neighbours can overlap. */
static void check_versions(checker *check) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    const g4_ministry_version *next = i + 1 < registry->versions.count ? version + 1 : NULL;
    if (!known(&check->ids, version->id) && !g4_map_put(&check->ids, version->id, strlen(version->id), i)) {
      check->failed = true;
    }
    if (next && strcmp(next->id, version->id) == 0) {
      if (next->political.from == version->political.from) {
        fault(check, next->from.mark, "duplicate", "a second version with the same start of", version->key);
      } else if (!version->political.to || version->political.to > next->political.from) {
        fault(check, next->from.mark, "overlap", "this version starts before the end of", version->key);
      }
    }
  }
}

static void check_entities(checker *check) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    add_id(check, &check->ids, registry->entities.items[i].id, registry->entities.items[i].from.mark, i);
  }
  for (size_t i = 0; i < registry->entities.count; i++) {
    need_id(check, registry->entities.items[i].broader, registry->entities.items[i].from.mark);
  }
}

/* Follows `broader`; more steps than items would be a cycle that does not come by here. */
static void check_cycles(checker *check) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    const g4_entity *start = &registry->entities.items[i];
    const g4_entity *one = start;
    for (size_t steps = 0; one && one->broader; steps++) {
      size_t next;
      if (!g4_map_get(&check->ids, one->broader, strlen(one->broader), &next) || steps > registry->entities.count) {
        break;
      }
      one = &registry->entities.items[next];
      if (one == start) {
        fault(check, start->from.mark, "cycle", "following 'broader' leads back to", start->id);
        break;
      }
    }
  }
}

static void check_references(checker *check) {
  const g4_registry *registry = check->registry;
  g4_map portfolios = {0};
  for (size_t i = 0; i < registry->posts.count; i++) {
    need_id(check, registry->posts.items[i].ministry, registry->posts.items[i].from.mark);
  }
  for (size_t i = 0; i < registry->portfolios.count; i++) {
    const g4_portfolio *portfolio = &registry->portfolios.items[i];
    need_id(check, portfolio->ministry, portfolio->from.mark);
    add_id(check, &portfolios, portfolio->id, portfolio->from.mark, i);
  }
  for (size_t i = 0; i < registry->members.count; i++) {
    const g4_member *member = &registry->members.items[i];
    need_id(check, member->network, member->from.mark);
    need_id(check, member->stakeholder, member->from.mark);
    need_id(check, member->labour_market_region, member->from.mark);
    need_id(check, member->province, member->from.mark);
    for (size_t k = 0; k < i; k++) {
      const g4_member *other = &registry->members.items[k];
      if (strcmp(other->network, member->network) == 0 && strcmp(other->stakeholder, member->stakeholder) == 0) {
        fault(check, member->from.mark, "duplicate", "a second membership of", member->stakeholder);
      }
    }
  }
  g4_map_free(&portfolios);
}

/* A place may share its name with another one (Groningen is city and province); then the name is ambiguous. */
static bool is_place(const g4_entity *entity) {
  static const char *const kinds[] = {"municipality", "province", "region", "country"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (strcmp(entity->kind, kinds[i]) == 0) {
      return true;
    }
  }
  return false;
}

static void check_name(checker *check, size_t i, const char *name) {
  const g4_entity *entity = &check->registry->entities.items[i];
  g4_buf folded = {0};
  char *key = NULL;
  if (g4_fold(name, strlen(name), &folded, NULL) == G40_OK) {
    key = g4_arena_strndup(&check->registry->arena, g4_buf_text(&folded), folded.length);
  }
  g4_buf_free(&folded);
  if (!key) {
    check->failed = true;
    return;
  }
  size_t other;
  if (!g4_map_get(&check->names, key, strlen(key), &other)) {
    check->failed |= !g4_map_put(&check->names, key, strlen(key), i);
  } else if (other != i && !(is_place(entity) && is_place(&check->registry->entities.items[other]))) {
    g4_diagnose(check->diagnostics, G4_ERROR, entity->from.mark.file, entity->from.mark.line, entity->from.mark.column,
                "duplicate-name", "'%s' is also a name of %s", name, check->registry->entities.items[other].id);
  }
}

static void check_names(checker *check, g4_entity_type type) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    const g4_entity *entity = &registry->entities.items[i];
    if (entity->type != type) {
      continue;
    }
    check_name(check, i, entity->name.nl);
    if (entity->name.en) {
      check_name(check, i, entity->name.en);
    }
    for (size_t k = 0; k < entity->same_as.count; k++) {
      check_name(check, i, entity->same_as.items[k].text);
    }
  }
  g4_map_free(&check->names);
}

/* The version of that name which ends on the date or runs on past it (before), or holds on it (after). */
static int find_version(const g4_registry *registry, const char *organisation, const char *abbreviation, g4_date date,
                        bool before) {
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    const char *code = strchr(version->id, '/') + 1;
    bool started = before ? version->political.from < date : version->political.from <= date;
    bool lasts = !version->political.to || (before ? version->political.to >= date : version->political.to > date);
    if (strcmp(code, organisation) == 0 && strcmp(version->abbreviation, abbreviation) == 0 && started && lasts) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}

static int find_side(checker *check, const g4_pending_change *pending, const char *organisation,
                     const char *abbreviation, bool before) {
  if (!organisation || !abbreviation) {
    return G4_NO_VERSION;
  }
  int version = find_version(check->registry, organisation, abbreviation, pending->change.date, before);
  if (version == G4_NO_VERSION) {
    g4_mark mark = pending->change.provenance.mark;
    g4_diagnose(check->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, "unknown-version",
                "no version %s of %s %s the change's date", abbreviation, organisation,
                before ? "ends on or runs on past" : "holds on");
  }
  return version;
}

static void find_changes(checker *check, const g4_registry_input *input) {
  for (size_t i = 0; i < input->changes.count; i++) {
    const g4_pending_change *pending = &input->changes.items[i];
    g4_ministry_change change = pending->change;
    change.from = find_side(check, pending, pending->from_organisation, pending->from_abbreviation, true);
    change.to = find_side(check, pending, pending->to_organisation, pending->to_abbreviation, false);
    bool needs_from = change.kind != G4_CHANGE_FOUND, needs_to = change.kind != G4_CHANGE_DISSOLVE;
    if ((needs_from && !pending->from_organisation) || (needs_to && !pending->to_organisation)) {
      fault(check, change.provenance.mark, "missing-key", "'from' and 'to' are needed by a",
            g4_change_kind_name(change.kind));
    }
    check->failed |= !g4_vec_push(&check->registry->changes, change);
  }
}

/* --- texts that are shown as they are may hold no contact data of a person */

static void check_text(checker *check, const char *text, g4_mark mark) {
  g4_contact contact;
  if (text && g4_contact_next(text, strlen(text), 0, &contact)) {
    g4_diagnose(check->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, "contact",
                "contact data of a person stands in a text of this item");
  }
}

static void check_forms(checker *check, const g4_forms *forms, g4_mark mark) {
  for (size_t i = 0; i < forms->count; i++) {
    check_text(check, forms->items[i].text, mark);
  }
}

static void check_provenance(checker *check, const g4_provenance *from) { check_text(check, from->doubt, from->mark); }

static void check_entity_texts(checker *check, const g4_entity *entity) {
  check_text(check, entity->name.nl, entity->from.mark);
  check_text(check, entity->name.en, entity->from.mark);
  check_text(check, entity->url, entity->from.mark);
  check_text(check, entity->scheme, entity->from.mark);
  check_forms(check, &entity->same_as, entity->from.mark);
  check_forms(check, &entity->related, entity->from.mark);
  check_provenance(check, &entity->from);
}

static void check_contacts(checker *check) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    check_entity_texts(check, &registry->entities.items[i]);
  }
  for (size_t i = 0; i < registry->sources.count; i++) {
    const g4_source *source = &registry->sources.items[i];
    check_text(check, source->title, source->mark);
    check_text(check, source->url, source->mark);
    check_text(check, source->note, source->mark);
  }
  for (size_t i = 0; i < registry->versions.count; i++) {
    check_text(check, registry->versions.items[i].name, registry->versions.items[i].from.mark);
    check_provenance(check, &registry->versions.items[i].from);
  }
  for (size_t i = 0; i < registry->changes.count; i++) {
    check_text(check, registry->changes.items[i].note, registry->changes.items[i].provenance.mark);
    check_provenance(check, &registry->changes.items[i].provenance);
  }
  for (size_t i = 0; i < registry->posts.count; i++) {
    check_text(check, registry->posts.items[i].name, registry->posts.items[i].from.mark);
    check_provenance(check, &registry->posts.items[i].from);
  }
  for (size_t i = 0; i < registry->portfolios.count; i++) {
    const g4_portfolio *portfolio = &registry->portfolios.items[i];
    check_text(check, portfolio->field.nl, portfolio->from.mark);
    check_text(check, portfolio->field.en, portfolio->from.mark);
    check_forms(check, &portfolio->terms, portfolio->from.mark);
    check_provenance(check, &portfolio->from);
  }
}

int g4_registry_check(g4_registry_input *input, g40_error *err) {
  checker check = {.registry = input->registry, .diagnostics = input->diagnostics};
  int code = g4_registry_sort(input->registry, err);
  if (code == G40_OK) {
    check_versions(&check);
    check_entities(&check);
    find_changes(&check, input);
    code = g4_registry_sort(input->registry, err);
  }
  if (code == G40_OK) {
    check_references(&check);
    check_cycles(&check);
    check_sources(&check);
    check_contacts(&check);
    for (g4_entity_type type = G4_STAKEHOLDER; type <= G4_ADVICE; type++) {
      check_names(&check, type);
    }
  }
  g4_map_free(&check.ids);
  g4_map_free(&check.names);
  if (code != G40_OK) {
    return code;
  }
  return check.failed ? g4_nomem(err) : g4_diagnostics_check(input->diagnostics, err);
}
