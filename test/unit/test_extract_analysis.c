#include "extract/analysis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/mention_check.h"

static const char sample[] =
    "Werk en inkomen\n\n"
    "De minister van SZW moet het UWV meer ruimte geven. Wij helpen werknemers en mensen met een beperking.\n\n"
    "• Er komt een Wet werk en rust.\n"
    "• Gemeenten krijgen het klimaatfonds.\n";

static g4_analyzer *analyzer;

static int set_up(void **state) {
  if (mention_set_up(state)) {
    return -1;
  }
  analyzer = g4_analyzer_new(mention_lexicon(), NULL);
  return analyzer ? 0 : -1;
}

static int tear_down(void **state) {
  g4_analyzer_free(analyzer);
  return mention_tear_down(state);
}

static int analyze(const char *text, size_t length) {
  g4_analysis analysis;
  int code = g4_analyze(analyzer, text, length, 20250901, NULL, &analysis, NULL);
  if (code == G40_OK) {
    g4_analysis_free(&analysis);
  }
  return code;
}

static void test_analysis__every_segment_has_its_own_mentions(void **state) {
  (void)state;
  g4_analysis analysis;
  size_t next = 0;
  assert_int_equal(g4_analyze(analyzer, sample, strlen(sample), 20250901, NULL, &analysis, NULL), G40_OK);
  assert_true(analysis.text.segments.count >= 5);
  assert_int_equal(analysis.segments.count, analysis.text.segments.count);
  for (size_t i = 0; i < analysis.segments.count; i++) {
    const g4_read_segment *read = &analysis.segments.items[i];
    const g4_segment *segment = &analysis.text.segments.items[i];
    assert_int_equal(read->first, next);
    next += read->count;
    for (size_t k = read->first; k < next; k++) {
      const g4_mention *mention = &analysis.mentions.items[k];
      assert_true(segment->reading_start <= mention->reading.start);
      assert_true(mention->reading.start < mention->reading.end);
      assert_true(mention->reading.end <= segment->reading_end);
    }
  }
  assert_int_equal(next, analysis.mentions.count);
  assert_true(next >= 6);
  g4_analysis_free(&analysis);
}

static void test_analysis__an_empty_text_has_no_segments(void **state) {
  (void)state;
  g4_analysis analysis;
  assert_int_equal(g4_analyze(analyzer, "", 0, 0, NULL, &analysis, NULL), G40_OK);
  assert_int_equal(analysis.segments.count, 0);
  g4_analysis_free(&analysis);
}

static void test_analysis__text_that_is_not_utf8_is_refused(void **state) {
  (void)state;
  assert_int_equal(analyze("a\xff", 2), G40_INVALID);
}

static void test_analysis__every_failing_allocation_is_told(void **state) {
  (void)state;
  faults_start(0);
  assert_int_equal(analyze(sample, strlen(sample)), G40_OK);
  long n = faults_stop();
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = analyze(sample, strlen(sample));
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_analysis__every_segment_has_its_own_mentions),
      cmocka_unit_test(test_analysis__an_empty_text_has_no_segments),
      cmocka_unit_test(test_analysis__text_that_is_not_utf8_is_refused),
      cmocka_unit_test(test_analysis__every_failing_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
