#include "query/review.h"

#include <stdio.h>
#include <string.h>

#include "query/findings.h"
#include "query/listing.h"

/* --- what an ask does not name */

static bool acts(const char *role) { return role && (strcmp(role, "addressee") == 0 || strcmp(role, "executor") == 0); }

static bool has_addressee(const g40_position *ask) {
  bool has = false;
  for (size_t i = 0; i < ask->ministries->count; i++) {
    has |= acts(ask->ministries->rows[i].relation);
  }
  for (size_t i = 0; i < ask->stakeholders->count; i++) {
    has |= acts(ask->stakeholders->rows[i].role);
  }
  return has;
}

static int read_ask(const g40_position *ask, g4_said *said, g40_error *err) {
  g4_buf text = {0};
  for (size_t i = 0; i < ask->passages->count; i++) {
    g4_buf_add_text(&text, i ? "\n" : "");
    g4_buf_add_text(&text, ask->passages->rows[i].text ? ask->passages->rows[i].text : "");
  }
  int code = text.failed ? g4_nomem(err) : g4_said_in(g4_buf_text(&text), text.length, said, err);
  g4_buf_free(&text);
  return code;
}

/* "a, b or c" of those that are missed. */
static void join(g4_buf *text, const bool missed[4], const char *const words[4], const char *last) {
  size_t count = 0, done = 0;
  for (int i = 0; i < 4; i++) {
    count += missed[i];
  }
  for (int i = 0; i < 4; i++) {
    if (missed[i]) {
      g4_buf_add_text(text, done == 0 ? "" : done + 1 == count ? last : ", ");
      g4_buf_add_text(text, words[i]);
      done++;
    }
  }
}

/* Those that answer for it by portfolio. */
static void add_responsible(const g40_position *ask, g4_buf *names) {
  for (size_t i = 0; i < ask->ministries->count; i++) {
    const g40_ministry_role *one = &ask->ministries->rows[i];
    if (one->abbreviation && strcmp(one->relation, "responsible") == 0) {
      g4_buf_add_text(names, names->length ? ", " : "");
      g4_buf_add_text(names, one->abbreviation);
    }
  }
}

static int review_ask(g4_review *in, const g40_position *ask) {
  static const char *const codes[] = {"addressee", "amount", "date", "instrument"};
  static const char *const dutch[] = {"geadresseerde", "bedrag", "termijn", "instrument"};
  g4_said said = {0};
  int code = read_ask(ask, &said, in->loader.err);
  bool money = ask->action && (strcmp(ask->action, "fund") == 0 || strcmp(ask->action, "invest") == 0);
  bool instrument = said.instrument || ask->instruments->count || ask->advices->count;
  const bool missed[4] = {!has_addressee(ask), money && !said.amount && !ask->figures->count, !said.moment,
                          !instrument};
  if (code != G40_OK || !(missed[0] || missed[1] || missed[2] || missed[3])) {
    return code;
  }
  g4_finding_words words = {0};
  join(&words.lacks, missed, codes, ", ");
  add_responsible(ask, &words.subject);
  g4_buf_add_text(&words.nl, "noemt geen ");
  join(&words.nl, missed, dutch, " of ");
  g4_buf_add_text(&words.en, "names no ");
  join(&words.en, missed, codes, " or ");
  if (missed[0] && words.subject.length) {
    g4_buf_add_format(&words.nl, " (portefeuille: %s)", g4_buf_text(&words.subject));
    g4_buf_add_format(&words.en, " (portfolio: %s)", g4_buf_text(&words.subject));
  }
  return g4_finding_add(in, "ask_lacks", ask, &ask->passages->rows[0], &words);
}

/* --- actors */

