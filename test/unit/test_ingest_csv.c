#include "ingest/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* All rows of a text as one: fields in brackets, a line break behind each row with its number before it. */
static const char *read_all(const char *text, g4_buf *out) {
  g4_csv csv = g4_csv_of(text, strlen(text));
  g4_csv_row row = {0};
  g4_arena arena = {0};
  g40_error err = {0};
  bool more = true;
  g4_buf_clear(out);
  while (g4_csv_next(&csv, &arena, &row, &more, &err) == G40_OK && more) {
    g4_buf_add_format(out, "%d", row.line);
    for (size_t i = 0; i < row.fields.count; i++) {
      g4_buf_add_format(out, "[%s]", row.fields.items[i]);
    }
    g4_buf_add_char(out, '\n');
  }
  if (err.code) {
    g4_buf_add_text(out, err.message);
  }
  g4_csv_row_free(&row);
  g4_arena_free(&arena);
  return g4_buf_text(out);
}

static void check(const char *text, const char *rows) {
  g4_buf out = {0};
  assert_string_equal(read_all(text, &out), rows);
  g4_buf_free(&out);
}

static void test_csv__rows_end_with_either_line_break(void **state) {
  (void)state;
  check("a,b\nc,d\r\ne", "1[a][b]\n2[c][d]\n3[e]\n");
}

static void test_csv__quotes_hold_commas_quotes_and_line_breaks(void **state) {
  (void)state;
  check("\"a,b\",\"say \"\"no\"\"\"\n\"two\nlines\",x\nlast\n", "1[a,b][say \"no\"]\n2[two\nlines][x]\n4[last]\n");
}

static void test_csv__fields_may_be_empty_and_empty_rows_are_none(void **state) {
  (void)state;
  check("a,,\n\n\r\n,b\n\"\"\n", "1[a][][]\n4[][b]\n5[]\n");
  check("", "");
  check("\n\n", "");
}

static void test_csv__a_byte_order_mark_is_no_part_of_the_first_field(void **state) {
  (void)state;
  check(
      "\xEF\xBB\xBF"
      "path\n",
      "1[path]\n");
}

static void test_csv__a_quote_inside_a_bare_field_is_a_character(void **state) {
  (void)state;
  check("5\" plank,x\n", "1[5\" plank][x]\n");
}

static void test_csv__what_is_no_csv_is_said_with_its_line(void **state) {
  (void)state;
  check("a\n\"b", "1[a]\nline 2: a quote that is not closed");
  check("a\n\"b\"c,d\n", "1[a]\nline 2: text behind a closing quote");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_csv__rows_end_with_either_line_break),
                                     cmocka_unit_test(test_csv__quotes_hold_commas_quotes_and_line_breaks),
                                     cmocka_unit_test(test_csv__fields_may_be_empty_and_empty_rows_are_none),
                                     cmocka_unit_test(test_csv__a_byte_order_mark_is_no_part_of_the_first_field),
                                     cmocka_unit_test(test_csv__a_quote_inside_a_bare_field_is_a_character),
                                     cmocka_unit_test(test_csv__what_is_no_csv_is_said_with_its_line)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
