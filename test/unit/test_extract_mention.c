#include "extract/mention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/mention_check.h"
#include "unit/registry_fixture.h"

static const char sample[] =
    "De minister van SZW en de ministeries van EZ en KGG helpen (mkb)ondernemers met de Wet werk en rust (WWR).\n"
    "Het programma ‘schone beek’, de Jeugdwet en de commissie-Jansen raken mensen met een beperking en werkenden.\n";

static void test_mention__names_of_types_and_roles(void **state) {
  (void)state;
  assert_string_equal(g4_mention_type_name(G4_MENTION_MINISTRY), "ministry");
  assert_string_equal(g4_mention_type_name(G4_MENTION_OTHER), "other");
  assert_null(g4_role_name(G4_ROLE_NONE));
  assert_string_equal(g4_role_name(G4_ROLE_OTHER), "other");
}

static void test_mention__the_longest_name_stays_where_two_overlap(void **state) {
  (void)state;
  check_names("Met (mkb)ondernemers en de Participatiewet.",
              "(mkb)ondernemers=registry:ondernemers; Participatiewet=registry:participatiewet");
}

static void test_mention__a_name_found_by_its_form_bears_the_id_that_the_registry_has_for_it(void **state) {
  (void)state;
  check_names("De commissie-Borstlap adviseert dit.", "commissie-Borstlap=committee-name:commissie-borstlap");
  check_names("De commissie-Jansen adviseert dit.", "commissie-Jansen=committee-name");
}

static void test_mention__an_advice_comes_before_the_committee_that_wrote_it(void **state) {
  (void)state;
  check_names("Voer uit wat de Commissie Regulering van Werk wil.",
              "Commissie Regulering van Werk=registry:commissie-borstlap");
  g4_text text;
  g4_mentions mentions = {0};
  static const char words[] = "Voer uit wat de Commissie Regulering van Werk wil.";
  assert_int_equal(g4_text_read(&text, words, strlen(words), NULL), G40_OK);
  assert_int_equal(g4_mentions_find(mention_search(), &text, &text.segments.items[0], 0, &mentions, NULL), G40_OK);
  assert_int_equal(mentions.count, 1);
  const g4_registry *registry = g4_lexicon_registry(mention_lexicon());
  assert_string_equal(registry->entities.items[mentions.items[0].entity].id, "advice/commissie-borstlap");
  g4_vec_free(&mentions);
  g4_text_free(&text);
}

static void test_mention__only_running_text_names_anybody(void **state) {
  (void)state;
  check_names("https://www.example.nl/ondernemers\n", "");
}

static void test_mention__spans_are_ordered_and_apart(void **state) {
  (void)state;
  g4_text text;
  g4_mentions mentions = {0};
  assert_int_equal(g4_text_read(&text, sample, strlen(sample), NULL), G40_OK);
  for (size_t i = 0; i < text.segments.count; i++) {
    assert_int_equal(g4_mentions_find(mention_search(), &text, &text.segments.items[i], 20250901, &mentions, NULL),
                     G40_OK);
  }
  assert_true(mentions.count > 8);
  for (size_t i = 1; i < mentions.count; i++) {
    assert_true(mentions.items[i - 1].reading.end <= mentions.items[i].reading.start);
  }
  g4_vec_free(&mentions);
  g4_text_free(&text);
}

static void test_mention__odd_bytes_do_no_harm(void **state) {
  (void)state;
  static const char *const odd[] = {"(",
                                    "‘",
                                    "programma ‘",
                                    "minister van",
                                    "minister van ,",
                                    "Wet",
                                    "mensen met",
                                    "commissie-",
                                    "en en en",
                                    "ministers van EZ,",
                                    "’s ’t ’n",
                                    "Wet op",
                                    "regeling",
                                    "ministeries (",
                                    "kinderen van",
                                    "De wet op de",
                                    "- en -",
                                    "dak- en",
                                    "1 2 3 %"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    g4_text text;
    g4_mentions mentions = {0};
    assert_int_equal(g4_text_read(&text, odd[i], strlen(odd[i]), NULL), G40_OK);
    for (size_t k = 0; k < text.segments.count; k++) {
      assert_int_equal(g4_mentions_find(mention_search(), &text, &text.segments.items[k], 0, &mentions, NULL), G40_OK);
    }
    for (size_t k = 0; k < mentions.count; k++) {
      assert_true(mentions.items[k].reading.start < mentions.items[k].reading.end);
      assert_true(mentions.items[k].reading.end <= text.reading.text.length);
    }
    g4_vec_free(&mentions);
    g4_text_free(&text);
  }
}

static int find_all(const g4_text *text) {
  g4_mentions mentions = {0};
  g4_search *search = g4_search_new(mention_finder(), NULL);
  int code = search ? G40_OK : G40_NOMEM;
  for (size_t i = 0; i < text->segments.count && code == G40_OK; i++) {
    code = g4_mentions_find(search, text, &text->segments.items[i], 20250901, &mentions, NULL);
  }
  g4_search_free(search);
  g4_vec_free(&mentions);
  return code;
}

static void test_mention__every_failing_allocation_is_told(void **state) {
  (void)state;
  g4_text text;
  assert_int_equal(g4_text_read(&text, sample, strlen(sample), NULL), G40_OK);
  faults_start(0);
  assert_int_equal(find_all(&text), G40_OK);
  long n = faults_stop();
  assert_true(n > 0);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = find_all(&text);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
  }
  g4_text_free(&text);
}

static void test_mention__a_finder_that_cannot_be_made_is_null(void **state) {
  (void)state;
  faults_start(0);
  g4_mention_finder_free(g4_mention_finder_new(mention_lexicon(), NULL));
  long n = faults_stop();
  for (long k = 1; k <= n; k++) {
    g40_error err = {0};
    faults_start(k);
    g4_mention_finder *made = g4_mention_finder_new(mention_lexicon(), &err);
    faults_stop();
    assert_null(made);
    assert_int_equal(err.code, G40_NOMEM);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_mention__names_of_types_and_roles),
      cmocka_unit_test(test_mention__the_longest_name_stays_where_two_overlap),
      cmocka_unit_test(test_mention__a_name_found_by_its_form_bears_the_id_that_the_registry_has_for_it),
      cmocka_unit_test(test_mention__an_advice_comes_before_the_committee_that_wrote_it),
      cmocka_unit_test(test_mention__only_running_text_names_anybody),
      cmocka_unit_test(test_mention__spans_are_ordered_and_apart),
      cmocka_unit_test(test_mention__odd_bytes_do_no_harm),
      cmocka_unit_test(test_mention__every_failing_allocation_is_told),
      cmocka_unit_test(test_mention__a_finder_that_cannot_be_made_is_null),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
