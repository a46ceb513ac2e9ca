#include "support/questions.h"

#include <stdbool.h>
#include <string.h>

/* --- filters: a query is made from pairs of a setter and a value */

typedef int (*set_text)(g40_query *query, const char *value, g40_error *err);

typedef struct {
  set_text set;
  const char *value;
} filter;

enum { MOST_FILTERS = 4 };

static int make_query(const filter *filters, int64_t limit, g40_query **made, g40_error *err) {
  g40_query *query = g40_query_new(err);
  int code = query ? g40_query_set_limit(query, limit, err) : err->code;
  for (size_t i = 0; i < MOST_FILTERS && filters[i].set && code == G40_OK; i++) {
    code = filters[i].set(query, filters[i].value, err);
  }
  *made = query;
  return code;
}

static int positions(g40_db *db, const filter *filters, int64_t limit, bool with_contacts, walk *to, g40_error *err) {
  g40_query *query = NULL;
  int code = make_query(filters, limit, &query, err);
  if (code == G40_OK) {
    code = g40_query_set_with_contacts(query, with_contacts, err);
  }
  g40_positions *rows = code == G40_OK ? g40_db_positions(db, query, err) : NULL;
  g40_query_free(query);
  if (!rows) {
    return err->code;
  }
  walk_positions(to, rows);
  g40_positions_free(rows);
  return G40_OK;
}

#define POSITIONS(name, ...)                                             \
  static int name(g40_db *db, walk *to, g40_error *err) {                \
    static const filter filters[MOST_FILTERS] = {__VA_ARGS__};           \
    return positions(db, filters, 0, filters[0].value == NULL, to, err); \
  }

POSITIONS(all_positions, {NULL, NULL})
POSITIONS(by_id, {g40_query_add_id, "position/klein/betalen"}, {g40_query_add_id, "klein/warmtenet"})
POSITIONS(by_text, {g40_query_add_text, "WARMTENET"}, {g40_query_add_text, "huizen"})
POSITIONS(by_theme, {g40_query_add_theme, "Housing"}, {g40_query_add_document, "klein"})
POSITIONS(by_ministry, {g40_query_add_ministry, "EZ"}, {g40_query_add_role, "executor"})
POSITIONS(by_ministry_then, {g40_query_add_ministry, "mnre1045"}, {g40_query_set_as_of, "2025-12-01"})
POSITIONS(by_responsible, {g40_query_add_responsible, "BZK"}, {g40_query_add_kind, "ask"},
          {g40_query_add_action, "fund"})
POSITIONS(by_stakeholder, {g40_query_add_stakeholder, "steden"}, {g40_query_add_stakeholder, "Rijk"})
POSITIONS(by_role, {g40_query_add_role, "affected"}, {g40_query_add_role, "addressee"})
POSITIONS(by_instrument, {g40_query_add_instrument, "Building Act"}, {g40_query_add_instrument, "bouwraad"})
POSITIONS(by_unknown_name, {g40_query_add_ministry, "VROM"}, {NULL, NULL})

/* --- the other listings: all rows, and a page of those that a filter touches */

static const filter page[MOST_FILTERS] = {{g40_query_add_kind, "ask"}, {g40_query_add_kind, "commitment"}};

#define LISTING(plural)                                             \
  static int plural(g40_db *db, walk *to, g40_error *err) {         \
    g40_##plural *rows = g40_db_##plural(db, NULL, err);            \
    if (!rows) {                                                    \
      return err->code;                                             \
    }                                                               \
    walk_##plural(to, rows);                                        \
    g40_##plural##_free(rows);                                      \
    g40_query *query = NULL;                                        \
    int code = make_query(page, 2, &query, err);                    \
    rows = code == G40_OK ? g40_db_##plural(db, query, err) : NULL; \
    g40_query_free(query);                                          \
    if (!rows) {                                                    \
      return err->code;                                             \
    }                                                               \
    walk_##plural(to, rows);                                        \
    g40_##plural##_free(rows);                                      \
    return G40_OK;                                                  \
  }

typedef g40_instruments g40_advices;
#define walk_advices walk_instruments
#define g40_advices_free g40_instruments_free

