/* Search and match through the shared library: whatever is typed is answered. */
#include <g40.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { STRINGS = 10000, LONG = 1 << 20 };

static g40_db *db;
static uint32_t seed = 5;

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

static uint32_t below(uint32_t limit) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % limit;
}

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time); /* others may be at work on this machine */
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Pieces that parsers stumble over, and any bytes. */
static void make_string(char *text, size_t room) {
  static const char *const pieces[] = {"\"",
                                       "-",
                                       "*",
                                       "(",
                                       ")",
                                       "AND ",
                                       "OR ",
                                       "NOT ",
                                       "NEAR/2",
                                       "parts:",
                                       "\xE2\x80\x9C",
                                       "\xE2\x80\x9D",
                                       "'",
                                       "''",
                                       "de ",
                                       "steden ",
                                       "wet* ",
                                       "-mkb ",
                                       "I&W ",
                                       "100.000 ",
                                       "\n",
                                       "\t",
                                       "%",
                                       "\\",
                                       "\xC2\xA0",
                                       "\xF0\x9F\x98\x80",
                                       "\xCC\x81",
                                       "\xE2\x80\xAE\xE2\x80\xAC",
                                       "EZ ",
                                       "commissie-",
                                       "Borstlap ",
                                       "a",
                                       "\xC3\xA9",
                                       ";--",
                                       "\x01"};
  size_t length = 0, parts = below(20);
  for (size_t i = 0; i < parts; i++) {
    char any[2] = {(char)(1 + below(255)), 0};
    const char *piece = below(4) ? pieces[below(sizeof pieces / sizeof *pieces)] : any;
    if (length + strlen(piece) + 1 < room) {
      strcpy(text + length, piece);
      length += strlen(piece);
    }
  }
  text[length] = 0;
}

static void expect_an_answer(const char *text) {
  g40_error err;
  double start = seconds();
  g40_query *query = g40_query_new(&err);
  assert_non_null(query);
  assert_int_equal(g40_query_set_limit(query, 20, &err), G40_OK);
  g40_hits *hits = g40_db_search(db, text, query, below(2), &err);
  if (!hits) {
    fail_msg("%s", err.message);
  }
  for (size_t i = 0; i < g40_hits_count(hits); i++) {
    const g40_hit *hit = g40_hits_at(hits, i);
    const g40_marks *marks = g40_hit_marks(hit);
    for (size_t k = 0; k < g40_marks_count(marks); k++) {
      assert_true(g40_marked_end(g40_marks_at(marks, k)) <= (int64_t)strlen(g40_hit_text(hit)));
    }
  }
  g40_hits_free(hits);
  g40_query_free(query);
  assert_true(seconds() - start < 2);
}

static void test_search__ten_thousand_random_strings_are_answered(void **state) {
  (void)state;
  char text[256] = "";
  expect_an_answer(text);
  for (int i = 0; i < STRINGS; i++) {
    make_string(text, sizeof text);
    expect_an_answer(text);
  }
}

static void test_search__a_megabyte_is_answered(void **state) {
  (void)state;
  static const char *const fills[] = {"\"", "a", "a ", "steden ", "-", "*", "zzzz*", "\xE2\x80\x9C", "gemeente-"};
  char *text = malloc(LONG + 16);
  assert_non_null(text);
  for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
    size_t n = strlen(fills[i]), at = 0;
    for (; at + n <= LONG; at += n) {
      memcpy(text + at, fills[i], n);
    }
    text[at] = 0;
    expect_an_answer(text);
  }
  free(text);
}

static void test_search__arrays_outlive_the_database(void **state) {
  (void)state;
  g40_error err;
  g40_db *own = g40_db_open(NULL, &err);
  assert_non_null(own);
  g40_hits *hits = g40_db_search(own, "mkb", NULL, true, &err);
  assert_non_null(hits);
  g40_db_free(own);
  assert_true(g40_hits_count(hits) > 0);
  const g40_marks *marks = g40_marks_retain(g40_hit_marks(g40_hits_at(hits, 0)));
  const g40_facets *facets = g40_facets_retain(g40_hits_facets(hits));
  g40_hits_free(hits);
  assert_true(g40_marks_count(marks) > 0);
  assert_string_equal(g40_facet_kind(g40_facets_at(facets, 0)), "theme");
  g40_facets_free(facets);
  g40_marks_free(marks);
}

