#include "coding/references.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"

typedef struct {
  const g4_coded *coded;
  const g4_registry *registry;
  g40_diagnostics *diagnostics;
  g4_map things;    /* ids of entities and ministries */
  g4_map positions; /* ids of positions to their index */
  bool failed;
} checker;

static void fault(checker *check, g4_mark mark, const char *code, const char *what, const char *name) {
  g4_diagnose(check->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, code, "%s '%s'", what, name);
}

static bool known(const g4_map *ids, const char *id) {
  size_t ignored;
  return g4_map_get(ids, id, strlen(id), &ignored);
}

static void put(checker *check, g4_map *map, const char *key, size_t value) {
  check->failed |= !g4_map_put(map, key, strlen(key), value);
}

static void need_thing(checker *check, const char *id, g4_mark mark) {
  if (id && !known(&check->things, id)) {
    fault(check, mark, "unknown-id", "the registry has nothing with the id", id);
  }
}

static void need_position(checker *check, const char *id, g4_mark mark) {
  if (id && !known(&check->positions, id)) {
    fault(check, mark, "unknown-id", "no position of this file has the id", id);
  }
}

static void need_ministry(checker *check, const char *id, g4_mark mark) {
  g4_date date = check->coded->meta.date_issued;
  if (!known(&check->things, id)) {
    fault(check, mark, "unknown-id", "the registry has no ministry", id);
  } else if (date && g4_registry_version_on(check->registry, id, date) == G4_NO_VERSION) {
    fault(check, mark, "not-on-date", "on the document's date there was no", id);
  }
}

static const g4_portfolio *find_portfolio(const checker *check, const char *id) {
  for (size_t i = 0; i < check->registry->portfolios.count; i++) {
    const g4_portfolio *portfolio = &check->registry->portfolios.items[i];
    if (strcmp(strchr(portfolio->id, '/') + 1, id) == 0) {
      return portfolio;
    }
  }
  return NULL;
}

/* "portfolio: id" must be that ministry's on the date; "law: id" and the like name an instrument. */
static void check_responsible(checker *check, const g4_coded_responsible *responsible) {
  g4_date date = check->coded->meta.date_issued;
  const char *source = responsible->source, *colon = strstr(source, ": ");
  need_ministry(check, responsible->ministry, responsible->mark);
  if (strncmp(source, "portfolio: ", 11) == 0) {
    const g4_portfolio *portfolio = find_portfolio(check, source + 11);
    if (!portfolio) {
      fault(check, responsible->mark, "unknown-id", "the registry has no", source);
    } else if (strcmp(portfolio->ministry, responsible->ministry) != 0) {
      fault(check, responsible->mark, "portfolio", "another ministry has the", source);
    } else if (date && ((portfolio->period.from && date < portfolio->period.from) ||
                        (portfolio->period.to && date >= portfolio->period.to))) {
      fault(check, responsible->mark, "portfolio", "on the document's date it does not have the", source);
    }
  } else if (colon) {
    g4_buf id = {0};
    g4_buf_add_format(&id, "instrument/%s", colon + 2);
    if (id.failed) {
      check->failed = true;
    } else if (!known(&check->things, g4_buf_text(&id))) {
      fault(check, responsible->mark, "unknown-id", "the registry has no", g4_buf_text(&id));
    }
    g4_buf_free(&id);
  } else {
    fault(check, responsible->mark, "form", "a source is 'portfolio: id', 'law: id' or 'programme: id', not", source);
  }
}

static void check_form(checker *check, const g4_coded_position *position) {
  if (!position->kind) {
    return;
  }
  bool is_ask = strcmp(position->kind, "ask") == 0;
  if (is_ask && !position->action) {
    fault(check, position->mark, "missing-key", "no 'action' in the ask", position->id);
  }
  if (!is_ask && (position->action || position->responsible.count || position->reasons.count)) {
    fault(check, position->mark, "form", "only an ask has 'action', 'responsible' and 'reasons', not", position->id);
  }
  if (is_ask && !position->responsible.count && !position->rule) {
    g4_diagnose(check->diagnostics, G4_WARNING, position->mark.file, position->mark.line, position->mark.column,
                "no-responsible", "no ministry is responsible for the ask '%s'", position->id);
  }
}