LISTING(ministries)
LISTING(stakeholders)
LISTING(themes)
LISTING(instruments)
LISTING(advices)
LISTING(figures)
LISTING(citations)
LISTING(documents)
LISTING(members)

/* --- single answers */

static int info(g40_db *db, walk *to, g40_error *err) {
  g40_info *answer = g40_db_info(db, err);
  if (!answer) {
    return err->code;
  }
  walk_string(to, g40_info_known_through(answer));
  walk_number(to, g40_info_positions(answer) + g40_info_schema_version(answer));
  g40_info_free(answer);
  return G40_OK;
}

static int resolve(g40_db *db, const char *name, const char *date, const char *as_of, walk *to, g40_error *err) {
  g40_resolution *answer = g40_db_resolve(db, name, date, as_of, err);
  if (!answer) {
    return err->code;
  }
  walk_resolution(to, answer);
  g40_resolution_free(answer);
  return G40_OK;
}

#define RESOLVE(question, name, date, as_of) \
  static int question(g40_db *db, walk *to, g40_error *err) { return resolve(db, name, date, as_of, to, err); }

RESOLVE(resolve_now, "EZK", "2020-01-01", NULL)
RESOLVE(resolve_post, "minister voor Klimaat en Energie", "2023-01-01", "2025-01-01")
RESOLVE(resolve_without_date, "het ministerie van Economische Zaken", NULL, NULL)
RESOLVE(resolve_back, "KGG", "2025-01-01", "2018-01-01")
RESOLVE(resolve_refused, "Openbaar Ministerie", "2025-01-01", NULL)

static int text(g40_db *db, walk *to, g40_error *err) {
  for (int with_contacts = 0; with_contacts < 2; with_contacts++) {
    g40_text *answer = g40_db_text(db, "klein", with_contacts != 0, err);
    if (!answer) {
      return err->code;
    }
    walk_text(to, answer);
    g40_text_free(answer);
  }
  return G40_OK;
}

static int context(g40_db *db, walk *to, g40_error *err) {
  g40_context *answer = g40_db_context(db, "document/klein", 105, 195, 40, false, err);
  if (!answer) {
    return err->code;
  }
  walk_context(to, answer);
  g40_context_free(answer);
  return G40_OK;
}

static int verify(g40_db *db, walk *to, g40_error *err) {
  g40_diagnostics *answer = g40_db_verify(db, err);
  if (!answer) {
    return err->code;
  }
  walk_diagnostics(to, answer);
  g40_diagnostics_free(answer);
  return G40_OK;
}

/* --- finding words, asks that come back, and reading a text */

static int search(g40_db *db, const char *words, const filter *filters, bool related, walk *to, g40_error *err) {
  g40_query *query = NULL;
  int code = make_query(filters, 3, &query, err);
  g40_hits *hits = code == G40_OK ? g40_db_search(db, words, query, related, err) : NULL;
  g40_query_free(query);
  if (!hits) {
    return err->code;
  }
  walk_hits(to, hits);
  g40_hits_free(hits);
  return G40_OK;
}

#define SEARCH(question, words, related, ...)                  \
  static int question(g40_db *db, walk *to, g40_error *err) {  \
    static const filter filters[MOST_FILTERS] = {__VA_ARGS__}; \
    return search(db, words, filters, related, to, err);       \
  }

SEARCH(search_words, "warmtenet Bouwwet EZ stad", true, {NULL, NULL})
SEARCH(search_phrase, "\"ministerie van\" won* -huizen", false, {g40_query_add_theme, "wonen"})
SEARCH(search_misspelled, "warmtenit", false, {g40_query_add_document, "klein"})

static int match(g40_db *db, walk *to, g40_error *err) {
  g40_query *query = NULL;
  int code = make_query((const filter[MOST_FILTERS]){{g40_query_add_document, "klein"}}, 2, &query, err);
  g40_matches *matches =
      code == G40_OK ? g40_db_match(db, "Bouw woningen en een warmtenet volgens de Bouwwet", query, err) : NULL;
  g40_query_free(query);
  if (!matches) {
    return err->code;
  }
  walk_matches(to, matches);
  g40_matches_free(matches);
  return G40_OK;
}