static void test_search__missing_arguments_are_named(void **state) {
  (void)state;
  g40_error err;
  assert_null(g40_db_search(db, NULL, NULL, false, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_search(NULL, "x", NULL, false, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_match(db, NULL, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_null(g40_db_match_position(db, NULL, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  assert_int_equal(g40_db_reindex(db, &err), G40_READONLY);
}

static void expect_matches(const char *quote, bool some) {
  g40_error err;
  double start = seconds();
  g40_matches *matches = g40_db_match(db, quote, NULL, &err);
  if (!matches) {
    fail_msg("%s", err.message);
  }
  if ((g40_matches_count(matches) > 0) != some) {
    fail_msg("'%.40s': %zu matches", quote, g40_matches_count(matches));
  }
  for (size_t i = 0; i < g40_matches_count(matches); i++) {
    const g40_match *match = g40_matches_at(matches, i);
    assert_true(g40_match_score(match) > 0 && g40_match_meaning(match) < 1.001);
    assert_true(i == 0 || g40_match_score(match) <= g40_match_score(g40_matches_at(matches, i - 1)));
  }
  g40_matches_free(matches);
  assert_true(seconds() - start < 2);
}

static void test_match__quotes_without_a_subject_match_nothing(void **state) {
  (void)state;
  static const char *const quotes[] = {"", " ", ".", "de het een van en", "dat moet ook", "\x01", "\xF0\x9F\x98\x80"};
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
    expect_matches(quotes[i], false);
  }
  expect_matches("netcongestie", true);
}

/* Words that differ, as many as a quote may hold; a longer one is refused. */
static void test_match__very_long_quotes_are_answered_or_refused(void **state) {
  (void)state;
  enum { MOST = 65536 };
  g40_error err;
  char *text = malloc(LONG + 32);
  assert_non_null(text);
  size_t n = (size_t)snprintf(text, 32, "netcongestie ");
  while (n < LONG) {
    n += (size_t)snprintf(text + n, 32, "woord\xC3\xA9%zx ", n * 2654435761u);
  }
  assert_null(g40_db_match(db, text, NULL, &err));
  assert_int_equal(err.code, G40_ARGUMENT);
  text[MOST - 40] = 0;
  expect_matches(text, true);
  free(text);
}

static void test_match__a_quote_of_the_text_finds_itself_first(void **state) {
  (void)state;
  g40_error err;
  g40_query *query = g40_query_new(&err);
  assert_int_equal(g40_query_add_kind(query, "ask", &err), G40_OK);
  g40_positions *asks = g40_db_positions(db, query, &err);
  size_t found = 0;
  assert_non_null(asks);
  for (size_t i = 0; i < g40_positions_count(asks); i++) {
    const g40_position *ask = g40_positions_at(asks, i);
    g40_matches *matches = g40_db_match(db, g40_position_text(ask), NULL, &err);
    const g40_match *best = g40_matches_at(matches, 0);
    assert_non_null(best);
    found += g40_match_start(best) < g40_position_end(ask) && g40_match_end(best) > g40_position_start(ask);
    g40_matches_free(matches);
  }
  assert_true(found * 10 >= g40_positions_count(asks) * 8);
  g40_positions_free(asks);
  g40_query_free(query);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_search__ten_thousand_random_strings_are_answered),
      cmocka_unit_test(test_search__a_megabyte_is_answered),
      cmocka_unit_test(test_search__arrays_outlive_the_database),
      cmocka_unit_test(test_search__missing_arguments_are_named),
      cmocka_unit_test(test_match__quotes_without_a_subject_match_nothing),
      cmocka_unit_test(test_match__very_long_quotes_are_answered_or_refused),
      cmocka_unit_test(test_match__a_quote_of_the_text_finds_itself_first),
  };
  return cmocka_run_group_tests(tests, open_corpus, close_corpus);
}
