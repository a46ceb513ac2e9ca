/* Filters into SQL: a condition on position p, made of constant pieces, and the values bound to it. */
#ifndef G4_QUERY_FILTER_H
#define G4_QUERY_FILTER_H

#include "base/buf.h"
#include "query/query.h"
#include "query/session.h"

typedef struct {
  g4_buf condition; /* "" or "AND ... AND ..." */
  g4_buf values;    /* one after the other, each with its NUL */
  size_t count;     /* values */
  bool any;         /* whether any filter of positions is set */
} g4_filter;

/* Names are looked up: G40_NOT_FOUND for one that the database does not know. `query` may be NULL. */
int g4_filter_build(g4_session *session, const g40_query *query, g4_filter *filter, g40_error *err);
void g4_filter_free(g4_filter *filter);
/* Leaves positions with one of these ids, with or without their type; all where there is none. */
int g4_filter_add_ids(g4_filter *filter, const g4_strings *ids, g40_error *err);

/* Binds the values from parameter `first`. */
int g4_filter_bind(g4_session *session, const g4_filter *filter, sqlite3_stmt *statement, int first, g40_error *err);

/* For the parts of the filter: adds one condition with one value, which is copied. */
void g4_filter_add(g4_filter *filter, const char *condition, const char *value);

/* Ids that the names of a filter mean, as a JSON array; an unknown name is G40_NOT_FOUND. */
int g4_filter_entities(g4_session *session, const g4_strings *names, unsigned types, const char *what, g4_buf *json,
                       g40_error *err);
/* The same of instruments and advices; and the names themselves, folded, as another: a name that texts have and the
 * registry did not know is no unknown name. */
int g4_filter_instruments(g4_session *session, const g4_strings *names, g4_buf *ids, g4_buf *folded, g40_error *err);
/* Documents and ministries that fit the names, as a JSON array of [document pk, stakeholder pk], with the
 * words behind them where only those words mean it. */
int g4_filter_ministries(g4_session *session, const g4_strings *names, bool responsible, g4_date as_of, g4_buf *json,
                         g40_error *err);

#endif
