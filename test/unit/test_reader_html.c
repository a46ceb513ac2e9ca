#include "reader/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reader/html_text.h"
#include "unit/faults.h"
#include "unit/reader_check.h"

static void check(const char *page, const char *expected) { assert_segments("nota.html", page, expected); }

/* The stored text of a page. */
static void check_text(const char *page, const char *expected) {
  g4_buf text;
  g4_hints hints;
  assert_int_equal(g4_html_read(page, strlen(page), &text, &hints, NULL), G40_OK);
  assert_string_equal(g4_buf_text(&text), expected);
  assert_true(g4_hints_fit(&hints, text.bytes, text.length));
  g4_buf_free(&text);
  g4_hints_free(&hints);
}

static void test_text__blocks_stand_apart_items_and_rows_close(void **state) {
  (void)state;
  check_text(
      "<h1>Kop</h1><p>Een  zin\n hier.<p>Twee.<ul><li>a<li>b<ul><li>c</ul></ul>"
      "<table><tr><td>x<td>y<tr><td>z</table>na",
      "Kop\n\nEen zin hier.\n\nTwee.\n\n\xE2\x80\xA2 a\n\xE2\x80\xA2 b\n\xE2\x80\xA2 c\nx\ty\nz\n\nna");
}

static void test_text__numbered_lists_keep_their_numbers(void **state) {
  (void)state;
  check_text("<ol start=3><li>drie<li value=7>zeven<li>acht</ol><ol><li>een</ol>",
             "3. drie\n7. zeven\n8. acht\n1. een");
}

static void test_text__entities_are_what_they_stand_for(void **state) {
  (void)state;
  check_text("<p>I&amp;W &euro;&nbsp;5 &eacute;&#233;n &lt;b&gt; &onbekend;",
             "I&W \xE2\x82\xAC\xC2\xA0"
             "5 \xC3\xA9\xC3\xA9n <b> &onbekend;");
}

static void test_text__what_nobody_sees_is_not_there(void **state) {
  (void)state;
  check_text(
      "<title>T</title><style>p{}</style><nav><p>menu</p></nav><p>Wel<script>'<p>nee'</script><!-- nee -->"
      "<svg><text>nee</text></svg></p><p hidden>nee</p><p style='color:red; Display : none'>nee</p>"
      "<div role=navigation>nee</div><p aria-hidden=true>nee</p><button>nee</button><noscript>nee</noscript>",
      "Wel");
}

static void test_text__blank_blocks_leave_nothing(void **state) {
  (void)state;
  check_text("<p>een</p><p>&nbsp;</p><div> <a href='http://x.nl'>&nbsp;</a></div><ul><li></ul><p>twee</p>",
             "een\n\ntwee");
}

static void test_text__controls_and_nul_do_not_get_in(void **state) {
  (void)state;
  static const char page[] = "<p>een\x07 twee\0drie\x1B[31m\fvier";
  g4_buf text;
  g4_hints hints;
  assert_int_equal(g4_html_read(page, sizeof page - 1, &text, &hints, NULL), G40_OK);
  assert_string_equal(g4_buf_text(&text), "een twee drie [31m vier");
  g4_buf_free(&text);
  g4_hints_free(&hints);
}

static void test_read__headings_have_their_level(void **state) {
  (void)state;
  check("<h2>Wonen<br>en werk</h2><p>Bouw huizen.</p><h4><a href=x>Huren</a></h4>Laag.",
        "H2 Wonen en werk\nS Bouw huizen.\nH4 Huren\nS Laag.\n");
}

static void test_read__inline_elements_do_not_part_words(void **state) {
  (void)state;
  check("<p>Help <b>mkb</b>-ondernemers en net&shy;con<i>gestie</i>.", "S Help mkb-ondernemers en netcongestie.\n");
}

static void test_read__only_the_first_block_of_an_item_is_one(void **state) {
  (void)state;
  check("<ul><li><p>Eerst dit.</p><p>Dan dat.</p></li><li>Los<div>diep</div></li></ul>",
        "* Eerst dit.\nS Dan dat.\n* Los\nS diep\n");
}

static void test_read__lists_typed_by_hand_are_lists(void **state) {
  (void)state;
  check("<p>Wij willen:<br>- meer huizen;<br>- minder regels.</p><p>&bull; groen</p>",
        "S Wij willen:\n* meer huizen;\n* minder regels.\n* groen\n");
}

