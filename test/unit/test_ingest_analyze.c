#include "ingest/analyze.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/mention_check.h"

static g40_segments *analyze(const char *text, bool with_contacts, g40_error *err) {
  return g4_analyze_rows(mention_lexicon(), text, strlen(text), 20250901, with_contacts, err);
}

static void test_rows__offsets_are_those_of_the_bytes_given(void **state) {
  (void)state;
  static const char text[] =
      "\xef\xbb\xbf"
      "De minister van\r\nSZW helpt onder-\r\nnemers.\r\n";
  g40_error err;
  g40_segments *segments = analyze(text, false, &err);
  assert_int_equal(g40_segments_count(segments), 1);
  const g40_segment *segment = g40_segments_at(segments, 0);
  assert_int_equal(g40_segment_start(segment), 3);
  assert_int_equal(g40_segment_end(segment), (int64_t)strlen(text) - 2);
  assert_int_equal(g40_segment_range_count(segment), 1);
  assert_int_equal(g40_segment_range_start(segment, 0), 3);
  assert_int_equal(g40_segment_range_end(segment, 1), -1);
  assert_string_equal(g40_segment_form(segment), "sentence");
  const g40_actors *actors = g40_segment_actors(segment);
  assert_int_equal(g40_actors_count(actors), 2);
  const g40_actor *post = g40_actors_at(actors, 0), *group = g40_actors_at(actors, 1);
  assert_string_equal(g40_actor_text(post), "minister van SZW");
  assert_memory_equal(text + g40_actor_start(post), "minister van\r\nSZW", 17);
  assert_int_equal(g40_actor_end(post) - g40_actor_start(post), 17);
  assert_string_equal(g40_actor_type(post), "ministry");
  assert_string_equal(g40_actor_abbreviation(post), "SZW");
  assert_string_equal(g40_actor_id(post), "ministry/mnre1073");
  assert_string_equal(g40_actor_form(post), "post");
  assert_string_equal(g40_actor_state(post), "resolved");
  assert_null(g40_actor_reason(post));
  assert_string_equal(g40_actor_text(group), "ondernemers");
  assert_int_equal(g40_actor_end(group) - g40_actor_start(group), 14);
  assert_string_equal(g40_actor_id(group), "stakeholder/ondernemers");
  assert_null(g40_actor_form(group));
  assert_null(g40_actor_abbreviation(group));
  g40_segments_free(segments);
}

static void test_rows__contacts_are_masked_unless_asked_for(void **state) {
  (void)state;
  static const char text[] = "Bel voor hulp 06-12345678 of mail piet@voorbeeld.nl voor alle huurders.";
  g40_error err;
  g40_segments *segments = analyze(text, false, &err);
  assert_string_equal(g40_segment_text(g40_segments_at(segments, 0)),
                      "Bel voor hulp [contact] of mail [contact] voor alle huurders.");
  g40_segments_free(segments);
  segments = analyze(text, true, &err);
  assert_string_equal(g40_segment_text(g40_segments_at(segments, 0)), text);
  g40_segments_free(segments);
}

static void test_rows__a_name_without_an_id_is_unresolved(void **state) {
  (void)state;
  g40_error err;
  g40_segments *segments = analyze("Huurders wachten op het ministerie van Digitale Zaken.", false, &err);
  const g40_actors *actors = g40_segment_actors(g40_segments_at(segments, 0));
  const g40_actor *group = g40_actors_at(actors, 0), *ministry = g40_actors_at(actors, 1);
  assert_null(g40_actor_id(group));
  assert_string_equal(g40_actor_state(group), "unresolved");
  assert_string_equal(g40_actor_rule(group), "people-noun");
  assert_null(g40_actor_id(ministry));
  assert_null(g40_actor_abbreviation(ministry));
  assert_string_equal(g40_actor_reason(ministry), "unknown");
  g40_segments_free(segments);
}

static void test_rows__every_failing_allocation_is_told(void **state) {
  (void)state;
  static const char text[] = "De minister van SZW helpt huurders. Mail piet@voorbeeld.nl voor hulp van het UWV.";
  g40_error err;
  faults_start(0);
  g40_segments_free(analyze(text, false, &err));
  long n = faults_stop();
  for (long k = 1; k <= n; k++) {
    err = (g40_error){0};
    faults_start(k);
    g40_segments *segments = analyze(text, false, &err);
    faults_stop();
    assert_null(segments);
    assert_int_equal(err.code, G40_NOMEM);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows__offsets_are_those_of_the_bytes_given),
      cmocka_unit_test(test_rows__contacts_are_masked_unless_asked_for),
      cmocka_unit_test(test_rows__a_name_without_an_id_is_unresolved),
      cmocka_unit_test(test_rows__every_failing_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
