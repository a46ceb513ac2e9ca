#include "query/stored_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/query_world.h"

static void test_stored_text__is_the_text_as_it_came_in_with_its_segments(void **state) {
  const query_world *world = *state;
  g4_stored_text stored = {0};
  g40_error err = {0};
  assert_int_equal(g4_stored_text_read(world->session, "klein", false, &stored, &err), G40_OK);
  assert_non_null(strstr(g4_buf_text(&stored.bytes), "aan een\nwarmte-\nnet"));
  assert_non_null(strstr(g4_buf_text(&stored.text.reading.text), "aan een warmtenet"));
  assert_true(stored.text.segments.count > 4);
  g4_stored_text_free(&stored);
}

static void test_stored_text__says_where_contacts_are_unless_they_are_asked_for(void **state) {
  const query_world *world = *state;
  g40_error err = {0};
  g4_stored_text masked = {0}, shown = {0};
  assert_int_equal(g4_stored_text_read(world->session, "document/klein", false, &masked, &err), G40_OK);
  assert_int_equal(g4_stored_text_read(world->session, "document/klein", true, &shown, &err), G40_OK);
  assert_true(masked.contacts.count > 0);
  assert_int_equal(shown.contacts.count, 0);
  assert_string_equal(g4_buf_text(&masked.bytes), g4_buf_text(&shown.bytes));
  g4_stored_text_free(&masked);
  g4_stored_text_free(&shown);
}

static void test_stored_text__of_no_document_is_refused(void **state) {
  const query_world *world = *state;
  g4_stored_text stored = {0};
  g40_error err = {0};
  assert_int_equal(g4_stored_text_read(world->session, "nergens", false, &stored, &err), G40_NOT_FOUND);
  g4_stored_text_free(&stored);
}

static void test_stored_text__says_when_memory_runs_out(void **state) {
  const query_world *world = *state;
  int code = G40_NOMEM;
  for (int k = 1; code == G40_NOMEM; k++) {
    g4_stored_text stored = {0};
    g40_error err = {0};
    faults_start(k);
    code = g4_stored_text_read(world->session, "klein", false, &stored, &err);
    faults_stop();
    g4_stored_text_free(&stored);
  }
  assert_int_equal(code, G40_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stored_text__is_the_text_as_it_came_in_with_its_segments),
      cmocka_unit_test(test_stored_text__says_where_contacts_are_unless_they_are_asked_for),
      cmocka_unit_test(test_stored_text__of_no_document_is_refused),
      cmocka_unit_test(test_stored_text__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, query_world_set_up, query_world_tear_down);
}
