/* Reading a text through the public interface, with the names that the library carries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <g40.h>

static const char text[] = "Het ministerie van EZ helpt gemeenten. Het Rijk schaft de Wet werk en rust af.";

static void test_analyze__without_a_database(void **state) {
  (void)state;
  g40_error err;
  g40_segments *segments = g40_analyze(text, (int64_t)strlen(text), "2025-09-01", false, &err);
  assert_int_equal(g40_segments_count(segments), 2);
  assert_int_equal(g40_segments_total(segments), 2);
  const g40_actor *ministry = g40_actors_at(g40_segment_actors(g40_segments_at(segments, 0)), 0);
  assert_string_equal(g40_actor_abbreviation(ministry), "EZ");
  assert_string_equal(g40_actor_id(ministry), "ministry/mnre1045");
  const g40_actor *rijk = g40_actors_at(g40_segment_actors(g40_segments_at(segments, 1)), 0);
  assert_string_equal(g40_actor_id(rijk), "stakeholder/rijk");
  assert_null(g40_segments_at(segments, 2));
  g40_segments_free(segments);
}

static void test_analyze__without_a_date_a_name_of_several_versions_is_ambiguous(void **state) {
  (void)state;
  g40_error err;
  g40_segments *segments = g40_analyze(text, (int64_t)strlen(text), NULL, false, &err);
  const g40_actor *ministry = g40_actors_at(g40_segment_actors(g40_segments_at(segments, 0)), 0);
  assert_string_equal(g40_actor_state(ministry), "ambiguous");
  assert_null(g40_actor_abbreviation(ministry));
  g40_segments_free(segments);
}

static void test_analyze__a_row_outlives_its_array_and_database(void **state) {
  (void)state;
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_segments *segments = g40_db_analyze(db, text, (int64_t)strlen(text), "2025-09-01", false, &err);
  const g40_segment *segment = g40_segment_retain(g40_segments_at(segments, 0));
  const g40_actor *actor = g40_actor_retain(g40_actors_at(g40_segment_actors(segment), 0));
  g40_segments_free(segments);
  g40_db_free(db);
  assert_string_equal(g40_segment_text(segment), "Het ministerie van EZ helpt gemeenten.");
  g40_segment_release(segment);
  assert_string_equal(g40_actor_text(actor), "ministerie van EZ");
  g40_actor_release(actor);
}

static void test_analyze__wrong_arguments_are_named(void **state) {
  (void)state;
  g40_error err;
  assert_null(g40_analyze(NULL, 3, NULL, false, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_analyze(text, -1, NULL, false, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_analyze(text, 3, "gisteren", false, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_analyze("a\xff", 2, NULL, false, &err));
  assert_int_equal(err.code, G40_INVALID);
  assert_int_equal(err.offset, 1);
  assert_null(g40_db_analyze(NULL, text, 3, NULL, false, NULL));
  g40_db *db = g40_db_open(NULL, &err);
  g40_db_close(db, &err);
  assert_null(g40_db_analyze(db, text, 3, NULL, false, &err));
  assert_int_equal(err.code, G40_CLOSED);
  g40_db_free(db);
}

static void test_analyze__null_rows_answer_nothing(void **state) {
  (void)state;
  assert_int_equal(g40_segments_count(NULL), 0);
  assert_null(g40_segment_text(NULL));
  assert_int_equal(g40_segment_range_start(NULL, 0), -1);
  assert_int_equal(g40_segment_range_end(NULL, 0), -1);
  assert_null(g40_segment_actors(NULL));
  assert_null(g40_actor_text(NULL));
  g40_segments_free(NULL);
  g40_actors_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_analyze__without_a_database),
      cmocka_unit_test(test_analyze__without_a_date_a_name_of_several_versions_is_ambiguous),
      cmocka_unit_test(test_analyze__a_row_outlives_its_array_and_database),
      cmocka_unit_test(test_analyze__wrong_arguments_are_named),
      cmocka_unit_test(test_analyze__null_rows_answer_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
