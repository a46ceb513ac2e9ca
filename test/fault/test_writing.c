/* Compiling and checking a coding, with each allocation and each file call failing in turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "fault/harness.h"
#include "fault/world.h"

static char target[WORLD_PATH], beside[WORLD_PATH];

/* --- compiling over an older database */

static bool put_older(void *context) {
  world *in = context;
  snprintf(target, sizeof target, "%s/target.g40", in->folder);
  snprintf(beside, sizeof beside, "%s/target.g40.new-%ld-0", in->folder, (long)getpid());
  return world_copy(in->database, target);
}

static int compile(void *context, walk *to, g40_error *err) {
  (void)context;
  g40_diagnostics *faults = g40_compile(DATA_DIR "/small", target, err);
  if (!faults) {
    return err->code;
  }
  walk_diagnostics(to, faults);
  g40_diagnostics_free(faults);
  return G40_OK;
}

/* The same data gives the same bytes, so the older file and a new one do not differ: what counts is that the file is
 * whole, and that nothing lies beside it. */
static bool older_is_kept(void *context, int code) {
  const world *in = context;
  (void)code;
  bool kept = world_hash(target) == in->content && access(beside, F_OK) != 0;
  remove(target);
  remove(beside);
  return kept;
}

static void test_compile__over_an_older_database(void **state) {
  assert_true(fail_each(
      &(job){.name = "compile", .prepare = put_older, .run = compile, .finish = older_is_kept, .no_retry = true},
      *state));
}

/* --- compiling where nothing was */

static bool put_nothing(void *context) {
  (void)put_older(context);
  return remove(target) == 0;
}

static bool whole_or_nothing(void *context, int code) {
  const world *in = context;
  uint64_t hash = world_hash(target);
  bool kept = hash == (code == G40_OK ? in->content : 0) && access(beside, F_OK) != 0;
  remove(target);
  remove(beside);
  return kept;
}

static void test_compile__data_with_faults_writes_nothing(void **state) {
  world *in = *state;
  g40_error err;
  assert_true(put_nothing(in));
  g40_diagnostics *faults = g40_compile(DATA_DIR "/broken", target, &err);
  assert_non_null(faults);
  assert_true(g40_diagnostics_errors(faults) > 0);
  g40_diagnostics_free(faults);
  assert_true(whole_or_nothing(in, G40_INVALID));
}

/* --- coding check */

static bool ready(void *context) { return context != NULL; }

static bool done(void *context, int code) {
  (void)code;
  return context != NULL;
}

static int check(const char *path, walk *to, g40_error *err) {
  g40_check *found = g40_coding_check(path, false, err);
  if (!found) {
    return err->code;
  }
  walk_check(to, found);
  g40_check_free(found);
  return G40_OK;
}

static int check_good(void *context, walk *to, g40_error *err) {
  (void)context;
  return check(DATA_DIR "/small/corpora/klein/coding.yaml", to, err);
}

static int check_broken(void *context, walk *to, g40_error *err) {
  (void)context;
  return check(DATA_DIR "/broken/corpora/klein/coding.yaml", to, err);
}

static void test_check__a_coding(void **state) {
  assert_true(fail_each(&(job){.name = "coding check", .prepare = ready, .run = check_good, .finish = done}, *state));
}

static void test_check__a_coding_with_faults(void **state) {
  assert_true(fail_each(&(job){.name = "coding check of faults", .prepare = ready, .run = check_broken, .finish = done},
                        *state));
}

static int compile_broken(void *context, walk *to, g40_error *err) {
  (void)context;
  g40_diagnostics *faults = g40_compile(DATA_DIR "/broken", target, err);
  if (!faults) {
    return err->code;
  }
  walk_diagnostics(to, faults);
  g40_diagnostics_free(faults);
  return G40_OK;
}

static bool nothing_written(void *context, int code) {
  (void)code;
  return whole_or_nothing(context, G40_INVALID);
}

static void test_compile__faults_under_faults(void **state) {
  assert_true(fail_each(&(job){.name = "compile of faults",
                               .prepare = put_nothing,
                               .run = compile_broken,
                               .finish = nothing_written,
                               .no_retry = true},
                        *state));
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_compile__over_an_older_database),
      cmocka_unit_test(test_compile__data_with_faults_writes_nothing),
      cmocka_unit_test(test_compile__faults_under_faults),
      cmocka_unit_test(test_check__a_coding),
      cmocka_unit_test(test_check__a_coding_with_faults),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
