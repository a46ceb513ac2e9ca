/* The listings and look-ups: lock, hand over, unlock. */
#include "api/call.h"
#include "g40/network.h"
#include "query/listing.h"

#define LISTING(plural, call_it)                                                      \
  g40_##plural *g40_db_##plural(g40_db *db, const g40_query *query, g40_error *err) { \
    g4_call call;                                                                     \
    g4_session *session = g4_call_read(&call, db, err);                               \
    if (!session) {                                                                   \
      return NULL;                                                                    \
    }                                                                                 \
    g40_##plural *rows = call_it;                                                     \
    g4_call_leave(&call);                                                             \
    return rows;                                                                      \
  }

LISTING(positions, g4_list_positions(session, query, call.err))
LISTING(ministries, g4_list_ministries(session, query, call.err))
LISTING(stakeholders, g4_list_stakeholders(session, query, call.err))
LISTING(themes, g4_list_themes(session, query, call.err))
LISTING(instruments, g4_list_instruments(session, query, false, call.err))
LISTING(figures, g4_list_figures(session, query, call.err))
LISTING(citations, g4_list_citations(session, query, call.err))
LISTING(documents, g4_list_documents(session, query, call.err))
LISTING(members, g4_list_members(session, query, call.err))

g40_instruments *g40_db_advices(g40_db *db, const g40_query *query, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_instruments *rows = g4_list_instruments(session, query, true, call.err);
  g4_call_leave(&call);
  return rows;
}

g40_resolution *g40_db_resolve(g40_db *db, const char *name, const char *date, const char *as_of, g40_error *err) {
  g4_call call;
  g4_date on, until;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_resolution *resolution = NULL;
  if (g4_check_text(name, "name", call.err) == G40_OK && g4_check_date(date, "date", &on, call.err) == G40_OK &&
      g4_check_date(as_of, "as_of", &until, call.err) == G40_OK) {
    resolution = g4_answer_resolve(session, name, on, until, call.err);
  }
  g4_call_leave(&call);
  return resolution;
}

g40_edges *g40_db_network(g40_db *db, const char *between, const char *relation, const g40_query *query,
                          g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_edges *edges = NULL;
  if ((!between || g4_check_text(between, "between", call.err) == G40_OK) &&
      (!relation || g4_check_text(relation, "relation", call.err) == G40_OK)) {
    edges = g4_answer_network(session, between, relation, query, call.err);
  }
  g4_call_leave(&call);
  return edges;
}

g40_text *g40_db_text(g40_db *db, const char *document, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_text *text = g4_check_text(document, "document", call.err) == G40_OK
                       ? g4_answer_text(session, document, with_contacts, call.err)
                       : NULL;
  g4_call_leave(&call);
  return text;
}

g40_context *g40_db_context(g40_db *db, const char *document, int64_t start, int64_t end, int64_t around,
                            bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_context *context = g4_check_text(document, "document", call.err) == G40_OK
                             ? g4_answer_context(session, document, start, end, around, with_contacts, call.err)
                             : NULL;
  g4_call_leave(&call);
  return context;
}
