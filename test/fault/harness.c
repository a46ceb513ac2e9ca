#include "fault/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fault/sqlite_faults.h"
#include "unit/faults.h"

typedef enum { NONE, MEMORY, FILES } fault_kind;

typedef struct {
  int code;
  g40_error err;
  walk walk;
  long allocations, calls;
} outcome;

static outcome attempt(const job *task, void *world, fault_kind kind, long k) {
  outcome out = {.code = 0};
  walk_start(&out.walk);
  faults_start(kind == MEMORY ? k : 0);
  io_faults_start(kind == FILES ? k : 0);
  out.code = task->run(world, &out.walk, &out.err);
  out.calls = io_faults_stop();
  out.allocations = faults_stop();
  return out;
}

static bool same(const outcome *a, const outcome *b) {
  return a->code == b->code && (a->code != G40_OK || a->walk.hash == b->walk.hash);
}

static bool right_failure(const outcome *out, fault_kind kind) {
  bool code = kind == MEMORY ? out->code == G40_NOMEM : out->code == G40_IO || out->code == G40_BUSY;
  return code && out->err.code == out->code && out->err.message[0] &&
         strlen(out->err.message) < sizeof out->err.message;
}

/* One run with one fault. Returns NULL, or what is wrong. */
static const char *run_one(const job *task, void *world, const outcome *clean, fault_kind kind, long k, outcome *out) {
  if (!task->prepare(world)) {
    return "the world could not be made";
  }
  *out = attempt(task, world, kind, k);
  const char *wrong = NULL;
  if (!same(out, clean) && !right_failure(out, kind)) {
    wrong = out->code == G40_OK ? "another answer" : "another failure";
  }
  if (!wrong && task->kept && !task->kept(world, out->code)) {
    wrong = "what is stored does not fit";
  }
  if (!wrong && !task->no_retry) {
    outcome again = attempt(task, world, NONE, 0);
    if (!same(&again, clean)) {
      wrong = "the world does not answer as before";
    } else if (task->kept && !task->kept(world, again.code)) {
      wrong = "what is stored does not fit after a second run";
    }
    *out = wrong ? again : *out;
  }
  if (!task->finish(world, out->code) && !wrong) {
    wrong = "something was not kept";
  }
  return wrong;
}

static const char *run_kind(fault_kind kind) { return kind == MEMORY ? "allocation" : "file call"; }

static bool run_all(const job *task, void *world, const outcome *clean, fault_kind kind, const bool *skip, long count) {
  for (long k = 1; k <= count; k++) {
    outcome out;
    const char *wrong = skip && skip[k] ? NULL : run_one(task, world, clean, kind, k, &out);
    if (wrong) {
      printf("%s: with %s %ld failing: %s: %d %s\n", task->name, run_kind(kind), k, wrong, out.code,
             out.code == G40_OK ? "" : out.err.message);
      return false;
    }
  }
  return true;
}

/* Which allocations are left out: of SQLite's own all but each n-th, where the job or G40_FAULTS=n says so. Those of
 * this library never are. NULL: none, or no memory. */
static bool *choose(const job *task, long count) {
  const char *setting = getenv("G40_FAULTS");
  long step = setting ? strtol(setting, NULL, 10) : task->sample, own = 0;
  bool *skip = step > 1 ? calloc((size_t)count + 1, sizeof *skip) : NULL;
  for (long k = 1; skip && k <= count; k++) {
    skip[k] = sqlite_faults_own(k) && own++ % step != 0;
  }
  return skip;
}

bool fail_each(const job *task, void *world) {
  if (!task->prepare(world)) {
    printf("%s: the world could not be made\n", task->name);
    return false;
  }
  outcome clean = attempt(task, world, NONE, 0);
  bool *skip = choose(task, clean.allocations);
  bool stored = !task->kept || task->kept(world, clean.code);
  bool kept = task->finish(world, clean.code) && stored;
  printf("%s: %ld allocations, %ld file calls%s\n", task->name, clean.allocations, clean.calls,
         skip ? " (a sample)" : "");
  if (!kept) {
    printf("%s: something was not kept\n", task->name);
  }
  bool good = kept && run_all(task, world, &clean, MEMORY, skip, clean.allocations);
  free(skip);
  return good && run_all(task, world, &clean, FILES, NULL, clean.calls);
}
