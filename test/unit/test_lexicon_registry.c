#include "lexicon/registry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/registry_fixture.h"

static void test_sort__versions_stand_by_organisation_then_start(void **state) {
  (void)state;
  g4_registry registry = {0};
  const g4_ministry_version versions[] = {{.id = "b", .key = "b2", .political = {20100101, 0}},
                                          {.id = "a", .key = "a1", .political = {0, 20100101}},
                                          {.id = "b", .key = "b1", .political = {0, 20100101}}};
  for (size_t i = 0; i < 3; i++) {
    assert_true(g4_vec_push(&registry.versions, versions[i]));
  }
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  assert_string_equal(registry.versions.items[0].key, "b1");
  assert_string_equal(registry.versions.items[1].key, "b2");
  assert_string_equal(registry.versions.items[2].key, "a1");
  g4_registry_free(&registry);
}

static void test_sort__changes_point_to_the_same_versions(void **state) {
  (void)state;
  g4_registry registry = {0};
  const g4_ministry_version versions[] = {{.id = "b", .key = "b2", .political = {20100101, 0}},
                                          {.id = "b", .key = "b1", .political = {0, 20100101}}};
  const g4_ministry_change changes[] = {{.kind = G4_CHANGE_DISSOLVE, .date = 20200101, .from = 0, .to = G4_NO_VERSION},
                                        {.kind = G4_CHANGE_RENAME, .date = 20100101, .from = 1, .to = 0}};
  for (size_t i = 0; i < 2; i++) {
    assert_true(g4_vec_push(&registry.versions, versions[i]) && g4_vec_push(&registry.changes, changes[i]));
  }
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  assert_int_equal(registry.changes.items[0].kind, G4_CHANGE_RENAME);
  assert_string_equal(registry.versions.items[registry.changes.items[0].from].key, "b1");
  assert_string_equal(registry.versions.items[registry.changes.items[0].to].key, "b2");
  assert_string_equal(registry.versions.items[registry.changes.items[1].from].key, "b2");
  assert_int_equal(registry.changes.items[1].to, G4_NO_VERSION);
  g4_registry_free(&registry);
}

static void test_sort__what_is_equal_keeps_its_order(void **state) {
  (void)state;
  g4_registry registry = {0};
  const char *const names[] = {"late", "first", "second", "third"};
  for (size_t i = 0; i < 4; i++) {
    assert_true(g4_vec_push(&registry.posts, (g4_post){.name = names[i], .period = {i ? 20100101 : 20200101, 0}}));
  }
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  assert_string_equal(registry.posts.items[0].name, "first");
  assert_string_equal(registry.posts.items[1].name, "second");
  assert_string_equal(registry.posts.items[2].name, "third");
  assert_string_equal(registry.posts.items[3].name, "late");
  g4_registry_free(&registry);
}

static void test_sort__out_of_memory_is_said(void **state) {
  (void)state;
  g4_registry registry = {0};
  assert_int_equal(registry_fixture(&registry), G40_OK);
  faults_start(0);
  assert_int_equal(g4_registry_sort(&registry, NULL), G40_OK);
  long allocations = faults_stop();
  assert_true(allocations > 4);
  for (long k = 1; k <= allocations; k++) {
    g40_error err = {0};
    faults_start(k);
    int code = g4_registry_sort(&registry, &err);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    assert_int_equal(err.code, G40_NOMEM);
  }
  g4_registry_free(&registry);
}

static void test_period__the_end_is_exclusive_and_0_is_open(void **state) {
  (void)state;
  assert_true(g4_period_holds((g4_period){20240702, 20260223}, 20240702));
  assert_true(g4_period_holds((g4_period){20240702, 20260223}, 20260222));
  assert_false(g4_period_holds((g4_period){20240702, 20260223}, 20260223));
  assert_false(g4_period_holds((g4_period){20240702, 20260223}, 20240701));
  assert_true(g4_period_holds((g4_period){0, 0}, 19000101));
}

static void test_version_on__follows_the_political_dates(void **state) {
  (void)state;
  g4_registry registry = {0};
  assert_int_equal(registry_fixture(&registry), G40_OK);
  int before = g4_registry_version_on(&registry, "ministry/mnre1045", 20240701);
  int after = g4_registry_version_on(&registry, "ministry/mnre1045", 20240702);
  assert_string_equal(registry.versions.items[before].abbreviation, "EZK");
  assert_string_equal(registry.versions.items[after].abbreviation, "EZ");
  assert_int_equal(g4_registry_version_on(&registry, "ministry/mnre1045", 20101013), G4_NO_VERSION);
  assert_int_equal(g4_registry_version_on(&registry, "ministry/nothing", 20240702), G4_NO_VERSION);
  g4_registry_free(&registry);
}

static void test_version__by_key(void **state) {
  (void)state;
  g4_registry registry = {0};
  assert_int_equal(registry_fixture(&registry), G40_OK);
  int version = g4_registry_version(&registry, "mnre1045@2024-07-02");
  assert_string_equal(registry.versions.items[version].abbreviation, "EZ");
  assert_int_equal(g4_registry_version(&registry, "mnre1045"), G4_NO_VERSION);
  g4_registry_free(&registry);
}

static void test_kinds__names_and_back(void **state) {
  (void)state;
  for (int i = G4_CHANGE_RENAME; i <= G4_CHANGE_TASK_TRANSFER; i++) {
    g4_change_kind kind;
    assert_int_equal(g4_change_kind_parse(g4_change_kind_name((g4_change_kind)i), &kind), G40_OK);
    assert_int_equal(kind, i);
  }
  g4_change_kind kind = G4_CHANGE_MERGE;
  assert_int_equal(g4_change_kind_parse("Rename", &kind), G40_ARGUMENT);
  assert_int_equal(kind, G4_CHANGE_MERGE);
  assert_string_equal(g4_change_kind_name(G4_CHANGE_TASK_TRANSFER), "task_transfer");
  assert_string_equal(g4_entity_type_name(G4_ADVICE), "advice");
}

static void test_free__twice(void **state) {
  (void)state;
  g4_registry registry = {0};
  assert_int_equal(registry_fixture(&registry), G40_OK);
  g4_registry_free(&registry);
  g4_registry_free(&registry);
  assert_int_equal(registry.versions.count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sort__versions_stand_by_organisation_then_start),
      cmocka_unit_test(test_sort__changes_point_to_the_same_versions),
      cmocka_unit_test(test_sort__what_is_equal_keeps_its_order),
      cmocka_unit_test(test_sort__out_of_memory_is_said),
      cmocka_unit_test(test_period__the_end_is_exclusive_and_0_is_open),
      cmocka_unit_test(test_version_on__follows_the_political_dates),
      cmocka_unit_test(test_version__by_key),
      cmocka_unit_test(test_kinds__names_and_back),
      cmocka_unit_test(test_free__twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
