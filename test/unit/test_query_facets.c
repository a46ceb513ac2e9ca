#include "query/facets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/rows.h"
#include "query_world.h"
#include "unit/faults.h"

static const g40_facet *find(const g40_facets *facets, const char *kind, const char *id) {
  for (size_t i = 0; i < g40_facets_count(facets); i++) {
    const g40_facet *facet = g40_facets_at(facets, i);
    if (strcmp(g40_facet_kind(facet), kind) == 0 && strcmp(g40_facet_id(facet), id) == 0) {
      return facet;
    }
  }
  return NULL;
}

static g40_hits *search(query_world *world, g40_error *err) {
  return g4_answer_search(world->session, "woningen", world->query, false, err);
}

static void test_facets__count_passages_by_what_stands_in_them(void **state) {
  g40_error err = {0};
  g40_hits *hits = search(*state, &err);
  const g40_facets *facets = g40_hits_facets(hits);
  const g40_facet *theme = find(facets, "theme", "theme/wonen");
  assert_int_equal(g40_hits_count(hits), 1);
  assert_non_null(theme);
  assert_string_equal(g40_facet_name(theme), "Wonen");
  assert_int_equal(g40_facet_passages(theme), 1);
  assert_non_null(find(facets, "stakeholder", "stakeholder/rijk"));
  assert_non_null(find(facets, "document", "document/klein"));
  assert_string_equal(g40_facet_name(find(facets, "document", "document/klein")), "Een kleine tekst");
  assert_non_null(find(facets, "year", "2025"));
  assert_null(find(facets, "theme", "theme/huur"));
  g40_hits_free(hits);
}

static void test_facets__a_document_without_date_has_no_year_and_without_title_its_id(void **state) {
  g40_error err = {0};
  query_world_change(*state, "UPDATE document SET date_issued = NULL, title = NULL");
  g40_hits *hits = search(*state, &err);
  const g40_facets *facets = g40_hits_facets(hits);
  assert_string_equal(g40_facet_name(find(facets, "document", "document/klein")), "document/klein");
  for (size_t i = 0; i < g40_facets_count(facets); i++) {
    assert_string_not_equal(g40_facet_kind(g40_facets_at(facets, i)), "year");
  }
  g40_hits_free(hits);
}

static void test_facets__a_date_that_is_none_gives_no_year(void **state) {
  g40_error err = {0};
  query_world_change(*state,
                     "UPDATE document SET date_issued = CAST(x'323032C3A92D3031' AS TEXT)"); /* cuts an e-acute */
  g40_hits *hits = search(*state, &err);
  const g40_facets *facets = g40_hits_facets(hits);
  for (size_t i = 0; i < g40_facets_count(facets); i++) {
    assert_string_not_equal(g40_facet_kind(g40_facets_at(facets, i)), "year");
  }
  g40_hits_free(hits);
}

static void test_facets__a_title_that_is_not_utf8_is_damage(void **state) {
  g40_error err = {0};
  query_world_change(*state, "UPDATE document SET title = CAST(x'57C3' AS TEXT)");
  assert_null(search(*state, &err));
  assert_int_equal(err.code, G40_CORRUPT);
  assert_non_null(strstr(err.message, "not UTF-8"));
}

static void test_facets__each_allocation_may_fail(void **state) {
  query_world *world = *state;
  g40_error err = {0};
  g40_hits_free(search(world, &err)); /* what a session keeps is read once */
  faults_start(0);
  g40_hits_free(search(world, &err));
  long n = faults_stop();
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    g40_hits *hits = search(world, &err);
    faults_stop();
    assert_true(hits || err.code == G40_NOMEM);
    assert_true(!hits || find(g40_hits_facets(hits), "theme", "theme/wonen"));
    g40_hits_free(hits);
  }
  assert_true(n > 10);
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, query_world_set_up, query_world_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WORLD(test_facets__count_passages_by_what_stands_in_them),
      WORLD(test_facets__a_document_without_date_has_no_year_and_without_title_its_id),
      WORLD(test_facets__a_date_that_is_none_gives_no_year),
      WORLD(test_facets__a_title_that_is_not_utf8_is_damage),
      WORLD(test_facets__each_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
