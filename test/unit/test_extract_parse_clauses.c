#include "extract/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_clauses__one_finite_verb_each(void **state) {
  (void)state;
  check_clauses("De sluis gaat dicht.", "gaat");
  check_clauses("De sluis gaat dicht, maar de haven blijft open.", "gaat|blijft");
  check_clauses("We verlagen de tol en bouwen een brug.", "verlagen|bouwen");
  check_clauses("De boot vaart; de zee is kalm.", "vaart|is");
  check_clauses("Schone zee en stille havens", "-");
}

static void test_clauses__odd_sentences_do_no_harm(void **state) {
  (void)state;
  check_clauses("dat dat dat die die om te om te", "- sub:dat");
  check_clauses("en en maar want", "-");
  check_clauses("moet moet moet", "moet");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_clauses__one_finite_verb_each),
      cmocka_unit_test(test_clauses__odd_sentences_do_no_harm),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
