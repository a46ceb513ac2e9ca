#include "query/said.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static g4_said said_in(const char *text) {
  g4_said said;
  g40_error err;
  assert_int_equal(g4_said_in(text, strlen(text), &said, &err), G40_OK);
  return said;
}

static void test_said__amounts_are_money_or_a_share(void **state) {
  (void)state;
  assert_true(said_in("Trek er € 12 voor uit.").amount);
  assert_true(said_in("Daar is vijf miljoen voor nodig.").amount);
  assert_true(said_in("Verhoog het met 3%.").amount);
  assert_false(said_in("Maak er geld voor vrij, voor 40 steden.").amount);
}

static void test_said__money_is_spent_in_words_of_money_and_not_by_contributing(void **state) {
  (void)state;
  assert_true(said_in("Doe grote investeringen in de stad.").money);
  assert_true(said_in("Richt een warmtefonds op.").money);
  assert_false(said_in("De stad moet bijdragen aan gezond leven.").money);
}

static void test_said__a_moment_is_a_year_a_month_or_a_term(void **state) {
  (void)state;
  assert_true(said_in("Doe dat voor 2027.").moment);
  assert_true(said_in("Begin in Maart.").moment);
  assert_true(said_in("Rond het binnen drie jaren af.").moment);
  assert_false(said_in("Doe dat snel, met 2500 mensen.").moment);
}

static void test_said__the_year_of_a_report_is_no_moment(void **state) {
  (void)state;
  assert_false(said_in("Volg de commissie-De Wit (2019).").moment);
}

static void test_said__instruments_are_heads_of_compounds_too(void **state) {
  (void)state;
  assert_true(said_in("Richt een warmtefonds op.").instrument);
  assert_true(said_in("Wijzig de Havenwet.").instrument);
  assert_false(said_in("Bouw enorm veel woningen.").instrument);
}

static void test_said__sources_are_words_of_finding_out(void **state) {
  (void)state;
  assert_true(said_in("Volgens de burgemeester gaat het goed.").source);
  assert_true(said_in("Zie https://voorbeeld.example/x.").source);
  assert_false(said_in("Het gaat goed.").source);
}

static void test_said__figures_measure_and_years_and_small_numbers_do_not(void **state) {
  (void)state;
  assert_string_equal(said_in("Het is 15% meer.").figure, "15%");
  assert_string_equal(said_in("Er zijn 4,5 miljoen mensen.").figure, "4,5 miljoen");
  assert_string_equal(said_in("Er staan 12.400 huizen.").figure, "12.400");
  assert_string_equal(said_in("In 2030 zijn er 41 steden.").figure, "");
}

static void test_said__what_a_drawing_or_a_note_left_is_no_figure(void **state) {
  (void)state;
  assert_string_equal(said_in("In 2010 was dat 23,5%36% van alle huizen.").figure, "");
  assert_string_equal(said_in("-25%-18%-13% zo liep het verder terug.").figure, "");
  assert_string_equal(said_in("Programma voor de stad 20172 met bijlagen.").figure, "");
  assert_string_equal(said_in("0,111 den door mensen die er zijn.").figure, "");
  assert_string_equal(said_in("2003 : 7,60%").figure, "");
  assert_string_equal(said_in("Er wonen 12500 mensen in de stad.").figure, "12500");
}

static void test_said__a_number_that_is_wanted_is_an_aim(void **state) {
  (void)state;
  assert_true(said_in("Zo komt er geld om jaarlijks 12.400 huizen te bouwen.").aim);
  assert_true(said_in("De stad wil dat 15% van de huizen goedkoop is.").aim);
  assert_true(said_in("Er komt hulp, zodat 15% minder mensen wachten.").aim);
  assert_false(said_in("Er staan 12.400 huizen leeg, om droevig van te worden.").aim);
  assert_false(said_in("Van de huizen staat 15% leeg.").aim);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_said__amounts_are_money_or_a_share),
      cmocka_unit_test(test_said__money_is_spent_in_words_of_money_and_not_by_contributing),
      cmocka_unit_test(test_said__a_moment_is_a_year_a_month_or_a_term),
      cmocka_unit_test(test_said__the_year_of_a_report_is_no_moment),
      cmocka_unit_test(test_said__instruments_are_heads_of_compounds_too),
      cmocka_unit_test(test_said__sources_are_words_of_finding_out),
      cmocka_unit_test(test_said__figures_measure_and_years_and_small_numbers_do_not),
      cmocka_unit_test(test_said__what_a_drawing_or_a_note_left_is_no_figure),
      cmocka_unit_test(test_said__a_number_that_is_wanted_is_an_aim)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
