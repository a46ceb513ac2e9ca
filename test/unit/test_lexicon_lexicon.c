#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/lexicon_world.h"

/* The ids that the name finds, joined by spaces. */
static void check(unsigned types, const char *name, const char *expected) {
  g4_indices matches;
  assert_int_equal(g4_lexicon_find(lexicon, types, name, &matches, NULL), G40_OK);
  g4_buf ids = {0};
  for (size_t i = 0; i < matches.count; i++) {
    g4_buf_add_format(&ids, i ? " %s" : "%s", registry.entities.items[matches.items[i]].id);
  }
  assert_string_equal(g4_buf_text(&ids), expected);
  g4_buf_free(&ids);
  g4_vec_free(&matches);
}

static void test_find__by_id_with_and_without_type(void **state) {
  (void)state;
  check(G4_ANY_TYPE, "stakeholder/gemeenten", "stakeholder/gemeenten");
  check(G4_ANY_TYPE, "commissie-borstlap", "advice/commissie-borstlap");
}

static void test_find__by_name_in_either_language(void **state) {
  (void)state;
  check(G4_ANY_TYPE, "Participatiewet", "instrument/participatiewet");
  check(G4_ANY_TYPE, "participation act", "instrument/participatiewet");
}

static void test_find__by_another_name_of_the_same_thing(void **state) {
  (void)state;
  check(G4_ANY_TYPE, "Stedennetwerk G40", "stakeholder/g40");
  check(G4_ANY_TYPE, "commissie-Borstlap", "advice/commissie-borstlap");
  check(G4_ANY_TYPE, "Commissie Regulering van Werk", "advice/commissie-borstlap");
}

static void test_find__case_accents_apostrophes_and_spaces_do_not_count(void **state) {
  (void)state;
  check(G4_ANY_TYPE, "  GEMEENTEN ", "stakeholder/gemeenten");
  check(G4_ANY_TYPE, "\xE2\x80\x99s\xE2\x80\x91Hertogenbosch", "stakeholder/gemeente-den-bosch");
}

static void test_find__a_name_of_two_things_finds_both(void **state) {
  (void)state;
  check(G4_ANY_TYPE, "Groningen", "stakeholder/gemeente-groningen stakeholder/provincie-groningen");
  check(G4_ANY_TYPE, "provincie Groningen", "stakeholder/provincie-groningen");
}

static void test_find__only_the_types_asked_for(void **state) {
  (void)state;
  check(G4_TYPE(G4_THEME), "economie", "theme/economie");
  check(G4_TYPE(G4_STAKEHOLDER) | G4_TYPE(G4_ADVICE), "economie", "");
  check(0, "economie", "");
}

static void test_find__an_id_wins_from_a_name(void **state) {
  (void)state;
  g4_registry small = {0};
  const g4_entity entities[] = {{.type = G4_THEME, .id = "theme/wonen", .name = {"Werk", NULL}},
                                {.type = G4_THEME, .id = "theme/werk", .name = {"Arbeid", NULL}}};
  assert_true(g4_vec_push(&small.entities, entities[0]) && g4_vec_push(&small.entities, entities[1]));
  g4_lexicon *other = g4_lexicon_new(&small, NULL);
  g4_indices matches;
  assert_int_equal(g4_lexicon_find(other, G4_ANY_TYPE, "werk", &matches, NULL), G40_OK);
  assert_int_equal(matches.count, 1);
  assert_int_equal(matches.items[0], 1);
  g4_vec_free(&matches);
  g4_lexicon_free(other);
  g4_registry_free(&small);
}

static void test_find__no_similarity(void **state) {
  (void)state;
  const char *const names[] = {"gemeente", "gemeentes", "Participatie", "Participatiewett", "de gemeenten", "", "EZ"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    check(G4_ANY_TYPE, names[i], "");
  }
}

