#include "text/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static void read_form(const char *text, g4_reading *reading) {
  g4_lines lines = {0};
  g4_hyphens hyphens = {0};
  *reading = (g4_reading){.source = text};
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  g4_reading_add(reading, &hyphens, lines.items, lines.count);
  g4_vec_free(&lines);
}

static void check(const char *text, const char *want) {
  g4_reading reading;
  read_form(text, &reading);
  assert_false(reading.failed);
  assert_string_equal(g4_buf_text(&reading.text), want);
  for (size_t i = 0; i < reading.text.length; i++) {
    if (want[i] != ' ') {
      assert_int_equal(text[g4_offsets_origin(&reading.map, i)], want[i]);
    }
  }
  g4_reading_free(&reading);
}

static void test_add__joins_lines_and_collapses_white_space(void **state) {
  (void)state;
  check(
      "de  brede\t welvaart \n in\xC2\xA0"
      "de regio",
      "de brede welvaart in de regio");
  check("een\r\ntwee\n\ndrie", "een twee drie");
}

static void test_add__white_space_at_any_place(void **state) {
  (void)state;
  static const char *const spaces[] = {"  ", "\t", " \t ", "\xC2\xA0", " \xE2\x80\x8B"};
  static const char line[] = "dewoningbouwversnellinginderegio";
  for (size_t k = 0; k < sizeof spaces / sizeof *spaces; k++) {
    for (size_t at = 1; at + 1 < sizeof line; at++) {
      char text[64], want[64];
      snprintf(text, sizeof text, "%.*s%s%s", (int)at, line, spaces[k], line + at);
      snprintf(want, sizeof want, "%.*s %s", (int)at, line, line + at);
      check(text, want);
    }
  }
}

static void test_add__undoes_hyphenation_and_keeps_hyphens(void **state) {
  (void)state;
  check("de arbeidsmarkt-\nregio", "de arbeidsmarktregio");
  check("de mkb-\nondernemers", "de mkb-ondernemers");
  check("inkomens- en\nvermogens", "inkomens- en vermogens");
  check("inkomens-\nen vermogens", "inkomens- en vermogens");
}

static void test_add__drops_what_is_not_seen(void **state) {
  (void)state;
  check("samen\xC2\xADwerking van door\xC2\xAD\ngedrongen \xE2\x80\x8Bmensen", "samenwerking van doorgedrongen mensen");
  check("een \xC2\xAD\ntwee", "een twee");
}

static void test_part__is_mapped_to_the_end(void **state) {
  (void)state;
  g4_reading reading;
  read_form("een.", &reading);
  g4_reading_part(&reading, ' ');
  g4_reading_part(&reading, ' ');
  assert_string_equal(reading.text.bytes, "een. ");
  assert_int_equal(g4_offsets_origin(&reading.map, 4), 4);
  g4_reading_part(&reading, '\n');
  assert_string_equal(reading.text.bytes, "een. \n");
  g4_reading_free(&reading);
}

static void test_add__says_when_memory_runs_out(void **state) {
  (void)state;
  for (long k = 0, n = 1; k <= n; k++) {
    g4_lines lines = {0};
    const g4_hyphens hyphens = {0};
    g4_reading reading = {.source = "een\n twee"};
    assert_int_equal(g4_lines_split(reading.source, 9, &lines, NULL), G40_OK);
    faults_start(k);
    g4_reading_add(&reading, &hyphens, lines.items, lines.count);
    long seen = faults_stop();
    n = k ? n : seen;
    assert_int_equal(reading.failed, k > 0);
    g4_reading_free(&reading);
    g4_vec_free(&lines);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_add__joins_lines_and_collapses_white_space),
      cmocka_unit_test(test_add__white_space_at_any_place),
      cmocka_unit_test(test_add__undoes_hyphenation_and_keeps_hyphens),
      cmocka_unit_test(test_add__drops_what_is_not_seen),
      cmocka_unit_test(test_part__is_mapped_to_the_end),
      cmocka_unit_test(test_add__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
