#include "g40/analyze.h"

#include "api/call.h"
#include "ingest/analyze.h"

static int check(const char *text, int64_t length, g40_error *err) {
  if (!text) {
    return g4_fail(err, G40_ARGUMENT, "text must not be NULL");
  }
  return length < 0 ? g4_fail(err, G40_ARGUMENT, "length must not be negative") : G40_OK;
}

g40_segments *g40_db_analyze(g40_db *db, const char *text, int64_t length, const char *date, bool with_contacts,
                             g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_segments *segments = NULL;
  g4_date on;
  if (check(text, length, call.err) == G40_OK && g4_check_date(date, "date", &on, call.err) == G40_OK) {
    const g4_lexicon *lexicon = g4_session_lexicon(session, call.err);
    segments = lexicon ? g4_analyze_rows(lexicon, text, (size_t)length, on, with_contacts, call.err) : NULL;
  }
  g4_call_leave(&call);
  return segments;
}

g40_segments *g40_db_analyze_file(g40_db *db, const char *path, const char *date, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_segments *segments = NULL;
  g4_paper paper = {0};
  g4_date on;
  if (g4_check_path(path, "path", call.err) == G40_OK && g4_check_date(date, "date", &on, call.err) == G40_OK &&
      g4_paper_read(&paper, path, NULL, call.err) == G40_OK) {
    const g4_lexicon *lexicon = g4_session_lexicon(session, call.err);
    segments = lexicon ? g4_analyze_paper(lexicon, &paper, on, with_contacts, call.err) : NULL;
    g4_paper_free(&paper);
  }
  g4_call_leave(&call);
  return segments;
}

g40_segments *g40_analyze(const char *text, int64_t length, const char *date, bool with_contacts, g40_error *err) {
  g40_db *db = g40_db_open(NULL, err);
  g40_segments *segments = db ? g40_db_analyze(db, text, length, date, with_contacts, err) : NULL;
  g40_db_free(db);
  return segments;
}
