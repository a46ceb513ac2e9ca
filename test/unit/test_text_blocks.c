#include "text/blocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/noise.h"
#include "unit/faults.h"

/* The units of a text: H, L or T, a * for an item, then their lines with a / between, ! where noise lies between. */
static void check(const char *text, const char *want) {
  static const char kinds[] = {'T', 'H', 'L'};
  g4_lines lines = {0};
  g4_buf got = {0};
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  assert_int_equal(g4_noise_find(text, &lines, NULL), G40_OK);
  g4_blocks blocks = {.source = text, .lines = &lines};
  g4_unit unit = {0};
  for (bool more = true; g4_blocks_next(&blocks, &unit, &more, NULL) == G40_OK && more;) {
    g4_buf_add_char(&got, kinds[unit.kind]);
    g4_buf_add_text(&got, unit.list_item ? "* " : " ");
    for (size_t i = 0; i < unit.lines.count; i++) {
      const g4_line *line = &unit.lines.items[i];
      g4_buf_add_text(&got, i == 0 ? "" : line->flags & G4_LINE_APART ? "!" : "/");
      g4_buf_add(&got, text + line->start, line->end - line->start);
    }
    g4_buf_add_char(&got, '\n');
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_unit_free(&unit);
  g4_vec_free(&lines);
  g4_buf_free(&got);
}

static void test_lines__go_on_where_the_next_word_did_not_fit(void **state) {
  (void)state;
  check(
      "De steden in dit land willen samen met het kabinet en\n"
      "Europa werken aan goede banen voor iedereen die dat wil.\n"
      "Dat is hard nodig.\n",
      "T De steden in dit land willen samen met het kabinet en/Europa werken aan goede banen voor iedereen die dat "
      "wil./Dat is hard nodig.\n");
}

static void test_headings__are_lines_that_end_on_purpose(void **state) {
  (void)state;
  check(
      "Ruimte voor werk\n"
      "De steden in dit land willen samen met het kabinet werken\n"
      "aan goede banen voor iedereen die dat wil en die dat kan.\n"
      "Zet de ondernemer voorop: bouw\n"
      "aan sterke netwerken\n"
      "Ondernemers zijn van belang voor het werk in de steden en\n"
      "daarbuiten.\n",
      "H Ruimte voor werk\n"
      "T De steden in dit land willen samen met het kabinet werken/aan goede banen voor iedereen die dat wil en die "
      "dat kan.\n"
      "H Zet de ondernemer voorop: bouw/aan sterke netwerken\n"
      "T Ondernemers zijn van belang voor het werk in de steden en/daarbuiten.\n");
}

/* Hardly shorter than the column, but what follows can only start a sentence. */
static void test_headings__end_before_a_word_that_opens(void **state) {
  (void)state;
  check(
      "Daar moet het kabinet aan werken.\n\n"
      "Help mensen uit de schulden, niet erin\n"
      "De overheid is de grootste schuldeiser van\n"
      "het land, en dat moet anders worden.\n",
      "T Daar moet het kabinet aan werken.\n"
      "H Help mensen uit de schulden, niet erin\n"
      "T De overheid is de grootste schuldeiser van/het land, en dat moet anders worden.\n");
}

static void test_items__begin_with_a_mark(void **state) {
  (void)state;
  check(
      "Wij willen:\n"
      "\xE2\x80\xA2 meer groen in de wijken waar\n"
      "het nu ontbreekt\n"
      "\xE2\x80\xA2 minder grijs\n\n"
      "\xE2\x80\xA2\n\n"
      "Een laatste punt.\n",
      "T Wij willen:\n"
      "T* \xE2\x80\xA2 meer groen in de wijken waar/het nu ontbreekt\n"
      "T* \xE2\x80\xA2 minder grijs\n"
      "T* Een laatste punt.\n");
}

static void test_items__in_a_numbered_list_are_no_headings(void **state) {
  (void)state;
  check("1. Meer groen\n2. Minder grijs\n3. Overal water\n",
        "T* 1. Meer groen\nT* 2. Minder grijs\nT* 3. Overal water\n");
}

static void test_numbers__inside_a_sentence_are_no_marks(void **state) {
  (void)state;
  check(
      "De grens voor deze regeling ligt bij de groep van boven de\n"
      "50. Daaronder geldt de regeling niet voor deze mensen, en\n"
      "dat blijft zo.\n",
      "T De grens voor deze regeling ligt bij de groep van boven de/50. Daaronder geldt de regeling niet voor deze "
      "mensen, en/dat blijft zo.\n");
}

static void test_sentences__run_on_over_noise(void **state) {
  (void)state;
  check("Die vraag naar arbeid willen we\n\n12\n\nsterk verminderen.\n",
        "T Die vraag naar arbeid willen we!sterk verminderen.\n");
  check("Die vraag is beantwoord.\n\n12\n\nHet volgende punt.\n", "T Die vraag is beantwoord.\nT Het volgende punt.\n");
  check("Wij vragen dat van de minister van\n\n12\n\nFinanci\xC3\xABn en van niemand anders.\n",
        "T Wij vragen dat van de minister van!Financi\xC3\xABn en van niemand anders.\n");
}

static void test_links__stand_alone(void **state) {
  (void)state;
  check(
      "Dat staat in het rapport.\n"
      "https://www.voorbeeld.nl/een/heel/lang/adres/van/een/\n"
      "rapport/2020\n"
      "https://www.voorbeeld.nl/\n"
      "Daarna gaat de tekst verder.\n",
      "T Dat staat in het rapport.\n"
      "L https://www.voorbeeld.nl/een/heel/lang/adres/van/een//rapport/2020\n"
      "L https://www.voorbeeld.nl/\n"
      "T Daarna gaat de tekst verder.\n");
}

static void test_next__says_when_memory_runs_out(void **state) {
  (void)state;
  g4_lines lines = {0};
  assert_int_equal(g4_lines_split("Een regel.", 10, &lines, NULL), G40_OK);
  g4_blocks blocks = {.source = "Een regel.", .lines = &lines};
  g4_unit unit = {0};
  g40_error err;
  bool more;
  faults_start(1);
  int code = g4_blocks_next(&blocks, &unit, &more, &err);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
  g4_unit_free(&unit);
  g4_vec_free(&lines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines__go_on_where_the_next_word_did_not_fit),
      cmocka_unit_test(test_headings__are_lines_that_end_on_purpose),
      cmocka_unit_test(test_headings__end_before_a_word_that_opens),
      cmocka_unit_test(test_items__begin_with_a_mark),
      cmocka_unit_test(test_items__in_a_numbered_list_are_no_headings),
      cmocka_unit_test(test_numbers__inside_a_sentence_are_no_marks),
      cmocka_unit_test(test_sentences__run_on_over_noise),
      cmocka_unit_test(test_links__stand_alone),
      cmocka_unit_test(test_next__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
