#include "lexicon/readings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/lexicon_world.h"

/* How the folded name matches that version or post (by key or name); -1: not at all. */
static int match_of(const char *folded, g4_date date, const char *wanted) {
  g4_title title;
  g4_title_parse(folded, strlen(folded), &title);
  g4_readings readings;
  assert_true(g4_readings_find(lexicon, &title, date, &readings));
  int match = -1;
  for (size_t i = 0; i < readings.items.count; i++) {
    const g4_reading *reading = &readings.items.items[i];
    const char *name = reading->target == G4_TARGET_POST ? registry.posts.items[reading->index].name
                                                         : registry.versions.items[reading->index].key;
    if (strcmp(name, wanted) == 0) {
      assert_int_equal(match, -1); /* each once */
      match = (int)reading->match;
    }
  }
  g4_readings_free(&readings);
  return match;
}

static void test_find__abbreviation_alias_id_and_whole_name_match_wholly(void **state) {
  (void)state;
  const char *const names[] = {"ienw",
                               "i&w",
                               "i & w",
                               "ministry/mnre1130",
                               "mnre1130",
                               "mnre1130@2017-10-26",
                               "infrastructuur en waterstaat",
                               "infrastructuur & waterstaat"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    assert_int_equal(match_of(names[i], 0, "mnre1130@2017-10-26"), G4_MATCH_MINISTRY);
  }
}

static void test_find__some_parts_match_partly(void **state) {
  (void)state;
  assert_int_equal(match_of("ministerie van waterstaat", 0, "mnre1130@2017-10-26"), G4_MATCH_PART);
  assert_int_equal(match_of("ministerie van visserij en natuur", 0, "mnre1153@2024-07-02"), G4_MATCH_PART);
  assert_int_equal(match_of("ministerie van natuur en visserij", 0, "mnre1153@2024-07-02"), -1);
  assert_int_equal(match_of("ministerie van water", 0, "mnre1130@2017-10-26"), -1);
}

static void test_find__a_ministry_is_no_post(void **state) {
  (void)state;
  assert_int_equal(match_of("ministerie van rechtsbescherming", 0, "Minister voor Rechtsbescherming"), -1);
  assert_int_equal(match_of("minister van rechtsbescherming", 0, "Minister voor Rechtsbescherming"), G4_MATCH_POST);
  assert_int_equal(match_of("rechtsbescherming", 0, "Minister voor Rechtsbescherming"), G4_MATCH_BARE_POST);
}

static void test_find__an_alias_of_a_post_needs_its_head(void **state) {
  (void)state;
  const char *post = "Minister voor Volkshuisvesting en Ruimtelijke Ordening";
  assert_int_equal(match_of("minister voor vro", 0, post), G4_MATCH_POST);
  assert_int_equal(match_of("vro", 0, post), -1);
  assert_int_equal(match_of("ministerie van vro", 0, post), -1);
}

static void test_find__ranks_must_agree(void **state) {
  (void)state;
  const char *post = "Staatssecretaris Herstel Groningen";
  assert_int_equal(match_of("staatssecretaris herstel groningen", 0, post), G4_MATCH_POST);
  assert_int_equal(match_of("bewindspersoon herstel groningen", 0, post), G4_MATCH_POST);
  assert_int_equal(match_of("minister herstel groningen", 0, post), -1);
}

static void test_find__voor_is_a_cue_until_2026(void **state) {
  (void)state;
  const char *post = "Minister voor Natuur en Stikstof";
  assert_int_equal(match_of("minister voor natuur", 20230101, post), G4_MATCH_PART_OF_POST);
  assert_int_equal(match_of("minister van natuur", 20230101, post), G4_MATCH_PART);
  assert_int_equal(match_of("minister voor natuur", 20260301, post), G4_MATCH_PART);
  g4_date until = registry.minister_voor_until; /* the day is the registry's */
  registry.minister_voor_until = 20230101;
  assert_int_equal(match_of("minister voor natuur", 20230101, post), G4_MATCH_PART);
  registry.minister_voor_until = 0;
  assert_int_equal(match_of("minister voor natuur", 20260301, post), G4_MATCH_PART_OF_POST);
  registry.minister_voor_until = until;
}

static void test_find__brackets_must_agree(void **state) {
  (void)state;
  assert_int_equal(match_of("economische zaken (ez)", 0, "mnre1045@2024-07-02"), G4_MATCH_MINISTRY);
  assert_int_equal(match_of("economische zaken (ezk)", 0, "mnre1045@2024-07-02"), -1);
  assert_int_equal(match_of("ez (economische zaken)", 0, "mnre1045@2024-07-02"), G4_MATCH_MINISTRY);
  assert_int_equal(match_of("ez (financien)", 0, "mnre1045@2024-07-02"), -1);
}

static void test_find__out_of_memory_is_said(void **state) {
  (void)state;
  const char *name = "landbouw";
  g4_title title;
  g4_title_parse(name, strlen(name), &title);
  g4_readings readings;
  faults_start(1);
  assert_false(g4_readings_find(lexicon, &title, 0, &readings));
  faults_stop();
  assert_int_equal(readings.items.count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find__abbreviation_alias_id_and_whole_name_match_wholly),
      cmocka_unit_test(test_find__some_parts_match_partly),
      cmocka_unit_test(test_find__a_ministry_is_no_post),
      cmocka_unit_test(test_find__an_alias_of_a_post_needs_its_head),
      cmocka_unit_test(test_find__ranks_must_agree),
      cmocka_unit_test(test_find__voor_is_a_cue_until_2026),
      cmocka_unit_test(test_find__brackets_must_agree),
      cmocka_unit_test(test_find__out_of_memory_is_said),
  };
  return cmocka_run_group_tests(tests, lexicon_world_set_up, lexicon_world_tear_down);
}
