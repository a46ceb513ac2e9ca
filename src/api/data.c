#include "g40/data.h"

#include "api/call.h"
#include "api/options.h"
#include "ingest/check.h"
#include "ingest/compile.h"
#include "query/verify.h"

g40_diagnostics *g40_compile(const char *data, const char *out, g40_error *err) {
  return g40_compile_with(data, out, NULL, err);
}

g40_diagnostics *g40_compile_with(const char *data, const char *out, const g40_options *options, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (g4_check_path(data, "data", call.err) != G40_OK || g4_check_path(out, "out", call.err) != G40_OK) {
    return NULL;
  }
  g40_diagnostics *diagnostics = g4_diagnostics_new(call.err);
  if (diagnostics && g4_compile(data, out, options ? &options->progress : NULL, diagnostics, call.err) != G40_OK) {
    g40_diagnostics_free(diagnostics);
    return NULL;
  }
  return diagnostics;
}

g40_diagnostics *g40_db_verify(g40_db *db, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_diagnostics *diagnostics = g4_diagnostics_new(call.err);
  if (diagnostics && g4_verify(session, &db->progress, diagnostics, call.err) != G40_OK) {
    g40_diagnostics_free(diagnostics);
    diagnostics = NULL;
  }
  g4_call_leave(&call);
  return diagnostics;
}

g40_check *g40_coding_check(const char *coding, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  return g4_check_path(coding, "coding", call.err) == G40_OK ? g4_check_coding(coding, with_contacts, call.err) : NULL;
}
