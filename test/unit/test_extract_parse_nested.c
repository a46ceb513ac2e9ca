#include "extract/parse_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_nested__clauses_are_marked(void **state) {
  (void)state;
  check_clauses("Als het stormt, blijft de boot aan de kade.", "blijft sub:Als");
  check_clauses("De boot die lekt, gaat naar de werf.", "gaat rel:die");
  check_clauses("We bouwen een brug, zodat iedereen kan oversteken.", "bouwen sub:zodat");
  check_clauses("Om de vis te sparen verkleinen we de netten.", "verkleinen om:Om");
  check_clauses("De boot (die lekt) gaat naar de werf.", "gaat ():die");
  check_clauses("Wij vinden dat de brug open moet.", "vinden sub:dat");
}

static void test_nested__a_relative_one_ends_with_its_verbs(void **state) {
  (void)state;
  check_clauses("Schippers die hulp nodig hebben krijgen een loods.", "krijgen rel:die");
  check_clauses("Regels die de vaart belemmeren willen we schrappen.", "willen rel:die");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nested__clauses_are_marked),
      cmocka_unit_test(test_nested__a_relative_one_ends_with_its_verbs),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
