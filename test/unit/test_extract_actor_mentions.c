#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/mention_check.h"

static void test_actors__people_by_their_noun(void **state) {
  (void)state;
  check_names("Zorgondernemers en huurders betalen mee.", "Zorgondernemers=people-noun; huurders=people-noun");
  check_names("Minister De Boer sprak met de heer Visser.", "");
  check_names("Van ambachtsman tot ondernemer is het een kleine stap.", "");
  check_names("We vertrouwen op het verleden.", "");
}

static void test_actors__children_with_their_parents(void **state) {
  (void)state;
  check_names("Er komt les voor kinderen van statushouders.", "kinderen van statushouders=people-noun");
  check_names("Er komt les voor kinderen van alle leeftijden.", "kinderen=people-noun");
}

static void test_actors__any_plural_in_ers(void **state) {
  (void)state;
  check_names("Dijkbewakers en programmeurs zijn nodig.", "Dijkbewakers=people-ers; programmeurs=people-ers");
  check_names("Socialisten en makelaars betalen ook.", "Socialisten=people-ers; makelaars=people-ers");
  check_names("Computers en criminaliteitscijfers zeggen immers niet alles.", "");
  check_names("Dat zei Wilders gisteren.", "");
}

static void test_actors__people_by_what_they_do_or_underwent(void **state) {
  (void)state;
  check_names("Werkenden en gedupeerden krijgen hulp.", "Werkenden=people-participle; gedupeerden=people-participle");
  check_names("De pensioengerechtigde leeftijd gaat omhoog.", "");
}

static void test_actors__people_only_with_what_makes_them_a_group(void **state) {
  (void)state;
  check_names("We helpen mensen met een afstand tot de arbeidsmarkt aan werk.",
              "mensen met een afstand tot de arbeidsmarkt=people-with");
  check_names("Dit raakt mensen met een laag inkomen en mensen zonder papieren.",
              "mensen met een laag inkomen=people-with; mensen zonder papieren=people-with");
  check_names("Voor mensen met een lichamelijke of verstandelijke beperking moet dat kunnen.",
              "mensen met een lichamelijke of verstandelijke beperking=people-with");
  check_names("Dakloze mensen en personen op leeftijd.",
              "Dakloze mensen=people-with; personen op leeftijd=people-with");
  check_names("Mensen willen met elkaar praten.", "");
  check_names("Wij brengen mensen met elkaar in gesprek.", "");
}

static void test_actors__bodies_by_their_noun(void **state) {
  (void)state;
  check_names("Energiebedrijven en de Nationale Klimaatbank investeren.",
              "Energiebedrijven=body-noun; Nationale Klimaatbank=body-noun");
  check_names("Een reorganisatie en een databank lossen niets op.", "");
  check_names("De kennismaatschappij vraagt veel.", "");
}

static void test_actors__public_bodies(void **state) {
  (void)state;
  check_names("De Europese Dierenautoriteit en wijkraden geven advies.",
              "Europese Dierenautoriteit=public-body; wijkraden=public-body");
  check_names("Een loket is geen dienst.", "");
}

static void test_actors__places_that_may_act(void **state) {
  (void)state;
  check_names("Musea en buurlanden doen mee.", "Musea=place-body; buurlanden=place-body");
  check_names("Dat zien we ook in de buurlanden.", "");
  check_names("Op de Waddeneilanden is het stil.", "");
}

static void test_actors__sectors_only_where_they_act(void **state) {
  (void)state;
  check_names("De zorgsector moet minder verspillen.", "zorgsector=sector-acts");
  check_names("Wij maken afspraken met sectoren.", "sectoren=sector-acts");
  check_names("Er is meer werk in de zorgsector.", "");
  check_names("Deze sectoren worden ontzien.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_actors__people_by_their_noun),
      cmocka_unit_test(test_actors__children_with_their_parents),
      cmocka_unit_test(test_actors__any_plural_in_ers),
      cmocka_unit_test(test_actors__people_by_what_they_do_or_underwent),
      cmocka_unit_test(test_actors__people_only_with_what_makes_them_a_group),
      cmocka_unit_test(test_actors__bodies_by_their_noun),
      cmocka_unit_test(test_actors__public_bodies),
      cmocka_unit_test(test_actors__places_that_may_act),
      cmocka_unit_test(test_actors__sectors_only_where_they_act),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