static int match_position(g40_db *db, walk *to, g40_error *err) {
  g40_query *query = NULL;
  int code = make_query((const filter[MOST_FILTERS]){{g40_query_add_id, "klein/warmtenet"}}, 1, &query, err);
  g40_positions *rows = code == G40_OK ? g40_db_positions(db, query, err) : NULL;
  g40_query_free(query);
  if (!rows) {
    return err->code;
  }
  g40_matches *matches = g40_db_match_position(db, g40_positions_at(rows, 0), NULL, err);
  g40_positions_free(rows);
  if (!matches) {
    return err->code;
  }
  walk_matches(to, matches);
  g40_matches_free(matches);
  return G40_OK;
}

static int uptake(g40_db *db, walk *to, g40_error *err) {
  g40_positions *asks = g40_db_positions(db, NULL, err);
  g40_uptakes *rows = asks ? g40_db_uptake(db, asks, NULL, err) : NULL;
  g40_positions_free(asks);
  if (!rows) {
    return err->code;
  }
  walk_uptakes(to, rows);
  g40_uptakes_free(rows);
  return G40_OK;
}

static int analyze(g40_db *db, walk *to, g40_error *err) {
  static const char text[] =
      "Wonen\n\nDe stad vraagt het ministerie van EZ om de Bouwwet te ver-\nruimen. Dat is nodig: er zijn te weinig"
      " huizen.\n\n- Het Rijk moet met de provincie een warmtenet betalen (minister van BZK).\n- jan@example.invalid\n";
  g40_segments *segments = g40_db_analyze(db, text, (int64_t)strlen(text), "2025-01-01", false, err);
  if (!segments) {
    return err->code;
  }
  walk_segments(to, segments);
  g40_segments_free(segments);
  return G40_OK;
}

static int coding(g40_db *db, walk *to, g40_error *err) {
  g40_text *yaml = g40_db_coding(db, "klein", false, err);
  if (!yaml) {
    return err->code;
  }
  walk_text(to, yaml);
  g40_text_free(yaml);
  return G40_OK;
}

static int review(g40_db *db, walk *to, g40_error *err) {
  g40_findings *rows = g40_db_review(db, "klein", false, err);
  if (!rows) {
    return err->code;
  }
  walk_findings(to, rows);
  g40_findings_free(rows);
  return G40_OK;
}

#define ASK(name) \
  { #name, name }
const question questions[] = {ASK(all_positions),
                              ASK(by_id),
                              ASK(by_text),
                              ASK(by_theme),
                              ASK(by_ministry),
                              ASK(by_ministry_then),
                              ASK(by_responsible),
                              ASK(by_stakeholder),
                              ASK(by_role),
                              ASK(by_instrument),
                              ASK(by_unknown_name),
                              ASK(ministries),
                              ASK(stakeholders),
                              ASK(themes),
                              ASK(instruments),
                              ASK(advices),
                              ASK(figures),
                              ASK(citations),
                              ASK(documents),
                              ASK(members),
                              ASK(info),
                              ASK(resolve_now),
                              ASK(resolve_post),
                              ASK(resolve_without_date),
                              ASK(resolve_back),
                              ASK(resolve_refused),
                              ASK(text),
                              ASK(context),
                              ASK(verify),
                              ASK(search_words),
                              ASK(search_phrase),
                              ASK(search_misspelled),
                              ASK(match),
                              ASK(match_position),
                              ASK(uptake),
                              ASK(analyze),
                              ASK(coding),
                              ASK(review)};
const size_t question_count = sizeof questions / sizeof *questions;

size_t ask_some(g40_db *db, walk *to, size_t first, size_t count) {
  size_t failed = 0;
  for (size_t i = 0; i < count; i++) {
    g40_error err;
    int code = questions[(first + i) % question_count].ask(db, to, &err);
    walk_number(to, code);
    walk_string(to, code == G40_OK ? NULL : err.message);
    failed += code != G40_OK;
  }
  return failed;
}

size_t ask_everything(g40_db *db, walk *to) { return ask_some(db, to, 0, question_count); }
