#include "text/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "unit/faults.h"

/* The lines of a text, each as flags|width|text and a line break. */
static void check(const char *text, size_t n, const char *want) {
  g4_lines lines = {0};
  g4_buf got = {0};
  assert_int_equal(g4_lines_split(text, n, &lines, NULL), G40_OK);
  for (size_t i = 0; i < lines.count; i++) {
    const g4_line *line = &lines.items[i];
    g4_buf_add_format(&got, "%s%s%s%u|%.*s\n", line->flags & G4_LINE_AFTER_BLANK ? "b" : "",
                      line->flags & G4_LINE_AFTER_PAGE ? "p" : "", line->flags & G4_LINE_AFTER_NUL ? "0" : "",
                      (unsigned)line->width, (int)(line->end - line->start), text + line->start);
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
  g4_vec_free(&lines);
}

#define CHECK(text, want) check(text, sizeof(text) - 1, want)

static void test_split__keeps_what_holds_anything(void **state) {
  (void)state;
  CHECK("", "");
  CHECK("\n \n\t\n", "");
  CHECK("Een\n\n  twee  \ndrie", "bp3|Een\nb4|twee\n4|drie\n");
  CHECK("re\xC3\xABle\xC2\xA0\n", "bp5|re\xC3\xABle\n");
}

static void test_split__knows_every_line_end(void **state) {
  (void)state;
  CHECK("a\r\nb\r\n\r\nc", "bp1|a\n1|b\nb1|c\n");
  CHECK("a\rb\r\rc", "bp1|a\n1|b\nb1|c\n");
  CHECK("a\rb\nc", "bp3|a\rb\n1|c\n"); /* beside LF a lone CR is white space */
  CHECK("a\fb\vc", "bp1|a\np1|b\n1|c\n");
  CHECK("a\0b", "bp1|a\nb01|b\n");
}

static void test_split__trims_bom_and_keeps_soft_hyphens(void **state) {
  (void)state;
  CHECK(
      "\xEF\xBB\xBF"
      "Een\xC2\xAD\ntwee",
      "bp4|Een\xC2\xAD\n4|twee\n");
}

static void test_split__notes_digits_and_glue(void **state) {
  (void)state;
  static const char text[] = "gewone regel\nin 2025\nwereld15bestraft\neind.Begin\nIenW";
  static const uint16_t want[] = {0, G4_LINE_HAS_DIGIT, G4_LINE_HAS_DIGIT | G4_LINE_MAY_BE_GLUED, G4_LINE_MAY_BE_GLUED,
                                  G4_LINE_MAY_BE_GLUED};
  g4_lines lines = {0};
  assert_int_equal(g4_lines_split(text, sizeof text - 1, &lines, NULL), G40_OK);
  assert_int_equal(lines.count, 5);
  for (size_t i = 0; i < lines.count; i++) {
    assert_int_equal(lines.items[i].flags & (G4_LINE_HAS_DIGIT | G4_LINE_MAY_BE_GLUED), want[i]);
  }
  g4_vec_free(&lines);
}

static void test_end__looks_past_quotes_and_brackets(void **state) {
  (void)state;
  assert_int_equal(g4_end_of("klaar.\xE2\x80\x9D)", 10), G4_END_STOP);
  assert_int_equal(g4_end_of("onder meer:", 11), G4_END_COLON);
  assert_int_equal(g4_end_of("eerst,", 6), G4_END_COMMA);
  assert_int_equal(g4_end_of("arbeids-", 8), G4_END_HYPHEN);
  assert_int_equal(g4_end_of("arbeids\xC2\xAD", 9), G4_END_HYPHEN);
  assert_int_equal(g4_end_of("(2020)", 6), G4_END_WORD);
  assert_int_equal(g4_end_of("", 0), G4_END_WORD);
}

static void test_first_word__its_width_in_code_points(void **state) {
  (void)state;
  assert_int_equal(g4_first_word_width("re\xC3\xABle groei", 12), 5);
  assert_int_equal(g4_first_word_width("groei", 5), 5);
}

static void test_split__says_when_memory_runs_out(void **state) {
  (void)state;
  g4_lines lines = {0};
  g40_error err;
  faults_start(1);
  int code = g4_lines_split("a", 1, &lines, &err);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
  g4_vec_free(&lines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_split__keeps_what_holds_anything),
      cmocka_unit_test(test_split__knows_every_line_end),
      cmocka_unit_test(test_split__trims_bom_and_keeps_soft_hyphens),
      cmocka_unit_test(test_split__notes_digits_and_glue),
      cmocka_unit_test(test_end__looks_past_quotes_and_brackets),
      cmocka_unit_test(test_first_word__its_width_in_code_points),
      cmocka_unit_test(test_split__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
