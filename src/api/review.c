#include "g40/review.h"

#include <string.h>

#include "api/call.h"
#include "ingest/ingest.h"
#include "model/rows.h"
#include "query/review.h"
#include "store/document.h"

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

static int check(const g40_ingest *ingest, g40_error *err) {
  if (!ingest) {
    return g4_fail(err, G40_ARGUMENT, "ingest must not be NULL");
  }
  if (ingest->meta || ingest->paths.count > 1) {
    return g4_fail(err, G40_ARGUMENT, "review takes one file");
  }
  return G40_OK;
}

/* Takes the paper in. What makes the file no paper is the failure of the call. */
static int take_in(g4_store *scratch, const g40_ingest *ingest, g40_error *err) {
  g40_ingested *done = g4_ingest(scratch, ingest, err);
  if (!done) {
    return err->code;
  }
  int code = done->fault;
  for (size_t i = 0; code != G40_OK && i < g40_diagnostics_count(done->diagnostics); i++) {
    const g40_diagnostic *one = g40_diagnostics_at(done->diagnostics, i);
    if (strcmp(g40_diagnostic_severity(one), "error") == 0) {
      const char *file = g40_diagnostic_file(one);
      g4_fail(err, code, "%.150s: %s", file ? file : "", g40_diagnostic_message(one));
      break;
    }
  }
  g40_ingested_free(done);
  return code;
}

/* Takes the store over. */
static g40_findings *review(g4_store *scratch, const g40_ingest *ingest, bool with_contacts, g40_error *err) {
  g4_arena arena = {0};
  g4_stored stored = {0};
  g4_session *session = g4_session_new(scratch, err);
  g40_findings *findings = NULL;
  if (session && take_in(scratch, ingest, err) == G40_OK &&
      g4_store_first_document(scratch, &arena, &stored, err) == G40_OK && g4_session_begin(session, err) == G40_OK) {
    findings = g4_answer_review(session, stored.id, with_contacts, err);
    g4_session_end(session);
  }
  g4_session_free(session);
  g4_arena_free(&arena);
  return findings;
}

g40_findings *g40_db_review_file(g40_db *db, const g40_ingest *ingest, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g4_store *scratch = check(ingest, call.err) == G40_OK ? g4_store_scratch(session->store, call.err) : NULL;
  g4_call_leave(&call);
  return scratch ? review(scratch, ingest, with_contacts, call.err) : NULL;
}
