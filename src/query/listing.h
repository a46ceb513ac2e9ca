/* The listings: each gives a new array of the model, or NULL with err filled (err is never NULL in this room). */
#ifndef G4_QUERY_LISTING_H
#define G4_QUERY_LISTING_H

#include "model/progress.h"
#include "model/rows.h"
#include "query/query.h"
#include "query/session.h"

g40_positions *g4_list_positions(g4_session *session, const g40_query *query, g40_error *err);
g40_ministries *g4_list_ministries(g4_session *session, const g40_query *query, g40_error *err);
g40_stakeholders *g4_list_stakeholders(g4_session *session, const g40_query *query, g40_error *err);
g40_themes *g4_list_themes(g4_session *session, const g40_query *query, g40_error *err);
g40_instruments *g4_list_instruments(g4_session *session, const g40_query *query, bool advices, g40_error *err);
g40_figures *g4_list_figures(g4_session *session, const g40_query *query, g40_error *err);
g40_citations *g4_list_citations(g4_session *session, const g40_query *query, g40_error *err);
g40_documents *g4_list_documents(g4_session *session, const g40_query *query, g40_error *err);
g40_members *g4_list_members(g4_session *session, const g40_query *query, g40_error *err);

g40_resolution *g4_answer_resolve(g4_session *session, const char *name, g4_date date, g4_date as_of, g40_error *err);
g40_hits *g4_answer_search(g4_session *session, const char *words, const g40_query *query, bool related,
                           g40_error *err);
/* Of a quote, or of a position; the other one is NULL. */
g40_matches *g4_answer_match(g4_session *session, const char *quote, const g40_position *position,
                             const g40_query *query, g40_error *err);
g40_uptakes *g4_answer_uptake(g4_session *session, const g40_positions *asks, const g40_query *query,
                              const g4_progress *progress, g40_error *err);
g40_edges *g4_answer_network(g4_session *session, const char *between, const char *relation, const g40_query *query,
                             g40_error *err);
g40_info *g4_answer_info(g4_session *session, const char *path, g40_error *err);
g40_text *g4_answer_text(g4_session *session, const char *document, bool with_contacts, g40_error *err);
g40_context *g4_answer_context(g4_session *session, const char *document, int64_t start, int64_t end, int64_t around,
                               bool with_contacts, g40_error *err);

#endif
