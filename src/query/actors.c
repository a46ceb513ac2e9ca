#include "query/parts.h"

#include <string.h>

#include "lexicon/resolve.h"
#include "query/meant.h"

/* A row of position_role: of a ministry or of another stakeholder. */
typedef struct {
  g4_owner *owner;
  bool is_ministry, has_stakeholder;
  int64_t stakeholder_pk;
  g40_ministry_role ministry;
  g40_stakeholder_role stakeholder;
} any_role;

/* Columns: position, whether it is a ministry, stakeholder, role, as_written, state, reason, method, start, end, actor.
 */
static void read_role(g4_loader *loader, void *into) {
  any_role *row = into;
  row->is_ministry = sqlite3_column_int(loader->row, 1) != 0;
  row->has_stakeholder = sqlite3_column_type(loader->row, 2) != SQLITE_NULL;
  row->stakeholder_pk = sqlite3_column_int64(loader->row, 2);
  const char *role = g4_loader_word(loader, 3), *as_written = g4_loader_word(loader, 4);
  const char *state = g4_loader_word(loader, 5), *reason = g4_loader_word(loader, 6);
  const char *method = g4_loader_word(loader, 7);
  int64_t start = g4_loader_number(loader, 8), end = g4_loader_number(loader, 9);
  if (row->is_ministry) {
    row->ministry = (g40_ministry_role){.owner = row->owner,
                                        .relation = role,
                                        .as_written = as_written,
                                        .state = state,
                                        .reason = reason,
                                        .method = method,
                                        .start = start,
                                        .end = end};
    return;
  }
  row->stakeholder = (g40_stakeholder_role){.owner = row->owner,
                                            .kind = g4_loader_word(loader, 10),
                                            .role = role,
                                            .as_written = as_written,
                                            .state = state,
                                            .reason = reason,
                                            .method = method,
                                            .start = start,
                                            .end = end};
}

/* Columns: position, ministry, source, method. */
static void read_responsible(g4_loader *loader, void *into) {
  any_role *row = into;
  row->is_ministry = true;
  row->has_stakeholder = true;
  row->stakeholder_pk = sqlite3_column_int64(loader->row, 1);
  row->ministry = (g40_ministry_role){.owner = row->owner,
                                      .relation = "responsible",
                                      .source = g4_loader_word(loader, 2),
                                      .state = g4_state_name(G4_RESOLVED),
                                      .method = g4_loader_word(loader, 3),
                                      .start = -1,
                                      .end = -1};
}

/* --- which ministry is meant */

/* An organisation without a version that the document can mean: without a date there are several, with one there is
 * none. Its id stays: that much is known. */
static void refuse(g4_loader *loader, const g4_registry *registry, const char *id, g4_date date,
                   g4_meant_ministry *meant) {
  static const g4_indices none = {0};
  bool began = false;
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    began |= strcmp(version->id, id) == 0 && version->political.from <= date;
  }
  meant->state = g4_state_name(date ? G4_UNRESOLVED : G4_AMBIGUOUS);
  meant->reason = date ? g4_reason_name(began ? G4_REASON_ENDED : G4_REASON_NOT_YET) : NULL;
  meant->now = g4_loader_ministries(loader, registry, &none, false);
}

/* The version on the document's date, and who answers for it now. */
static int find_meant(g4_loader *loader, const char *id, const char *as_written, g4_date date,
                      g4_meant_ministry *meant) {
  const g4_registry *registry = &loader->session->registry;
  int code = g4_version_meant(loader->session, id, as_written, date, &meant->version, loader->err);
  if (code != G40_OK) {
    return code;
  }
  if (meant->version == G4_NO_VERSION) {
    refuse(loader, registry, id, date, meant);
  } else {
    g40_ministry then = {.owner = loader->owner};
    g4_loader_ministry(loader, registry, meant->version, &then);
    meant->key = then.version;
    meant->abbreviation = then.abbreviation;
    meant->name = then.name;
    meant->now = g4_loader_now(loader, registry, meant->version, date, &meant->before_registry);
  }
  return loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
}

