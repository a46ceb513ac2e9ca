#include "api/options.h"

#include <stdlib.h>

#include "api/call.h"

enum { HOUR_MS = 3600000 };

g40_options *g40_options_new(g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  g40_options *options = calloc(1, sizeof *options);
  if (!options) {
    g4_nomem(call.err);
  }
  return options;
}

int g40_options_set_busy_timeout(g40_options *options, int32_t milliseconds, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!options) {
    return g4_fail(call.err, G40_ARGUMENT, "options must not be NULL");
  }
  if (milliseconds < 0 || milliseconds > HOUR_MS) {
    return g4_fail(call.err, G40_ARGUMENT, "milliseconds must be 0 to %d, not %d", (int)HOUR_MS, (int)milliseconds);
  }
  options->busy_timeout = (int)milliseconds;
  return G40_OK;
}

int g40_options_set_progress(g40_options *options, g40_progress progress, void *context, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!options) {
    return g4_fail(call.err, G40_ARGUMENT, "options must not be NULL");
  }
  options->progress = (g4_progress){progress, context};
  return G40_OK;
}

void g40_options_free(g40_options *options) { free(options); }
