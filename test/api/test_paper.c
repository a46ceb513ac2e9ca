/* What issue-level users ask of the embedded G40 paper, through the shared library only. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static g40_db *db;

static int open_corpus(void **state) {
  (void)state;
  g40_error err;
  db = g40_db_open(NULL, &err);
  return db ? 0 : -1;
}

static int close_corpus(void **state) {
  (void)state;
  g40_db_free(db);
  return 0;
}

typedef int (*add_filter)(g40_query *, const char *, g40_error *);

static g40_positions *list(add_filter add, const char *value, const char *as_of) {
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_non_null(query);
  assert_int_equal(add(query, value, &err), G40_OK);
  assert_int_equal(g40_query_set_as_of(query, as_of, &err), G40_OK);
  g40_positions *rows = g40_db_positions(db, query, &err);
  if (!rows) {
    fail_msg("%s", err.message);
  }
  g40_query_free(query);
  return rows;
}

static const char *now_of(const g40_position *position, const char *as_written) {
  const g40_ministry_roles *roles = g40_position_ministries(position);
  for (size_t i = 0; i < g40_ministry_roles_count(roles); i++) {
    const g40_ministry_role *role = g40_ministry_roles_at(roles, i);
    if (g40_ministry_role_as_written(role) && strcmp(g40_ministry_role_as_written(role), as_written) == 0) {
      const g40_ministries *now = g40_ministry_role_now(role);
      assert_int_equal(g40_ministries_count(now), 1);
      return g40_ministry_abbreviation(g40_ministries_at(now, 0));
    }
  }
  return NULL;
}

static void test_positions__each_of_the_five_named_ministries_finds_the_position_on_coherent_policy(void **state) {
  (void)state;
  static const char *const names[] = {"SZW", "EZ", "VRO", "I&W", "IenW", "KGG", "Economische Zaken", "mnre1045"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    g40_positions *rows = list(g40_query_add_ministry, names[i], "2026-05-01");
    assert_int_equal(g40_positions_count(rows), 1);
    const g40_position *row = g40_positions_at(rows, 0);
    assert_string_equal(g40_position_id(row), "position/g40-economie-en-werk-2025/samenhangend-beleid");
    assert_string_equal(now_of(row, "EZ"), "EZK");
    assert_string_equal(now_of(row, "VRO"), "BZK");
    assert_string_equal(now_of(row, "SZW"), "SZW");
    assert_string_equal(now_of(row, "I&W"), "IenW");
    assert_string_equal(now_of(row, "KGG"), "EZK");
    g40_positions_free(rows);
  }
}

static void test_positions__a_name_valid_on_the_as_of_date_finds_those_it_answers_for(void **state) {
  (void)state;
  g40_positions *rows = list(g40_query_add_ministry, "EZK", "2026-05-01");
  assert_int_equal(g40_positions_count(rows), 1);
  g40_positions_free(rows);
  rows = list(g40_query_add_ministry, "EZK", NULL);
  assert_int_equal(g40_positions_count(rows), 0);
  g40_positions_free(rows);
}

static void test_positions__a_name_that_never_was_is_a_fault_and_one_of_another_time_finds_nothing(void **state) {
  (void)state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_ministry(query, "Ministerie van Digitale Zaken", &err), G40_OK);
  assert_null(g40_db_positions(db, query, &err));
  assert_int_equal(err.code, G40_NOT_FOUND);
  assert_non_null(strstr(err.message, "Digitale Zaken"));
  g40_query_free(query);
  g40_positions *rows = list(g40_query_add_ministry, "VROM", NULL);
  assert_int_equal(g40_positions_count(rows), 0);
  g40_positions_free(rows);
}

static void test_responsible__szw_answers_for_labour_market_participation_and_labour_migration(void **state) {
  (void)state;
  g40_positions *rows = list(g40_query_add_responsible, "SZW", NULL);
  size_t of_theme[3] = {0};
  static const char *const themes[] = {"arbeidsmarkt", "participatie", "arbeidsmigratie"};
  for (size_t i = 0; i < g40_positions_count(rows); i++) {
    const g40_position *row = g40_positions_at(rows, i);
    size_t theme = 0;
    while (theme < 3 && strcmp(themes[theme], g40_position_theme(row)) != 0) {
      theme++;
    }
    assert_in_range(theme, 0, 2);
    of_theme[theme]++;
    assert_string_equal(g40_position_kind(row), "ask");
  }
  assert_true(of_theme[0] >= 3 && of_theme[1] >= 5 && of_theme[2] >= 2);
  g40_positions_free(rows);
}

static void test_asks__there_are_about_twenty_each_with_action_summaries_and_a_responsible_ministry(void **state) {
  (void)state;
  g40_positions *rows = list(g40_query_add_kind, "ask", NULL);
  assert_in_range(g40_positions_count(rows), 18, 26);
  for (size_t i = 0; i < g40_positions_count(rows); i++) {
    const g40_position *row = g40_positions_at(rows, i);
    const g40_ministry_roles *roles = g40_position_ministries(row);
    size_t responsible = 0;
    for (size_t k = 0; k < g40_ministry_roles_count(roles); k++) {
      const g40_ministry_role *role = g40_ministry_roles_at(roles, k);
      if (strcmp(g40_ministry_role_relation(role), "responsible") == 0) {
        responsible++;
        assert_null(g40_ministry_role_as_written(role));
        assert_non_null(g40_ministry_role_source(role));
      }
    }
    assert_true(responsible > 0);
    assert_non_null(g40_position_action(row));
    assert_non_null(g40_position_summary_nl(row));
    assert_non_null(g40_position_summary_en(row));
    assert_non_null(strchr(g40_position_id(row), '/'));
  }
  g40_positions_free(rows);
}

static void test_het_ministerie__is_shown_and_resolves_to_nothing(void **state) {
  (void)state;
  g40_positions *rows = list(g40_query_add_text, "waaraan met het MINISTERIE is  gewerkt", NULL);
  assert_int_equal(g40_positions_count(rows), 1);
  const g40_ministry_roles *roles = g40_position_ministries(g40_positions_at(rows, 0));
  bool seen = false;
  for (size_t i = 0; i < g40_ministry_roles_count(roles); i++) {
    const g40_ministry_role *role = g40_ministry_roles_at(roles, i);
    if (strcmp(g40_ministry_role_state(role), "unresolved") == 0) {
      seen = true;
      assert_string_equal(g40_ministry_role_as_written(role), "het ministerie");
      assert_string_equal(g40_ministry_role_reason(role), "incomplete");
      assert_null(g40_ministry_role_id(role));
      assert_int_equal(g40_ministries_count(g40_ministry_role_now(role)), 0);
    }
  }
  assert_true(seen);
  g40_positions_free(rows);
}

static void test_quotes__equal_the_bytes_at_their_offsets(void **state) {
  (void)state;
  g40_error err;
  g40_text *text = g40_db_text(db, "g40-economie-en-werk-2025", true, &err);
  assert_non_null(text);
  g40_positions *rows = g40_db_positions(db, NULL, &err);
  assert_true(g40_positions_count(rows) > 40);
  for (size_t i = 0; i < g40_positions_count(rows); i++) {
    const g40_passages *passages = g40_position_passages(g40_positions_at(rows, i));
    for (size_t k = 0; k < g40_passages_count(passages); k++) {
      const g40_passage *passage = g40_passages_at(passages, k);
      size_t length = (size_t)(g40_passage_end(passage) - g40_passage_start(passage));
      assert_int_equal(strlen(g40_passage_quote(passage)), length);
      assert_memory_equal(g40_passage_quote(passage), g40_text_bytes(text) + g40_passage_start(passage), length);
    }
  }
  g40_positions_free(rows);
  g40_text_free(text);
}

static void test_figures__are_those_of_the_paper(void **state) {
  (void)state;
  static const double values[] = {41, 15, 70, 100000};
  g40_error err;
  g40_figures *figures = g40_db_figures(db, NULL, &err);
  assert_int_equal(g40_figures_count(figures), 4);
  for (size_t i = 0; i < 4; i++) {
    assert_true(g40_figure_value(g40_figures_at(figures, i)) == values[i]);
    assert_non_null(g40_figure_quote(g40_figures_at(figures, i)));
    assert_non_null(g40_figure_about(g40_figures_at(figures, i)));
  }
  g40_figures_free(figures);
}

static void test_members__are_forty_one_cities_with_codes_and_regions(void **state) {
  (void)state;
  g40_error err;
  g40_members *members = g40_db_members(db, NULL, &err);
  assert_int_equal(g40_members_count(members), 41);
  for (size_t i = 0; i < 41; i++) {
    const g40_member *member = g40_members_at(members, i);
    assert_memory_equal(g40_member_cbs_code(member), "GM", 2);
    assert_non_null(g40_member_tooi(member));
    assert_non_null(g40_member_labour_market_region(member));
    assert_non_null(g40_member_province(member));
  }
  g40_members_free(members);
}

static void test_advices__answer_to_all_their_names_with_the_papers_links(void **state) {
  (void)state;
  static const char *const names[] = {"Commissie Regulering van Werk", "commissie Borstlap", "commissie-borstlap",
                                      "Commissie-Borstlap"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    g40_positions *rows = list(g40_query_add_instrument, names[i], NULL);
    assert_int_equal(g40_positions_count(rows), 1);
    g40_positions_free(rows);
  }
  g40_error err;
  g40_citations *citations = g40_db_citations(db, NULL, &err);
  assert_int_equal(g40_citations_count(citations), 4);
  for (size_t i = 0; i < 4; i++) {
    const g40_citation *citation = g40_citations_at(citations, i);
    assert_memory_equal(g40_citation_url(citation), "https://", 8);
    assert_true(g40_citation_link_start(citation) >= 0);
    assert_non_null(g40_citation_quote(citation));
  }
  g40_citations_free(citations);
}

static void test_contacts__are_shown_only_on_request(void **state) {
  (void)state;
  g40_error err;
  g40_text *hidden = g40_db_text(db, "g40-economie-en-werk-2025", false, &err);
  g40_text *shown = g40_db_text(db, "g40-economie-en-werk-2025", true, &err);
  assert_null(strstr(g40_text_bytes(hidden), "leistra"));
  assert_null(strstr(g40_text_bytes(hidden), "1553"));
  assert_non_null(strstr(g40_text_bytes(hidden), "[contact]"));
  assert_non_null(strstr(g40_text_bytes(shown), "leistra"));
  g40_text_free(hidden);
  g40_text_free(shown);
  g40_positions *rows = list(g40_query_add_text, "leistra", NULL);
  assert_int_equal(g40_positions_count(rows), 0);
  g40_positions_free(rows);
}

static void test_verify__finds_nothing(void **state) {
  (void)state;
  g40_error err;
  g40_diagnostics *faults = g40_db_verify(db, &err);
  assert_non_null(faults);
  assert_int_equal(g40_diagnostics_count(faults), 0);
  g40_diagnostics_free(faults);
}

static void test_coding__accounts_for_every_sentence_and_every_word_of_the_paper(void **state) {
  (void)state;
  g40_error err;
  g40_check *check = g40_coding_check(SOURCE_DIR "/data/corpora/g40-economie-en-werk-2025/coding.yaml", false, &err);
  assert_non_null(check);
  assert_int_equal(g40_diagnostics_count(g40_check_diagnostics(check)), 0);
  const g40_units *units = g40_check_units(check);
  assert_true(g40_units_count(units) > 50);
  assert_int_equal(g40_units_covered(units), g40_units_count(units));
  for (size_t i = 0; i < g40_units_count(units); i++) {
    assert_int_equal(g40_unit_uncovered_words(g40_units_at(units, i)), 0);
  }
  const g40_anchors *anchors = g40_check_anchors(check);
  for (size_t i = 0; i < g40_anchors_count(anchors); i++) {
    assert_string_equal(g40_anchor_state(g40_anchors_at(anchors, i)), "found");
  }
  g40_check_free(check);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_positions__each_of_the_five_named_ministries_finds_the_position_on_coherent_policy),
      cmocka_unit_test(test_positions__a_name_valid_on_the_as_of_date_finds_those_it_answers_for),
      cmocka_unit_test(test_positions__a_name_that_never_was_is_a_fault_and_one_of_another_time_finds_nothing),
      cmocka_unit_test(test_responsible__szw_answers_for_labour_market_participation_and_labour_migration),
      cmocka_unit_test(test_asks__there_are_about_twenty_each_with_action_summaries_and_a_responsible_ministry),
      cmocka_unit_test(test_het_ministerie__is_shown_and_resolves_to_nothing),
      cmocka_unit_test(test_quotes__equal_the_bytes_at_their_offsets),
      cmocka_unit_test(test_figures__are_those_of_the_paper),
      cmocka_unit_test(test_members__are_forty_one_cities_with_codes_and_regions),
      cmocka_unit_test(test_advices__answer_to_all_their_names_with_the_papers_links),
      cmocka_unit_test(test_contacts__are_shown_only_on_request),
      cmocka_unit_test(test_verify__finds_nothing),
      cmocka_unit_test(test_coding__accounts_for_every_sentence_and_every_word_of_the_paper)};
  return cmocka_run_group_tests(tests, open_corpus, close_corpus);
}
