#include "reader/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/reader_check.h"

static void check(const char *text, const char *expected) { assert_segments("nota.md", text, expected); }

static void test_read__headings_have_the_level_that_they_are_written_with(void **state) {
  (void)state;
  check("# Wonen #\n\nBouw meer huizen.\n\n### Huren\nDe huur daalt.\n\nEnergie\nen water\n---\nGeen lek meer.\n",
        "H1 Wonen\nS Bouw meer huizen.\nH3 Huren\nS De huur daalt.\nH2 Energie en water\nS Geen lek meer.\n");
}

static void test_read__marks_are_not_read_but_stay_in_the_text(void **state) {
  (void)state;
  const char *text = "De **gemeente** en *het* Rijk, `code`, ~~oud~~ nieuw: [plan](https://x.nl/a_b \"titel\").\n";
  g4_paper paper;
  char *found = segments_of("nota.md", text, strlen(text), &paper);
  assert_string_equal(found, "S De gemeente en het Rijk, code, oud nieuw: plan.\n");
  assert_int_equal(paper.text.length, strlen(text));
  assert_memory_equal(paper.text.bytes, text, strlen(text));
  free(found);
  g4_paper_free(&paper);
}

static void test_read__marks_inside_a_word_do_not_part_it(void **state) {
  (void)state;
  check("Help **mkb**-ondernemers en *zzp*'ers.\n", "S Help mkb-ondernemers en zzp'ers.\n");
}

static void test_read__marks_at_the_ends_of_lines_leave_a_space(void **state) {
  (void)state;
  check("Wij **bouwen\nveel** huizen  \nen *nu*\n**snel**. Dat\\\nkan.\n",
        "S Wij bouwen veel huizen en nu snel.\nS Dat kan.\n");
}

static void test_read__escapes_and_ampersands_read_as_what_they_stand_for(void **state) {
  (void)state;
  check("I&amp;W kost 5\\*5 euro.\n", "S I&W kost 5*5 euro.\n");
}

static void test_read__lists_give_items_and_what_follows_in_them_is_none(void **state) {
  (void)state;
  check("- meer groen\n- [x] minder **steen**\n\n  De tuin ook.\n\n3. eerst\n4. dan\n   dit\n   * diep\n",
        "* meer groen\n* minder steen\nS De tuin ook.\n* eerst\n* dan dit\n* diep\n");
}

static void test_read__quotes_lose_their_marks_on_every_line(void **state) {
  (void)state;
  check("> De arbeids-\n> markt is krap.\n> > Ook hier.\n", "S De arbeidsmarkt is krap.\nS Ook hier.\n");
}

static void test_read__tables_are_read_row_by_row(void **state) {
  (void)state;
  check("| Wat | **Wie** |\n|-----|-----|\n| Bouwen|Rijk |\n", "S Wat | Wie\nS Bouwen|Rijk\n");
}

static void test_read__code_html_and_metadata_are_noise(void **state) {
  (void)state;
  check("---\ntitle: Nota\n---\n\nTekst.\n\n```c\nint x;\n```\n\n    int y;\n\n<div>\n<b>z</b>\n</div>\n",
        "N ---\nN title: Nota\nN ---\nS Tekst.\nN int x;\nN int y;\nN <div>\nN <b>z</b>\nN </div>\n");
}

static void test_read__a_rule_at_the_start_is_no_metadata(void **state) {
  (void)state;
  check("---\nTekst die blijft.\n\n---\n", "S Tekst die blijft.\n");
}

static void test_read__links_are_kept_with_where_they_point_to(void **state) {
  (void)state;
  const char *text = "Zie [het *plan*](https://x.nl/p), <https://y.nl> en [ref].\n\n[ref]: http://z.nl 'z'\n";
  g4_hints hints;
  assert_int_equal(g4_markdown_read(text, strlen(text), &hints, NULL), G40_OK);
  assert_int_equal(hints.links.count, 3);
  assert_string_equal(g4_hints_target(&hints, &hints.links.items[0]), "https://x.nl/p");
  assert_int_equal(hints.links.items[0].start, strlen("Zie ["));
  assert_int_equal(hints.links.items[0].end, strlen("Zie [het *plan"));
  assert_string_equal(g4_hints_target(&hints, &hints.links.items[1]), "https://y.nl");
  assert_string_equal(g4_hints_target(&hints, &hints.links.items[2]), "http://z.nl");
  assert_true(g4_hints_fit(&hints, text, strlen(text)));
  g4_hints_free(&hints);
}