static void test_read__one_line_break_joins_two_part(void **state) {
  (void)state;
  check("<p>De gemeente<br>bouwt huizen.<br><br>Het Rijk betaalt", "S De gemeente bouwt huizen.\nS Het Rijk betaalt\n");
}

static void test_read__a_row_is_a_block_and_paragraphs_in_cells_too(void **state) {
  (void)state;
  check(
      "<table><tr><th>Wat<th>Wie</tr><tr><td>Bouw huizen.<td>Rijk</tr></table>"
      "<table><tr><td><p>Links staat dit.</p><td><p>Rechts dat.</p></table>",
      "S Wat Wie\nS Bouw huizen.\nS Rijk\nS Links staat dit.\nS Rechts dat.\n");
}

static void test_read__around_main_all_is_noise_and_so_are_footers(void **state) {
  (void)state;
  check("<header>Partij X</header><main><h1>Kop</h1><p>Tekst.</main><p>Deel dit<footer>Adres</footer>",
        "N Partij X\nH1 Kop\nS Tekst.\nN Deel dit\nN Adres\n");
  check("<main></main><p>Tekst.<footer>Adres</footer>", "S Tekst.\nN Adres\n");
}

static void test_read__tables_of_contents_and_code_are_noise(void **state) {
  (void)state;
  check("<ul><li><a href='#a'>Wonen</a><li><a href='#b'>Zorg</a> en meer</ul><pre><code>int x;\n\nint y;</code></pre>",
        "N Wonen\n* Zorg en meer\nN int x;\nN int y;\n");
}

static void test_read__preformatted_text_keeps_its_paragraphs(void **state) {
  (void)state;
  check("<pre>\nEen zin\nop twee regels.\n\n  Nog een.\n</pre>", "S Een zin op twee regels.\nS Nog een.\n");
}

static void test_read__links_are_kept_with_where_they_point_to(void **state) {
  (void)state;
  static const char page[] =
      "<p>Zie <a href='https://x.nl/?a=1&amp;b=2'>het <b>plan</b></a>, <a href='/hier'>hier</a>, "
      "<a href='mailto:a@b.nl'>mail</a>.<a href='http://y.nl'><h3>Kop</h3><p>Tekst&nbsp;</p></a>";
  g4_buf text;
  g4_hints hints;
  assert_int_equal(g4_html_read(page, sizeof page - 1, &text, &hints, NULL), G40_OK);
  assert_int_equal(hints.links.count, 3);
  const g4_link *link = hints.links.items;
  assert_string_equal(g4_hints_target(&hints, &link[0]), "https://x.nl/?a=1&b=2");
  assert_memory_equal(text.bytes + link[0].start, "het plan", link[0].end - link[0].start);
  assert_string_equal(g4_hints_target(&hints, &link[1]), "http://y.nl");
  assert_memory_equal(text.bytes + link[1].start, "Kop", link[1].end - link[1].start);
  assert_memory_equal(text.bytes + link[2].start, "Tekst", link[2].end - link[2].start);
  assert_true(g4_hints_fit(&hints, text.bytes, text.length));
  g4_buf_free(&text);
  g4_hints_free(&hints);
}

static void test_read__what_is_not_well_formed_is_read_too(void **state) {
  (void)state;
  check("</p></b><p>Een <b>twee <p>drie</i></table><td>vier<li>vijf", "S Een twee\nS drie\nS vier\n* vijf\n");
  check("losse tekst < 5 & meer", "S losse tekst < 5 & meer\n");
}

/* `n` elements in each other. */
static int read_nested(size_t n, g40_error *err) {
  g4_buf page = {0}, text;
  g4_hints hints;
  for (size_t i = 0; i < n; i++) {
    g4_buf_add_text(&page, "<div>");
  }
  g4_buf_add_text(&page, "tekst");
  int code = g4_html_read(page.bytes, page.length, &text, &hints, err);
  g4_buf_free(&page);
  g4_buf_free(&text);
  g4_hints_free(&hints);
  return code;
}

