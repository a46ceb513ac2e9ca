#include "lexicon/lineage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "unit/faults.h"
#include "unit/registry_fixture.h"

static g4_registry registry;

static int set_up(void **state) {
  (void)state;
  return registry_fixture(&registry);
}

static int tear_down(void **state) {
  (void)state;
  g4_registry_free(&registry);
  return 0;
}

static const char *abbreviation(int version) {
  return version == G4_NO_VERSION ? "-" : registry.versions.items[version].abbreviation;
}

static void add_changes(g4_buf *text, const char *label, const g4_indices *changes) {
  g4_buf_add_text(text, label);
  for (size_t i = 0; i < changes->count; i++) {
    const g4_ministry_change *change = &registry.changes.items[changes->items[i]];
    g4_buf_add_format(text, " %d:%s>%s", (int)change->date / 10000, abbreviation(change->from),
                      abbreviation(change->to));
  }
}

/* The lineage of the version that holds on `date` as one line: "EZ KGG | 2024:EZK>EZ 2024:EZK>KGG | transfers". */
static void check(const char *name, g4_date date, g4_date as_of, const char *expected) {
  g4_lineage lineage;
  assert_int_equal(g4_lineage_trace(&registry, fixture_version(&registry, name, date), date, as_of, &lineage, NULL),
                   G40_OK);
  g4_buf text = {0};
  for (size_t i = 0; i < lineage.now.count; i++) {
    g4_buf_add_format(&text, "%s ", abbreviation(lineage.now.items[i]));
  }
  add_changes(&text, "|", &lineage.changes);
  add_changes(&text, " |", &lineage.transfers);
  assert_string_equal(g4_buf_text(&text), expected);
  g4_buf_free(&text);
  g4_lineage_free(&lineage);
}

static void test_trace__nothing_happens_to_a_ministry_that_stays(void **state) {
  (void)state;
  check("Def", 20000101, 20260501, "Def | |");
  check("KGG", 20250101, 20250101, "KGG | |");
}

static void test_trace__a_rename_is_followed(void **state) {
  (void)state;
  check("IenM", 20170101, 20180101, "IenW | 2017:IenM>IenW | 2017:IenM>EZK 2017:IenM>BZK");
}

static void test_trace__a_split_gives_two_and_the_first_runs_on(void **state) {
  (void)state;
  check("JenV", 20240101, 20250101, "JenV AenM | 2024:JenV>AenM |");
}

static void test_trace__a_split_before_the_date_does_not_count(void **state) {
  (void)state;
  check("JenV", 20240702, 20260222, "JenV | |");
}

static void test_trace__what_was_split_and_merged_again_is_one(void **state) {
  (void)state;
  check("JenV", 20240101, 20260223, "JenV | 2024:JenV>AenM 2026:AenM>JenV |");
}

static void test_trace__a_change_on_the_as_of_date_counts_and_one_on_the_date_does_not(void **state) {
  (void)state;
  check("KGG", 20260222, 20260222, "KGG | |");
  check("KGG", 20260222, 20260223, "EZK | 2026:KGG>EZK |");
  check("EZK", 20260223, 20260301, "EZK | |");
}

static void test_trace__a_task_transfer_is_listed_and_not_followed(void **state) {
  (void)state;
  check("VROM", 20100101, 20101231, "IenM | 2010:VROM>IenM | 2010:VROM>BZK");
  check("BZK", 20120101, 20121231, "BZK | | 2012:BZK>VenJ 2012:BZK>SZW");
}

static void test_trace__a_transfer_to_what_is_only_reached_later_is_not_on_the_way(void **state) {
  (void)state;
  /* VRO comes to BZK in 2026; had BZK got a task in 2025, that is none of VRO's business. */
  g4_ministry_change extra = {.kind = G4_CHANGE_TASK_TRANSFER, .date = 20250601};
  extra.from = fixture_version(&registry, "Fin", 20250601);
  extra.to = fixture_version(&registry, "BZK", 20250601);
  assert_true(g4_vec_push(&registry.changes, extra));
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  check("VRO", 20250101, 20260501, "BZK | 2026:VRO>BZK |");
  check("BZK", 20250101, 20260501, "BZK | | 2025:Fin>BZK");
}

static void test_trace__backward_the_sources_are_found(void **state) {
  (void)state;
  check("KGG", 20250901, 20200101, "EZK | 2024:EZK>KGG |");
  check("ELenI", 20110101, 20090101, "EZ LNV | 2010:EZ>ELenI 2010:LNV>ELenI |");
  check("BZK", 20260501, 20250101, "BZK VRO | 2026:VRO>BZK |");
}

static void test_trace__backward_transfers_are_listed_too(void **state) {
  (void)state;
  check("VenJ", 20110101, 20100101, "Just | 2010:Just>VenJ | 2010:BZK>VenJ 2010:Just>BZK");
}

static void test_trace__backward_and_forward_meet(void **state) {
  (void)state;
  check("LNV", 20180101, 20171025, "EZ | 2017:EZ>LNV |");
  check("EZ", 20171025, 20180101, "EZK LNV | 2017:EZ>EZK 2017:EZ>LNV | 2017:IenM>EZK");
}

static void test_trace__changes_of_one_day_do_not_follow_each_other(void **state) {
  (void)state;
  /* EZK gets KGG back on the day on which (here) it hands something over to a new ministry. */
  g4_ministry_change extra = {.kind = G4_CHANGE_SPLIT, .date = 20260223};
  extra.from = fixture_version(&registry, "BZK", 20260222);
  extra.to = fixture_version(&registry, "SZW", 20260223);
  assert_true(g4_vec_push(&registry.changes, extra));
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  check("VRO", 20250901, 20260501, "BZK | 2026:VRO>BZK |");
}

