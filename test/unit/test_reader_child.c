#include "reader/child.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int open_files(void) {
  int count = 0;
  for (int file = 0; file < 256; file++) {
    count += fcntl(file, F_GETFD) >= 0;
  }
  return count;
}

static bool keep(void *data, const char *bytes, size_t n) {
  g4_buf_add(data, bytes, n);
  return true;
}

/* Runs a line of shell; fails the test where a process or a descriptor stays behind. */
static g4_child_result run(const char *script, const char *input, size_t n, g4_buf *output, g4_child child) {
  const char *const arguments[] = {"sh", "-c", script, NULL};
  child.arguments = child.arguments ? child.arguments : arguments;
  child.input = input;
  child.input_length = n;
  child.take = child.take ? child.take : keep;
  child.take_data = output;
  child.patience = child.patience ? child.patience : 30;
  g4_child_result result;
  int before = open_files();
  assert_int_equal(g4_child_run(&child, &result, NULL), G40_OK);
  assert_int_equal(open_files(), before);
  errno = 0;
  assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
  assert_int_equal(errno, ECHILD);
  return result;
}

static void test_run__bytes_go_in_and_come_out(void **state) {
  (void)state;
  size_t n = 3000000; /* far more than any pipe holds */
  char *input = malloc(n);
  assert_non_null(input);
  for (size_t i = 0; i < n; i++) {
    input[i] = (char)(i >> 3);
  }
  g4_buf output = {0};
  g4_child_result result = run("cat", input, n, &output, (g4_child){0});
  assert_int_equal(result.end, G4_CHILD_ENDED);
  assert_int_equal(result.status, 0);
  assert_int_equal(output.length, n);
  assert_memory_equal(output.bytes, input, n);
  free(input);
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__status_signal_and_messages_are_told(void **state) {
  (void)state;
  g4_buf output = {0};
  g4_child_result result = run("echo fout >&2; exit 7", "", 0, &output, (g4_child){0});
  assert_int_equal(result.end, G4_CHILD_ENDED);
  assert_int_equal(result.status, 7);
  assert_string_equal(g4_buf_text(&result.messages), "fout\n");
  g4_buf_free(&result.messages);
  result = run("kill -9 $$", "", 0, &output, (g4_child){0});
  assert_int_equal(result.end, G4_CHILD_ENDED);
  assert_int_equal(result.status, 128 + SIGKILL);
  g4_buf_free(&result.messages);
  g4_buf_free(&output);
}

static void test_run__a_child_that_does_not_read_its_input_harms_nobody(void **state) {
  (void)state;
  char *input = calloc(1, 3000000);
  assert_non_null(input);
  g4_buf output = {0};
  g4_child_result result = run("echo klaar", input, 3000000, &output, (g4_child){0});
  assert_int_equal(result.end, G4_CHILD_ENDED);
  assert_int_equal(result.status, 0);
  assert_string_equal(g4_buf_text(&output), "klaar\n");
  free(input);
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__many_messages_are_cut_and_do_not_block(void **state) {
  (void)state;
  g4_buf output = {0};
  g4_child_result result = run("head -c 2000000 /dev/zero >&2; echo klaar", "", 0, &output, (g4_child){0});
  assert_int_equal(result.end, G4_CHILD_ENDED);
  assert_int_equal(result.messages.length, G4_CHILD_MESSAGES);
  assert_string_equal(g4_buf_text(&output), "klaar\n");
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__a_program_that_is_not_there_is_missing(void **state) {
  (void)state;
  const char *const none[] = {"g40-no-such-program", NULL};
  const char *const folder[] = {"/", NULL};
  g4_buf output = {0};
  g4_child_result result = run(NULL, "x", 1, &output, (g4_child){.arguments = none});
  assert_int_equal(result.end, G4_CHILD_MISSING);
  result = run(NULL, "x", 1, &output, (g4_child){.arguments = folder});
  assert_int_equal(result.end, G4_CHILD_MISSING);
  g4_buf_free(&output);
}

static bool take_little(void *data, const char *bytes, size_t n) {
  g4_buf_add(data, bytes, n);
  return ((g4_buf *)data)->length < 1000000;
}

static void test_run__output_without_end_is_ended(void **state) {
  (void)state;
  g4_buf output = {0};
  g4_child_result result = run("exec yes", "", 0, &output, (g4_child){.take = take_little});
  assert_int_equal(result.end, G4_CHILD_REFUSED);
  assert_true(output.length < 2000000);
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__silence_is_ended_also_behind_closed_output(void **state) {
  (void)state;
  g4_buf output = {0};
  g4_child_result result = run("exec sleep 100", "", 0, &output, (g4_child){.patience = 1});
  assert_int_equal(result.end, G4_CHILD_SILENT);
  g4_buf_free(&result.messages);
  result = run("trap '' TERM; exec sleep 100 >&- 2>&-", "", 0, &output, (g4_child){.patience = 1});
  assert_int_equal(result.end, G4_CHILD_SILENT);
  g4_buf_free(&result.messages);
  g4_buf_free(&output);
}

static bool stop_third_time(void *data) { return ++*(int *)data >= 3; }

static void test_run__stops_when_asked(void **state) {
  (void)state;
  int asked = 0;
  g4_buf output = {0};
  g4_child child = {.stop = stop_third_time, .stop_data = &asked};
  g4_child_result result = run("exec sleep 100", "", 0, &output, child);
  assert_int_equal(result.end, G4_CHILD_STOPPED);
  assert_int_equal(asked, 3);
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__what_this_process_ignores_the_child_does_not(void **state) {
  (void)state;
  g4_buf output = {0};
  sigset_t all, before;
  sigfillset(&all);
  signal(SIGPIPE, SIG_IGN);
  sigprocmask(SIG_SETMASK, &all, &before);
  g4_child_result result = run("kill -PIPE $$; echo nog", "", 0, &output, (g4_child){0});
  sigprocmask(SIG_SETMASK, &before, NULL);
  signal(SIGPIPE, SIG_DFL);
  assert_int_equal(result.status, 128 + SIGPIPE);
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__works_where_standard_input_is_closed(void **state) {
  (void)state;
  g4_buf output = {0};
  int before = dup(STDIN_FILENO);
  close(STDIN_FILENO);
  g4_child_result result = run("cat", "tekst", 5, &output, (g4_child){0});
  if (before >= 0) {
    dup2(before, STDIN_FILENO);
    close(before);
  }
  assert_int_equal(result.status, 0);
  assert_string_equal(g4_buf_text(&output), "tekst");
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

static void test_run__the_child_gets_no_descriptor_but_its_three(void **state) {
  (void)state;
  long inherited = 0; /* what whoever ran this test left open */
  for (int file = 3; file < 256; file++) {
    int flags = fcntl(file, F_GETFD);
    inherited += flags >= 0 && !(flags & FD_CLOEXEC);
  }
  g4_buf output = {0};
  g4_child_result result = run("ls /proc/self/fd | wc -l", "", 0, &output, (g4_child){0});
  assert_int_equal(strtol(g4_buf_text(&output), NULL, 10), inherited + 4); /* 4: the folder that ls reads */
  g4_buf_free(&output);
  g4_buf_free(&result.messages);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_run__bytes_go_in_and_come_out),
                                     cmocka_unit_test(test_run__status_signal_and_messages_are_told),
                                     cmocka_unit_test(test_run__a_child_that_does_not_read_its_input_harms_nobody),
                                     cmocka_unit_test(test_run__many_messages_are_cut_and_do_not_block),
                                     cmocka_unit_test(test_run__a_program_that_is_not_there_is_missing),
                                     cmocka_unit_test(test_run__output_without_end_is_ended),
                                     cmocka_unit_test(test_run__silence_is_ended_also_behind_closed_output),
                                     cmocka_unit_test(test_run__stops_when_asked),
                                     cmocka_unit_test(test_run__what_this_process_ignores_the_child_does_not),
                                     cmocka_unit_test(test_run__works_where_standard_input_is_closed),
                                     cmocka_unit_test(test_run__the_child_gets_no_descriptor_but_its_three)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
