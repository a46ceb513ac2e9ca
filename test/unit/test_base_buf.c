#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "unit/faults.h"

static void test_text__of_an_empty_buffer_is_the_empty_string(void **state) {
  (void)state;
  g4_buf buf = {0};
  assert_string_equal(g4_buf_text(&buf), "");
  g4_buf_add(&buf, NULL, 0);
  g4_buf_add_text(&buf, "");
  assert_string_equal(g4_buf_text(&buf), "");
  assert_int_equal(buf.length, 0);
  g4_buf_free(&buf);
}

static void test_add__bytes_are_kept_in_order_with_nuls(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add(&buf, "a\0b", 3);
  g4_buf_add_char(&buf, 'c');
  g4_buf_add_char(&buf, '\0');
  g4_buf_add_text(&buf, "mkb’ers");
  assert_int_equal(buf.length, 5 + strlen("mkb’ers"));
  assert_memory_equal(buf.bytes, "a\0bc\0mkb’ers", buf.length + 1);
  g4_buf_free(&buf);
}

static void test_add__the_buffer_is_terminated_after_each_byte(void **state) {
  (void)state;
  g4_buf buf = {0};
  for (size_t i = 1; i <= 1000; i++) {
    g4_buf_add_char(&buf, 'x');
    assert_int_equal(buf.length, i);
    assert_int_equal(strlen(g4_buf_text(&buf)), i);
  }
  g4_buf_free(&buf);
}

static void test_add_format__grows_to_the_length_of_the_result(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add_format(&buf, "%s %d%%", "circa", 15);
  assert_string_equal(g4_buf_text(&buf), "circa 15%");
  g4_buf_add_format(&buf, "%300s", "");
  g4_buf_add_format(&buf, "|%.2f", 0.5);
  assert_int_equal(buf.length, 9 + 300 + 5);
  assert_string_equal(g4_buf_text(&buf) + 309, "|0.50");
  g4_buf_free(&buf);
}

static void test_add_format__text_that_cannot_be_made_fails(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add_format(&buf, "%lc", (wint_t)0x7FFFFFFF); /* no such character */
  assert_true(buf.failed);
  assert_null(g4_buf_text(&buf));
  g4_buf_free(&buf);
}

static void test_clear__keeps_the_memory_and_empties_the_text(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_clear(&buf);
  g4_buf_add_text(&buf, "Ministeries van EZ, KGG en VRO");
  size_t capacity = buf.capacity;
  g4_buf_clear(&buf);
  assert_string_equal(g4_buf_text(&buf), "");
  assert_int_equal(buf.capacity, capacity);
  g4_buf_add_text(&buf, "SZW");
  assert_string_equal(g4_buf_text(&buf), "SZW");
  g4_buf_free(&buf);
}

static void test_add__a_failure_sticks_and_gives_no_half_text(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add_text(&buf, "start");
  faults_start(1);
  g4_buf_add_format(&buf, "%200s", "x");
  assert_int_equal(faults_stop(), 1);
  assert_true(buf.failed);
  assert_null(g4_buf_text(&buf));
  g4_buf_add_text(&buf, "more"); /* memory is there again, but the text would have a hole */
  assert_null(g4_buf_text(&buf));
  assert_int_equal(buf.length, 5);
  g4_buf_free(&buf);
  assert_false(buf.failed);
  assert_string_equal(g4_buf_text(&buf), "");
}

static void test_add__a_length_that_overflows_fails(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add_char(&buf, 'x');
  g4_buf_add(&buf, "", SIZE_MAX - 1);
  assert_true(buf.failed);
  g4_buf_free(&buf);
}

static void test_free__twice(void **state) {
  (void)state;
  g4_buf buf = {0};
  g4_buf_add_text(&buf, "x");
  g4_buf_free(&buf);
  g4_buf_free(&buf);
  assert_null(buf.bytes);
  assert_int_equal(buf.length, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text__of_an_empty_buffer_is_the_empty_string),
      cmocka_unit_test(test_add__bytes_are_kept_in_order_with_nuls),
      cmocka_unit_test(test_add__the_buffer_is_terminated_after_each_byte),
      cmocka_unit_test(test_add_format__grows_to_the_length_of_the_result),
      cmocka_unit_test(test_add_format__text_that_cannot_be_made_fails),
      cmocka_unit_test(test_clear__keeps_the_memory_and_empties_the_text),
      cmocka_unit_test(test_add__a_failure_sticks_and_gives_no_half_text),
      cmocka_unit_test(test_add__a_length_that_overflows_fails),
      cmocka_unit_test(test_free__twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