/* The same for the same id and date, and without a date for the same words. */
static int know_meant(g4_position_parts *parts, const g40_ministry_role *role, g4_date date,
                      const g4_meant_ministry **meant) {
  g4_loader *loader = parts->loader;
  size_t place = parts->meant.count;
  g4_buf key = {0};
  g4_buf_add_format(&key, "%d %s %s", (int)date, role->id, !date && role->as_written ? role->as_written : "");
  int code = key.failed ? g4_nomem(loader->err) : G40_OK;
  if (code == G40_OK && !g4_map_get(&parts->ministries, g4_buf_text(&key), key.length, &place)) {
    g4_meant_ministry one = {0};
    const char *copy = g4_arena_strndup(&loader->owner->arena, g4_buf_text(&key), key.length);
    code = find_meant(loader, role->id, role->as_written, date, &one);
    if (code == G40_OK &&
        (!copy || !g4_vec_push(&parts->meant, one) || !g4_map_put(&parts->ministries, copy, key.length, place))) {
      code = g4_nomem(loader->err);
    }
  }
  *meant = code == G40_OK ? &parts->meant.items[place] : NULL;
  g4_buf_free(&key);
  return code;
}

static int complete_ministry(g4_position_parts *parts, g40_ministry_role *role, g4_date date) {
  static const g4_indices none = {0};
  g4_loader *loader = parts->loader;
  const g4_registry *registry = g4_session_ministries(loader->session, loader->err);
  const g4_meant_ministry *meant = NULL;
  if (!registry) {
    return loader->err->code;
  }
  if (!role->id) {
    role->now = g4_loader_ministries(loader, registry, &none, false);
    return loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
  }
  int code = know_meant(parts, role, date, &meant);
  if (code != G40_OK) {
    return code;
  }
  if (meant->version == G4_NO_VERSION) {
    role->state = meant->state;
    role->reason = meant->reason;
  }
  role->version = meant->key;
  role->abbreviation = meant->abbreviation;
  role->name = meant->name;
  role->now = meant->now;
  role->before_registry = meant->before_registry;
  return G40_OK;
}

/* --- roles and those responsible */

/* In their order, to the two lists of the position. */
static int share_out(g4_loader *loader, const any_role *roles, size_t count, g40_position *position,
                     g40_ministry_roles **ministries) {
  size_t of_ministries = 0, to_ministries = 0, to_others = 0;
  for (size_t i = 0; i < count; i++) {
    of_ministries += roles[i].is_ministry;
  }
  size_t of_others = count - of_ministries;
  void *rows = NULL;
  *ministries = of_ministries
                    ? g4_loader_array(loader, of_ministries, (int64_t)of_ministries, sizeof(g40_ministry_role), &rows)
                    : g4_loader_empty(loader);
  g40_stakeholder_roles *others =
      of_others ? g4_loader_array(loader, of_others, (int64_t)of_others, sizeof(g40_stakeholder_role), &rows)
                : g4_loader_empty(loader);
  if (!*ministries || !others) {
    return g4_nomem(loader->err);
  }
  for (size_t i = 0; i < count; i++) {
    if (roles[i].is_ministry) {
      (*ministries)->rows[to_ministries++] = roles[i].ministry;
    } else {
      others->rows[to_others++] = roles[i].stakeholder;
    }
  }
  position->ministries = *ministries;
  position->stakeholders = others;
  return G40_OK;
}

/* From keys to names. */
static int name_them(g4_position_parts *parts, any_role *roles, size_t count) {
  for (size_t i = 0; i < count; i++) {
    any_role *role = &roles[i];
    const g4_named *named = NULL;
    int code = role->has_stakeholder ? g4_named_by(parts, &parts->stakeholders, role->stakeholder_pk, &named) : G40_OK;
    if (code != G40_OK) {
      return code;
    }
    if (named && role->is_ministry) {
      role->ministry.id = named->id;
    } else if (named) {
      role->stakeholder.id = named->id;
      role->stakeholder.name = named->name;
      role->stakeholder.name_en = named->name_en;
      role->stakeholder.kind = named->kind ? named->kind : role->stakeholder.kind;
    }
  }
  return G40_OK;
}

int g4_load_actors(g4_position_parts *parts, int64_t pk, g4_date date, g40_position *position) {
  g4_loader *loader = parts->loader;
  g40_ministry_roles *ministries = NULL;
  size_t count = 0;
  int code = g4_children_gather(&parts->roles, loader, pk, sizeof(any_role), read_role, &count);
  code = code == G40_OK
             ? g4_children_gather(&parts->responsible, loader, pk, sizeof(any_role), read_responsible, &count)
             : code;
  any_role *roles = loader->gathered.rows;
  code = code == G40_OK ? name_them(parts, roles, count) : code;
  code = code == G40_OK ? share_out(loader, roles, count, position, &ministries) : code;
  for (size_t i = 0; code == G40_OK && i < ministries->count; i++) {
    code = complete_ministry(parts, &ministries->rows[i], date);
  }
  return code;
}
