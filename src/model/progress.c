#include "model/progress.h"

int g4_progress_tell(const g4_progress *progress, int64_t done, int64_t total, const char *what, g40_error *err) {
  if (progress && progress->call && progress->call(progress->context, done, total, what) != 0) {
    return g4_fail(err, G40_CANCELLED, "cancelled");
  }
  return G40_OK;
}
