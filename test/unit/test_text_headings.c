#include "text/headings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool is_heading(const char *text, bool alone, bool numbered) {
  g4_lines lines = {0};
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  bool heading = g4_is_heading(text, lines.items, lines.count, alone, numbered);
  g4_vec_free(&lines);
  return heading;
}

static void test_heading__short_with_a_capital_and_no_stop(void **state) {
  (void)state;
  assert_true(is_heading("Ruimte voor werk", false, false));
  assert_true(
      is_heading("\xE2\x80\x98"
                 "Doe mee\xE2\x80\x99 in de wijk",
                 false, false));
  assert_true(is_heading("6.2 Ruimte voor werk", false, true));
  assert_true(is_heading("Ruimte voor\nwerk in de stad", false, false));
  assert_true(is_heading("VOORWOORD.", false, false));
  assert_false(is_heading("ruimte voor werk", false, false));
  assert_false(is_heading("Ruimte voor werk.", false, false));
  assert_false(is_heading("Wij willen:", false, false));
  assert_false(is_heading("Ruimte voor wonen,", false, false));
  assert_false(is_heading("Dat kan.\nRuimte voor werk", false, false));
  assert_false(is_heading("12", false, false));
  assert_false(is_heading("2013 2014 2015 2016 Totaal", false, false));
}

static void test_heading__a_question_only_where_it_stands_alone(void **state) {
  (void)state;
  assert_true(is_heading("Wat willen wij?", true, false));
  assert_true(is_heading("1.2 Wat willen wij?", false, true));
  assert_false(is_heading("Wat willen wij?", false, false));
  assert_false(is_heading("Wat willen wij nu eigenlijk met al die huizen in deze stad?", true, false));
}

static void test_heading__has_an_end(void **state) {
  (void)state;
  assert_false(is_heading(
      "Wij vinden dat alle steden in dit land samen met het Rijk en met de provincies moeten werken", false, false));
}

static void test_links__fill_their_line(void **state) {
  (void)state;
  assert_true(g4_is_link_line("https://www.voorbeeld.nl/a?b=c", 30));
  assert_true(g4_is_link_line("3 www.voorbeeld.nl", 18));
  assert_true(g4_is_link_line("mailto:a@b.nl", 13));
  assert_false(g4_is_link_line("www.voorbeeld.nl is de site", 27));
  assert_false(g4_is_link_line("https://", 8));
  assert_true(g4_is_link_rest("rapporten/2020/slot", 19));
  assert_false(g4_is_link_rest("rapporten", 9));
  assert_false(g4_is_link_rest("en/of niet", 10));
}

static uint8_t level(g4_levels *levels, const char *heading) { return g4_level_of(levels, heading, strlen(heading)); }

static void test_level__by_number_or_capitals_or_what_stands_above(void **state) {
  (void)state;
  g4_levels levels = {0};
  assert_int_equal(level(&levels, "Inleiding"), 1);
  assert_int_equal(level(&levels, "1. Wonen"), 1);
  assert_int_equal(level(&levels, "1.2 Huren"), 2);
  assert_int_equal(level(&levels, "Betaalbaar huren"), 3);
  assert_int_equal(level(&levels, "Eerlijk huren"), 3);
  assert_int_equal(level(&levels, "WERK EN INKOMEN"), 1);
  assert_int_equal(level(&levels, "Goed werk"), 2);
  assert_int_equal(level(&levels, "Hoofdstuk 3"), 1);
  assert_int_equal(level(&levels, "3.1.4 Details"), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_heading__short_with_a_capital_and_no_stop),
      cmocka_unit_test(test_heading__a_question_only_where_it_stands_alone),
      cmocka_unit_test(test_heading__has_an_end),
      cmocka_unit_test(test_links__fill_their_line),
      cmocka_unit_test(test_level__by_number_or_capitals_or_what_stands_above),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