static void check_reasons(checker *check, const g4_coded_position *position) {
  static const char *const kinds[] = {"problem", "principle", "observation"};
  for (size_t i = 0; i < position->reasons.count; i++) {
    const char *id = position->reasons.items[i];
    size_t index;
    need_position(check, id, position->mark);
    if (!g4_map_get(&check->positions, id, strlen(id), &index)) {
      continue;
    }
    const char *kind = check->coded->positions.items[index].kind;
    bool fits = false;
    for (size_t k = 0; kind && k < sizeof kinds / sizeof *kinds; k++) {
      fits |= strcmp(kind, kinds[k]) == 0;
    }
    if (!fits) {
      fault(check, position->mark, "form", "a reason is a problem, a principle or an observation, not", id);
    }
  }
}

static void check_position(checker *check, const g4_coded_position *position) {
  check_form(check, position);
  check_reasons(check, position);
  need_thing(check, position->theme, position->mark);
  for (size_t i = 0; i < position->roles.count; i++) {
    const g4_coded_role *role = &position->roles.items[i];
    if (role->actor && role->is_ministry) {
      need_ministry(check, role->actor, role->anchor.mark);
    } else {
      need_thing(check, role->actor, role->anchor.mark);
    }
  }
  for (size_t i = 0; i < position->responsible.count; i++) {
    check_responsible(check, &position->responsible.items[i]);
    for (size_t k = 0; k < i; k++) {
      if (strcmp(position->responsible.items[k].ministry, position->responsible.items[i].ministry) == 0) {
        fault(check, position->responsible.items[i].mark, "duplicate",
              "a second time responsible:", position->responsible.items[i].ministry);
      }
    }
  }
  for (size_t i = 0; i < position->instruments.count; i++) {
    need_thing(check, position->instruments.items[i].target, position->instruments.items[i].anchor.mark);
  }
  for (size_t i = 0; i < position->places.count; i++) {
    need_thing(check, position->places.items[i].target, position->places.items[i].anchor.mark);
  }
}

static void index_ids(checker *check) {
  const g4_registry *registry = check->registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    put(check, &check->things, registry->entities.items[i].id, i);
  }
  for (size_t i = 0; i < registry->versions.count; i++) {
    put(check, &check->things, registry->versions.items[i].id, i);
  }
  for (size_t i = 0; i < check->coded->positions.count; i++) {
    const g4_coded_position *position = &check->coded->positions.items[i];
    if (position->id && known(&check->positions, position->id)) {
      fault(check, position->mark, "duplicate", "a second position with the id", position->id);
    } else if (position->id) {
      put(check, &check->positions, position->id, i);
    }
  }
}

int g4_coding_check_references(const g4_coded *coded, const g4_registry *registry, g40_diagnostics *diagnostics,
                               g40_error *err) {
  checker check = {.coded = coded, .registry = registry, .diagnostics = diagnostics};
  index_ids(&check);
  need_thing(&check, coded->meta.holder, coded->mark);
  for (size_t i = 0; i < coded->sections.count; i++) {
    need_thing(&check, coded->sections.items[i].theme, coded->sections.items[i].mark);
  }
  for (size_t i = 0; i < coded->positions.count; i++) {
    check_position(&check, &coded->positions.items[i]);
  }
  for (size_t i = 0; i < coded->context.count; i++) {
    for (size_t k = 0; k < coded->context.items[i].of.count; k++) {
      need_position(&check, coded->context.items[i].of.items[k], coded->context.items[i].anchor.mark);
    }
  }
  for (size_t i = 0; i < coded->citations.count; i++) {
    need_position(&check, coded->citations.items[i].position, coded->citations.items[i].mark);
    need_thing(&check, coded->citations.items[i].target, coded->citations.items[i].mark);
  }
  g4_map_free(&check.things);
  g4_map_free(&check.positions);
  return check.failed ? g4_nomem(err) : g4_diagnostics_check(diagnostics, err);
}
