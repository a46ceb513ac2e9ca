/* Failing each allocation and each call of the file system of a job in turn. */
#ifndef TEST_FAULT_HARNESS_H
#define TEST_FAULT_HARNESS_H

#include "support/walk.h"

typedef struct {
  const char *name;
  /* Makes the world new; not under faults. Returns false where that fails. */
  bool (*prepare)(void *world);
  /* The job. What it answers goes into the walk. Returns 0 or the code of the error. */
  int (*run)(void *world, walk *to, g40_error *err);
  /* After a run that returned `code`: whether all that must be kept is as it was. Frees what prepare made. */
  bool (*finish)(void *world, int code);
  bool no_retry; /* a second run in the same world says nothing */
  /* Asked after each run, the handle still open: whether what is stored fits the code. NULL: nothing to ask. */
  bool (*kept)(void *world, int code);
  int sample; /* of SQLite's own allocations only each n-th fails (0: each): for jobs that make very many */
} job;

/* Runs the job once without faults, counts its n allocations and m calls of files, prints them, and runs it n + m times
 * with one of them failing. Each run must answer as the clean one did, or fail with the code that the fault stands for
 * and a message; after it the same world must answer as before. Prints the first thing that is wrong, and returns
 * whether nothing is. With G40_FAULTS=n in the environment, of SQLite's own allocations only each n-th fails, in
 * place of what the job says: for sanitizers, which take their time, and 1 for all. */
bool fail_each(const job *task, void *world);

#endif