/* An element with `n` attributes, behind one with a long value. */
static int read_attributes(int n, g40_error *err) {
  g4_buf page = {0}, text;
  g4_hints hints;
  g4_buf_add_text(&page, "<p title='");
  for (int i = 0; i < 12000; i++) {
    g4_buf_add_text(&page, "a > ");
  }
  g4_buf_add_text(&page, "'>tekst<p");
  for (int i = 0; i < n; i++) {
    g4_buf_add_format(&page, " a%d", i);
  }
  g4_buf_add_text(&page, ">meer");
  int code = g4_html_read(page.bytes, page.length, &text, &hints, err);
  if (code == G40_OK) {
    assert_string_equal(g4_buf_text(&text), "tekst\n\nmeer");
  }
  g4_buf_free(&page);
  g4_buf_free(&text);
  g4_hints_free(&hints);
  return code;
}

static void test_read__too_deep_and_too_long_are_refused(void **state) {
  (void)state;
  g40_error err;
  g4_buf text;
  g4_hints hints;
  assert_int_equal(read_nested(G4_HTML_DEEPEST - 2, &err), G40_OK);
  assert_int_equal(read_nested((size_t)G4_HTML_DEEPEST * 50, &err), G40_INVALID);
  assert_string_equal(err.message, "has more than 1000 HTML elements in each other");
  assert_int_equal(read_attributes(9900, &err), G40_OK);
  assert_int_equal(read_attributes(10100, &err), G40_INVALID);
  assert_string_equal(err.message, "has an HTML element with more than 10000 attributes");
  assert_int_equal(g4_html_read("", (size_t)G4_MOST_HTML + 1, &text, &hints, &err), G40_UNSUPPORTED);
  assert_string_equal(err.message, "is too long: the most is 64 MB of HTML");
}

static void test_charset__is_what_the_page_says_where_that_matters(void **state) {
  (void)state;
  char charset[G4_HTML_CHARSET];
  const char *const pages[][2] = {{"<meta charset=\"ISO-8859-15\">", "iso-8859-15"},
                                  {"<meta content='text/html; charset=macintosh'>", "macintosh"},
                                  {"<meta charset=utf-8>", ""},
                                  {"<META CHARSET='Windows-1252'>", ""},
                                  {"<meta charset=", ""},
                                  {"", ""}};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    assert_string_equal(g4_html_charset(pages[i][0], strlen(pages[i][0]), charset), pages[i][1]);
  }
}

/* libxml2 has allocations of its own, which are not failed here. */
static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  static const char page[] = "<h1>Kop</h1><ul><li>een <a href='http://x.nl'>twee</a></ul><p>drie<br>- vier";
  g4_buf text;
  g4_hints hints;
  faults_start(0);
  assert_int_equal(g4_html_read(page, sizeof page - 1, &text, &hints, NULL), G40_OK);
  long n = faults_stop();
  g4_buf_free(&text);
  g4_hints_free(&hints);
  assert_true(n > 3);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = g4_html_read(page, sizeof page - 1, &text, &hints, NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    g4_buf_free(&text);
    g4_hints_free(&hints);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_text__blocks_stand_apart_items_and_rows_close),
                                     cmocka_unit_test(test_text__numbered_lists_keep_their_numbers),
                                     cmocka_unit_test(test_text__entities_are_what_they_stand_for),
                                     cmocka_unit_test(test_text__what_nobody_sees_is_not_there),
                                     cmocka_unit_test(test_text__blank_blocks_leave_nothing),
                                     cmocka_unit_test(test_text__controls_and_nul_do_not_get_in),
                                     cmocka_unit_test(test_read__headings_have_their_level),
                                     cmocka_unit_test(test_read__inline_elements_do_not_part_words),
                                     cmocka_unit_test(test_read__only_the_first_block_of_an_item_is_one),
                                     cmocka_unit_test(test_read__lists_typed_by_hand_are_lists),
                                     cmocka_unit_test(test_read__one_line_break_joins_two_part),
                                     cmocka_unit_test(test_read__a_row_is_a_block_and_paragraphs_in_cells_too),
                                     cmocka_unit_test(test_read__around_main_all_is_noise_and_so_are_footers),
                                     cmocka_unit_test(test_read__tables_of_contents_and_code_are_noise),
                                     cmocka_unit_test(test_read__preformatted_text_keeps_its_paragraphs),
                                     cmocka_unit_test(test_read__links_are_kept_with_where_they_point_to),
                                     cmocka_unit_test(test_read__what_is_not_well_formed_is_read_too),
                                     cmocka_unit_test(test_read__too_deep_and_too_long_are_refused),
                                     cmocka_unit_test(test_charset__is_what_the_page_says_where_that_matters),
                                     cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
