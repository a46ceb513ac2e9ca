#include "extract/parse_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_finite__the_order_of_words_tells_verbs_from_nouns(void **state) {
  (void)state;
  check_clauses("De kosten stijgen snel.", "stijgen");
  check_clauses("Het bouwen van bruggen kost geld.", "kost");
  check_clauses("De hoge prijzen zijn een last voor zijn bedrijf.", "zijn");
  check_clauses("Scholen krijgen een eigen boot.", "krijgen");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_finite__the_order_of_words_tells_verbs_from_nouns),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
