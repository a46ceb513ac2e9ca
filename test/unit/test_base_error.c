#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_fail__fills_the_record_and_returns_the_code(void **state) {
  (void)state;
  g40_error err = {0};
  assert_int_equal(g4_fail(&err, G40_NOT_FOUND, "theme: no theme is named \"%s\"", "water"), G40_NOT_FOUND);
  assert_int_equal(err.code, G40_NOT_FOUND);
  assert_int_equal(err.offset, -1);
  assert_string_equal(err.message, "theme: no theme is named \"water\"");
  assert_int_equal(g4_nomem(&err), G40_NOMEM);
  assert_string_equal(err.message, "out of memory");
}

static void test_fail__no_record_is_fine(void **state) {
  (void)state;
  assert_int_equal(g4_fail(NULL, G40_IO, "%s", "x"), G40_IO);
  assert_int_equal(g4_fail_at(NULL, G40_ARGUMENT, 3, "%s", "x"), G40_ARGUMENT);
  assert_int_equal(g4_nomem(NULL), G40_NOMEM);
  g4_error_clear(NULL);
}

static void test_fail_at__an_offset_past_the_field_is_the_largest(void **state) {
  (void)state;
  g40_error err = {0};
  g4_fail_at(&err, G40_ARGUMENT, 12, "date: not YYYY-MM-DD");
  assert_int_equal(err.offset, 12);
  g4_fail_at(&err, G40_ARGUMENT, (size_t)INT32_MAX + 1, "x");
  assert_int_equal(err.offset, INT32_MAX);
}

static void test_fail__the_message_is_one_line(void **state) {
  (void)state;
  g40_error err = {0};
  g4_fail(&err, G40_INVALID, "a\nb\r\tc");
  assert_string_equal(err.message, "a b  c");
}

/* A message of `lead` bytes x and then many code points of `size` bytes must end between two of them. */
static void check_cut(size_t lead, const char *character) {
  const size_t size = strlen(character);
  const size_t room = sizeof((g40_error *)NULL)->message - 1;
  char text[400] = "";
  g40_error err = {0};
  memset(text, 'x', lead);
  for (size_t n = lead; n + size < sizeof text; n += size) {
    memcpy(text + n, character, size + 1);
  }
  g4_fail(&err, G40_FAILED, "%s", text);
  size_t length = strlen(err.message);
  assert_true(length <= room && length + size > room - size);
  assert_int_equal((length - lead) % size, 0);
  assert_memory_equal(err.message, text, length);
}

static void test_fail__a_long_message_is_cut_between_code_points(void **state) {
  (void)state;
  static const char *const characters[] = {"x", "é", "’", "🏛"};
  for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
    for (size_t lead = 0; lead < 8; lead++) {
      check_cut(lead, characters[i]);
    }
  }
}

static void test_fail__a_message_that_just_fits_is_whole(void **state) {
  (void)state;
  g40_error err = {0};
  char text[sizeof err.message];
  memset(text, 'x', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  text[sizeof text - 2] = '.';
  g4_fail(&err, G40_FAILED, "%.246s", text);
  assert_int_equal(strlen(err.message), 246);
}

static void test_clear__leaves_no_trace(void **state) {
  (void)state;
  g40_error err = {0};
  g4_fail_at(&err, G40_IO, 5, "x");
  g4_error_clear(&err);
  assert_int_equal(err.code, G40_OK);
  assert_int_equal(err.offset, -1);
  assert_string_equal(err.message, "");
}

static void test_error_name__every_code_has_its_own(void **state) {
  (void)state;
  assert_string_equal(g40_error_name(G40_OK), "G40_OK");
  assert_string_equal(g40_error_name(G40_FAILED), "G40_FAILED");
  assert_string_equal(g40_error_name(G40_NOMEM), "G40_NOMEM");
  assert_string_equal(g40_error_name(G40_ARGUMENT), "G40_ARGUMENT");
  assert_string_equal(g40_error_name(G40_NOT_FOUND), "G40_NOT_FOUND");
  assert_string_equal(g40_error_name(G40_IO), "G40_IO");
  assert_string_equal(g40_error_name(G40_CORRUPT), "G40_CORRUPT");
  assert_string_equal(g40_error_name(G40_UNSUPPORTED), "G40_UNSUPPORTED");
  assert_string_equal(g40_error_name(G40_BUSY), "G40_BUSY");
  assert_string_equal(g40_error_name(G40_CLOSED), "G40_CLOSED");
  assert_string_equal(g40_error_name(G40_INVALID), "G40_INVALID");
  assert_string_equal(g40_error_name(G40_CANCELLED), "G40_CANCELLED");
  assert_string_equal(g40_error_name(G40_REINDEX), "G40_REINDEX");
  assert_string_equal(g40_error_name(G40_READONLY), "G40_READONLY");
}

static void test_error_name__of_a_number_that_is_no_code(void **state) {
  (void)state;
  static const int cases[] = {1, INT32_MAX, INT32_MIN, G40_READONLY - 1};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_string_equal(g40_error_name(cases[i]), "G40_UNKNOWN");
  }
}

static void test_record__its_size_is_frozen(void **state) {
  (void)state;
  assert_int_equal(sizeof(g40_error), 256);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fail__fills_the_record_and_returns_the_code),
      cmocka_unit_test(test_fail__no_record_is_fine),
      cmocka_unit_test(test_fail_at__an_offset_past_the_field_is_the_largest),
      cmocka_unit_test(test_fail__the_message_is_one_line),
      cmocka_unit_test(test_fail__a_long_message_is_cut_between_code_points),
      cmocka_unit_test(test_fail__a_message_that_just_fits_is_whole),
      cmocka_unit_test(test_clear__leaves_no_trace),
      cmocka_unit_test(test_error_name__every_code_has_its_own),
      cmocka_unit_test(test_error_name__of_a_number_that_is_no_code),
      cmocka_unit_test(test_record__its_size_is_frozen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
