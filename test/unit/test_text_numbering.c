#include "text/numbering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

static void check(const g4_buf *text, const char *first, const char *second, size_t count) {
  g4_lines lines = {0};
  const char *source = g4_buf_text(text);
  assert_int_equal(g4_lines_split(source, text->length, &lines, NULL), G40_OK);
  g4_numbering_cut(source, &lines);
  assert_int_equal(lines.count, count);
  const char *const want[] = {first, second};
  for (size_t i = 0; i < 2; i++) {
    const g4_line *line = &lines.items[i];
    assert_int_equal(line->end - line->start, strlen(want[i]));
    assert_memory_equal(source + line->start, want[i], strlen(want[i]));
    assert_int_equal(line->width, strlen(want[i]));
  }
  g4_vec_free(&lines);
}

/* Lines numbered from 1, every third one empty; then a page with three more. */
static g4_buf numbered(bool leading) {
  g4_buf text = {0};
  for (int page = 0; page < 2; page++) {
    for (int i = 1; i <= (page ? 3 : 15); i++) {
      const char *words = i % 3 ? "een regel" : "";
      if (leading) {
        g4_buf_add_format(&text, "%d %s\n", i, words);
      } else {
        g4_buf_add_format(&text, "%s %d\n", words, i);
      }
    }
    g4_buf_add_text(&text, "Kop van de bladzijde\n");
  }
  return text;
}

static void test_cut__takes_numbers_off_either_side(void **state) {
  (void)state;
  g4_buf behind = numbered(false), before = numbered(true);
  check(&behind, "een regel", "een regel", 14);
  check(&before, "een regel", "een regel", 14);
  g4_buf_free(&behind);
  g4_buf_free(&before);
}

static void test_cut__leaves_short_lists_alone(void **state) {
  (void)state;
  g4_buf text = {0};
  g4_buf_add_text(&text, "1 Wonen\n2 Werken\n3 Zorg\n4 Onderwijs\n");
  check(&text, "1 Wonen", "2 Werken", 4);
  g4_buf_free(&text);
}

static void test_cut__leaves_numbers_without_text_alone(void **state) {
  (void)state;
  g4_buf text = {0};
  for (int i = 1; i <= 30; i++) {
    g4_buf_add_format(&text, "%d\n", i);
  }
  check(&text, "1", "2", 30);
  g4_buf_free(&text);
}

/* Chapters of one page each: their page numbers, or the chapters' own, count up too. */
static void test_cut__leaves_tables_of_contents_alone(void **state) {
  (void)state;
  g4_buf behind = {0}, before = {0};
  for (int i = 1; i <= 20; i++) {
    g4_buf_add_format(&behind, "Hoofdstuk over wonen %d\n", i);
    g4_buf_add_format(&before, "%d %s\n", i, i % 5 ? "Wonen en werken" : "de wijk in");
  }
  check(&behind, "Hoofdstuk over wonen 1", "Hoofdstuk over wonen 2", 20);
  check(&before, "1 Wonen en werken", "2 Wonen en werken", 20);
  g4_buf_free(&behind);
  g4_buf_free(&before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cut__takes_numbers_off_either_side),
      cmocka_unit_test(test_cut__leaves_short_lists_alone),
      cmocka_unit_test(test_cut__leaves_numbers_without_text_alone),
      cmocka_unit_test(test_cut__leaves_tables_of_contents_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
