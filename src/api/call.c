#include "api/call.h"

#include <string.h>

#include "text/utf8.h"

void g4_call_start(g4_call *call, g40_error *err) {
  *call = (g4_call){.err = err ? err : &call->spare};
  g4_error_clear(call->err);
}

g4_session *g4_call_enter(g4_call *call, g40_db *db, g40_error *err) {
  g4_call_start(call, err);
  if (!db) {
    g4_fail(call->err, G40_ARGUMENT, "db must not be NULL");
    return NULL;
  }
  pthread_mutex_lock(&db->lock);
  if (!db->session) {
    pthread_mutex_unlock(&db->lock);
    g4_fail(call->err, G40_CLOSED, "the database is closed");
    return NULL;
  }
  call->db = db;
  return db->session;
}

g4_session *g4_call_read(g4_call *call, g40_db *db, g40_error *err) {
  g4_session *session = g4_call_enter(call, db, err);
  if (session && g4_session_begin(session, call->err) != G40_OK) {
    g4_call_leave(call);
    return NULL;
  }
  call->reading = session != NULL;
  return session;
}

void g4_call_leave(g4_call *call) {
  if (call->reading) {
    g4_session_end(call->db->session);
  }
  pthread_mutex_unlock(&call->db->lock);
}

int g4_check_text(const char *text, const char *what, g40_error *err) {
  size_t fault = 0;
  if (!text) {
    return g4_fail(err, G40_ARGUMENT, "%s must not be NULL", what);
  }
  size_t length = strnlen(text, G4_TEXT_MAX + 1);
  if (length > G4_TEXT_MAX) {
    return g4_fail(err, G40_ARGUMENT, "%s is longer than %d bytes", what, (int)G4_TEXT_MAX);
  }
  if (!g4_utf8_valid(text, length, &fault)) {
    return g4_fail_at(err, G40_ARGUMENT, fault, "%s is not UTF-8 at byte %zu", what, fault);
  }
  return G40_OK;
}

int g4_check_date(const char *text, const char *what, g4_date *date, g40_error *err) {
  *date = 0;
  if (!text) {
    return G40_OK;
  }
  int code = g4_check_text(text, what, err);
  if (code == G40_OK && !g4_date_parse(text, date)) {
    code = g4_fail_at(err, G40_ARGUMENT, 0, "%s '%.40s' is no date of the form YYYY-MM-DD", what, text);
  }
  return code;
}

int g4_check_path(const char *path, const char *what, g40_error *err) {
  if (!path || !*path) {
    return g4_fail(err, G40_ARGUMENT, "%s must not be %s", what, path ? "empty" : "NULL");
  }
  return G40_OK;
}
