/* Checking every quote, offset, hash and reference of a database. */
#ifndef G4_QUERY_VERIFY_H
#define G4_QUERY_VERIFY_H

#include "model/diagnose.h"
#include "query/session.h"

/* Each fault is a diagnostic with the row's id as its file. */
int g4_verify(g4_session *session, g40_diagnostics *diagnostics, g40_error *err);

#endif
