#include "extract/portfolio.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static g4_form work_terms[] = {{"bijstand", "nl"}, {"sociale zekerheid", "nl"}};
static g4_form climate_terms[] = {{"klimaat", "nl"}};
static g4_form road_terms[] = {{"wegen", "nl"}, {"vrachtwagenheffing", "nl"}};

/* Climate went from one ministry to another in 2024. */
static void make(g4_registry *registry, g4_portfolios *portfolios) {
  g40_error err = {0};
  const g4_portfolio items[] = {
      {.id = "portfolio/bijstand", .ministry = "ministry/szw", .terms = {work_terms, 2}},
      {.id = "portfolio/klimaat-ezk", .ministry = "ministry/ezk", .terms = {climate_terms, 1}, .period = {0, 20240702}},
      {.id = "portfolio/klimaat-kgg", .ministry = "ministry/kgg", .terms = {climate_terms, 1}, .period = {20240702, 0}},
      {.id = "portfolio/wegen", .ministry = "ministry/ienw", .terms = {road_terms, 2}}};
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
    assert_true(g4_vec_push(&registry->portfolios, items[i]));
  }
  assert_int_equal(g4_portfolios_make(portfolios, registry, &err), G40_OK);
}

static void check(const char *text, g4_date date, const char *id) {
  g4_registry registry = {0};
  g4_portfolios portfolios = {0};
  const g4_portfolio *found = NULL;
  bool several = false;
  g40_error err = {0};
  make(&registry, &portfolios);
  assert_int_equal(g4_portfolio_of(&portfolios, text, strlen(text), date, &found, &several, &err), G40_OK);
  if (id) {
    assert_non_null(found);
    assert_string_equal(found->id, id);
  } else {
    assert_null(found);
  }
  g4_portfolios_free(&portfolios);
  g4_registry_free(&registry);
}

static void test_portfolio__terms_of_one_ministry_say_who_answers(void **state) {
  (void)state;
  check("Verhoog de bijstand en de sociale zekerheid.", 20250101, "portfolio/bijstand");
  check("Verhoog de bijstand.", 0, "portfolio/bijstand");
}

static void test_portfolio__the_period_on_the_date_counts(void **state) {
  (void)state;
  check("Investeer in het klimaat.", 20230101, "portfolio/klimaat-ezk");
  check("Investeer in het klimaat.", 20240702, "portfolio/klimaat-kgg");
}

static void test_portfolio__without_a_date_what_moved_says_nothing(void **state) {
  (void)state;
  check("Investeer in het klimaat.", 0, NULL);
}

static void test_portfolio__terms_of_several_ministries_say_nothing(void **state) {
  (void)state;
  check("Geef de opbrengst van de vrachtwagenheffing aan het klimaat.", 20250101, NULL);
}

static void test_portfolio__parts_of_words_are_no_terms(void **state) {
  (void)state;
  check("De klimaatwet en de bijstandsuitkering.", 20250101, NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_portfolio__terms_of_one_ministry_say_who_answers),
                                     cmocka_unit_test(test_portfolio__the_period_on_the_date_counts),
                                     cmocka_unit_test(test_portfolio__without_a_date_what_moved_says_nothing),
                                     cmocka_unit_test(test_portfolio__terms_of_several_ministries_say_nothing),
                                     cmocka_unit_test(test_portfolio__parts_of_words_are_no_terms)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
