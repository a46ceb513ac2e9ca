#include <string.h>

#include "base/map.h"
#include "query/findings.h"

typedef struct {
  const g40_position *first; /* where it is named first */
  const char *id, *name, *kind;
  int64_t start, named;
  bool asked, takes_part, concerned; /* concerned: something is asked or promised for it */
} actor;

typedef struct {
  g4_review *in;
  g4_map by_id, names; /* names: those that are not resolved, each said once */
  G4_VEC(actor) actors;
} actors;

/* Groups of people and places act for nobody; what other countries do is not asked here. Companies are mostly those for
 * whom something is asked. */
static bool may_be_asked(const actor *one) {
  static const char *const kinds[] = {
      "ministry", "parliament", "agency", "judiciary",    "education", "employer_body", "union", "municipality",
      "province", "government", "post",   "inspectorate", NULL};
  bool may = false;
  for (size_t i = 0; one->kind && kinds[i]; i++) {
    may |= strcmp(one->kind, kinds[i]) == 0;
  }
  return may || (one->takes_part && one->kind && strcmp(one->kind, "company") == 0);
}

static bool acts(const char *role) { return role && (strcmp(role, "addressee") == 0 || strcmp(role, "executor") == 0); }

/* An actor in a role of a position. `id` may be NULL: then only its name is known. */
static int see_actor(actors *all, const g40_position *position, const char *id, const actor *seen, const char *role) {
  size_t place = all->actors.count;
  g40_error *err = all->in->loader.err;
  bool wants = strcmp(position->kind, "ask") == 0 || strcmp(position->kind, "rule") == 0 ||
               strcmp(position->kind, "commitment") == 0;
  bool takes_part = acts(role) || strcmp(role, "partner") == 0;
  if (!g4_map_get(&all->by_id, id, strlen(id), &place) &&
      (!g4_vec_push(&all->actors, *seen) || !g4_map_put(&all->by_id, id, strlen(id), place))) {
    return g4_nomem(err);
  }
  actor *one = all->actors.items ? &all->actors.items[place] : NULL;
  if (!one) {
    return g4_nomem(err);
  }
  one->named++;
  one->takes_part |= takes_part;
  one->asked |= (wants && takes_part) || strcmp(role, "addressee") == 0 || strcmp(role, "holder") == 0 ||
                strcmp(role, "cited_authority") == 0; /* is a source */
  one->concerned |= wants && (strcmp(role, "beneficiary") == 0 || strcmp(role, "affected") == 0);
  return G40_OK;
}

static const g40_passage *passage_of(const g40_position *position, int64_t at) {
  for (size_t i = 1; i < position->passages->count; i++) {
    const g40_passage *one = &position->passages->rows[i];
    if (one->start <= at && at < one->end) {
      return one;
    }
  }
  return &position->passages->rows[0];
}

static const char *const unresolved[][3] = {
    {"incomplete", "'%s' is niet de hele naam van een ministerie", "'%s' is not the whole name of a ministry"},
    {"not_a_ministry", "'%s' zegt niet welk ministerie", "'%s' does not say which ministry"},
    {"renamed", "'%s' heette op de datum van het stuk anders", "'%s' had another name on the paper's date"},
    {"ended", "'%s' bestond op de datum van het stuk niet meer", "'%s' had ended on the paper's date"},
    {"not_yet", "'%s' bestond op de datum van het stuk nog niet", "'%s' did not exist yet on the paper's date"},
    {"ambiguous", "'%s' kan meer dan een ministerie zijn", "'%s' can be more than one ministry"},
    {NULL, "'%s' staat niet in het register", "'%s' is not in the registry"}};

static int say_unresolved(actors *all, const g40_position *position, const char *name, const char *reason,
                          int64_t start) {
  size_t known = 0;
  int row = 0;
  bool of_ministry = reason && strcmp(reason, "unknown") != 0;
  g4_finding_words words = {.severity = of_ministry ? G4_HIGH : G4_MEDIUM};
  if (g4_map_get(&all->names, name, strlen(name), &known)) {
    return G40_OK;
  }
  if (!g4_map_put(&all->names, name, strlen(name), 0)) {
    return g4_nomem(all->in->loader.err);
  }
  while (unresolved[row][0] && !(reason && strcmp(unresolved[row][0], reason) == 0)) {
    row++;
  }
  g4_buf_add_text(&words.subject, name);
  g4_buf_add_format(&words.nl, unresolved[row][1], name);
  g4_buf_add_format(&words.en, unresolved[row][2], name);
  return g4_finding_add(all->in, "name_unresolved", position, passage_of(position, start), &words);
}

static int see_ministry(actors *all, const g40_position *position, const g40_ministry_role *role) {
  const actor seen = {position,   role->id,    role->abbreviation ? role->abbreviation : role->as_written,
                      "ministry", role->start, 0,
                      false,      false,       false};
  if (!role->as_written || !role->relation) { /* responsible by portfolio: not named */
    return G40_OK;
  }
  int code = role->id && seen.name ? see_actor(all, position, role->id, &seen, role->relation) : G40_OK;
  if (code == G40_OK && role->state && strcmp(role->state, "resolved") != 0) {
    bool ambiguous = strcmp(role->state, "ambiguous") == 0;
    code = say_unresolved(all, position, role->as_written, ambiguous ? "ambiguous" : role->reason, role->start);
  }
  return code;
}

