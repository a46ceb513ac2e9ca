#include "extract/judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/judge_check.h"
#include "unit/mention_check.h"

static void test_judge__names_of_kinds_and_types(void **state) {
  (void)state;
  assert_string_equal(g4_kind_name(G4_KIND_OTHER), "other");
  assert_string_equal(g4_kind_name(G4_KIND_POSITION), "position");
  assert_null(g4_position_type_name(G4_TYPE_NONE));
  assert_string_equal(g4_position_type_name(G4_TYPE_RULE), "rule");
}

static void test_judge__a_position_has_a_type_and_an_action(void **state) {
  (void)state;
  check_judged("We verlagen het havengeld.", "position commitment tax");
  check_judged("Verlaag het havengeld.", "position ask tax");
  check_judged("Het havengeld wordt verlaagd.", "position rule tax");
}

static void test_judge__what_is_no_position_has_neither(void **state) {
  (void)state;
  check_judged("De zee is diep.", "statement - -");
  check_judged("Wij geloven in schoon water.", "principle - -");
  check_judged("De zee", "other - -");
  check_judged("https://www.example.nl/zee\n", "other - -");
}

static void test_judge__the_clause_that_says_most_decides(void **state) {
  (void)state;
  check_judged("De zee is diep, daarom herstellen we de dijken.", "position commitment reform");
  check_judged("De tol wordt verlaagd en we bouwen bruggen.", "position commitment invest");
}

static void test_judge__what_is_told_with_a_fact_is_a_fact(void **state) {
  (void)state;
  check_judged("De vissers vertrekken nu en de haven wordt gesloten.", "statement - -");
}

static void test_judge__confidence_goes_with_the_rule(void **state) {
  (void)state;
  g4_analysis analysis;
  judge_text("We verlagen het havengeld.", &analysis);
  assert_string_equal(analysis.segments.items[0].judgement.rule, "commitment.present");
  assert_true(analysis.segments.items[0].judgement.confidence > 0);
  g4_analysis_free(&analysis);
}

static void test_judge__odd_segments_do_no_harm(void **state) {
  (void)state;
  static const char *const odd[] = {"?",     ":",        "(",     "te",  "dat", "om te",
                                    "1 2 3", "\xC3\xA9", "- - -", "Als", "en",  "moet"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    g4_analysis analysis;
    judge_text(odd[i], &analysis);
    g4_analysis_free(&analysis);
  }
}

static void test_judge__memory_may_run_out(void **state) {
  (void)state;
  const char *source = "We verlagen het havengeld voor iedereen, alle sectoren en alle gebieden.";
  g4_text text;
  g40_error err;
  assert_int_equal(g4_text_read(&text, source, strlen(source), NULL), G40_OK);
  g4_judge_context context = {.text = &text, .registry = g4_lexicon_registry(mention_lexicon())};
  g4_judgement judgement;
  g4_mentions mentions = {0};
  g4_endings *endings = g4_endings_new(NULL);
  g4_wordbook book = {.endings = endings};
  const g4_segment *segment = &text.segments.items[0];
  assert_int_equal(g4_wordbook_read(&book, source, segment->reading_end, NULL), G40_OK);
  faults_start(0);
  assert_int_equal(g4_judge(&context, &book, segment, &mentions, 0, &judgement, &err), G40_OK);
  long asked = faults_stop();
  assert_true(asked > 0);
  for (long k = 1; k <= asked; k++) {
    g4_mentions few = {0};
    faults_start(k);
    int code = g4_judge(&context, &book, segment, &few, 0, &judgement, &err);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    g4_vec_free(&few);
  }
  g4_wordbook_free(&book);
  g4_endings_free(endings);
  g4_vec_free(&mentions);
  g4_text_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_judge__names_of_kinds_and_types),
      cmocka_unit_test(test_judge__a_position_has_a_type_and_an_action),
      cmocka_unit_test(test_judge__what_is_no_position_has_neither),
      cmocka_unit_test(test_judge__the_clause_that_says_most_decides),
      cmocka_unit_test(test_judge__what_is_told_with_a_fact_is_a_fact),
      cmocka_unit_test(test_judge__confidence_goes_with_the_rule),
      cmocka_unit_test(test_judge__odd_segments_do_no_harm),
      cmocka_unit_test(test_judge__memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, judge_set_up, judge_tear_down);
}
