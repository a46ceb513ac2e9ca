#include "extract/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static bool commands(const char *text) {
  g4_parse parse;
  parse_text(text, &parse);
  return g4_parse_is_imperative(&parse, 0);
}

static void test_imperative__a_short_form_that_opens_the_clause(void **state) {
  (void)state;
  assert_true(commands("Verlaag de tol."));
  assert_true(commands("Zorg voor stille boten."));
  assert_true(commands("Zorg dat elke boot een anker heeft."));
  assert_true(commands("Investeer in bruggen."));
  assert_true(commands("Werk met de schippers een plan uit."));
  assert_true(commands("Maak duidelijke afspraken tussen havens."));
}

static void test_imperative__a_noun_is_none(void **state) {
  (void)state;
  assert_false(commands("Zorg is duur."));
  assert_false(commands("Werk moet lonen."));
  assert_false(commands("Gebruik van netten"));
  assert_false(commands("Zorg die helpt."));
  assert_false(commands("Steun aan vissers"));
}

static void test_imperative__a_question_or_a_thought_is_none(void **state) {
  (void)state;
  assert_false(commands("Verlaag je de tol?"));
  assert_false(commands("Denk aan de vissen."));
  assert_false(commands("Verlaag."));
  assert_false(commands(""));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_imperative__a_short_form_that_opens_the_clause),
      cmocka_unit_test(test_imperative__a_noun_is_none),
      cmocka_unit_test(test_imperative__a_question_or_a_thought_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