static void test_find__a_name_of_megabytes_or_of_noise_is_none(void **state) {
  (void)state;
  size_t n = 10u << 20;
  char *name = malloc(n + 1);
  assert_non_null(name);
  memset(name, 'a', n);
  name[n] = '\0';
  faults_start(0);
  check(G4_ANY_TYPE, name, "");
  assert_int_equal(faults_stop(), 0);
  free(name);
  check(G4_ANY_TYPE, "\xFF\xFE gemeenten", "");
}

static void test_exact__candidates_stand_in_the_registrys_order(void **state) {
  (void)state;
  const g4_candidate *candidate = g4_lexicon_exact(lexicon, (g4_slice){"ez", 2});
  int last = -1;
  size_t count = 0;
  for (; candidate; candidate = candidate->next) {
    assert_int_equal(candidate->target, G4_TARGET_VERSION);
    assert_int_equal(candidate->by, G4_BY_ABBREVIATION);
    assert_string_equal(registry.versions.items[candidate->index].abbreviation, "EZ");
    assert_true(candidate->index > last);
    last = candidate->index;
    count++;
  }
  assert_int_equal(count, 3);
  assert_null(g4_lexicon_exact(lexicon, (g4_slice){"vroo", 4}));
}

static void test_with_part__versions_and_posts_that_have_it(void **state) {
  (void)state;
  size_t versions = 0, posts = 0;
  const g4_full_name_link *link = g4_lexicon_with_part(lexicon, (g4_slice){"volkshuisvesting", 16});
  for (; link; link = link->next) {
    versions += link->name->target == G4_TARGET_VERSION;
    posts += link->name->target == G4_TARGET_POST;
  }
  assert_int_equal(versions, 2); /* VRO, VROM */
  assert_int_equal(posts, 2);
}

static void test_new__out_of_memory_is_said(void **state) {
  (void)state;
  faults_start(0);
  g4_lexicon *other = g4_lexicon_new(&registry, NULL);
  long allocations = faults_stop();
  g4_lexicon_free(other);
  assert_true(allocations > 10);
  for (long k = 1; k <= allocations; k++) {
    g40_error err = {0};
    faults_start(k);
    other = g4_lexicon_new(&registry, &err);
    faults_stop();
    assert_null(other);
    assert_int_equal(err.code, G40_NOMEM);
  }
}

static void test_find__out_of_memory_is_said(void **state) {
  (void)state;
  g4_indices matches;
  faults_start(0);
  assert_int_equal(g4_lexicon_find(lexicon, G4_ANY_TYPE, "Groningen", &matches, NULL), G40_OK);
  long allocations = faults_stop();
  g4_vec_free(&matches);
  assert_true(allocations >= 2);
  for (long k = 1; k <= allocations; k++) {
    faults_start(k);
    int code = g4_lexicon_find(lexicon, G4_ANY_TYPE, "Groningen", &matches, NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    assert_int_equal(matches.count, 0);
  }
}

static void test_free__null(void **state) {
  (void)state;
  g4_lexicon_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find__by_id_with_and_without_type),
      cmocka_unit_test(test_find__by_name_in_either_language),
      cmocka_unit_test(test_find__by_another_name_of_the_same_thing),
      cmocka_unit_test(test_find__case_accents_apostrophes_and_spaces_do_not_count),
      cmocka_unit_test(test_find__a_name_of_two_things_finds_both),
      cmocka_unit_test(test_find__only_the_types_asked_for),
      cmocka_unit_test(test_find__an_id_wins_from_a_name),
      cmocka_unit_test(test_find__no_similarity),
      cmocka_unit_test(test_find__a_name_of_megabytes_or_of_noise_is_none),
      cmocka_unit_test(test_exact__candidates_stand_in_the_registrys_order),
      cmocka_unit_test(test_with_part__versions_and_posts_that_have_it),
      cmocka_unit_test(test_new__out_of_memory_is_said),
      cmocka_unit_test(test_find__out_of_memory_is_said),
      cmocka_unit_test(test_free__null),
  };
  return cmocka_run_group_tests(tests, lexicon_world_set_up, lexicon_world_tear_down);
}