static int see_actors(actors *all, const g40_position *position) {
  int code = G40_OK;
  for (size_t i = 0; i < position->ministries->count && code == G40_OK; i++) {
    code = see_ministry(all, position, &position->ministries->rows[i]);
  }
  for (size_t i = 0; i < position->stakeholders->count && code == G40_OK; i++) {
    const g40_stakeholder_role *role = &position->stakeholders->rows[i];
    const actor seen = {position, role->id, role->name, role->kind, role->start, 0, false, false, false};
    if (role->id && role->name && role->role) {
      code = see_actor(all, position, role->id, &seen, role->role);
    } else if (!role->id && role->as_written && g4_is_proper_name(position, role->as_written, role->start)) {
      code = say_unresolved(all, position, role->as_written, role->reason, role->start);
    }
  }
  return code;
}

/* Who holds the paper does not ask himself: nor his members, nor groups that bear his name, nor those that the registry
 * says are near to him, with all below them. */
static const char own_sql[] =
    "WITH RECURSIVE holder(pk, id, name) AS (SELECT s.pk, s.id, s.name_nl FROM document d JOIN stakeholder s ON s.pk ="
    " d.holder WHERE d.pk = ?1), own(id) AS (SELECT id FROM holder UNION SELECT s.id FROM holder h JOIN member m ON"
    " m.network = h.pk JOIN stakeholder s ON s.pk = m.stakeholder UNION SELECT s.id FROM holder h JOIN stakeholder s ON"
    " substr(s.name_nl, 1, length(h.name) + 1) = h.name || '-' UNION SELECT s.id FROM holder h JOIN name n ON n.target"
    " = h.id AND n.relation = 'related' JOIN stakeholder s ON s.name_nl = n.text UNION SELECT s.id FROM own o JOIN"
    " stakeholder s ON s.broader = o.id) SELECT id FROM own";
/* What is asked of a part of a body, of the body that it is a part of, or of one that the registry says is near to it,
 * is asked of it as far as a reader cares: the Rijk for the kabinet. */
static const char kin_sql[] =
    "WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT s.id FROM below b JOIN stakeholder s ON s.broader = b.id)"
    " SELECT id FROM below UNION SELECT broader FROM stakeholder WHERE id = ?1 AND broader IS NOT NULL UNION SELECT "
    "s.id"
    " FROM name n JOIN stakeholder s ON s.name_nl = n.text WHERE n.target = ?1 AND n.relation = 'related'";

/* NULL: the paper does not name it. */
static actor *find_actor(const actors *all, const char *id) {
  size_t place = 0;
  bool found = g4_map_get(&all->by_id, id, strlen(id), &place) && place < all->actors.count && all->actors.items;
  return found ? &all->actors.items[place] : NULL;
}

/* Whether one of the ids that `row` gives is of an actor that is asked something. */
static int find_asked(actors *all, sqlite3_stmt *row, bool *found) {
  g4_review *in = all->in;
  int code = G40_OK;
  while (!*found && (code = g4_store_step(in->loader.session->store, row, in->loader.err)) == 1) {
    const char *id = (const char *)sqlite3_column_text(row, 0);
    if (!id) {
      return g4_nomem(in->loader.err);
    }
    const actor *one = find_actor(all, id);
    *found = one && one->asked;
  }
  return code < 0 ? code : G40_OK;
}

static int is_covered(actors *all, const actor *one, bool *covered) {
  g4_store *store = all->in->loader.session->store;
  g40_error *err = all->in->loader.err;
  sqlite3_stmt *row = g4_store_statement(store, kin_sql, err);
  int code = row ? g4_store_bind(store, row, err, "s", one->id) : err->code;
  code = code == G40_OK ? find_asked(all, row, covered) : code;
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* Those of the holder count as asked. */
static int leave_own_out(actors *all) {
  g4_store *store = all->in->loader.session->store;
  g40_error *err = all->in->loader.err;
  sqlite3_stmt *row = g4_store_statement(store, own_sql, err);
  int code = row ? g4_store_bind(store, row, err, "i", all->in->document) : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    const char *id = (const char *)sqlite3_column_text(row, 0);
    actor *one = id ? find_actor(all, id) : NULL;
    code = id ? G40_OK : g4_nomem(err);
    if (one) {
      one->concerned = true;
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

static int say_not_asked(g4_review *in, const actor *one) {
  g4_finding_words words = {.severity = one->takes_part ? G4_MEDIUM : G4_LOW};
  g4_buf_add_text(&words.subject, one->name);
  if (one->named > 1) {
    g4_buf_add_format(&words.nl, "%s wordt %lld keer genoemd en niets gevraagd", one->name, (long long)one->named);
    g4_buf_add_format(&words.en, "%s is named %lld times and asked nothing", one->name, (long long)one->named);
  } else {
    g4_buf_add_format(&words.nl, "%s wordt genoemd en niets gevraagd", one->name);
    g4_buf_add_format(&words.en, "%s is named and asked nothing", one->name);
  }
  return g4_finding_add(in, "actor_not_asked", one->first, passage_of(one->first, one->start), &words);
}

int g4_review_actors(g4_review *in) {
  actors all = {.in = in};
  int code = G40_OK;
  for (size_t i = 0; i < in->positions->count && code == G40_OK; i++) {
    const g40_position *position = &in->positions->rows[i];
    code = position->kind && position->passages->count ? see_actors(&all, position) : G40_OK;
  }
  code = code == G40_OK ? leave_own_out(&all) : code;
  for (size_t i = 0; i < all.actors.count && code == G40_OK; i++) {
    const actor *one = &all.actors.items[i];
    bool covered = one->asked || one->concerned || !may_be_asked(one);
    code = covered ? G40_OK : is_covered(&all, one, &covered);
    if (code == G40_OK && !covered) {
      code = say_not_asked(in, one);
    }
  }
  g4_map_free(&all.by_id);
  g4_map_free(&all.names);
  g4_vec_free(&all.actors);
  return code;
}
