#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/mention_check.h"

static void test_known__names_of_the_registry_bear_their_id(void **state) {
  (void)state;
  check_names("Het UWV helpt werknemers en D66 kijkt toe.",
              "UWV=registry:uwv; werknemers=registry:werknemers; D66=registry:d66");
  check_names("Dat is aan het Kabinet.", "Kabinet=registry:rijk-zelf");
}

static void test_known__restricting_words_belong_to_the_mention(void **state) {
  (void)state;
  check_names("We helpen kleine en middelgrote ondernemers en oudere werknemers.",
              "kleine en middelgrote ondernemers=registry:ondernemers; oudere werknemers=registry:werknemers");
  check_names("Goedwillende ondernemers krijgen ruimte.", "ondernemers=registry:ondernemers");
  check_names("Ook (mkb)ondernemers krijgen ruimte.", "(mkb)ondernemers=registry:ondernemers");
}

static void test_known__a_town_is_a_place_unless_called_a_municipality(void **state) {
  (void)state;
  check_names("In Groningen beeft de aarde.", "");
  check_names("De gemeente Groningen en de provincie Groningen tekenen.",
              "gemeente Groningen=registry:gemeente-groningen; provincie Groningen=registry:provincie-groningen");
  check_names("In Nederland zijn veel wijken.", "");
  check_names("De regio's krijgen ruimte, ook in de regio's zelf.", "regio's=registry:regios");
}

static void test_known__a_union_of_states_counts_where_it_acts(void **state) {
  (void)state;
  check_names("De EU stelt regels vast.", "EU=registry:europese-unie");
  check_names("Dat vragen we aan de EU.", "EU=registry:europese-unie");
  check_names("Het vrij verkeer in de EU blijft.", "");
}

static void test_known__schools_are_places_or_bodies(void **state) {
  (void)state;
  check_names("Zo krijgen scholen meer tijd.", "scholen=registry:scholen");
  check_names("Dat gebeurt op veel scholen.", "");
  check_names("Kinderen lopen naar een vaste school.", "Kinderen=people-noun");
}

static void test_known__an_adjective_is_no_group(void **state) {
  (void)state;
  check_names("De oudere woningen worden gesloopt.", "");
  check_names("Iedere oudere moet dat kunnen.", "oudere=registry:ouderen");
}

static void test_known__a_name_inside_a_compound_is_of_somebody(void **state) {
  (void)state;
  check_names("Het UWV-kantoor sluit.", "");
  check_names("De AOW-leeftijd stijgt.", "AOW=registry:aow");
}

static void test_known__everyday_words_are_no_instruments(void **state) {
  (void)state;
  check_names("De bijstand gaat omhoog.", "bijstand=registry:bijstand");
  check_names("Onze bijstand aan reizigers was goed.", "reizigers=people-noun");
  check_names("Het minimumloon stijgt.", "");
  check_names("Zo krijgt iedereen een zeker bestaan terug.", "");
  check_names("Lees het rapport Een zeker bestaan.", "Een zeker bestaan=registry:een-zeker-bestaan");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known__names_of_the_registry_bear_their_id),
      cmocka_unit_test(test_known__restricting_words_belong_to_the_mention),
      cmocka_unit_test(test_known__a_town_is_a_place_unless_called_a_municipality),
      cmocka_unit_test(test_known__a_union_of_states_counts_where_it_acts),
      cmocka_unit_test(test_known__schools_are_places_or_bodies),
      cmocka_unit_test(test_known__an_adjective_is_no_group),
      cmocka_unit_test(test_known__a_name_inside_a_compound_is_of_somebody),
      cmocka_unit_test(test_known__everyday_words_are_no_instruments),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
