#include "extract/actions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_actions__by_the_verb(void **state) {
  (void)state;
  check_judged("We schaffen de loodsplicht af.", "position commitment stop");
  check_judged("We beperken de vangst.", "position commitment regulate");
  check_judged("Vereenvoudig de vaarregels.", "position ask deregulate");
  check_judged("Onderzoek de stroming.", "position ask research");
}

static void test_actions__by_the_noun_where_the_verb_says_little(void **state) {
  (void)state;
  check_judged("We zorgen voor meer toezicht op zee.", "position commitment enforce");
  check_judged("Wij willen een heffing op stookolie.", "position commitment tax");
  check_judged("Er komt een fonds voor wrakken.", "position rule fund");
}

static void test_actions__by_the_verb_with_its_split_part(void **state) {
  (void)state;
  check_judged("We sluiten de haven.", "position commitment stop");
  check_judged("We sluiten de haven aan op het spoor.", "position commitment other");
  check_judged("We sluiten een akkoord af met de reders.", "position commitment coordinate");
  check_judged("Dammen in de rivier worden weggenomen.", "position rule stop");
}

static void test_actions__of_what_is_raised_or_lowered(void **state) {
  (void)state;
  check_judged("We verlagen de accijns op diesel.", "position commitment tax");
  check_judged("We verlagen de druk op de schippers.", "position commitment deregulate");
  check_judged("We verhogen de subsidie voor veerponten.", "position commitment fund");
  check_judged("We verhogen het aantal ligplaatsen.", "position commitment stimulate");
}

static void test_actions__by_the_noun_of_an_act(void **state) {
  (void)state;
  check_judged("We pleiten voor afschaffing van de loodsplicht.", "position commitment stop");
  check_judged("• Bescherming van de vaargeul", "position rule protect");
  check_judged("• Oude sluizen herstellen", "position commitment reform");
}

static void test_actions__of_the_clause_that_says_what_is_wanted(void **state) {
  (void)state;
  check_judged("We willen dat de loodsplicht wordt afgeschaft.", "position commitment stop");
  check_judged("Dat betekent dat reders gestimuleerd moeten worden om zuiniger te varen.", "position rule stimulate");
  check_judged("Wij willen dat het mogelijk wordt op de kade te slapen.", "position commitment allow");
}

static void test_actions__of_what_ends_or_stays(void **state) {
  (void)state;
  check_judged("Schippers worden niet meer afgerekend op hun snelheid.", "position rule stop");
  check_judged("Er komt geen brug over de rivier.", "position rule stop");
  check_judged("Wij zijn tegen de bouw van een stuwdam.", "position commitment stop");
  check_judged("De veerpont moet blijven bestaan.", "position ask protect");
  check_judged("De oude loodsplicht moet verdwijnen.", "position ask stop");
}

static void test_actions__by_the_purpose_where_neither_says_more(void **state) {
  (void)state;
  check_judged("We nemen maatregelen om de vangst te beperken.", "position commitment regulate");
  check_judged("We nemen maatregelen.", "position commitment other");
}

static void test_actions__by_the_rule(void **state) {
  (void)state;
  check_judged("Een reddingsvest is verplicht.", "position rule regulate");
  check_judged("Opvarenden hebben recht op een reddingsvest.", "position rule guarantee");
  check_judged("Vissers moeten bij storm kunnen schuilen.", "position ask allow");
  check_judged("Zeilschepen mogen gratis aanleggen.", "position rule allow");
  check_judged("Netten mogen niet worden gebruikt.", "position rule regulate");
  check_judged("Netten mogen alleen met een vergunning worden gebruikt.", "position rule set_norm");
  check_judged("De haven wordt voortaan afgestoft.", "position rule regulate");
}

static void test_actions__have_the_names_of_the_vocabulary(void **state) {
  (void)state;
  assert_null(g4_action_name(G4_ACTION_NONE));
  assert_string_equal(g4_action_name(G4_ACTION_SET_NORM), "set_norm");
  assert_string_equal(g4_action_name(G4_ACTION_OTHER), "other");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_actions__by_the_verb),
      cmocka_unit_test(test_actions__by_the_noun_where_the_verb_says_little),
      cmocka_unit_test(test_actions__by_the_verb_with_its_split_part),
      cmocka_unit_test(test_actions__of_what_is_raised_or_lowered),
      cmocka_unit_test(test_actions__by_the_noun_of_an_act),
      cmocka_unit_test(test_actions__of_the_clause_that_says_what_is_wanted),
      cmocka_unit_test(test_actions__of_what_ends_or_stays),
      cmocka_unit_test(test_actions__by_the_purpose_where_neither_says_more),
      cmocka_unit_test(test_actions__by_the_rule),
      cmocka_unit_test(test_actions__have_the_names_of_the_vocabulary),
  };
  return cmocka_run_group_tests(tests, judge_set_up, judge_tear_down);
}
