#include "g40/compare.h"

#include "api/call.h"
#include "query/compare.h"
#include "query/query.h"

g40_differences *g40_compare(const g40_positions *before, const g40_positions *after, const g40_query *query,
                             g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!before || !after) {
    g4_fail(call.err, G40_ARGUMENT, "%s must not be NULL", before ? "after" : "before");
    return NULL;
  }
  return g4_compare(before, after, query ? (size_t)query->limit : 0, call.err);
}
