#include "query/filter.h"

#include <string.h>

#include "model/vocabulary.h"
#include "text/fold.h"
#include "text/json.h"

void g4_filter_free(g4_filter *filter) {
  g4_buf_free(&filter->condition);
  g4_buf_free(&filter->values);
}

void g4_filter_add(g4_filter *filter, const char *condition, const char *value) {
  g4_buf_add_text(&filter->condition, " AND ");
  g4_buf_add_text(&filter->condition, condition);
  if (value) {
    g4_buf_add(&filter->values, value, strlen(value) + 1);
    filter->count++;
  }
}

int g4_filter_bind(g4_session *session, const g4_filter *filter, sqlite3_stmt *statement, int first, g40_error *err) {
  const char *value = g4_buf_text(&filter->values);
  for (size_t i = 0; i < filter->count; i++) {
    int result = sqlite3_bind_text(statement, first + (int)i, value, -1, SQLITE_STATIC);
    if (result != SQLITE_OK) {
      return g4_store_fail(session->store, result, err);
    }
    value += strlen(value) + 1;
  }
  return G40_OK;
}

static void json_strings(g4_buf *json, const g4_strings *strings) {
  g4_buf_add_char(json, '[');
  for (size_t i = 0; i < strings->count; i++) {
    g4_buf_add_text(json, i ? "," : "");
    g4_json_string(json, strings->items[i], strlen(strings->items[i]));
  }
  g4_buf_add_char(json, ']');
}

/* The words of a vocabulary; others are unknown names. */
static int check_words(const g4_strings *values, const char *what, const char *const *allowed, g40_error *err) {
  for (size_t i = 0; i < values->count; i++) {
    if (!g4_is_code(allowed, values->items[i])) {
      return g4_fail(err, G40_NOT_FOUND, "unknown %s '%.100s'", what, values->items[i]);
    }
  }
  return G40_OK;
}

static int add_words(g4_filter *filter, const g4_strings *values, const char *what, const char *const *allowed,
                     const char *condition, g40_error *err) {
  if (!values->count) {
    return G40_OK;
  }
  int code = allowed ? check_words(values, what, allowed, err) : G40_OK;
  if (code == G40_OK) {
    g4_buf json = {0};
    json_strings(&json, values);
    if (json.failed) {
      code = g4_nomem(err);
    } else {
      g4_filter_add(filter, condition, g4_buf_text(&json));
    }
    g4_buf_free(&json);
  }
  return code;
}

static int add_entities(g4_session *session, g4_filter *filter, const g4_strings *values, unsigned types,
                        const char *what, const char *condition, g40_error *err) {
  if (!values->count) {
    return G40_OK;
  }
  g4_buf json = {0};
  int code = g4_filter_entities(session, values, types, what, &json, err);
  if (code == G40_OK) {
    g4_filter_add(filter, condition, g4_buf_text(&json));
  }
  g4_buf_free(&json);
  return code;
}

static void push_value(g4_filter *filter, const char *value) {
  g4_buf_add(&filter->values, value, strlen(value) + 1);
  filter->count++;
}

/* Positions of `rows` (a SELECT on position_role r with one value), in one of these roles where any are given. */
static void add_role_rows(g4_filter *filter, const char *rows, const char *value, const char *roles_json) {
  g4_buf_add_text(&filter->condition, " AND p.pk IN (");
  g4_buf_add_text(&filter->condition, rows);
  push_value(filter, value);
  if (roles_json) {
    g4_buf_add_text(&filter->condition, " AND r.role IN (SELECT value FROM json_each(?))");
    push_value(filter, roles_json);
  }
  g4_buf_add_text(&filter->condition, ")");
}

static int add_stakeholders(g4_session *session, g4_filter *filter, const g4_strings *names, const char *roles_json,
                            g40_error *err) {
  g4_buf json = {0};
  int code = g4_filter_entities(session, names, G4_TYPE(G4_STAKEHOLDER), "stakeholder", &json, err);
  if (code == G40_OK) {
    add_role_rows(filter,
                  "SELECT r.position FROM position_role r WHERE r.stakeholder IN"
                  " (SELECT pk FROM stakeholder WHERE id IN (SELECT value FROM json_each(?)))",
                  g4_buf_text(&json), roles_json);
  }
  g4_buf_free(&json);
  return code;
}

