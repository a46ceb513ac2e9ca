#include "lexicon/spot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/lexicon_world.h"

static const char *target_of(const g4_candidate *candidate) {
  switch (candidate->target) {
    case G4_TARGET_VERSION:
      return registry.versions.items[candidate->index].key;
    case G4_TARGET_POST:
      return "post";
    case G4_TARGET_ENTITY:
      return registry.entities.items[candidate->index].id;
    default:
      return "none";
  }
}

/* What is found: "EZ*=target" for each, with * for an abbreviation, + for more targets, and <word> where it is longer.
 */
static void check(const char *text, const char *expected) {
  g4_spots spots = {0};
  g4_buf found = {0};
  assert_int_equal(g4_spotter_find(spotter, text, strlen(text), &spots, NULL), G40_OK);
  for (size_t i = 0; i < spots.count; i++) {
    const g4_spot *spot = &spots.items[i];
    g4_buf_add_text(&found, i ? " " : "");
    g4_buf_add(&found, text + spot->start, spot->end - spot->start);
    if (spot->word_start < spot->start || spot->word_end > spot->end) {
      g4_buf_add_format(&found, "<%.*s>", (int)(spot->word_end - spot->word_start), text + spot->word_start);
    }
    g4_buf_add_format(&found, "%s=%s%s", spot->abbreviation ? "*" : "", target_of(spot->first),
                      spot->first->next ? "+" : "");
  }
  assert_string_equal(g4_buf_text(&found), expected);
  g4_buf_free(&found);
  g4_vec_free(&spots);
}

static void test_find__abbreviations_in_their_own_case(void **state) {
  (void)state;
  check("Wij vragen KGG en I&W om geld.", "KGG*=mnre1182@2024-07-02 I&W*=mnre1130@2017-10-26");
  check("kgg, Kgg en i&w", "");
  check("een fin in just dat def", "");
}

static void test_find__an_abbreviation_of_several_versions_gives_all(void **state) {
  (void)state;
  check("EZ", "EZ*=mnre1040@+");
}

static void test_find__letters_inside_a_word_are_no_abbreviation(void **state) {
  (void)state;
  check("KEZ VROMEN SZWX", "");
}

static void test_find__the_longest_name_at_a_place(void **state) {
  (void)state;
  check("Economische Zaken en Klimaat", "Economische Zaken en Klimaat=mnre1045@2017-10-26+");
  check("Economische Zaken en Defensie", "Economische Zaken=mnre1040@+ Defensie=mnre1018@");
  check("Economische Zaken, Landbouw en Innovatie", "Economische Zaken, Landbouw en Innovatie=mnre1045@2010-10-14");
}

static void test_find__what_stands_between_words_counts(void **state) {
  (void)state;
  check("Verkeer. En Waterstaat", "");
  check("Verkeer \xE2\x80\x93 en Waterstaat", "");
  check("Economische  Zaken", "Economische  Zaken=mnre1040@+");
  check("Volksgezondheid Welzijn en Sport", "");
}

static void test_find__case_and_accents_do_not_count_for_other_names(void **state) {
  (void)state;
  check("FINANCIEN", "FINANCIEN=mnre1090@");
  check("de participatiewet", "participatiewet=instrument/participatiewet");
  check("de PARTICIPATIEWET", "PARTICIPATIEWET=instrument/participatiewet");
}

static void test_find__a_proper_name_needs_its_capital(void **state) {
  (void)state;
  check("Het Rijk wordt rijk.", "Rijk=stakeholder/rijk");
  check("In \xE2\x80\x99s-Hertogenbosch.", "\xE2\x80\x99s-Hertogenbosch=stakeholder/gemeente-den-bosch");
  check("Noord-Groningen", "");
}

static void test_find__singular_and_plural_of_common_names(void **state) {
  (void)state;
  check("Elke gemeente en elke werknemer", "gemeente=stakeholder/gemeenten werknemer=stakeholder/werknemers");
  check("Gemeenten", "Gemeenten=stakeholder/gemeenten");
  check("de banenafspraken", "banenafspraken=instrument/banenafspraak");
  check("Rijken, Groningens", "");
}

static void test_find__the_last_word_only_is_inflected(void **state) {
  (void)state;
  check("midden- en kleinbedrijven", "midden- en kleinbedrijven=stakeholder/mkb");
  check("middens en kleinbedrijf", "");
}

static void test_find__genitives(void **state) {
  (void)state;
  check("D66's plan, EZ\xE2\x80\x99s begroting", "D66's=stakeholder/d66 EZ\xE2\x80\x99s*=mnre1040@+");
}

