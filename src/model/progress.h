/* Telling of progress, and being told to stop. */
#ifndef G4_MODEL_PROGRESS_H
#define G4_MODEL_PROGRESS_H

#include "base/error.h"
#include "g40/options.h"

typedef struct {
  g40_progress call; /* NULL: nobody is told */
  void *context;
} g4_progress;

/* 0, or G40_CANCELLED with err filled. `progress` may be NULL. */
int g4_progress_tell(const g4_progress *progress, int64_t done, int64_t total, const char *what, g40_error *err);

#endif
