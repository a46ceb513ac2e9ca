/* Making things in several threads and taking them in order in the caller's: no more are in hand than there is room
 * for, and what is taken does not depend on how the threads ran. */
#ifndef G4_INGEST_ORDERED_H
#define G4_INGEST_ORDERED_H

#include <stddef.h>

#include "base/error.h"

typedef struct {
  size_t count;                                      /* things 0 to count - 1 */
  size_t slot_size;                                  /* of one thing in hand; zeroed before it is made */
  int threads;                                       /* 1: no thread is started */
  void (*make)(void *context, size_t i, void *slot); /* in any thread; failures are kept in the slot */
  int (*take)(void *context, size_t i, void *slot);  /* in the caller's; a failure ends it all */
  void (*drop)(void *context, void *slot);           /* frees what is in a slot, taken or not */
  void *context;
} g4_ordered;

/* 0, what `take` failed with, or G40_NOMEM. */
int g4_ordered_run(const g4_ordered *ordered, g40_error *err);

#endif
