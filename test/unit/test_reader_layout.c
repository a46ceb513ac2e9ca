#include "reader/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

/* A word whose type is 10 high, its foot at y. */
#define WORD(x, y, to, text)                                                                                   \
  "    <word xMin=\"" x ".000000\" yMin=\"" y "0.000000\" xMax=\"" to ".000000\" yMax=\"" y "9.999999\">" text \
  "</word>\n"
#define PAGE "  <page width=\"420.000000\" height=\"360.000000\">\n"

/* The text of what pdftotext wrote, given in pieces of `step` bytes. */
static char *text_of(const char *output, size_t step) {
  g4_layout layout = {.most = 1000};
  size_t n = strlen(output);
  for (size_t at = 0; at < n; at += step) {
    assert_true(g4_layout_take(&layout, output + at, n - at < step ? n - at : step));
  }
  g4_layout_finish(&layout);
  return layout.text.bytes ? layout.text.bytes : strdup("");
}

static void check(const char *output, const char *expected) {
  for (size_t step = 1; step < 200; step = step * 3 + 1) {
    char *text = text_of(output, step);
    assert_string_equal(text, expected);
    free(text);
  }
}

static void test_take__words_side_by_side_are_a_line(void **state) {
  (void)state;
  check("<head><title>&lt;word x</title></head><body>" PAGE WORD("10", "1", "20", "De") WORD("23", "1", "40", "stad")
            WORD("40", "1", "50", "je") WORD("10", "2", "30", "groeit") "  </page>\n</body>",
        "De stadje\ngroeit\n");
}

static void test_take__columns_follow_each_other(void **state) {
  (void)state;
  check(PAGE WORD("10", "1", "20", "een") WORD("10", "2", "20", "twee") WORD("100", "1", "120", "drie")
            WORD("100", "2", "120", "vier"),
        "een\ntwee\ndrie\nvier\n");
}

static void test_take__pages_are_parted_by_form_feeds_empty_ones_too(void **state) {
  (void)state;
  check(PAGE WORD("10", "1", "20", "een") PAGE PAGE WORD("30", "1", "40", "twee") PAGE, "een\n\f\ftwee\n\f");
}

static void test_take__more_space_than_usual_makes_an_empty_line(void **state) {
  (void)state;
  check(PAGE WORD("10", "1", "20", "a") WORD("10", "2", "20", "b") WORD("10", "3", "20", "c") WORD("10", "4", "20", "d")
            WORD("10", "6", "20", "e") WORD("10", "7", "20", "f") WORD("10", "8", "20", "g"),
        "a\nb\nc\nd\n\ne\nf\ng\n");
  /* set with more white space throughout */
  check(PAGE WORD("10", "1", "20", "a") WORD("10", "3", "20", "b") WORD("10", "5", "20", "c") WORD("10", "7", "20", "d")
            WORD("10", "9", "20", "e") WORD("10", "11", "20", "f") WORD("10", "14", "20", "g"),
        "a\nb\nc\nd\ne\nf\n\ng\n");
}

static void test_take__another_size_of_type_does_too(void **state) {
  (void)state;
  check(PAGE "<word xMin=\"10\" yMin=\"0\" xMax=\"30\" yMax=\"20\">Kop</word>" WORD("10", "2", "20", "zin"),
        "Kop\n\nzin\n");
}

static void test_take__raised_words_stay_in_their_line(void **state) {
  (void)state;
  check(PAGE WORD("10", "1", "20", "zin.") "<word xMin=\"20.1\" yMin=\"9\" xMax=\"23\" yMax=\"14.5\">3</word>" WORD(
            "26", "1", "40", "Nog"),
        "zin.3 Nog\n");
}

static void test_take__entities_and_controls(void **state) {
  (void)state;
  check(PAGE WORD("10", "1", "15", "\x07") WORD("18", "1", "40", "I&amp;W")
            WORD("43", "1", "60", "&lt;&quot;&apos;&gt;") WORD("63", "1", "80", "&am") WORD("83", "1", "90", "\x07"),
        "\xE2\x80\xA2 I&W <\"'> &am\n");
  check(PAGE WORD("10", "1", "40", "\x01Zorg\t7\x01") WORD("43", "1", "50",
                                                           "a\xFF"
                                                           "b"),
        "Zorg 7 a\xEF\xBF\xBD"
        "b\n");
}

static void test_take__what_makes_no_sense_is_left_out(void **state) {
  (void)state;
  check(PAGE
        "<word>x</word><word a=\"1\">x</word><word xMin=\"9\" yMin=\"9\" xMax=\"1\" yMax=\"9\">x</word>"
        "<word xMin=\"nan\" yMin=\"-inf\" xMax=\"99999999999999999999999999\" yMax=\"1e300\">y</word>"
        "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">z",
        "y\n");
}

static void test_take__stops_at_the_most(void **state) {
  (void)state;
  g4_layout layout = {.most = 10};
  assert_true(g4_layout_take(&layout, PAGE, strlen(PAGE)));
  const char *word = WORD("10", "1", "20", "twaalf");
  assert_true(g4_layout_take(&layout, word, strlen(word)));
  assert_false(g4_layout_take(&layout, word, strlen(word)));
  assert_false(layout.text.failed);
  g4_layout_finish(&layout);
  g4_buf_free(&layout.text);
}

static void test_take__failing_allocations_are_told(void **state) {
  (void)state;
  const char *output = PAGE WORD("10", "1", "20", "een") WORD("10", "3", "20", "twee") PAGE WORD("10", "1", "20", "x");
  long n = 1;
  for (long k = 0; k <= n; k++) {
    g4_layout layout = {.most = 1000};
    faults_start(k);
    g4_layout_take(&layout, output, strlen(output));
    g4_layout_finish(&layout);
    long seen = faults_stop();
    assert_int_equal(layout.text.failed, k > 0);
    n = k ? n : seen;
    g4_buf_free(&layout.text);
  }
  assert_true(n > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_take__words_side_by_side_are_a_line),
                                     cmocka_unit_test(test_take__columns_follow_each_other),
                                     cmocka_unit_test(test_take__pages_are_parted_by_form_feeds_empty_ones_too),
                                     cmocka_unit_test(test_take__more_space_than_usual_makes_an_empty_line),
                                     cmocka_unit_test(test_take__another_size_of_type_does_too),
                                     cmocka_unit_test(test_take__raised_words_stay_in_their_line),
                                     cmocka_unit_test(test_take__entities_and_controls),
                                     cmocka_unit_test(test_take__what_makes_no_sense_is_left_out),
                                     cmocka_unit_test(test_take__stops_at_the_most),
                                     cmocka_unit_test(test_take__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