static int add_ministries(g4_session *session, g4_filter *filter, const g40_query *query, const char *roles_json,
                          g40_error *err) {
  g4_buf json = {0};
  int code = g4_filter_ministries(session, &query->values[G4_FILTER_MINISTRY], false, query->as_of, &json, err);
  if (code == G40_OK) {
    add_role_rows(filter,
                  "SELECT r.position FROM json_each(?) AS pair JOIN position_role r"
                  " ON r.stakeholder = json_extract(pair.value, '$[1]') JOIN position o ON o.pk = r.position"
                  " WHERE o.document = json_extract(pair.value, '$[0]')"
                  " AND r.as_written = coalesce(json_extract(pair.value, '$[2]'), r.as_written)",
                  g4_buf_text(&json), roles_json);
  }
  g4_buf_free(&json);
  return code;
}

/* A role beside a stakeholder or ministry is the role of that one; alone it is anybody's. */
static int add_actors(g4_session *session, const g40_query *query, g4_filter *filter, g40_error *err) {
  const g4_strings *role = &query->values[G4_FILTER_ROLE];
  const g4_strings *stakeholders = &query->values[G4_FILTER_STAKEHOLDER];
  const g4_strings *ministries = &query->values[G4_FILTER_MINISTRY];
  int code = check_words(role, "role", g4_role_codes, err);
  g4_buf json = {0};
  json_strings(&json, role);
  if (code == G40_OK && json.failed) {
    code = g4_nomem(err);
  }
  const char *roles_json = role->count ? g4_buf_text(&json) : NULL;
  if (code == G40_OK && stakeholders->count) {
    code = add_stakeholders(session, filter, stakeholders, roles_json, err);
  }
  if (code == G40_OK && ministries->count) {
    code = add_ministries(session, filter, query, roles_json, err);
  }
  if (code == G40_OK && roles_json && !stakeholders->count && !ministries->count) {
    add_role_rows(filter, "SELECT r.position FROM position_role r WHERE r.role IN (SELECT value FROM json_each(?))",
                  roles_json, NULL);
  }
  g4_buf_free(&json);
  return code;
}

static int add_responsible(g4_session *session, const g40_query *query, g4_filter *filter, g40_error *err) {
  if (!query->values[G4_FILTER_RESPONSIBLE].count) {
    return G40_OK;
  }
  g4_buf json = {0};
  int code = g4_filter_ministries(session, &query->values[G4_FILTER_RESPONSIBLE], true, query->as_of, &json, err);
  if (code == G40_OK) {
    g4_filter_add(filter,
                  "p.pk IN (SELECT r.position FROM json_each(?) AS pair JOIN position_responsible r"
                  " ON r.ministry = json_extract(pair.value, '$[1]') JOIN position o ON o.pk = r.position"
                  " WHERE o.document = json_extract(pair.value, '$[0]'))",
                  g4_buf_text(&json));
  }
  g4_buf_free(&json);
  return code;
}

/* A name of the registry finds its instrument, and any name the places where it is written and the registry did not
 * know it. */
static int add_instruments(g4_session *session, g4_filter *filter, const g4_strings *names, g40_error *err) {
  g4_buf ids = {0}, folded = {0};
  int code = g4_filter_instruments(session, names, &ids, &folded, err);
  if (code == G40_OK) {
    g4_filter_add(filter,
                  "p.pk IN (SELECT x.position FROM position_instrument x WHERE x.instrument IN (SELECT pk FROM"
                  " instrument WHERE id IN (SELECT value FROM json_each(?))) UNION ALL SELECT x.position FROM"
                  " position_instrument x WHERE x.instrument IS NULL AND x.folded IN (SELECT value FROM json_each(?)))",
                  g4_buf_text(&ids));
    push_value(filter, g4_buf_text(&folded));
  }
  g4_buf_free(&ids);
  g4_buf_free(&folded);
  return code;
}

