/* Opening and asking, with each allocation and each file call failing in turn. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "fault/harness.h"
#include "fault/world.h"

/* --- opening */

static bool nothing_yet(void *context) {
  ((world *)context)->db = NULL;
  return true;
}

static int open_it(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_db_free(in->db);
  in->db = g40_db_open(in->embedded ? NULL : in->database, err);
  walk_number(to, in->db != NULL);
  return in->db ? G40_OK : err->code;
}

static void test_open__a_file(void **state) {
  world *in = *state;
  in->embedded = false;
  assert_true(
      fail_each(&(job){.name = "open a file", .prepare = nothing_yet, .run = open_it, .finish = world_close}, in));
}

static void test_open__the_embedded_corpus(void **state) {
  world *in = *state;
  in->embedded = true;
  assert_true(fail_each(
      &(job){.name = "open the embedded corpus", .prepare = nothing_yet, .run = open_it, .finish = world_close}, in));
}

/* --- asking: each question on a handle just opened, so that what is read once is read under faults */

static int ask(void *context, walk *to, g40_error *err) {
  world *in = context;
  return in->question->ask(in->db, to, err);
}

static void test_ask__every_question(void **state) {
  world *in = *state;
  in->embedded = false;
  size_t wrong = 0;
  for (size_t i = 0; i < question_count; i++) {
    in->question = &questions[i];
    wrong +=
        !fail_each(&(job){.name = questions[i].name, .prepare = world_open, .run = ask, .finish = world_close}, in);
  }
  assert_int_equal(wrong, 0);
}

/* --- the harness itself: what it must see */

static int answer_without_memory(void *context, walk *to, g40_error *err) {
  char *memory = malloc(16);
  (void)context;
  (void)err;
  walk_number(to, memory != NULL);
  free(memory);
  return G40_OK;
}

static bool prepared(void *context) { return context != NULL; }

static bool finished(void *context, int code) {
  (void)code;
  return context != NULL;
}

static void test_harness__sees_a_failure_that_is_swallowed(void **state) {
  assert_false(fail_each(
      &(job){.name = "planted: swallowed", .prepare = prepared, .run = answer_without_memory, .finish = finished},
      *state));
}

static int use_unchecked(void *context, walk *to, g40_error *err) {
  volatile char *memory = malloc(16);
  (void)context;
  (void)err;
  memory[0] = 'x';
  walk_number(to, memory[0]);
  free((void *)memory);
  return G40_OK;
}

static void test_harness__an_unchecked_malloc_ends_the_program(void **state) {
  fflush(stdout);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    close(STDERR_FILENO); /* a sanitizer's report is wanted nowhere, and cmocka would go on with the next test */
    signal(SIGSEGV, SIG_DFL);
    _exit(fail_each(&(job){.name = "planted: unchecked", .prepare = prepared, .run = use_unchecked, .finish = finished},
                    *state)
              ? 0
              : 3);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_open__a_file),
      cmocka_unit_test(test_open__the_embedded_corpus),
      cmocka_unit_test(test_ask__every_question),
      cmocka_unit_test(test_harness__sees_a_failure_that_is_swallowed),
      cmocka_unit_test(test_harness__an_unchecked_malloc_ends_the_program),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
