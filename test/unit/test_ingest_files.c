#include "ingest/files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/faults.h"

static char folder[40];
static const char *const names[] = {"b.yaml", "a.yaml", "\xC3\xA9.yaml", ".hidden", "B.yaml"};
enum { NAMES = sizeof names / sizeof *names, LONG = 200000 };

static const char *in_folder(const char *name) {
  static char path[80];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static int set_up(void **state) {
  (void)state;
  snprintf(folder, sizeof folder, "/tmp/g40-unit-XXXXXX");
  if (!mkdtemp(folder)) {
    return -1;
  }
  for (size_t i = 0; i < NAMES; i++) {
    FILE *file = fopen(in_folder(names[i]), "w");
    if (!file) {
      return -1;
    }
    for (int k = 0; k < LONG; k++) {
      fputc(k % 251, file);
    }
    fclose(file);
  }
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < NAMES; i++) {
    remove(in_folder(names[i]));
  }
  return rmdir(folder);
}

static void test_folder__names_come_in_byte_order_without_hidden_ones(void **state) {
  (void)state;
  g40_error err = {0};
  g4_arena arena = {0};
  g4_names found = {0};
  assert_int_equal(g4_list_folder(folder, &arena, &found, &err), G40_OK);
  assert_int_equal(found.count, 4);
  assert_string_equal(found.items[0], "B.yaml");
  assert_string_equal(found.items[1], "a.yaml");
  assert_string_equal(found.items[3], "\xC3\xA9.yaml");
  g4_vec_free(&found);
  g4_arena_free(&arena);
}

static void test_folder__one_that_is_not_there_is_a_failure(void **state) {
  (void)state;
  g40_error err = {0};
  g4_arena arena = {0};
  g4_names found = {0};
  const char *paths[] = {in_folder("absent"), in_folder("a.yaml")};
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(g4_list_folder(paths[i], &arena, &found, &err), G40_IO);
    assert_non_null(strstr(err.message, paths[i]));
  }
  assert_int_equal(found.count, 0);
}

static void test_file__all_bytes_are_read(void **state) {
  (void)state;
  g40_error err = {0};
  g4_buf bytes = {0};
  assert_int_equal(g4_read_file(in_folder("a.yaml"), &bytes, &err), G40_OK);
  assert_int_equal(bytes.length, LONG);
  assert_int_equal((unsigned char)g4_buf_text(&bytes)[LONG - 1], (LONG - 1) % 251);
  g4_buf_free(&bytes);
}

static void test_file__only_a_regular_one_is_read(void **state) {
  (void)state;
  g40_error err = {0};
  g4_buf bytes = {0};
  assert_int_equal(g4_read_file(folder, &bytes, &err), G40_IO);
  assert_non_null(strstr(err.message, "not a regular file"));
  assert_int_equal(g4_read_file(in_folder("absent"), &bytes, &err), G40_IO);
  assert_non_null(strstr(err.message, "absent"));
  const char *fifo = in_folder("fifo");
  assert_int_equal(mkfifo(fifo, 0600), 0);
  assert_int_equal(g4_read_file(fifo, &bytes, &err), G40_IO); /* and does not wait for a writer */
  remove(fifo);
  assert_int_equal(bytes.length, 0);
}

static void test_paths__are_joined_and_made_absolute(void **state) {
  (void)state;
  g4_arena arena = {0};
  assert_string_equal(g4_join_path(&arena, "a/b", "c"), "a/b/c");
  char *path = g4_absolute_path(in_folder("../."));
  assert_non_null(path);
  assert_null(strstr(path, ".."));
  free(path);
  assert_null(g4_absolute_path(in_folder("absent")));
  assert_true(g4_is_folder(folder));
  assert_false(g4_is_folder(in_folder("a.yaml")));
  assert_false(g4_is_folder(in_folder("absent")));
  g4_arena_free(&arena);
}

static void test_files__each_allocation_may_fail(void **state) {
  (void)state;
  for (long k = 1, more = 1; more; k++) {
    g40_error err = {0};
    g4_arena arena = {0};
    g4_names found = {0};
    g4_buf bytes = {0};
    faults_start(k);
    int code = g4_list_folder(folder, &arena, &found, &err);
    const char *path = code == G40_OK ? g4_join_path(&arena, folder, found.items[0]) : NULL;
    code = path ? g4_read_file(path, &bytes, &err) : G40_NOMEM;
    more = faults_stop() >= k;
    assert_int_equal(code, more ? G40_NOMEM : G40_OK);
    g4_buf_free(&bytes);
    g4_vec_free(&found);
    g4_arena_free(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_folder__names_come_in_byte_order_without_hidden_ones),
      cmocka_unit_test(test_folder__one_that_is_not_there_is_a_failure),
      cmocka_unit_test(test_file__all_bytes_are_read),
      cmocka_unit_test(test_file__only_a_regular_one_is_read),
      cmocka_unit_test(test_paths__are_joined_and_made_absolute),
      cmocka_unit_test(test_files__each_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
