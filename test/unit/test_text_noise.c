#include "text/noise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* The lines of a text that are no noise, each with a | behind it. */
static void check(const char *text, const char *want) {
  g4_lines lines = {0};
  g4_buf got = {0};
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  assert_int_equal(g4_noise_find(text, &lines, NULL), G40_OK);
  for (size_t i = 0; i < lines.count; i++) {
    const g4_line *line = &lines.items[i];
    if (!(line->flags & G4_LINE_NOISE)) {
      g4_buf_add(&got, text + line->start, line->end - line->start);
      g4_buf_add_char(&got, '|');
    }
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
  g4_vec_free(&lines);
}

static void test_noise__page_numbers(void **state) {
  (void)state;
  check("Tekst.\n\n12\n\nMeer tekst.\n- 13 -\n14 | 15\n", "Tekst.|Meer tekst.|");
  check("Tekst uit\n2025\nen verder.", "Tekst uit|2025|en verder.|"); /* a year in a narrow column */
  check("15%\n3.\n2,5\n", "15%|3.|2,5|");
}

static void test_noise__links_to_the_contents(void **state) {
  (void)state;
  check("terug naar inhoudsopgave\nTekst.\nGa naar inhoudsopgave\n", "Tekst.|");
  check("We gaan naar inhoudsopgave en verder.\n", "We gaan naar inhoudsopgave en verder.|");
}

static void test_noise__a_table_of_contents(void **state) {
  (void)state;
  check("Inhoud\nWonen 3\nWerken 7\nZorg voor\nelkaar 12\n\nWonen\nWe bouwen 3000 huizen per jaar.\n",
        "Wonen|We bouwen 3000 huizen per jaar.|");
  check("Wonen ........ 3\nTekst.\n", "Tekst.|");
  check("Voorwoord\n\n1\n\nWonen\n\n4\n\nWerken\n\n9\n\nZorg\n\n14\n\nDit is de tekst zelf.\n",
        "Dit is de tekst zelf.|");
}

static void test_noise__lines_that_end_with_numbers_are_not_yet_a_table(void **state) {
  (void)state;
  check("Wij willen de norm van groep 3\nen ook die van groep 4\n",
        "Wij willen de norm van groep 3|en ook die van groep 4|");
}

static void test_noise__letters_set_downwards(void **state) {
  (void)state;
  check("Tekst.\nO\nN\nS\nMeer tekst.\n", "Tekst.|Meer tekst.|");
  check("Tekst.\nJa\nNu\nMeer tekst.\n", "Tekst.|Ja|Nu|Meer tekst.|");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_noise__page_numbers),
      cmocka_unit_test(test_noise__links_to_the_contents),
      cmocka_unit_test(test_noise__a_table_of_contents),
      cmocka_unit_test(test_noise__lines_that_end_with_numbers_are_not_yet_a_table),
      cmocka_unit_test(test_noise__letters_set_downwards),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
