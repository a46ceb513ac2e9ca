/* What g40_options holds. */
#ifndef G4_API_OPTIONS_H
#define G4_API_OPTIONS_H

#include "model/progress.h"

struct g40_options {
  g4_progress progress;
  int busy_timeout; /* milliseconds */
};

#endif