typedef struct {
  const g40_position *first; /* where it is named first */
  const char *name, *kind;
  int64_t start, named;
  bool asked, is_holder, takes_part;
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

/* An actor in a role of a position. `id` may be NULL: then only its name is known. */
static int see_actor(actors *all, const g40_position *position, const char *id, const actor *seen, const char *role) {
  size_t place = all->actors.count;
  g40_error *err = all->in->loader.err;
  bool wants = strcmp(position->kind, "ask") == 0 || strcmp(position->kind, "rule") == 0;
  if (!g4_map_get(&all->by_id, id, strlen(id), &place) &&
      (!g4_vec_push(&all->actors, *seen) || !g4_map_put(&all->by_id, id, strlen(id), place))) {
    return g4_nomem(err);
  }
  actor *one = all->actors.items ? &all->actors.items[place] : NULL;
  if (!one) {
    return g4_nomem(err);
  }
  one->named++;
  one->asked |= wants && (acts(role) || strcmp(role, "partner") == 0);
  one->takes_part |= acts(role) || strcmp(role, "partner") == 0;
  one->asked |= strcmp(role, "cited_authority") == 0; /* is a source */
  one->is_holder |= strcmp(role, "holder") == 0;
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
  g4_finding_words words = {0};
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
  const actor seen = {
      position, role->abbreviation ? role->abbreviation : role->as_written, "ministry", role->start, 0, false, false,
      false};
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
    const actor seen = {position, role->name, role->kind, role->start, 0, false, false, false};
    if (role->id && role->name && role->role) {
      code = see_actor(all, position, role->id, &seen, role->role);
    } else if (!role->id && role->as_written && g4_is_proper_name(position, role->as_written, role->start)) {
      code = say_unresolved(all, position, role->as_written, role->reason, role->start);
    }
  }
  return code;
}

static int say_not_asked(g4_review *in, const actor *one) {
  g4_finding_words words = {0};
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

static int review_actors(g4_review *in) {
  actors all = {.in = in};
  int code = G40_OK;
  for (size_t i = 0; i < in->positions->count && code == G40_OK; i++) {
    const g40_position *position = &in->positions->rows[i];
    code = position->kind && position->passages->count ? see_actors(&all, position) : G40_OK;
  }
  for (size_t i = 0; i < all.actors.count && code == G40_OK; i++) {
    const actor *one = &all.actors.items[i];
    if (!one->asked && !one->is_holder && may_be_asked(one)) {
      code = say_not_asked(in, one);
    }
  }
  g4_map_free(&all.by_id);
  g4_map_free(&all.names);
  g4_vec_free(&all.actors);
  return code;
}

/* --- the whole */

static int review_positions(g4_review *in) {
  int code = G40_OK;
  for (size_t i = 0; i < in->positions->count && code == G40_OK; i++) {
    const g40_position *one = &in->positions->rows[i];
    if (one->kind && strcmp(one->kind, "ask") == 0 && one->passages->count) {
      code = review_ask(in, one);
    }
  }
  return code;
}

g40_findings *g4_answer_review(g4_session *session, const char *document, bool with_contacts, g40_error *err) {
  g40_query query = {.with_contacts = with_contacts};
  query.values[G4_FILTER_DOCUMENT].items = &document;
  query.values[G4_FILTER_DOCUMENT].count = 1;
  g4_review in = {0};
  g40_findings *findings = NULL;
  if (g4_loader_begin(&in.loader, session, &query, err) != G40_OK) {
    return NULL;
  }
  in.positions = g4_list_positions(session, &query, err);
  if (!in.positions) {
    return g4_loader_end(&in.loader, err->code, NULL);
  }
  int code = g4_review_begin(&in, document);
  code = code == G40_OK ? review_positions(&in) : code;
  code = code == G40_OK ? review_actors(&in) : code;
  code = code == G40_OK ? g4_review_sections(&in) : code;
  code = code == G40_OK ? g4_review_figures(&in) : code;
  code = code == G40_OK ? g4_review_end(&in, &findings) : code;
  g4_vec_free(&in.found);
  g40_positions_free(in.positions);
  return g4_loader_end(&in.loader, code, findings);
}
