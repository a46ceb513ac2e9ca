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

/* Who asks for money says how much. A manifesto speaks to voters: its asks need nobody by name, nor a date. */
static g4_severity_of_finding severity_of(const g4_review *in, const bool missed[4]) {
  if (in->manifesto) {
    return missed[1] ? G4_MEDIUM : G4_LOW;
  }
  return missed[0] && missed[2] && missed[3] ? G4_HIGH : missed[0] || missed[1] ? G4_MEDIUM : G4_LOW;
}

static int review_ask(g4_review *in, const g40_position *ask) {
  static const char *const codes[] = {"addressee", "amount", "date", "instrument"};
  static const char *const dutch[] = {"geadresseerde", "bedrag", "termijn", "instrument"};
  g4_said said = {0};
  int code = read_ask(ask, &said, in->loader.err);
  bool money = ask->action && (strcmp(ask->action, "fund") == 0 || strcmp(ask->action, "invest") == 0);
  bool instrument = said.instrument || ask->instruments->count || ask->advices->count;
  const bool missed[4] = {!has_addressee(ask), money && said.money && !said.amount && !ask->figures->count,
                          !said.moment, !instrument};
  if (code != G40_OK || !(missed[0] || missed[1] || missed[2] || missed[3])) {
    return code;
  }
  g4_finding_words words = {.severity = severity_of(in, missed)};
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
  code = code == G40_OK ? g4_review_actors(&in) : code;
  code = code == G40_OK ? g4_review_sections(&in) : code;
  code = code == G40_OK ? g4_review_figures(&in) : code;
  code = code == G40_OK ? g4_review_end(&in, &findings) : code;
  g4_vec_free(&in.found);
  g40_positions_free(in.positions);
  return g4_loader_end(&in.loader, code, findings);
}