static void test_read__mail_addresses_are_no_links(void **state) {
  (void)state;
  const char *text = "Mail [ons](mailto:info@x.nl) of bel [nu](tel:0612345678).\n";
  g4_hints hints;
  assert_int_equal(g4_markdown_read(text, strlen(text), &hints, NULL), G40_OK);
  assert_int_equal(hints.links.count, 0);
  g4_hints_free(&hints);
}

static void test_read__a_block_of_links_inside_the_document_is_noise(void **state) {
  (void)state;
  check("- [Wonen](#wonen)\n- [Zorg](#zorg) is er ook\n", "N Wonen\n* Zorg is er ook\n");
}

static void test_read__a_link_alone_is_a_link(void **state) {
  (void)state;
  check("Tekst.\n\n<https://www.x.nl/nota>\n", "S Tekst.\nL https://www.x.nl/nota\n");
}

static void test_read__of_links_in_each_other_the_inner_one_is_kept(void **state) {
  (void)state;
  static const char text[] = "Zie [het plan <https://www.x.nl/> van nu](https://www.y.nl/).\n";
  g4_hints hints;
  assert_int_equal(g4_markdown_read(text, sizeof text - 1, &hints, NULL), G40_OK);
  assert_true(g4_hints_fit(&hints, text, sizeof text - 1));
  assert_int_equal(hints.links.count, 1);
  assert_string_equal(g4_buf_text(&hints.targets) + hints.links.items[0].target, "https://www.x.nl/");
  g4_hints_free(&hints);
}

static void test_read__pictures_and_inline_html_say_nothing(void **state) {
  (void)state;
  check("Een ![plaatje van iets](p.png) <span class=\"x\">woord</span>.\n", "S Een woord.\n");
}

static void test_read__byte_order_marks_line_ends_and_nul_hide_nothing(void **state) {
  (void)state;
  check("\xEF\xBB\xBF# Kop\r\n\r\nEen\r\ntwee.\r\n", "H1 Kop\nS Een twee.\n");
  char *found = segments_of("nota.md", "# Kop\n\nEen zin\0Nog een.\n", 24, NULL);
  assert_string_equal(found, "H1 Kop\nS Een zin\nS Nog een.\n");
  free(found);
}

static void test_read__too_long_is_refused(void **state) {
  (void)state;
  g4_hints hints = {0};
  g40_error err;
  assert_int_equal(g4_markdown_read("", (size_t)G4_MOST_MARKDOWN + 1, &hints, &err), G40_UNSUPPORTED);
  assert_string_equal(err.message, "is too long: the most is 64 MB of Markdown");
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  static const char text[] = "# Kop\n\nEen **zin** met [link](https://x.nl) en\n\n- item\n- [a](#b)\n";
  g4_hints hints;
  faults_start(0);
  assert_int_equal(g4_markdown_read(text, sizeof text - 1, &hints, NULL), G40_OK);
  long n = faults_stop();
  g4_hints_free(&hints);
  assert_true(n > 3);
  for (long k = 1; k <= n; k++) {
    g40_error err = {0};
    faults_start(k);
    int code = g4_markdown_read(text, sizeof text - 1, &hints, &err);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    assert_int_equal(err.code, G40_NOMEM);
    g4_hints_free(&hints);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_read__headings_have_the_level_that_they_are_written_with),
                                     cmocka_unit_test(test_read__marks_are_not_read_but_stay_in_the_text),
                                     cmocka_unit_test(test_read__marks_inside_a_word_do_not_part_it),
                                     cmocka_unit_test(test_read__marks_at_the_ends_of_lines_leave_a_space),
                                     cmocka_unit_test(test_read__escapes_and_ampersands_read_as_what_they_stand_for),
                                     cmocka_unit_test(test_read__lists_give_items_and_what_follows_in_them_is_none),
                                     cmocka_unit_test(test_read__quotes_lose_their_marks_on_every_line),
                                     cmocka_unit_test(test_read__tables_are_read_row_by_row),
                                     cmocka_unit_test(test_read__code_html_and_metadata_are_noise),
                                     cmocka_unit_test(test_read__a_rule_at_the_start_is_no_metadata),
                                     cmocka_unit_test(test_read__links_are_kept_with_where_they_point_to),
                                     cmocka_unit_test(test_read__mail_addresses_are_no_links),
                                     cmocka_unit_test(test_read__a_block_of_links_inside_the_document_is_noise),
                                     cmocka_unit_test(test_read__a_link_alone_is_a_link),
                                     cmocka_unit_test(test_read__of_links_in_each_other_the_inner_one_is_kept),
                                     cmocka_unit_test(test_read__pictures_and_inline_html_say_nothing),
                                     cmocka_unit_test(test_read__byte_order_marks_line_ends_and_nul_hide_nothing),
                                     cmocka_unit_test(test_read__too_long_is_refused),
                                     cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
