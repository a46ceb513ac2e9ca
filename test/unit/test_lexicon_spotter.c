#include "lexicon/spotter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/lexicon_world.h"

static const g4_spot_link *starts_with(const g4_spotter *in, const char *token) {
  size_t slot;
  bool found = g4_map_get(&in->by_token, token, strlen(token), &slot);
  return found ? in->starts.items[slot] : NULL;
}

/* The kind of the first one-token name under the token; -1: none. */
static int kind_of(const char *token) {
  for (const g4_spot_link *link = starts_with(spotter, token); link; link = link->next) {
    if (link->name->count == 1) {
      return (int)link->name->kind;
    }
  }
  return -1;
}

static void test_new__names_have_the_kind_that_their_letters_show(void **state) {
  (void)state;
  assert_int_equal(kind_of("ez"), G4_SPOT_ABBREVIATION);
  assert_int_equal(kind_of("def"), G4_SPOT_ABBREVIATION);
  assert_int_equal(kind_of("defensie"), G4_SPOT_TITLE);
  assert_int_equal(kind_of("rijk"), G4_SPOT_PROPER);
  assert_int_equal(kind_of("werknemers"), G4_SPOT_COMMON);
  assert_int_equal(kind_of("participatiewet"), G4_SPOT_COMMON);
}

static void test_new__common_names_start_in_all_their_forms(void **state) {
  (void)state;
  assert_int_equal(kind_of("gemeente"), G4_SPOT_COMMON);
  assert_int_equal(kind_of("ondernemer"), G4_SPOT_COMMON);
  assert_int_equal(kind_of("rijken"), -1);
  assert_int_equal(kind_of("ezen"), -1);
}

static void test_new__longer_names_come_first(void **state) {
  (void)state;
  size_t last = 100, count = 0;
  for (const g4_spot_link *link = starts_with(spotter, "economische"); link; link = link->next) {
    assert_true(link->name->count <= last);
    last = link->name->count;
    count++;
  }
  assert_int_equal(count, 3); /* EZ, EZK, ELenI */
}

static void test_new__one_name_of_several_things_is_one(void **state) {
  (void)state;
  const g4_spot_link *link = starts_with(spotter, "groningen");
  assert_null(link->next);
  assert_non_null(link->name->first->next);
  assert_null(link->name->first->next->next);
}

static void test_new__only_the_types_asked_for(void **state) {
  (void)state;
  g4_spotter *advices = g4_spotter_new(&registry, G4_TYPE(G4_ADVICE), NULL);
  assert_non_null(advices);
  assert_null(starts_with(advices, "participatiewet"));
  assert_non_null(starts_with(advices, "commissie"));
  assert_non_null(starts_with(advices, "ez"));
  g4_spotter_free(advices);
}

static void test_new__out_of_memory_is_said(void **state) {
  (void)state;
  faults_start(0);
  g4_spotter *other = g4_spotter_new(&registry, G4_ANY_TYPE, NULL);
  long allocations = faults_stop();
  g4_spotter_free(other);
  assert_true(allocations > 10);
  for (long k = 1; k <= allocations; k++) {
    g40_error err = {0};
    faults_start(k);
    other = g4_spotter_new(&registry, G4_ANY_TYPE, &err);
    faults_stop();
    assert_null(other);
    assert_int_equal(err.code, G40_NOMEM);
  }
}

static void test_free__null(void **state) {
  (void)state;
  g4_spotter_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_new__names_have_the_kind_that_their_letters_show),
      cmocka_unit_test(test_new__common_names_start_in_all_their_forms),
      cmocka_unit_test(test_new__longer_names_come_first),
      cmocka_unit_test(test_new__one_name_of_several_things_is_one),
      cmocka_unit_test(test_new__only_the_types_asked_for),
      cmocka_unit_test(test_new__out_of_memory_is_said),
      cmocka_unit_test(test_free__null),
  };
  return cmocka_run_group_tests(tests, lexicon_world_set_up, lexicon_world_tear_down);
}
