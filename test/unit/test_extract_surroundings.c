#include "extract/surroundings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_settle__statements_around_make_a_passive_told(void **state) {
  (void)state;
  assert_true(judge_decides(
      "statement.told", "De zee is vuil. De vissen zijn schaars. Netten worden in zee gegooid. De boten zijn oud."));
  assert_true(judge_decides("rule.passive", "De zee is vuil. Netten worden in zee gegooid. De boten zijn oud."));
}

static void test_settle__a_heading_ends_what_stands_around(void **state) {
  (void)state;
  assert_true(judge_decides("rule.passive",
                            "De zee is vuil. De vissen zijn schaars. De boten zijn oud.\n\n"
                            "2. Maatregelen\n\nNetten worden in zee gegooid.\n"));
}

static void test_settle__words_of_decision_are_not_told(void **state) {
  (void)state;
  assert_false(
      judge_decides("statement.told",
                    "De zee is vuil. De vissen zijn schaars. Daarom worden netten in zee gegooid. De boten zijn oud."));
  assert_false(judge_decides(
      "statement.told", "De zee is vuil. De vissen zijn schaars. De loodsplicht wordt afgeschaft. De boten zijn oud."));
}

static void test_settle__what_is_told_bears_no_roles(void **state) {
  (void)state;
  check_roles("De zee is vuil. De vissen zijn schaars. Netten worden voor iedereen in zee gegooid. De boten zijn oud.",
              "");
  check_roles("Netten worden voor iedereen in zee gegooid.", "iedereen=beneficiary");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_settle__statements_around_make_a_passive_told),
      cmocka_unit_test(test_settle__a_heading_ends_what_stands_around),
      cmocka_unit_test(test_settle__words_of_decision_are_not_told),
      cmocka_unit_test(test_settle__what_is_told_bears_no_roles),
  };
  return cmocka_run_group_tests(tests, judge_set_up, judge_tear_down);
}
