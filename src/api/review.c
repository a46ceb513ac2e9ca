#include "g40/review.h"

#include "api/call.h"
#include "query/review.h"

g40_findings *g40_db_review(g40_db *db, const char *document, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_findings *findings = g4_check_text(document, "document", call.err) == G40_OK
                               ? g4_answer_review(session, document, with_contacts, call.err)
                               : NULL;
  g4_call_leave(&call);
  return findings;
}