/* All texts are looked for by one call of a function of this connection: they stand in the lines of one value. */
static int add_texts(const g4_strings *texts, bool with_contacts, g4_filter *filter, g40_error *err) {
  if (!texts->count) {
    return G40_OK;
  }
  g4_buf folded = {0};
  int code = G40_OK;
  for (size_t i = 0; i < texts->count && code == G40_OK; i++) {
    g4_buf_add_text(&folded, i ? "\n" : "");
    code = g4_fold(texts->items[i], strlen(texts->items[i]), &folded, err);
  }
  if (code == G40_OK && folded.failed) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    g4_filter_add(filter,
                  with_contacts ? "EXISTS (SELECT 1 FROM position_passage q WHERE q.position = p.pk AND"
                                  " g4_contains(q.text, ?))"
                                : "EXISTS (SELECT 1 FROM position_passage q WHERE q.position = p.pk AND"
                                  " g4_contains(coalesce(q.masked_text, q.text), ?))",
                  g4_buf_text(&folded));
  }
  g4_buf_free(&folded);
  return code;
}

static int check_documents(g4_session *session, const g4_strings *documents, g40_error *err) {
  sqlite3_stmt *statement = NULL;
  int code = G40_OK;
  for (size_t i = 0; i < documents->count && code == G40_OK; i++) {
    statement = g4_store_statement(session->store, "SELECT 1 FROM document WHERE id IN (?1, 'document/' || ?1)", err);
    if (!statement) {
      return err->code;
    }
    code = g4_store_bind(session->store, statement, err, "s", documents->items[i]);
    if (code == G40_OK) {
      int found = g4_store_step(session->store, statement, err);
      code = found < 0 ? found
             : found   ? G40_OK
                       : g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", documents->items[i]);
    }
    g4_store_done(statement);
  }
  return code;
}

static int add_all(g4_session *session, const g40_query *query, g4_filter *filter, g40_error *err) {
  const g4_strings *values = query->values;
  int code = add_words(filter, &values[G4_FILTER_KIND], "kind", g4_kind_codes,
                       "p.kind IN (SELECT value FROM json_each(?))", err);
  if (code == G40_OK) {
    code = add_words(filter, &values[G4_FILTER_ACTION], "action", g4_action_codes,
                     "p.action IN (SELECT value FROM json_each(?))", err);
  }
  if (code == G40_OK) {
    code = check_documents(session, &values[G4_FILTER_DOCUMENT], err);
  }
  if (code == G40_OK) {
    code = add_words(filter, &values[G4_FILTER_DOCUMENT], "document", NULL,
                     "p.document IN (SELECT d.pk FROM document d, json_each(?) j WHERE d.id IN (j.value, 'document/' ||"
                     " j.value))",
                     err);
  }
  if (code == G40_OK) {
    code = add_entities(session, filter, &values[G4_FILTER_THEME], G4_TYPE(G4_THEME), "theme",
                        "p.theme IN (WITH RECURSIVE below(id) AS (SELECT value FROM json_each(?) UNION SELECT t.id FROM"
                        " theme t JOIN below b ON t.broader = b.id) SELECT pk FROM theme WHERE id IN below)",
                        err);
  }
  if (code == G40_OK && values[G4_FILTER_INSTRUMENT].count) {
    code = add_instruments(session, filter, &values[G4_FILTER_INSTRUMENT], err);
  }
  if (code == G40_OK) {
    code = add_actors(session, query, filter, err);
  }
  if (code == G40_OK) {
    code = add_responsible(session, query, filter, err);
  }
  return code == G40_OK ? add_texts(&values[G4_FILTER_TEXT], query->with_contacts, filter, err) : code;
}

int g4_filter_build(g4_session *session, const g40_query *query, g4_filter *filter, g40_error *err) {
  *filter = (g4_filter){0};
  if (!query) {
    return G40_OK;
  }
  int code = add_all(session, query, filter, err);
  if (code == G40_OK && (filter->condition.failed || filter->values.failed)) {
    code = g4_nomem(err);
  }
  filter->any = filter->condition.length > 0;
  if (code != G40_OK) {
    g4_filter_free(filter);
  }
  return code;
}

int g4_filter_add_ids(g4_filter *filter, const g4_strings *ids, g40_error *err) {
  int code = add_words(filter, ids, "id", NULL,
                       "p.id IN (SELECT type.words || j.value FROM json_each(?) j,"
                       " (SELECT '' AS words UNION ALL SELECT 'position/') type)",
                       err);
  return code == G40_OK && (filter->condition.failed || filter->values.failed) ? g4_nomem(err) : code;
}
