#include "extract/nouns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static g4_noun_cue cue(const char *word) {
  g4_parse parse;
  parse_text(word, &parse);
  return g4_noun_cue_of(&parse, 0);
}

static bool bears(const char *word) {
  g4_parse parse;
  parse_text(word, &parse);
  return g4_noun_is_bearer(&parse, 0);
}

static void test_nouns__the_end_of_the_word_tells_the_act(void **state) {
  (void)state;
  assert_int_equal(cue("Zoutheffing").action, G4_ACTION_TAX);
  assert_int_equal(cue("zoutheffing").effect, G4_EFFECT_LOSS);
  assert_int_equal(cue("havenfonds").action, G4_ACTION_FUND);
  assert_int_equal(cue("collegegeld").action, G4_ACTION_TAX); /* though geld is a fund */
  assert_int_equal(cue("zee").action, G4_ACTION_NONE);
  assert_int_equal(cue("").action, G4_ACTION_NONE);
}

static void test_nouns__what_may_bear_a_role(void **state) {
  (void)state;
  assert_true(bears("iedereen"));
  assert_true(bears("tekortsectoren"));
  assert_true(bears("havengebieden"));
  assert_false(bears("zee"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nouns__the_end_of_the_word_tells_the_act),
      cmocka_unit_test(test_nouns__what_may_bear_a_role),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
