#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/segment.h"
#include "unit/faults.h"
#include "unit/text_check.h"

static const char source[] =
    "Ruimte voor werk\n\n"
    "De arbeidsmarkt-\nregio’s zijn van\nbelang. Steun mkb-\nondernemers en het Rijk.\n\n"
    "https://www.voorbeeld.nl/\n"
    "Het Rijksbeleid verandert. Het Rijk helpt.\n";

static g4_text text;

static int set_up(void **state) {
  (void)state;
  return g4_text_read(&text, source, sizeof source - 1, NULL) != G40_OK || text_fault(&text);
}

static int tear_down(void **state) {
  (void)state;
  g4_text_free(&text);
  return 0;
}

/* The bytes of the source that a quote leads to, its ranges with a | between. */
static void check_ranges(const char *quote, size_t from, const char *want) {
  g4_span found;
  g4_span_list ranges = {0};
  g4_buf got = {0};
  assert_int_equal(g4_text_find(&text, quote, from, &found, NULL), G40_OK);
  assert_int_equal(g4_text_ranges(&text, found.start, found.end, &ranges, NULL), G40_OK);
  for (size_t i = 0; i < ranges.count; i++) {
    g4_buf_add_text(&got, i ? "|" : "");
    g4_buf_add(&got, source + ranges.items[i].start, ranges.items[i].end - ranges.items[i].start);
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
  g4_vec_free(&ranges);
}

static void test_find__compares_in_reading_form(void **state) {
  (void)state;
  check_ranges("De arbeidsmarktregio’s zijn van belang.", 0, "De arbeidsmarkt-\nregio’s zijn van\nbelang.");
  check_ranges("mkb-ondernemers", 0, "mkb-\nondernemers");
  check_ranges("  zijn\n van   be\xC2\xADlang", 0, "zijn van\nbelang");
}

static void test_find__runs_over_segments(void **state) {
  (void)state;
  check_ranges("van belang. Steun", 0, "van\nbelang. Steun");
  check_ranges("voor werk De arbeidsmarktregio", 0, "voor werk\n\nDe arbeidsmarkt-\nregio");
  check_ranges("het Rijk. Het Rijksbeleid", 0, "het Rijk.|Het Rijksbeleid"); /* a link stands between */
}

static void test_find__only_whole_words(void **state) {
  (void)state;
  g4_span found;
  g40_error err;
  assert_int_equal(g4_text_find(&text, "Het Rijk", 0, &found, &err), G40_OK);
  assert_memory_equal(text.reading.text.bytes + found.start, "Het Rijk helpt", 14);
  assert_int_equal(g4_text_find(&text, "markt", 0, &found, &err), G40_NOT_FOUND);
  assert_string_equal(err.message, "not in the text: \"markt\"");
}

static void test_find__goes_on_from_where_it_is_told(void **state) {
  (void)state;
  g4_span first, second;
  assert_int_equal(g4_text_find(&text, "Rijk", 0, &first, NULL), G40_OK);
  assert_int_equal(g4_text_find(&text, "Rijk", first.end, &second, NULL), G40_OK);
  assert_true(second.start > first.end);
  assert_int_equal(g4_text_find(&text, "Rijk", second.end, &second, NULL), G40_NOT_FOUND);
}

static void test_find__links_too(void **state) {
  (void)state;
  check_ranges("https://www.voorbeeld.nl/", 0, "https://www.voorbeeld.nl/");
}

static void test_find__refuses_what_is_no_quote(void **state) {
  (void)state;
  g4_span found;
  g40_error err;
  assert_int_equal(g4_text_find(&text, " \n ", 0, &found, &err), G40_ARGUMENT);
  assert_int_equal(g4_text_find(&text, "wonen \xE9", 0, &found, &err), G40_INVALID);
  assert_int_equal(err.offset, 6);
}

static void test_segment_at__finds_what_is_read_there(void **state) {
  (void)state;
  assert_ptr_equal(g4_text_segment_at(&text, 0), &text.segments.items[0]);
  assert_int_equal(g4_text_segment_at(&text, 0)->kind, G4_SEGMENT_HEADING);
  assert_int_equal(g4_text_segment_at(&text, text.running)->kind, G4_SEGMENT_LINK);
  assert_null(g4_text_segment_at(&text, text.reading.text.length));
  assert_int_equal(g4_text_source_at(&text, 7), 7);
}

static void test_find__says_when_memory_runs_out(void **state) {
  (void)state;
  for (long k = 0, n = 1; k <= n; k++) {
    g4_span found;
    g40_error err;
    faults_start(k);
    int code = g4_text_find(&text, "het Rijk", 0, &found, &err);
    long seen = faults_stop();
    n = k ? n : seen;
    assert_int_equal(code, k ? G40_NOMEM : G40_OK);
  }
  g4_span_list ranges = {0};
  faults_start(1);
  int code = g4_text_ranges(&text, 0, 5, &ranges, NULL);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
}

/* Where the n-th byte of the word's source is read, as the words from there on. */
static void check_reading(const char *words, size_t skip, const char *want) {
  size_t at = (size_t)(strstr(source, words) - source) + skip;
  const g4_segment *found = NULL;
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *one = &text.segments.items[i];
    const g4_span *ranges = g4_text_segment_ranges(&text, one);
    found = ranges[0].start <= at && at < ranges[one->range_count - 1].end ? one : found;
  }
  assert_non_null(found);
  size_t reading = g4_text_reading_at(&text, found, at);
  assert_true(found->reading_start <= reading && reading < found->reading_end);
  assert_memory_equal(text.reading.text.bytes + reading, want, strlen(want));
}

static void test_reading_at__is_where_a_byte_of_the_source_is_read(void **state) {
  (void)state;
  check_reading("Steun mkb", 0, "Steun mkb-ondernemers");
  check_reading("arbeidsmarkt-", 0, "arbeidsmarktregio");
  check_reading("regio’s", 0, "regio’s zijn");
}

static void test_reading_at__goes_on_to_what_is_read_next_where_a_byte_is_dropped(void **state) {
  (void)state;
  check_reading("arbeidsmarkt-", strlen("arbeidsmarkt"), "regio’s zijn"); /* a hyphen that was undone */
}

static void test_reading_at__the_other_way_leads_back(void **state) {
  (void)state;
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *one = &text.segments.items[i];
    assert_int_equal(g4_text_reading_at(&text, one, 0), one->reading_start);
    assert_int_equal(g4_text_reading_at(&text, one, sizeof source), one->reading_end);
    for (size_t at = one->reading_start; at < one->reading_end; at++) {
      size_t back = g4_text_reading_at(&text, one, g4_text_source_at(&text, at));
      assert_true(back <= at);
      assert_int_equal(g4_text_source_at(&text, back), g4_text_source_at(&text, at));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find__compares_in_reading_form),
      cmocka_unit_test(test_find__runs_over_segments),
      cmocka_unit_test(test_find__only_whole_words),
      cmocka_unit_test(test_find__goes_on_from_where_it_is_told),
      cmocka_unit_test(test_find__links_too),
      cmocka_unit_test(test_find__refuses_what_is_no_quote),
      cmocka_unit_test(test_segment_at__finds_what_is_read_there),
      cmocka_unit_test(test_find__says_when_memory_runs_out),
      cmocka_unit_test(test_reading_at__is_where_a_byte_of_the_source_is_read),
      cmocka_unit_test(test_reading_at__goes_on_to_what_is_read_next_where_a_byte_is_dropped),
      cmocka_unit_test(test_reading_at__the_other_way_leads_back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
