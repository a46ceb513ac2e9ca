#include "g40/query.h"

#include <stdlib.h>
#include <string.h>

#include "api/call.h"
#include "query/query.h"
#include "text/fold.h"

g40_query *g40_query_new(g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  g40_query *query = calloc(1, sizeof *query);
  if (!query) {
    g4_nomem(call.err);
  }
  return query;
}

void g40_query_free(g40_query *query) {
  if (query) {
    for (size_t i = 0; i < G4_FILTERS; i++) {
      g4_vec_free(&query->values[i]);
    }
    g4_arena_free(&query->arena);
    free(query);
  }
}

static int check(const g40_query *query, const char *value, const char *what, g40_error *err) {
  if (!query) {
    return g4_fail(err, G40_ARGUMENT, "query must not be NULL");
  }
  int code = g4_check_text(value, what, err);
  return code == G40_OK && !*value ? g4_fail(err, G40_ARGUMENT, "%s must not be empty", what) : code;
}

static int keep(g40_query *query, g4_filter_kind filter, const char *value, g40_error *err) {
  const char *copy = g4_arena_strdup(&query->arena, value);
  return copy && g4_vec_push(&query->values[filter], copy) ? G40_OK : g4_nomem(err);
}

static int add(g40_query *query, g4_filter_kind filter, const char *value, const char *what, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  int code = check(query, value, what, call.err);
  return code == G40_OK ? keep(query, filter, value, call.err) : code;
}

/* NOLINTBEGIN(bugprone-macro-parentheses): the name of a parameter cannot stand in parentheses */
#define FILTER(name, filter)                                                     \
  int g40_query_add_##name(g40_query *query, const char *name, g40_error *err) { \
    return add(query, filter, name, #name, err);                                 \
  }
/* NOLINTEND(bugprone-macro-parentheses) */

FILTER(id, G4_FILTER_ID)
FILTER(theme, G4_FILTER_THEME)
FILTER(ministry, G4_FILTER_MINISTRY)
FILTER(responsible, G4_FILTER_RESPONSIBLE)
FILTER(stakeholder, G4_FILTER_STAKEHOLDER)
FILTER(role, G4_FILTER_ROLE)
FILTER(kind, G4_FILTER_KIND)
FILTER(action, G4_FILTER_ACTION)
FILTER(instrument, G4_FILTER_INSTRUMENT)
FILTER(document, G4_FILTER_DOCUMENT)

/* A text of spaces or soft hyphens would stand in every position. */
int g40_query_add_text(g40_query *query, const char *text, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  int code = check(query, text, "text", call.err);
  if (code != G40_OK) {
    return code;
  }
  g4_buf folded = {0};
  code = g4_fold(text, strlen(text), &folded, call.err);
  if (code == G40_OK && !folded.length) {
    code = g4_fail(call.err, G40_ARGUMENT, "text has nothing to look for");
  }
  g4_buf_free(&folded);
  return code == G40_OK ? keep(query, G4_FILTER_TEXT, text, call.err) : code;
}

int g40_query_set_as_of(g40_query *query, const char *date, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!query) {
    return g4_fail(call.err, G40_ARGUMENT, "query must not be NULL");
  }
  g4_date parsed;
  int code = g4_check_date(date, "date", &parsed, call.err);
  if (code == G40_OK) {
    query->as_of = parsed;
  }
  return code;
}

int g40_query_set_limit(g40_query *query, int64_t limit, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!query || limit < 0) {
    return g4_fail(call.err, G40_ARGUMENT, query ? "limit must not be negative" : "query must not be NULL");
  }
  query->limit = limit;
  return G40_OK;
}

int g40_query_set_after(g40_query *query, const char *id, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!query) {
    return g4_fail(call.err, G40_ARGUMENT, "query must not be NULL");
  }
  if (!id) {
    query->after = NULL;
    return G40_OK;
  }
  int code = *id ? g4_check_text(id, "id", call.err) : g4_fail(call.err, G40_ARGUMENT, "id must not be empty");
  const char *copy = code == G40_OK ? g4_arena_strdup(&query->arena, id) : NULL;
  if (code == G40_OK && !copy) {
    code = g4_nomem(call.err);
  }
  if (code == G40_OK) {
    query->after = copy;
  }
  return code;
}

int g40_query_set_with_contacts(g40_query *query, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!query) {
    return g4_fail(call.err, G40_ARGUMENT, "query must not be NULL");
  }
  query->with_contacts = with_contacts;
  return G40_OK;
}
