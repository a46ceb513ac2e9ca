#include "text/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The text behind the mark, with the kind that the mark must have. */
static void check(const char *line, g4_item_mark_kind kind, const char *rest) {
  g4_item_mark mark = g4_item_mark_of(line, strlen(line));
  if (mark.kind != kind || strcmp(line + mark.length, rest) != 0) {
    fail_msg("\"%s\": kind %d, not %d; rest \"%s\", not \"%s\"", line, (int)mark.kind, (int)kind, line + mark.length,
             rest);
  }
}

static void test_bullets__of_many_kinds(void **state) {
  (void)state;
  check("\xE2\x80\xA2 Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xE2\x80\xA2\xE2\x80\xA2 Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xE2\x96\xB6Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xE2\x86\x92 Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xE2\x80\xBA Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xEF\x82\xB7\xC2\xA0Meer groen", G4_MARK_BULLET, "Meer groen");
  check("\xE2\x80\xA2", G4_MARK_BULLET, "");
}

static void test_dashes__need_a_space_or_a_capital(void **state) {
  (void)state;
  check("\xE2\x88\x92 Meer groen", G4_MARK_DASH, "Meer groen");
  check("\xE2\x80\x93\tmeer groen", G4_MARK_DASH, "meer groen");
  check("-Meer groen", G4_MARK_DASH, "Meer groen");
  check("* meer groen", G4_MARK_DASH, "meer groen");
  check("o meer groen", G4_MARK_DASH, "meer groen");
  check("-organisaties", G4_MARK_NONE, "-organisaties");
  check("overheid", G4_MARK_NONE, "overheid");
}

static void test_numbers__of_items_and_headings(void **state) {
  (void)state;
  check("1. Regel het", G4_MARK_NUMBER, "Regel het");
  check("12) regel het", G4_MARK_NUMBER, "regel het");
  check("(3) regel het", G4_MARK_NUMBER, "regel het");
  check("1.Regel het", G4_MARK_NUMBER, "Regel het");
  check("IV. Wonen", G4_MARK_NUMBER, "Wonen");
  check("2 Wonen", G4_MARK_PLAIN, "Wonen");
  check("3.", G4_MARK_NUMBER, "");
  check("2.1.1", G4_MARK_NUMBER, "");
  g4_item_mark mark = g4_item_mark_of("6.2 Wonen", 9);
  assert_int_equal(mark.kind, G4_MARK_NUMBER);
  assert_int_equal(mark.depth, 2);
  assert_int_equal(mark.value, 2);
  assert_int_equal(mark.length, 4);
}

static void test_numbers__of_other_things_are_no_marks(void **state) {
  (void)state;
  static const char *const lines[] = {"100.000 woningen", "2025. De rest", "3.2 procent", "10.30 uur",
                                      "15% minder",       "2e Kamer",      "50PLUS wil",  "A. Jansen",
                                      "1966 was",         "2,5 miljoen",   "I&W en EZ",   "Inleiding"};
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    check(lines[i], G4_MARK_NONE, lines[i]);
  }
}

static void test_letters__with_a_bracket_or_a_stop(void **state) {
  (void)state;
  check("a) regel het", G4_MARK_LETTER, "regel het");
  check("(b) regel het", G4_MARK_LETTER, "regel het");
  check("c. regel het", G4_MARK_LETTER, "regel het");
  check("e-mail", G4_MARK_NONE, "e-mail");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bullets__of_many_kinds),
      cmocka_unit_test(test_dashes__need_a_space_or_a_capital),
      cmocka_unit_test(test_numbers__of_items_and_headings),
      cmocka_unit_test(test_numbers__of_other_things_are_no_marks),
      cmocka_unit_test(test_letters__with_a_bracket_or_a_stop),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
