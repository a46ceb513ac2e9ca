#include "text/hinted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/segment.h"
#include "unit/faults.h"

/* What stands between < and > are marks, a block ends at a ~, and its first letter says what it is: T text, I item, 1
 * to 6 a heading, N noise. */
static void make_hints(const char *source, g4_hints *hints) {
  *hints = (g4_hints){0};
  for (const char *at = source; *at;) {
    size_t n = strcspn(at, "~"), start = (size_t)(at - source) + 1, end = start + n - 1;
    uint8_t level = *at >= '1' && *at <= '6' ? (uint8_t)(*at - '0') : 0;
    g4_hint_kind kind = level ? G4_HINT_HEADING : *at == 'I' ? G4_HINT_ITEM : *at == 'N' ? G4_HINT_NOISE : G4_HINT_TEXT;
    assert_true(g4_hints_block(hints, start, end, kind, level));
    for (size_t i = start; i < end; i++) {
      size_t mark = source[i] == '<' ? strcspn(source + i, ">") + 1 : 0;
      assert_true(g4_hints_mark(hints, i, i + mark));
      i += mark ? mark - 1 : 0;
    }
    at += n + (at[n] == '~');
  }
}

/* The segments: kind, level or *, reading form. */
static void check(const char *source, const char *expected) {
  static const char kinds[] = "HSNLC";
  g4_hints hints;
  g4_text text;
  g4_buf out = {0};
  make_hints(source, &hints);
  assert_int_equal(g4_text_read_hinted(&text, source, strlen(source), &hints, NULL), G40_OK);
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *s = &text.segments.items[i];
    g4_buf_add_format(&out, "%c%.0d%s %.*s|", kinds[s->kind], s->level, s->list_item ? "*" : "",
                      (int)(s->reading_end - s->reading_start), text.reading.text.bytes + s->reading_start);
  }
  assert_string_equal(g4_buf_text(&out), expected);
  g4_buf_free(&out);
  g4_text_free(&text);
  g4_hints_free(&hints);
}

static void test_read__blocks_are_what_the_hints_say(void **state) {
  (void)state;
  check("3een kop. met stop~TEen zin. Nog een.~Iitem~N12~1kop",
        "H3 een kop. met stop|S Een zin.|S Nog een.|S* item|N 12|H1 kop|");
  check("Thalf~Teen zin", "S half|S een zin|");
}

static void test_read__lines_of_a_block_are_joined_whatever_they_look_like(void **state) {
  (void)state;
  check("TEen\n\nTwee\r\n- drie arbeids-\nmarkt", "S Een Twee - drie arbeidsmarkt|");
}

static void test_read__marks_leave_nothing_and_white_space_around_them_one_space(void **state) {
  (void)state;
  check("Teen<b> twee<a>drie <c> <d>\n<e> vier<f>.<g>", "S een tweedrie vier.|");
  check("T<a> <b>een<c>", "S een|");
  check("T<a>~Ttwee", "S twee|");
  check("Tarbeids-<a>\n<b>markt", "S arbeidsmarkt|");
}

static void test_read__a_link_alone_is_one_and_contact_data_too(void **state) {
  (void)state;
  check("T<a>https://x.nl/y<b>~Tjan@x.nl", "L https://x.nl/y|C jan@x.nl|");
}

static void test_read__what_is_in_no_block_is_no_text(void **state) {
  (void)state;
  const char *source = "een twee drie";
  g4_hints hints = {0};
  g4_text text;
  assert_true(g4_hints_block(&hints, 4, 8, G4_HINT_TEXT, 0));
  assert_int_equal(g4_text_read_hinted(&text, source, strlen(source), &hints, NULL), G40_OK);
  assert_int_equal(text.segments.count, 1);
  assert_string_equal(text.reading.text.bytes, "twee");
  assert_int_equal(g4_text_segment_ranges(&text, &text.segments.items[0])->start, 4);
  g4_text_free(&text);
  g4_hints_free(&hints);
  assert_int_equal(g4_text_read_hinted(&text, source, strlen(source), &hints, NULL), G40_OK);
  assert_int_equal(text.segments.count, 0);
  g4_text_free(&text);
}

static void test_read__nul_parts_a_block(void **state) {
  (void)state;
  static const char source[] = "een zin\0die niet doorloopt";
  g4_hints hints = {0};
  g4_text text;
  assert_true(g4_hints_block(&hints, 0, sizeof source - 1, G4_HINT_ITEM, 0));
  assert_int_equal(g4_text_read_hinted(&text, source, sizeof source - 1, &hints, NULL), G40_OK);
  assert_int_equal(text.segments.count, 2);
  assert_string_equal(text.reading.text.bytes, "een zin die niet doorloopt");
  g4_text_free(&text);
  g4_hints_free(&hints);
}

static void test_read__hints_of_another_text_are_refused(void **state) {
  (void)state;
  g4_hints hints = {0};
  g4_text text;
  g40_error err;
  assert_true(g4_hints_block(&hints, 0, 10, G4_HINT_TEXT, 0));
  assert_int_equal(g4_text_read_hinted(&text, "kort", 4, &hints, &err), G40_CORRUPT);
  g4_hints_free(&hints);
  assert_int_equal(g4_text_read_stored(&text, "kort", 4, "text 0 9\n", &err), G40_CORRUPT);
}

static void test_read__the_written_form_does_as_well(void **state) {
  (void)state;
  g4_text text;
  assert_int_equal(g4_text_read_stored(&text, "## Kop", 6, "heading 2 3 6\n", NULL), G40_OK);
  assert_int_equal(text.segments.items[0].level, 2);
  g4_text_free(&text);
  assert_int_equal(g4_text_read_stored(&text, "Een zin.", 8, NULL, NULL), G40_OK);
  assert_int_equal(text.segments.count, 1);
  g4_text_free(&text);
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  const char *source = "1kop~Teen <b>zin<c>.\nnog arbeids-\nmarkt.~Iitem~Nruis~Thttps://x.nl";
  g4_hints hints;
  g4_text text;
  make_hints(source, &hints);
  faults_start(0);
  assert_int_equal(g4_text_read_hinted(&text, source, strlen(source), &hints, NULL), G40_OK);
  long n = faults_stop();
  g4_text_free(&text);
  assert_true(n > 5);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = g4_text_read_hinted(&text, source, strlen(source), &hints, NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
  }
  g4_hints_free(&hints);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read__blocks_are_what_the_hints_say),
      cmocka_unit_test(test_read__lines_of_a_block_are_joined_whatever_they_look_like),
      cmocka_unit_test(test_read__marks_leave_nothing_and_white_space_around_them_one_space),
      cmocka_unit_test(test_read__a_link_alone_is_one_and_contact_data_too),
      cmocka_unit_test(test_read__what_is_in_no_block_is_no_text),
      cmocka_unit_test(test_read__nul_parts_a_block),
      cmocka_unit_test(test_read__hints_of_another_text_are_refused),
      cmocka_unit_test(test_read__the_written_form_does_as_well),
      cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
