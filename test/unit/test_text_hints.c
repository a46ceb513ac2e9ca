#include "text/hints.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static const char text[] = "# Kop **e\xC3\xA9n** [x](y)"; /* 21 bytes */

static const char form[] =
    "heading 2 2 6\ntext 6 8\nitem 8 11\nnoise 14 21\nmark 6 8\nmark 12 14\nlink 16 17 https://x.nl/a b\n";

static void test_write__and_read_are_each_others_reverse(void **state) {
  (void)state;
  g4_hints hints;
  g4_buf out = {0};
  assert_int_equal(g4_hints_read(&hints, form, strlen(form), text, strlen(text), NULL), G40_OK);
  assert_int_equal(hints.blocks.count, 4);
  assert_int_equal(hints.blocks.items[0].kind, G4_HINT_HEADING);
  assert_int_equal(hints.blocks.items[0].level, 2);
  assert_int_equal(hints.marks.count, 2);
  assert_string_equal(g4_hints_target(&hints, &hints.links.items[0]), "https://x.nl/a b");
  g4_hints_write(&hints, &out);
  assert_string_equal(out.bytes, form);
  g4_buf_free(&out);
  g4_hints_free(&hints);
  assert_int_equal(g4_hints_read(&hints, "", 0, text, strlen(text), NULL), G40_OK);
  assert_int_equal(hints.blocks.count, 0);
}

static void test_read__what_is_malformed_or_does_not_fit_is_refused(void **state) {
  (void)state;
  const char *const forms[] = {"text 1",
                               "text 1 2 3",
                               "text 1 x",
                               "text -1 2",
                               "text 99999999999999999999 5",
                               "kop 1 2",
                               " text 1 2",
                               "heading 1 2",
                               "heading 0 1 2",
                               "heading 7 1 2",
                               "text 2 2",
                               "text 3 2",
                               "text 1 25",
                               "text 1 5\nitem 4 6",
                               "text 9 10",
                               "mark 0 10",
                               "mark 3 4\nmark 1 2",
                               "link 1 2",
                               "link 1 2 ",
                               "link 1 2 a\x01",
                               "link 1 3 a\nlink 2 4 b",
                               "\n"};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    g4_hints hints;
    g40_error err = {0};
    assert_int_equal(g4_hints_read(&hints, forms[i], strlen(forms[i]), text, strlen(text), &err), G40_CORRUPT);
    assert_string_equal(err.message, "the hints do not fit the text");
    assert_null(hints.blocks.items);
  }
}

static void test_add__empty_spans_are_left_out_and_marks_that_touch_joined(void **state) {
  (void)state;
  g4_hints hints = {0};
  assert_true(g4_hints_block(&hints, 3, 3, G4_HINT_TEXT, 0));
  assert_true(g4_hints_mark(&hints, 4, 4));
  assert_true(g4_hints_link(&hints, 1, 2, "", 0));
  assert_true(g4_hints_link(&hints, 1, 2, "a\nb", 3));
  assert_int_equal(hints.blocks.count + hints.marks.count + hints.links.count, 0);
  assert_true(g4_hints_mark(&hints, 1, 2) && g4_hints_mark(&hints, 2, 4) && g4_hints_mark(&hints, 5, 6));
  assert_int_equal(hints.marks.count, 2);
  assert_int_equal(hints.marks.items[0].end, 4);
  g4_hints_free(&hints);
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  g4_hints hints;
  faults_start(0);
  assert_int_equal(g4_hints_read(&hints, form, strlen(form), text, strlen(text), NULL), G40_OK);
  long n = faults_stop();
  g4_hints_free(&hints);
  assert_int_equal(n, 4);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = g4_hints_read(&hints, form, strlen(form), text, strlen(text), NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_write__and_read_are_each_others_reverse),
                                     cmocka_unit_test(test_read__what_is_malformed_or_does_not_fit_is_refused),
                                     cmocka_unit_test(test_add__empty_spans_are_left_out_and_marks_that_touch_joined),
                                     cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
