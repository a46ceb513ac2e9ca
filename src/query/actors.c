#include "query/actors.h"

#include <string.h>

#include "lexicon/resolve.h"
#include "query/meant.h"

/* A row of position_role: of a ministry or of another stakeholder. */
typedef struct {
  g4_owner *owner;
  bool is_ministry;
  g40_ministry_role ministry;
  g40_stakeholder_role stakeholder;
} any_role;

static void read_role(g4_loader *loader, void *into) {
  any_role *row = into;
  row->is_ministry = sqlite3_column_int(loader->row, 0) != 0;
  const char *id = g4_loader_text(loader, 1), *role = g4_loader_text(loader, 2);
  const char *as_written = g4_loader_text(loader, 3), *state = g4_loader_text(loader, 4);
  const char *reason = g4_loader_text(loader, 5), *method = g4_loader_text(loader, 6);
  int64_t start = g4_loader_number(loader, 7), end = g4_loader_number(loader, 8);
  if (row->is_ministry) {
    row->ministry = (g40_ministry_role){.owner = row->owner,
                                        .id = id,
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
                                            .id = id,
                                            .name = g4_loader_text(loader, 9),
                                            .name_en = g4_loader_text(loader, 10),
                                            .kind = g4_loader_text(loader, 11),
                                            .role = role,
                                            .as_written = as_written,
                                            .state = state,
                                            .reason = reason,
                                            .method = method,
                                            .start = start,
                                            .end = end};
}

static void read_responsible(g4_loader *loader, void *into) {
  g40_ministry_role *row = into;
  row->id = g4_loader_text(loader, 0);
  row->relation = "responsible";
  row->source = g4_loader_text(loader, 1);
  row->state = g4_state_name(G4_RESOLVED);
  row->method = g4_loader_text(loader, 2);
  row->start = row->end = -1;
}

/* An organisation without a version that the document can mean: without a date there are several, with one there is
 * none. Its id stays: that much is known. */
static void refuse(g4_loader *loader, const g4_registry *registry, g40_ministry_role *role, g4_date date) {
  static const g4_indices none = {0};
  bool began = false;
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    began |= strcmp(version->id, role->id) == 0 && version->political.from <= date;
  }
  role->state = g4_state_name(date ? G4_UNRESOLVED : G4_AMBIGUOUS);
  role->reason = date ? g4_reason_name(began ? G4_REASON_ENDED : G4_REASON_NOT_YET) : NULL;
  role->now = g4_loader_ministries(loader, registry, &none, false);
}

/* The version on the document's date, and who answers for it now. */
static int complete_ministry(g4_loader *loader, g40_ministry_role *role, g4_date date) {
  static const g4_indices none = {0};
  const g4_registry *registry = g4_session_ministries(loader->session, loader->err);
  if (!registry) {
    return loader->err->code;
  }
  int version = G4_NO_VERSION;
  int code =
      role->id ? g4_version_meant(loader->session, role->id, role->as_written, date, &version, loader->err) : G40_OK;
  if (code != G40_OK) {
    return code;
  }
  if (!role->id) {
    role->now = g4_loader_ministries(loader, registry, &none, false);
  } else if (version == G4_NO_VERSION) {
    refuse(loader, registry, role, date);
  } else {
    g40_ministry then = {.owner = loader->owner};
    g4_loader_ministry(loader, registry, version, &then);
    role->version = then.version;
    role->abbreviation = then.abbreviation;
    role->name = then.name;
    role->now = g4_loader_now(loader, registry, version, date, &role->before_registry);
  }
  return loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
}

typedef struct {
  g4_owner *owner;
  size_t count;
  int64_t total;
  any_role *rows;
} any_roles;

/* From the roles in their order, and those responsible behind them, to the two lists of the position. */
static int share_out(g4_loader *loader, const any_roles *roles, const g40_ministry_roles *responsible,
                     g40_position *position) {
  size_t ministries = 0, to_ministries = 0, to_stakeholders = 0;
  for (size_t i = 0; i < roles->count; i++) {
    ministries += roles->rows[i].is_ministry;
  }
  size_t others = roles->count - ministries, all = ministries + responsible->count;
  void *rows = NULL;
  g40_ministry_roles *named = g4_loader_array(loader, all, (int64_t)all, sizeof(g40_ministry_role), &rows);
  g40_stakeholder_roles *rest = g4_loader_array(loader, others, (int64_t)others, sizeof(g40_stakeholder_role), &rows);
  if (!named || !rest) {
    return g4_nomem(loader->err);
  }
  for (size_t i = 0; i < roles->count; i++) {
    if (roles->rows[i].is_ministry) {
      named->rows[to_ministries++] = roles->rows[i].ministry;
    } else {
      rest->rows[to_stakeholders++] = roles->rows[i].stakeholder;
    }
  }
  for (size_t i = 0; i < responsible->count; i++) {
    named->rows[to_ministries++] = responsible->rows[i];
  }
  position->ministries = named;
  position->stakeholders = rest;
  return G40_OK;
}

/* Two statements that need no sorting cost less than one that does. */
int g4_load_actors(g4_loader *loader, int64_t pk, g4_date date, g40_position *position) {
  void *array = NULL, *responsible = NULL;
  any_roles roles;
  int code = g4_loader_children(
      loader,
      "SELECT r.actor = 'ministry', s.id, r.role, r.as_written, r.state, r.reason, r.method, r.byte_start, r.byte_end,"
      " s.name_nl, s.name_en, coalesce(s.kind, r.actor) FROM position_role r LEFT JOIN stakeholder s"
      " ON s.pk = r.stakeholder WHERE r.position = ? ORDER BY r.ordinal",
      pk, sizeof(any_role), read_role, &array);
  if (code == G40_OK) {
    code = g4_loader_children(loader,
                              "SELECT s.id, r.source, r.method FROM position_responsible r CROSS JOIN stakeholder s"
                              " ON s.pk = r.ministry WHERE r.position = ? ORDER BY r.ministry",
                              pk, sizeof(g40_ministry_role), read_responsible, &responsible);
  }
  if (code == G40_OK) {
    memcpy(&roles, array, sizeof roles);
    code = share_out(loader, &roles, responsible, position);
  }
  for (size_t i = 0; code == G40_OK && i < position->ministries->count; i++) {
    code = complete_ministry(loader, &position->ministries->rows[i], date);
  }
  return code;
}
