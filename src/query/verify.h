/* Checking every quote, offset, hash and reference of a database. */
#ifndef G4_QUERY_VERIFY_H
#define G4_QUERY_VERIFY_H

#include "model/diagnose.h"
#include "model/progress.h"
#include "query/session.h"

/* Each fault is a diagnostic with the row's id as its file. */
int g4_verify(g4_session *session, const g4_progress *progress, g40_diagnostics *diagnostics, g40_error *err);

#endif