static void test_find__heads_that_a_hyphen_ties(void **state) {
  (void)state;
  check("de IenW-begroting", "IenW<IenW-begroting>*=mnre1130@2017-10-26");
  check("mkb-ondernemers", "mkb<mkb-ondernemers>=stakeholder/mkb ondernemers<mkb-ondernemers>=stakeholder/ondernemers");
  check("niet-SZW-geld", "SZW<niet-SZW-geld>*=mnre1073@");
  check("G40-steden", "G40-steden=stakeholder/g40");
  check("Groningen-dossier", "Groningen<Groningen-dossier>=stakeholder/gemeente-groningen+");
}

static void test_find__a_hyphen_and_a_space_are_the_same_between_words(void **state) {
  (void)state;
  check("de commissie Borstlap", "commissie Borstlap=advice/commissie-borstlap");
  check("de commissie-Borstlap", "commissie-Borstlap=advice/commissie-borstlap");
}

static void test_find__posts_and_what_is_no_ministry(void **state) {
  (void)state;
  check("de minister voor Rechtsbescherming", "minister voor Rechtsbescherming=post");
  check("het Europees Openbaar Ministerie", "Europees Openbaar Ministerie=none");
  check("het OM", "OM*=none");
}

static void test_find__capital_is_noted(void **state) {
  (void)state;
  const char *text = "Gemeenten en gemeenten";
  g4_spots spots = {0};
  assert_int_equal(g4_spotter_find(spotter, text, strlen(text), &spots, NULL), G40_OK);
  assert_int_equal(spots.count, 2);
  assert_true(spots.items[0].capital);
  assert_false(spots.items[1].capital);
  g4_vec_free(&spots);
}

static void test_find__appends(void **state) {
  (void)state;
  g4_spots spots = {0};
  for (size_t i = 1; i <= 3; i++) {
    assert_int_equal(g4_spotter_find(spotter, "KGG", 3, &spots, NULL), G40_OK);
    assert_int_equal(spots.count, i);
  }
  g4_vec_free(&spots);
}

static void test_find__nothing_in_nothing_or_noise(void **state) {
  (void)state;
  check("", "");
  check("\xFF\xC3 -- \xE2\x80 KGG", "KGG*=mnre1182@2024-07-02");
  check("Economische", "");
}

static void test_find__an_empty_registry_finds_nothing(void **state) {
  (void)state;
  g4_registry empty = {0};
  g4_spotter *none = g4_spotter_new(&empty, G4_ANY_TYPE, NULL);
  g4_spots spots = {0};
  assert_non_null(none);
  assert_int_equal(g4_spotter_find(none, "EZ", 2, &spots, NULL), G40_OK);
  assert_int_equal(spots.count, 0);
  g4_spotter_free(none);
}

static void test_find__out_of_memory_is_said(void **state) {
  (void)state;
  const char *text = "Economische Zaken en Klimaat, EZ, KGG en Groningen";
  g4_spots spots = {0};
  faults_start(0);
  assert_int_equal(g4_spotter_find(spotter, text, strlen(text), &spots, NULL), G40_OK);
  long allocations = faults_stop();
  g4_vec_free(&spots);
  assert_true(allocations >= 4);
  for (long k = 1; k <= allocations; k++) {
    faults_start(k);
    int code = g4_spotter_find(spotter, text, strlen(text), &spots, NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    g4_vec_free(&spots);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find__abbreviations_in_their_own_case),
      cmocka_unit_test(test_find__an_abbreviation_of_several_versions_gives_all),
      cmocka_unit_test(test_find__letters_inside_a_word_are_no_abbreviation),
      cmocka_unit_test(test_find__the_longest_name_at_a_place),
      cmocka_unit_test(test_find__what_stands_between_words_counts),
      cmocka_unit_test(test_find__case_and_accents_do_not_count_for_other_names),
      cmocka_unit_test(test_find__a_proper_name_needs_its_capital),
      cmocka_unit_test(test_find__singular_and_plural_of_common_names),
      cmocka_unit_test(test_find__the_last_word_only_is_inflected),
      cmocka_unit_test(test_find__genitives),
      cmocka_unit_test(test_find__heads_that_a_hyphen_ties),
      cmocka_unit_test(test_find__a_hyphen_and_a_space_are_the_same_between_words),
      cmocka_unit_test(test_find__posts_and_what_is_no_ministry),
      cmocka_unit_test(test_find__capital_is_noted),
      cmocka_unit_test(test_find__appends),
      cmocka_unit_test(test_find__nothing_in_nothing_or_noise),
      cmocka_unit_test(test_find__an_empty_registry_finds_nothing),
      cmocka_unit_test(test_find__out_of_memory_is_said),
  };
  return cmocka_run_group_tests(tests, lexicon_world_set_up, lexicon_world_tear_down);
}
