#include "extract/roles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_roles__of_the_subject(void **state) {
  (void)state;
  check_roles("Werkgevers moeten de kade verlichten.", "Werkgevers=addressee");
  check_roles("De overheid herstelt de sluis.", "overheid=addressee");
  check_roles("Ouderen krijgen gratis een loods.", "Ouderen=beneficiary");
  check_roles("Werkgevers moeten online een vergunning kunnen kopen.", "Werkgevers=beneficiary");
  check_roles("Werkgevers zijn verantwoordelijk voor het afval.", "Werkgevers=executor");
  check_roles("Werkgevers worden verplicht het afval te scheiden.", "Werkgevers=executor");
}

static void test_roles__of_the_subject_of_a_passive(void **state) {
  (void)state;
  check_roles("Ouderen worden geholpen.", "Ouderen=beneficiary");
  check_roles("Ouderen worden gestraft.", "Ouderen=affected");
}

static void test_roles__of_the_object(void **state) {
  (void)state;
  check_roles("We helpen ouderen.", "ouderen=beneficiary");
  check_roles("We beboeten werkgevers.", "werkgevers=affected");
  check_roles("We roepen werkgevers op het afval te scheiden.", "werkgevers=addressee");
  check_roles("We stimuleren werkgevers om het afval te scheiden.", "werkgevers=addressee");
}

static void test_roles__behind_prepositions(void **state) {
  (void)state;
  check_roles("We verlagen de tol voor ouderen.", "ouderen=beneficiary");
  check_roles("Er komt een heffing voor werkgevers.", "werkgevers=affected");
  check_roles("We maken afspraken met werkgevers.", "werkgevers=partner");
  check_roles("We versterken de positie van ouderen.", "ouderen=beneficiary");
  check_roles("We beperken de instroom van studenten.", "studenten=affected");
  check_roles("De kade moet worden hersteld door de overheid.", "overheid=addressee");
  check_roles("Van werkgevers verwachten we meer.", "werkgevers=addressee");
  check_roles("De keuring dient plaats te vinden door werkgevers.", "werkgevers=addressee");
  check_roles("De sluis komt weer in handen van de overheid.", "overheid=executor");
  check_roles("\u2022 Bescherming ouderen tegen de zee", "ouderen=beneficiary");
}

static void test_roles__in_nested_clauses(void **state) {
  (void)state;
  check_roles("We verlagen de tol, zodat ouderen vaker varen.", "ouderen=beneficiary");
  check_roles("Als werkgevers weigeren, verhogen we de tol.", "werkgevers=affected");
  check_roles("We verlagen de tol om ouderen te helpen.", "ouderen=beneficiary");
  check_roles("Regel dat werkgevers het afval scheiden.", "werkgevers=executor");
  check_roles("Wij willen dat ouderen worden gestimuleerd om te varen.", "ouderen=beneficiary");
}

static void test_roles__are_shared_by_what_is_joined(void **state) {
  (void)state;
  check_roles("We maken afspraken met werkgevers en studenten.", "werkgevers=partner; studenten=partner");
  check_roles("We helpen ouderen, studenten en werknemers.",
              "ouderen=beneficiary; studenten=beneficiary; werknemers=beneficiary");
}

static void test_roles__of_what_is_no_actor(void **state) {
  (void)state;
  check_roles("We verlagen het havengeld voor iedereen.", "iedereen=beneficiary");
  check_roles("Er komt een heffing voor vervuilende sectoren.", "vervuilende sectoren=affected");
  check_roles("We verlagen het havengeld.", "");
}

static void test_roles__only_in_positions(void **state) {
  (void)state;
  check_roles("Ouderen zijn vaak thuis.", "");
  check_roles("Zo helpen we ouderen.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_roles__of_the_subject),      cmocka_unit_test(test_roles__of_the_subject_of_a_passive),
      cmocka_unit_test(test_roles__of_the_object),       cmocka_unit_test(test_roles__behind_prepositions),
      cmocka_unit_test(test_roles__in_nested_clauses),   cmocka_unit_test(test_roles__are_shared_by_what_is_joined),
      cmocka_unit_test(test_roles__of_what_is_no_actor), cmocka_unit_test(test_roles__only_in_positions),
  };
  return cmocka_run_group_tests(tests, judge_set_up, judge_tear_down);
}
