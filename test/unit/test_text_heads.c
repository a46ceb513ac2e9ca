#include "text/heads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "unit/faults.h"

/* The noise of a text, a line each. */
static void check(const g4_buf *text, bool form_feeds, const char *want) {
  const char *source = g4_buf_text(text);
  g4_lines lines = {0};
  g4_buf got = {0};
  assert_int_equal(g4_lines_split(source, text->length, &lines, NULL), G40_OK);
  assert_int_equal(g4_heads_find(source, &lines, form_feeds, NULL), G40_OK);
  for (size_t i = 0; i < lines.count; i++) {
    const g4_line *line = &lines.items[i];
    assert_true(i == 0 || line->start >= lines.items[i - 1].end);
    if (line->flags & G4_LINE_NOISE) {
      g4_buf_add(&got, source + line->start, line->end - line->start);
      g4_buf_add_char(&got, '\n');
    }
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
  g4_vec_free(&lines);
}

static void body(g4_buf *text, int page) {
  for (int i = 0; i < 8; i++) {
    g4_buf_add_format(text, "regel %c van de lopende tekst op bladzijde %c\n", 'a' + i, 'a' + page);
  }
}

static void test_heads__the_same_line_at_the_edge_of_page_after_page(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int page = 0; page < 3; page++) {
    g4_buf_add_text(&text, "Een programma voor morgen\n");
    body(&text, page);
    g4_buf_add_text(&text, page < 2 ? "\f" : "");
  }
  check(&text, true, "Een programma voor morgen\nEen programma voor morgen\nEen programma voor morgen\n");
  g4_buf_free(&text);
}

static void test_heads__a_line_inside_the_pages_is_text(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int page = 0; page < 4; page++) {
    body(&text, page);
    g4_buf_add_text(&text, "Dit gaan we regelen\n");
    body(&text, page + 10);
    g4_buf_add_text(&text, "\f");
  }
  check(&text, true, "");
  g4_buf_free(&text);
}

static void test_heads__numbers_that_count_pages_tell(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int page = 0; page < 3; page++) {
    body(&text, page);
    g4_buf_add_format(&text, "%d Een programma voor morgen\n", page + 11);
  }
  check(&text, false, "11 Een programma voor morgen\n12 Een programma voor morgen\n13 Een programma voor morgen\n");
  g4_buf_free(&text);
}

static void test_heads__glued_to_text_they_are_cut_out(void **state) {
  (void)state;
  static const char *const rests[] = {"loopt de zin hier door", "Een nieuwe zin.", " begint met een spatie", ""};
  g4_buf text = {0};
  for (int page = 0; page < 4; page++) {
    body(&text, page);
    g4_buf_add_format(&text, "Een programma voor morgen%d%s\n", page + 7, rests[page]);
  }
  check(&text, false,
        "Een programma voor morgen7\nEen programma voor morgen8\nEen programma voor morgen9\n"
        "Een programma voor morgen10\n");
  g4_buf_free(&text);
}

/* The head of each chapter has another title, and its page number runs into the number of a chapter. */
static void test_heads__of_one_family_are_known_by_their_pages(void **state) {
  (void)state;
  static const char *const titles[] = {"Wonen", "Wonen", "Werken", "Werken", "Werken", "Zorg", "Zorg", "Natuur"};
  g4_buf text = {0}, want = {0};
  for (int page = 0; page < 8; page++) {
    body(&text, page);
    g4_buf_add_format(&text, "Verkiezingsprogramma van ons - %s%d%sgaat zin %c door\n", titles[page], page + 2,
                      page == 2 ? "1 " : "", 'a' + page);
    g4_buf_add_format(&want, "Verkiezingsprogramma van ons - %s%d\n", titles[page], page + 2);
  }
  check(&text, false, g4_buf_text(&want));
  g4_buf_free(&text);
  g4_buf_free(&want);
}

static void test_heads__names_with_a_capital_inside_are_no_glue(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int i = 0; i < 12; i++) {
    body(&text, i);
    g4_buf_add_text(&text, "Daarom wil de PartijVoorbeeld het anders\n");
  }
  check(&text, false, "");
  g4_buf_free(&text);
}

static void test_heads__say_when_memory_runs_out(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int page = 0; page < 4; page++) {
    body(&text, page);
    g4_buf_add_format(&text, "Een programma voor morgen%dloopt door\n", page + 7);
  }
  for (long k = 0, n = 1; k <= n; k++) {
    g4_lines lines = {0};
    g40_error err;
    assert_int_equal(g4_lines_split(text.bytes, text.length, &lines, NULL), G40_OK);
    faults_start(k);
    int code = g4_heads_find(text.bytes, &lines, false, &err);
    long seen = faults_stop();
    n = k ? n : seen;
    assert_int_equal(code, k ? G40_NOMEM : G40_OK);
    g4_vec_free(&lines);
  }
  g4_buf_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_heads__the_same_line_at_the_edge_of_page_after_page),
      cmocka_unit_test(test_heads__a_line_inside_the_pages_is_text),
      cmocka_unit_test(test_heads__numbers_that_count_pages_tell),
      cmocka_unit_test(test_heads__glued_to_text_they_are_cut_out),
      cmocka_unit_test(test_heads__of_one_family_are_known_by_their_pages),
      cmocka_unit_test(test_heads__names_with_a_capital_inside_are_no_glue),
      cmocka_unit_test(test_heads__say_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
