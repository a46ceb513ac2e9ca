#include "lexicon/resolve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/lexicon_world.h"

static g4_resolution ask(const char *name, g4_date date, g4_date as_of) {
  g4_resolution found;
  assert_int_equal(g4_resolve(lexicon, name, date, as_of, &found, NULL), G40_OK);
  assert_int_equal(found.state == G4_UNRESOLVED, found.reason != G4_REASON_NONE);
  assert_int_equal(found.state == G4_RESOLVED, found.version != G4_NO_VERSION);
  assert_true(found.state == G4_RESOLVED || (!found.now.count && found.post < 0));
  return found;
}

/* The name means the version with that key, and is that form. */
static void means(const char *name, g4_date date, const char *key, g4_name_form form) {
  g4_resolution found = ask(name, date, 0);
  if (found.state != G4_RESOLVED) {
    print_error("%s on %d: %s\n", name, (int)date, g4_state_name(found.state));
  }
  assert_int_equal(found.state, G4_RESOLVED);
  assert_string_equal(registry.versions.items[found.version].key, key);
  assert_int_equal(found.form, form);
  assert_int_equal(found.candidates.count, 0);
  g4_resolution_free(&found);
}

static void refused(const char *name, g4_date date, g4_reason reason) {
  g4_resolution found = ask(name, date, 0);
  if (found.reason != reason) {
    print_error("%s on %d\n", name, (int)date);
  }
  assert_int_equal(found.reason, reason);
  g4_resolution_free(&found);
}

static void test_resolve__an_abbreviation_by_any_of_its_spellings(void **state) {
  (void)state;
  means("LVVN", 20241231, "mnre1153@2024-07-02", G4_MINISTRY);
  means("V&J", 20140101, "mnre1058@2010-10-14", G4_MINISTRY);
  means("EL & I", 20110101, "mnre1045@2010-10-14", G4_MINISTRY);
  means("SoZaWe", 19950101, "mnre1073@", G4_MINISTRY);
  means("bzk", 20200101, "mnre1034@", G4_MINISTRY);
}

static void test_resolve__a_full_name_with_article_and_head(void **state) {
  (void)state;
  means("Verkeer en Waterstaat", 20050101, "mnre0170@", G4_MINISTRY);
  means("het Ministerie van Verkeer en Waterstaat", 20050101, "mnre0170@", G4_MINISTRY);
  means("MINISTERIE VAN FINANCI\xC3\x8BN", 20050101, "mnre1090@", G4_MINISTRY);
  means("Min. v. Defensie", 20050101, "mnre1018@", G4_MINISTRY);
  means("Volksgezondheid, Welzijn & Sport", 20050101, "mnre1025@", G4_MINISTRY);
}

static void test_resolve__the_date_decides_and_the_end_is_exclusive(void **state) {
  (void)state;
  means("IenM", 20171025, "mnre1130@2010-10-14", G4_MINISTRY);
  refused("IenM", 20171026, G4_REASON_RENAMED);
  means("IenW", 20171026, "mnre1130@2017-10-26", G4_MINISTRY);
  means("EZ", 20100101, "mnre1040@", G4_MINISTRY);
  means("EZ", 20130101, "mnre1045@2012-11-05", G4_MINISTRY);
}

static void test_resolve__a_part_names_what_has_it_on_the_date(void **state) {
  (void)state;
  means("Landbouw", 20110101, "mnre1045@2010-10-14", G4_MINISTRY);
  means("Landbouw", 20250101, "mnre1153@2024-07-02", G4_MINISTRY);
  means("ministerie van Onderwijs en Wetenschap", 20150101, "mnre1109@2003-07-01", G4_MINISTRY);
  means("Volkshuisvesting", 20050101, "mnre0180@1982-11-04", G4_MINISTRY);
  means("ministerie van Klimaat", 20190101, "mnre1045@2017-10-26", G4_MINISTRY);
  means("Justitie", 20200101, "mnre1058@2017-10-26", G4_MINISTRY);
}

static void test_resolve__parts_keep_their_order(void **state) {
  (void)state;
  refused("Wetenschap en Onderwijs", 20150101, G4_REASON_UNKNOWN);
}

static void test_resolve__an_abbreviation_never_carries_over(void **state) {
  (void)state;
  refused("EZ", 20180101, G4_REASON_RENAMED);
  refused("minister van EZ", 20180101, G4_REASON_RENAMED);
  refused("VRO", 20080101, G4_REASON_NOT_YET);
  refused("VRO", 20260301, G4_REASON_ENDED);
  refused("VRO", 20230101, G4_REASON_NOT_YET); /* though there was a minister for it */
  means("minister voor VRO", 20230101, "mnre1034@", G4_POST);
}

