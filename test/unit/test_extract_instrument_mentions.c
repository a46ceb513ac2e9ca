#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/mention_check.h"

static void test_instruments__a_law_by_its_compound(void **state) {
  (void)state;
  check_names("De Jeugdwet en de flora- en faunawet blijven.",
              "Jeugdwet=law-compound; flora- en faunawet=law-compound");
  check_names("De Huisvestingswet 2014 geldt hier.", "Huisvestingswet 2014=law-compound");
  check_names("De kaderwet en de wetten zijn algemeen.", "");
}

static void test_instruments__a_law_by_its_title(void **state) {
  (void)state;
  check_names("We schaffen de Wet arbeid en rust af.", "Wet arbeid en rust=law-title");
  check_names("De wet Samen Sterk en de Wet op de lijkbezorging gelden.",
              "wet Samen Sterk=law-title; Wet op de lijkbezorging=law-title");
  check_names("In de Wet Toezicht en Bestuur Scholen staat het.", "Wet Toezicht en Bestuur Scholen=law-title");
  check_names("Wij volgen de Wet ABC en de Mediawet.", "Wet ABC=law-title; Mediawet=law-compound");
  check_names("De wet verbiedt dit. Wet- en regelgeving is ingewikkeld.", "");
}

static void test_instruments__schemes_in_the_singular(void **state) {
  (void)state;
  check_names("De klokkenluidersregeling wordt beter.", "klokkenluidersregeling=scheme-compound");
  check_names("De zaaigoedregeling (ZGR) vervalt.", "zaaigoedregeling (ZGR)=scheme-compound");
  check_names("Alle subsidieregelingen en een overgangsregeling.", "");
}

static void test_instruments__taxes_and_reliefs(void **state) {
  (void)state;
  check_names("De vliegbelasting en de zelfstandigenaftrek gaan omhoog.",
              "vliegbelasting=tax-compound; zelfstandigenaftrek=tax-compound");
  check_names("Tegen overbelasting en voor opheffing van regels.", "");
}

static void test_instruments__benefits_and_leave(void **state) {
  (void)state;
  check_names("De energietoeslag en het rouwverlof komen terug.",
              "energietoeslag=benefit-compound; rouwverlof=leave-compound");
  check_names("Een toeslag of verlof is geen naam.", "");
}

static void test_instruments__funds_and_agreements(void **state) {
  (void)state;
  check_names("Het klimaatfonds en het Nationaal Natuurfonds groeien.",
              "klimaatfonds=fund-compound; Nationaal Natuurfonds=fund-compound");
  check_names("Het zorgakkoord en het Verdrag van Genève blijven.",
              "zorgakkoord=agreement-compound; Verdrag van Genève=agreement-of");
  check_names("Het associatieverdrag met Marokko loopt af.", "associatieverdrag met Marokko=agreement-compound");
  check_names("Een akkoord met plafonds heeft impact op handelsakkoorden.", "");
}

static void test_instruments__european_laws(void **state) {
  (void)state;
  check_names("De nitraatrichtlijn en de AI-verordening gelden.",
              "nitraatrichtlijn=directive-compound; AI-verordening=directive-compound");
  check_names("Een richtlijn is geen noodverordening.", "");
}

static void test_instruments__ministries_are_not_swallowed(void **state) {
  (void)state;
  check_mentions(20250901, "De Verzamelwet gegevens VWS gaat door.",
                 "Verzamelwet gegevens=law-title; VWS=ministry-abbreviation:VWS/ministry");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_instruments__a_law_by_its_compound),
      cmocka_unit_test(test_instruments__a_law_by_its_title),
      cmocka_unit_test(test_instruments__schemes_in_the_singular),
      cmocka_unit_test(test_instruments__taxes_and_reliefs),
      cmocka_unit_test(test_instruments__benefits_and_leave),
      cmocka_unit_test(test_instruments__funds_and_agreements),
      cmocka_unit_test(test_instruments__european_laws),
      cmocka_unit_test(test_instruments__ministries_are_not_swallowed),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
