/* The review of one document. */
#ifndef G4_QUERY_REVIEW_H
#define G4_QUERY_REVIEW_H

#include "model/rows.h"
#include "query/session.h"

/* NULL with err filled on failure. */
g40_findings *g4_answer_review(g4_session *session, const char *document, bool with_contacts, g40_error *err);

#endif