static void test_resolve__a_whole_name_comes_before_a_part(void **state) {
  (void)state;
  g4_ministry_version other = {.id = "ministry/x", .key = "x@", .abbreviation = "X", .name = "Defensie en Vrede"};
  assert_true(g4_vec_push(&registry.versions, other));
  g4_lexicon *with_other = g4_lexicon_new(&registry, NULL);
  g4_resolution found;
  assert_int_equal(g4_resolve(with_other, "Defensie", 20200101, 0, &found, NULL), G40_OK);
  assert_int_equal(found.state, G4_RESOLVED);
  assert_string_equal(registry.versions.items[found.version].abbreviation, "Def");
  g4_resolution_free(&found);
  g4_lexicon_free(with_other);
  registry.versions.count--;
}

static void test_resolve__a_part_of_two_names_is_ambiguous(void **state) {
  (void)state;
  g4_ministry_version other = {.id = "ministry/x", .key = "x@", .abbreviation = "X", .name = "Sport en Spel"};
  assert_true(g4_vec_push(&registry.versions, other));
  g4_lexicon *with_other = g4_lexicon_new(&registry, NULL);
  g4_resolution found;
  assert_int_equal(g4_resolve(with_other, "ministerie van Sport", 20200101, 0, &found, NULL), G40_OK);
  assert_int_equal(found.state, G4_AMBIGUOUS);
  assert_int_equal(found.candidates.count, 2);
  g4_resolution_free(&found);
  g4_lexicon_free(with_other);
  registry.versions.count--;
}

static void test_resolve__a_minister_means_the_ministry_as_post(void **state) {
  (void)state;
  means("minister van Sociale Zaken", 20050101, "mnre1073@", G4_POST);
  means("de Staatssecretaris van OC&W", 20200101, "mnre1109@2003-07-01", G4_POST);
  means("bewindspersonen van het ministerie van VWS", 20200101, "mnre1025@", G4_POST);
  means("landbouwminister", 20200101, "mnre1153@2017-10-26", G4_POST);
  means("minister-president", 20200101, "mnre1010@", G4_POST);
}

static void test_resolve__a_post_means_the_ministry_it_sits_in(void **state) {
  (void)state;
  means("minister voor Jeugd en Gezin", 20090101, "mnre1025@", G4_POST);
  means("minister voor Milieu en Wonen", 20200101, "mnre1034@", G4_POST);
  means("minister voor Wonen", 20200101, "mnre1034@", G4_POST);
  means("minister van Volkshuisvesting", 20230101, "mnre1034@", G4_POST);
  means("minister van Werk en Participatie", 20260401, "mnre1073@", G4_POST);
  g4_resolution found = ask("minister voor Medische Zorg", 20200101, 0);
  assert_string_equal(registry.posts.items[found.post].name, "Minister voor Medische Zorg");
  g4_resolution_free(&found);
}

static void test_resolve__a_bare_name_is_a_ministry_before_it_is_a_post(void **state) {
  (void)state;
  means("Volkshuisvesting en Ruimtelijke Ordening", 20250101, "mnre1171@2024-07-02", G4_MINISTRY);
  means("Volkshuisvesting en Ruimtelijke Ordening", 20230101, "mnre1034@", G4_POST);
  means("Rechtsbescherming", 20200101, "mnre1058@2017-10-26", G4_POST);
}

static void test_resolve__a_ministry_that_was_only_a_post_is_unknown(void **state) {
  (void)state;
  refused("ministerie van Jeugd en Gezin", 20090101, G4_REASON_UNKNOWN);
}

static void test_resolve__why_a_post_does_not_hold(void **state) {
  (void)state;
  refused("minister voor Jeugd en Gezin", 20150101, G4_REASON_ENDED);
  refused("minister voor Jeugd en Gezin", 20050101, G4_REASON_NOT_YET);
  refused("minister voor Jeugd en Wijken", 20090101, G4_REASON_UNKNOWN);
  refused("staatssecretaris van Rechtsbescherming", 20200101, G4_REASON_UNKNOWN);
}

static void test_resolve__why_a_ministry_does_not_hold(void **state) {
  (void)state;
  refused("VenW", 20150101, G4_REASON_ENDED);
  refused("AenM", 20230101, G4_REASON_NOT_YET);
  refused("JenV", 20120101, G4_REASON_RENAMED);
  refused("LNV", 20150101, G4_REASON_ENDED); /* one ended, another is to come: the first that holds */
  refused("ministerie van Rust", 20150101, G4_REASON_UNKNOWN);
}

static void test_resolve__a_refusal_names_the_candidates(void **state) {
  (void)state;
  g4_resolution found = ask("LNV", 20150101, 0);
  assert_int_equal(found.candidates.count, 3);
  g4_resolution_free(&found);
  found = ask("minister voor Rechtsbescherming", 20250101, 0);
  assert_int_equal(found.candidates.count, 1);
  assert_string_equal(registry.versions.items[found.candidates.items[0]].abbreviation, "JenV");
  g4_resolution_free(&found);
}

