#include "text/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_json(const char *text, size_t n, const char *expected) {
  g4_buf out = {0};
  g4_json_string(&out, text, n);
  assert_string_equal(g4_buf_text(&out), expected);
  g4_buf_free(&out);
}

static void test_string__has_quotes_and_letters_as_they_are(void **state) {
  (void)state;
  assert_json("", 0, "\"\"");
  assert_json("co\xC3\xB6rdinatie", 12, "\"co\xC3\xB6rdinatie\"");
}

static void test_string__escapes_what_json_asks_for(void **state) {
  (void)state;
  assert_json("a\"b\\c/", 6, "\"a\\\"b\\\\c/\"");
  assert_json("\b\f\n\r\t\x01\x1F\0", 8, "\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u0000\"");
}

static void test_string__bytes_that_are_no_utf8_are_replaced(void **state) {
  (void)state;
  assert_json("a\xFFz\xC3", 4, "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
  assert_json("\xEF\xBF\xBD", 3, "\"\xEF\xBF\xBD\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_string__has_quotes_and_letters_as_they_are),
      cmocka_unit_test(test_string__escapes_what_json_asks_for),
      cmocka_unit_test(test_string__bytes_that_are_no_utf8_are_replaced),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