static void test_trace__ended_without_successor_is_empty(void **state) {
  (void)state;
  g4_ministry_change *changes = registry.changes.items;
  for (size_t i = 0; i < registry.changes.count; i++) {
    if (changes[i].from == fixture_version(&registry, "AenM", 20250101)) {
      changes[i].kind = G4_CHANGE_DISSOLVE;
      changes[i].to = G4_NO_VERSION;
    }
  }
  check("AenM", 20250101, 20260501, "| 2026:AenM>- |");
}

static void test_trace__without_a_date_from_the_versions_start(void **state) {
  (void)state;
  g4_lineage lineage;
  int version = fixture_version(&registry, "IenM", 20150101);
  assert_int_equal(g4_lineage_trace(&registry, version, 0, 0, &lineage, NULL), G40_OK);
  assert_int_equal(lineage.as_of, 20260519);
  assert_int_equal(lineage.now.count, 1);
  assert_string_equal(abbreviation(lineage.now.items[0]), "IenW");
  g4_lineage_free(&lineage);
  version = fixture_version(&registry, "BZK", 20150101); /* its start is unknown: all changes lie behind it */
  assert_int_equal(g4_lineage_trace(&registry, version, 0, 20250101, &lineage, NULL), G40_OK);
  assert_int_equal(lineage.now.count, 2);
  g4_lineage_free(&lineage);
}

static void test_trace__says_where_a_line_goes_back_past_what_is_known(void **state) {
  (void)state;
  g4_lineage lineage;
  int lnv = fixture_version(&registry, "LNV", 20050101);
  assert_int_equal(g4_lineage_trace(&registry, lnv, 20050101, 19850101, &lineage, NULL), G40_OK);
  assert_true(lineage.before_known);
  assert_int_equal(lineage.now.count, 0);
  g4_lineage_free(&lineage);
  int kgg = fixture_version(&registry, "KGG", 20250101);
  assert_int_equal(g4_lineage_trace(&registry, kgg, 20250101, 20200101, &lineage, NULL), G40_OK);
  assert_false(lineage.before_known);
  g4_lineage_free(&lineage);
}

static void test_unknown_on__only_where_no_change_led_to_the_start(void **state) {
  (void)state;
  assert_true(g4_lineage_unknown_on(&registry, fixture_version(&registry, "OCW", 20200101), 19900101));
  assert_false(g4_lineage_unknown_on(&registry, fixture_version(&registry, "OCW", 20200101), 19990101));
  assert_false(g4_lineage_unknown_on(&registry, fixture_version(&registry, "KGG", 20250101), 20200101));
  assert_false(g4_lineage_unknown_on(&registry, fixture_version(&registry, "SZW", 20250101), 19200101));
}

static void test_trace__out_of_memory_is_said(void **state) {
  (void)state;
  int version = fixture_version(&registry, "VROM", 20050101);
  g4_lineage lineage;
  faults_start(0);
  assert_int_equal(g4_lineage_trace(&registry, version, 20050101, 0, &lineage, NULL), G40_OK);
  long allocations = faults_stop();
  assert_true(allocations >= 4);
  g4_lineage_free(&lineage);
  for (long k = 1; k <= allocations; k++) {
    faults_start(k);
    int code = g4_lineage_trace(&registry, version, 20050101, 0, &lineage, NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    assert_int_equal(lineage.now.count + lineage.changes.count + lineage.transfers.count, 0);
  }
}

static void test_indices__are_ascending_and_each_once(void **state) {
  (void)state;
  g4_indices indices = {0};
  const int values[] = {5, 1, 3, 5, 1, 9, 0};
  for (size_t i = 0; i < 7; i++) {
    assert_true(g4_indices_add(&indices, values[i]));
  }
  const int expected[] = {0, 1, 3, 5, 9};
  assert_int_equal(indices.count, 5);
  assert_memory_equal(indices.items, expected, sizeof expected);
  g4_vec_free(&indices);
}

#define WITH_REGISTRY(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_REGISTRY(test_trace__nothing_happens_to_a_ministry_that_stays),
      WITH_REGISTRY(test_trace__a_rename_is_followed),
      WITH_REGISTRY(test_trace__a_split_gives_two_and_the_first_runs_on),
      WITH_REGISTRY(test_trace__a_split_before_the_date_does_not_count),
      WITH_REGISTRY(test_trace__what_was_split_and_merged_again_is_one),
      WITH_REGISTRY(test_trace__a_change_on_the_as_of_date_counts_and_one_on_the_date_does_not),
      WITH_REGISTRY(test_trace__a_task_transfer_is_listed_and_not_followed),
      WITH_REGISTRY(test_trace__a_transfer_to_what_is_only_reached_later_is_not_on_the_way),
      WITH_REGISTRY(test_trace__backward_the_sources_are_found),
      WITH_REGISTRY(test_trace__backward_transfers_are_listed_too),
      WITH_REGISTRY(test_trace__backward_and_forward_meet),
      WITH_REGISTRY(test_trace__changes_of_one_day_do_not_follow_each_other),
      WITH_REGISTRY(test_trace__ended_without_successor_is_empty),
      WITH_REGISTRY(test_trace__without_a_date_from_the_versions_start),
      WITH_REGISTRY(test_trace__says_where_a_line_goes_back_past_what_is_known),
      WITH_REGISTRY(test_unknown_on__only_where_no_change_led_to_the_start),
      WITH_REGISTRY(test_trace__out_of_memory_is_said),
      cmocka_unit_test(test_indices__are_ascending_and_each_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