static void test_resolve__incomplete_names(void **state) {
  (void)state;
  const char *const names[] = {"",           "de minister", "Ministeries", "het ministerie van", "bewindspersonen",
                               "vicepremier"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    refused(names[i], 20200101, G4_REASON_INCOMPLETE);
  }
}

static void test_resolve__what_only_looks_like_a_ministry(void **state) {
  (void)state;
  const char *const names[] = {"het Openbaar Ministerie",
                               "OM",
                               "Europees Openbaar Ministerie",
                               "Inspectie OCW",
                               "Nederlandse Arbeidsinspectie",
                               "Belgische minister van Financi\xC3\xABn",
                               "ministerie van Defensie van de VS",
                               "premier van Isra\xC3\xABl",
                               "minister van Staat"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    refused(names[i], 20200101, G4_REASON_NOT_A_MINISTRY);
  }
}

static void test_resolve__without_a_date_several_versions_are_ambiguous(void **state) {
  (void)state;
  g4_resolution found = ask("EZK", 0, 0);
  assert_int_equal(found.state, G4_AMBIGUOUS);
  assert_int_equal(found.candidates.count, 2);
  g4_resolution_free(&found);
  found = ask("Justitie", 0, 0);
  assert_int_equal(found.state, G4_AMBIGUOUS);
  assert_int_equal(found.candidates.count, 3);
  g4_resolution_free(&found);
}

static void test_resolve__without_a_date_one_version_is_meant(void **state) {
  (void)state;
  means("Def", 0, "mnre1018@", G4_MINISTRY);
  means("VROM", 0, "mnre0180@1982-11-04", G4_MINISTRY);
  means("Volkshuisvesting en Ruimtelijke Ordening", 0, "mnre1171@2024-07-02", G4_MINISTRY);
  means("minister voor Rechtsbescherming", 0, "mnre1058@2017-10-26", G4_POST);
}

static void test_resolve__now_and_the_way_there(void **state) {
  (void)state;
  g4_resolution found = ask("VROM", 20050101, 20250101);
  assert_int_equal(found.now.count, 1);
  assert_string_equal(registry.versions.items[found.now.items[0]].abbreviation, "IenW");
  assert_int_equal(found.changes.count, 2);
  assert_int_equal(found.transfers.count, 3);
  assert_int_equal(found.as_of, 20250101);
  g4_resolution_free(&found);
}

static void test_resolve__without_as_of_the_registrys_last_day_is_meant(void **state) {
  (void)state;
  g4_resolution found = ask("KGG", 20250101, 0);
  assert_int_equal(found.as_of, 20260519);
  assert_string_equal(registry.versions.items[found.now.items[0]].key, "mnre1045@2026-02-23");
  assert_int_equal(found.notes, 0);
  g4_resolution_free(&found);
}

static unsigned notes(const char *name, g4_date date, g4_date as_of) {
  g4_resolution found = ask(name, date, as_of);
  unsigned result = found.notes;
  g4_resolution_free(&found);
  return result;
}

static void test_resolve__says_where_it_goes_beyond_what_is_known(void **state) {
  (void)state;
  assert_int_equal(notes("EZ", 20250101, 20260519), 0);
  assert_int_equal(notes("EZ", 20250101, 20260520), G4_NOTE_BEYOND_REGISTRY);
  assert_int_equal(notes("Def", 20300101, 0), G4_NOTE_BEYOND_REGISTRY);
  assert_int_equal(notes("nothing", 20300101, 0), G4_NOTE_BEYOND_REGISTRY);
  assert_int_equal(notes("Def", 19500101, 0), G4_NOTE_BEFORE_REGISTRY);
  assert_int_equal(notes("Def", 20200101, 19500101), G4_NOTE_BEFORE_REGISTRY);
  assert_int_equal(notes("Def", 19500101, 20300101), G4_NOTE_BEFORE_REGISTRY | G4_NOTE_BEYOND_REGISTRY);
}

static void test_resolve__says_where_it_goes_before_an_organisations_first_known_day(void **state) {
  (void)state;
  assert_int_equal(notes("OCW", 19900101, 0), G4_NOTE_BEFORE_REGISTRY);
  assert_int_equal(notes("OCW", 20200101, 19900101), G4_NOTE_BEFORE_REGISTRY);
  assert_int_equal(notes("KGG", 20200101, 0), 0); /* it is known to have been made in 2024 */
}

static void test_resolve__by_id_and_key(void **state) {
  (void)state;
  means("ministry/mnre1045", 20200101, "mnre1045@2017-10-26", G4_MINISTRY);
  means("mnre1045@2024-07-02", 0, "mnre1045@2024-07-02", G4_MINISTRY);
}

