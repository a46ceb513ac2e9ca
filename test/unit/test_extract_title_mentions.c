#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/mention_check.h"

static void test_titles__programmes_in_capitals(void **state) {
  (void)state;
  check_names("Het Nationaal Programma Schone Beken start.", "Nationaal Programma Schone Beken=programme-title");
  check_names("We verlengen het programma Ruimte voor de Beek.", "programma Ruimte voor de Beek=programme-title");
  check_names("Er komt een Nationaal Beekplan.", "Nationaal Beekplan=programme-title");
  check_names("Ons programma staat vol plannen. Het programma D66 is dikker.", "D66=registry:d66");
  check_names("DIT IS HET VERKIEZINGSPROGRAMMA 2025", "");
}

static void test_titles__english_acts_and_deals(void **state) {
  (void)state;
  check_names("We steunen de Clean River Deal en de Fair Water Act.",
              "Clean River Deal=english-title; Fair Water Act=english-title");
  check_names("Wij sluiten een deal.", "");
}

static void test_titles__names_in_quotes(void **state) {
  (void)state;
  check_names("Het programma ‘schone beek’ of ‘schone sloot’ gaat door.",
              "schone beek=quoted-name; schone sloot=quoted-name");
  check_names("Er komt een ‘win-win-garantie’ voor starters.", "win-win-garantie=quoted-name; starters=people-noun");
  check_names("Het \"beekplan\" op te stellen kost tijd.", "");
  check_names("De ‘gewone’ burger wacht.", "burger=people-noun");
}

static void test_titles__committees_by_their_chair(void **state) {
  (void)state;
  check_names("De commissie-Jansen en de Commissie Van Vliet adviseren.",
              "commissie-Jansen=committee-name; Commissie Van Vliet=committee-name");
  check_names("De commissie-Van Vliet adviseert.", "commissie-Van Vliet=committee-name");
  check_names("De Europese Commissie Vervoer en een commissie van wijzen.", "");
}

static void test_titles__reports(void **state) {
  (void)state;
  check_names("Het rapport Jansen en het SER-advies zijn klaar.",
              "rapport Jansen=report-title; SER-advies=report-of-body");
  check_names("Een rapport en een advies zijn klaar.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_titles__programmes_in_capitals),
      cmocka_unit_test(test_titles__english_acts_and_deals),
      cmocka_unit_test(test_titles__names_in_quotes),
      cmocka_unit_test(test_titles__committees_by_their_chair),
      cmocka_unit_test(test_titles__reports),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
