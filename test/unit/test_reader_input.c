#include "reader/input.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/faults.h"

/* Each test has a folder of its own, and is in it. */
static int enter(void **state) {
  char folder[] = "/tmp/g40-input-XXXXXX";
  *state = mkdtemp(folder) && chdir(folder) == 0 ? strdup(folder) : NULL;
  return *state ? 0 : -1;
}

static int leave(void **state) {
  unlink("file");
  int left = chdir("/") == 0 && rmdir(*state) == 0 ? 0 : -1;
  free(*state);
  return left;
}

static void write_file(const char *bytes, size_t n) {
  FILE *file = fopen("file", "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, n, file), n);
  assert_int_equal(fclose(file), 0);
}

static void check_refused(const char *path, int code, const char *message) {
  g4_buf bytes = {0};
  g40_error err = {0};
  assert_int_equal(g4_input_read(path, &bytes, &err), code);
  assert_int_equal(err.code, code);
  assert_string_equal(err.message, message);
  g4_buf_free(&bytes);
}

static void test_read__gives_every_byte(void **state) {
  (void)state;
  size_t n = 300000;
  char *written = malloc(n);
  assert_non_null(written);
  for (size_t i = 0; i < n; i++) {
    written[i] = (char)(i * 7);
  }
  write_file(written, n);
  g4_buf bytes = {0};
  assert_int_equal(g4_input_read("file", &bytes, NULL), G40_OK);
  assert_int_equal(bytes.length, n);
  assert_memory_equal(bytes.bytes, written, n);
  free(written);
  g4_buf_free(&bytes);
}

static void test_read__what_is_no_file_is_refused_in_a_line(void **state) {
  (void)state;
  check_refused("file", G40_IO, "cannot be read: No such file or directory");
  write_file("", 0);
  check_refused("file", G40_INVALID, "is empty");
  check_refused("file/x", G40_IO, "cannot be read: Not a directory");
  check_refused(".", G40_IO, "is a folder: name the files in it");
  check_refused("/dev/zero", G40_IO, "is no regular file; a pipe can be read as standard input");
}

static void test_read__a_pipe_does_not_make_it_wait(void **state) {
  (void)state;
  assert_int_equal(mkfifo("file", 0600), 0);
  check_refused("file", G40_IO, "is no regular file; a pipe can be read as standard input");
}

static void test_read__an_unreadable_file_is_refused(void **state) {
  (void)state;
  write_file("tekst", 5);
  assert_int_equal(chmod("file", 0), 0);
  if (geteuid() == 0) {
    skip(); /* root reads all */
  }
  check_refused("file", G40_IO, "cannot be read: Permission denied");
}

static void test_read__too_long_is_refused_before_it_is_read(void **state) {
  (void)state;
  write_file("x", 1);
  assert_int_equal(truncate("file", (off_t)G4_MOST_TEXT + 1), 0);
  check_refused("file", G40_UNSUPPORTED, "is too long: the most is 64 MB");
  write_file("%PDF-1.7\n", 9);
  assert_int_equal(truncate("file", (off_t)G4_MOST_INPUT + 1), 0);
  check_refused("file", G40_UNSUPPORTED, "is too long: the most is 256 MB of PDF");
}

/* Makes what the descriptor leads to standard input for one read. */
static int read_standard(int from, g4_buf *bytes, g40_error *err) {
  int before = dup(STDIN_FILENO);
  assert_true(dup2(from, STDIN_FILENO) == STDIN_FILENO);
  int code = g4_input_read("-", bytes, err);
  if (before >= 0) {
    dup2(before, STDIN_FILENO);
    close(before);
  }
  close(from);
  return code;
}

static void test_read__standard_input_may_be_a_pipe(void **state) {
  (void)state;
  int ends[2];
  g4_buf bytes = {0};
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], "een\0twee", 8), 8);
  close(ends[1]);
  assert_int_equal(read_standard(ends[0], &bytes, NULL), G40_OK);
  assert_int_equal(bytes.length, 8);
  assert_memory_equal(bytes.bytes, "een\0twee", 8);
  g4_buf_free(&bytes);
}

static void test_read__an_empty_standard_input_or_a_folder_is_refused(void **state) {
  (void)state;
  g4_buf bytes = {0};
  g40_error err;
  assert_int_equal(read_standard(open("/dev/null", O_RDONLY), &bytes, &err), G40_INVALID);
  assert_string_equal(err.message, "is empty");
  assert_int_equal(read_standard(open(".", O_RDONLY), &bytes, &err), G40_IO);
  assert_string_equal(err.message, "is a folder: name the files in it");
  g4_buf_free(&bytes);
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  g4_buf bytes = {0};
  write_file("tekst", 5);
  faults_start(1);
  int code = g4_input_read("file", &bytes, NULL);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
  g4_buf_free(&bytes);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void) {
  const struct CMUnitTest tests[] = {IN_FOLDER(test_read__gives_every_byte),
                                     IN_FOLDER(test_read__what_is_no_file_is_refused_in_a_line),
                                     IN_FOLDER(test_read__a_pipe_does_not_make_it_wait),
                                     IN_FOLDER(test_read__an_unreadable_file_is_refused),
                                     IN_FOLDER(test_read__too_long_is_refused_before_it_is_read),
                                     IN_FOLDER(test_read__standard_input_may_be_a_pipe),
                                     IN_FOLDER(test_read__an_empty_standard_input_or_a_folder_is_refused),
                                     IN_FOLDER(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