static void test_resolve__a_name_of_megabytes_is_unknown_at_once(void **state) {
  (void)state;
  size_t n = 10u << 20;
  char *name = malloc(n + 1);
  assert_non_null(name);
  memset(name, ' ', n);
  name[n] = '\0';
  faults_start(0);
  refused(name, 20200101, G4_REASON_UNKNOWN);
  assert_int_equal(faults_stop(), 0);
  free(name);
}

static void test_resolve__noise_is_unknown(void **state) {
  (void)state;
  refused("\xFF\xC0", 20200101, G4_REASON_UNKNOWN);
  refused("(((((", 20200101, G4_REASON_UNKNOWN);
  refused("minister van minister van minister", 20200101, G4_REASON_INCOMPLETE);
}

static void test_resolve__out_of_memory_is_said(void **state) {
  (void)state;
  const struct {
    const char *name;
    g4_date date;
  } cases[] = {{"ministerie van Landbouw", 20050101}, {"EZ", 0}, {"LNV", 20150101}, {"minister voor Wonen", 20200101}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    faults_start(0);
    g4_resolution found = ask(cases[i].name, cases[i].date, 0);
    long allocations = faults_stop();
    g4_resolution_free(&found);
    assert_true(allocations >= 3);
    for (long k = 1; k <= allocations; k++) {
      g40_error err = {0};
      faults_start(k);
      int code = g4_resolve(lexicon, cases[i].name, cases[i].date, 0, &found, &err);
      faults_stop();
      assert_int_equal(code, G40_NOMEM);
      assert_int_equal(err.code, G40_NOMEM);
      assert_int_equal(found.candidates.count + found.now.count, 0);
    }
  }
}

static void test_names__of_states_reasons_and_forms(void **state) {
  (void)state;
  assert_string_equal(g4_state_name(G4_UNRESOLVED), "unresolved");
  assert_string_equal(g4_reason_name(G4_REASON_NOT_YET), "not_yet");
  assert_string_equal(g4_reason_name(G4_REASON_NOT_A_MINISTRY), "not_a_ministry");
  assert_null(g4_reason_name(G4_REASON_NONE));
  assert_string_equal(g4_name_form_name(G4_POST), "post");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_resolve__an_abbreviation_by_any_of_its_spellings),
      cmocka_unit_test(test_resolve__a_full_name_with_article_and_head),
      cmocka_unit_test(test_resolve__the_date_decides_and_the_end_is_exclusive),
      cmocka_unit_test(test_resolve__a_part_names_what_has_it_on_the_date),
      cmocka_unit_test(test_resolve__parts_keep_their_order),
      cmocka_unit_test(test_resolve__an_abbreviation_never_carries_over),
      cmocka_unit_test(test_resolve__a_whole_name_comes_before_a_part),
      cmocka_unit_test(test_resolve__a_part_of_two_names_is_ambiguous),
      cmocka_unit_test(test_resolve__a_minister_means_the_ministry_as_post),
      cmocka_unit_test(test_resolve__a_post_means_the_ministry_it_sits_in),
      cmocka_unit_test(test_resolve__a_bare_name_is_a_ministry_before_it_is_a_post),
      cmocka_unit_test(test_resolve__a_ministry_that_was_only_a_post_is_unknown),
      cmocka_unit_test(test_resolve__why_a_post_does_not_hold),
      cmocka_unit_test(test_resolve__why_a_ministry_does_not_hold),
      cmocka_unit_test(test_resolve__a_refusal_names_the_candidates),
      cmocka_unit_test(test_resolve__incomplete_names),
      cmocka_unit_test(test_resolve__what_only_looks_like_a_ministry),
      cmocka_unit_test(test_resolve__without_a_date_several_versions_are_ambiguous),
      cmocka_unit_test(test_resolve__without_a_date_one_version_is_meant),
      cmocka_unit_test(test_resolve__now_and_the_way_there),
      cmocka_unit_test(test_resolve__without_as_of_the_registrys_last_day_is_meant),
      cmocka_unit_test(test_resolve__says_where_it_goes_beyond_what_is_known),
      cmocka_unit_test(test_resolve__says_where_it_goes_before_an_organisations_first_known_day),
      cmocka_unit_test(test_resolve__by_id_and_key),
      cmocka_unit_test(test_resolve__a_name_of_megabytes_is_unknown_at_once),
      cmocka_unit_test(test_resolve__noise_is_unknown),
      cmocka_unit_test(test_resolve__out_of_memory_is_said),
      cmocka_unit_test(test_names__of_states_reasons_and_forms),
  };
  return cmocka_run_group_tests(tests, lexicon_world_set_up, lexicon_world_tear_down);
}
