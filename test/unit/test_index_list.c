/* What the index finds, against FTS5 over the same terms: documents come, go, and are merged meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "index_world.h"

enum { QUERIES = 150, DOCUMENTS = 30, PASSAGES = 40 };

static g4_index *loaded(index_world *world) {
  g40_error err = {0};
  g4_index *index = g4_index_load(world->store, &err);
  if (!index) {
    fail_msg("%s", err.message);
  }
  return index;
}

static const g4_word_terms *any_word(index_world *world, g4_index *index) {
  g40_error err = {0};
  const char *word = index_world_word(world);
  const g4_word_terms *terms = g4_analyse(index->analyser, word, strlen(word), &err);
  assert_non_null(terms);
  assert_true(terms->count > 0);
  return terms;
}

/* "term" of FTS5, as text. */
static void add_quoted(g4_buf *query, const g4_index *index, const uint32_t *terms, size_t count) {
  g4_buf_add_char(query, '"');
  for (size_t i = 0; i < count; i++) {
    size_t n;
    const char *text = g4_analyser_term(index->analyser, terms[i], &n);
    g4_buf_add_text(query, i ? " " : "");
    g4_buf_add(query, text, n);
  }
  g4_buf_add_char(query, '"');
}

static void list_of(g4_index *index, uint32_t term, g4_list *list) {
  g40_error err = {0};
  assert_int_equal(g4_list_term(index, term, list, &err), G40_OK);
}

static void compare_terms(index_world *world) {
  g4_index *index = loaded(world);
  g4_list list = {0};
  for (int i = 0; i < QUERIES; i++) {
    const g4_word_terms *word = any_word(world, index);
    uint32_t term = i % 2 ? word->whole : word->parts[word->count - 1];
    g4_buf query = {0};
    add_quoted(&query, index, &term, 1);
    list_of(index, term, &list);
    index_world_compare(world, &list, g4_buf_text(&query));
    g4_buf_free(&query);
  }
  g4_vec_free(&list);
}

static void compare_phrases(index_world *world) {
  g40_error err = {0};
  g4_index *index = loaded(world);
  g4_list list = {0};
  for (int i = 0; i < QUERIES; i++) {
    uint32_t terms[24];
    size_t count = 0;
    for (uint32_t words = 1 + index_world_random(world, 3); words > 0; words--) {
      const g4_word_terms *word = any_word(world, index);
      memcpy(terms + count, word->parts, word->count * sizeof *terms);
      count += word->count;
    }
    g4_buf query = {0};
    g4_buf_add_text(&query, count > 1 ? "parts : " : "");
    add_quoted(&query, index, terms, count);
    assert_int_equal(g4_list_phrase(index, terms, count, &list, &err), G40_OK);
    index_world_compare(world, &list, g4_buf_text(&query));
    g4_buf_free(&query);
  }
  g4_vec_free(&list);
}

static void compare_combinations(index_world *world) {
  static const char *const operators[] = {" AND ", " OR ", " NOT "};
  g40_error err = {0};
  g4_index *index = loaded(world);
  g4_list list = {0}, other = {0}, all = {0};
  for (int i = 0; i < QUERIES; i++) {
    uint32_t a = any_word(world, index)->whole, b = any_word(world, index)->whole;
    g4_buf query = {0};
    add_quoted(&query, index, &a, 1);
    g4_buf_add_text(&query, operators[i % 3]);
    add_quoted(&query, index, &b, 1);
    list_of(index, a, &list);
    list_of(index, b, &other);
    if (i % 3 == 0) {
      const g4_list *const both[] = {&list, &other};
      assert_int_equal(g4_list_all(both, 2, &all, &err), G40_OK);
    } else if (i % 3 == 1) {
      assert_int_equal(g4_list_or(&list, &other, G4_OR_SUM, &err), G40_OK);
    } else {
      g4_list_not(&list, &other);
    }
    index_world_compare(world, i % 3 ? &list : &all, g4_buf_text(&query));
    g4_buf_free(&query);
  }
  g4_vec_free(&list);
  g4_vec_free(&other);
  g4_vec_free(&all);
}

static void compare_beginnings(index_world *world) {
  static const char *const prefixes[] = {"a", "arb", "net", "bed", "zz", "wo", "1"};
  g40_error err = {0};
  g4_index *index = loaded(world);
  g4_list list = {0};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    char query[16];
    snprintf(query, sizeof query, "\"%s\"*", prefixes[i]);
    assert_int_equal(g4_list_prefix(index, prefixes[i], strlen(prefixes[i]), &list, &err), G40_OK);
    index_world_compare(world, &list, query);
  }
  g4_vec_free(&list);
}

static void compare_all(index_world *world) {
  compare_terms(world);
  compare_phrases(world);
  compare_combinations(world);
  compare_beginnings(world);
}

static int64_t number(index_world *world, const char *sql) {
  g40_error err = {0};
  int64_t value = -1;
  assert_int_equal(g4_store_number(world->store, sql, -1, &value, &err), G40_OK);
  return value;
}

static void test_lists__are_those_of_fts5_while_documents_come_and_go(void **state) {
  (void)state;
  index_world world;
  index_world_open(&world);
  for (int i = 1; i <= DOCUMENTS; i++) {
    index_world_add(&world, i, PASSAGES);
  }
  assert_true(number(&world, "SELECT count(*) FROM index_segment") < DOCUMENTS);
  compare_all(&world);
  for (int i = 1; i <= DOCUMENTS; i += 3) {
    index_world_remove(&world, i);
  }
  index_world_remove(&world, DOCUMENTS); /* the last: its numbers are given again */
  compare_all(&world);
  for (int i = 1; i <= DOCUMENTS; i += 3) {
    index_world_add(&world, i, PASSAGES / 2);
  }
  compare_all(&world);
  index_world_close(&world);
}

static void test_merge_all__changes_no_answer(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  index_world_open(&world);
  for (int i = 1; i <= 11; i++) {
    index_world_add(&world, i, 4 * PASSAGES);
  }
  assert_int_equal(g4_store_begin(world.store, &err), G40_OK);
  assert_int_equal(g4_index_merge_all(world.store, &err), G40_OK);
  assert_int_equal(g4_store_commit(world.store, &err), G40_OK);
  assert_int_equal(number(&world, "SELECT count(*) FROM index_segment"), 1);
  assert_true(number(&world, "SELECT max(part) FROM index_posting") > 0);
  compare_all(&world);
  index_world_remove(&world, 5); /* out of the middle of terms with several rows */
  index_world_add(&world, 12, PASSAGES);
  compare_all(&world);
  index_world_close(&world);
}

static void test_rebuild__gives_the_same_answers(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  index_world_open(&world);
  for (int i = 1; i <= 9; i++) {
    index_world_add(&world, i, PASSAGES);
  }
  index_world_remove(&world, 2);
  assert_int_equal(g4_index_rebuild(world.store, &err), G40_OK);
  compare_all(&world);
  index_world_close(&world);
}

static void test_remove__leaves_nothing_of_the_last_document(void **state) {
  (void)state;
  index_world world;
  index_world_open(&world);
  index_world_add(&world, 1, PASSAGES);
  index_world_add(&world, 2, PASSAGES);
  index_world_remove(&world, 1);
  index_world_remove(&world, 2);
  assert_int_equal(number(&world, "SELECT count(*) FROM index_posting"), 0);
  assert_int_equal(number(&world, "SELECT count(*) FROM index_segment"), 0);
  assert_int_equal(number(&world, "SELECT count(*) FROM index_document"), 0);
  index_world_close(&world);
}

static void test_load__another_analyser_is_noticed_and_rebuild_mends_it(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  index_world_open(&world);
  index_world_add(&world, 1, PASSAGES);
  assert_int_equal(g4_store_script(world.store, "UPDATE meta SET value = 'x' WHERE key = 'analyser'", &err), G40_OK);
  assert_null(g4_index_load(world.store, &err));
  assert_int_equal(err.code, G40_REINDEX);
  assert_int_equal(g4_index_add(world.store, "document/1", &err), G40_REINDEX);
  assert_int_equal(g4_index_rebuild(world.store, &err), G40_OK);
  assert_non_null(g4_index_load(world.store, &err));
  index_world_close(&world);
}

static void test_load__damaged_postings_are_corrupt_not_a_crash(void **state) {
  (void)state;
  static const char *const damage[] = {
      "UPDATE index_posting SET data = x'ffffffffff'", "UPDATE index_posting SET data = x'ffffff7f'",
      "UPDATE index_posting SET positions = x''",      "UPDATE index_document SET first = 1000000000",
      "UPDATE index_document SET lengths = x''",       "UPDATE index_posting SET data = 'text'"};
  for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
    g40_error err = {0};
    index_world world;
    g4_list list = {0};
    index_world_open(&world);
    index_world_add(&world, 1, PASSAGES);
    assert_int_equal(g4_store_script(world.store, damage[i], &err), G40_OK);
    g4_index *index = g4_index_load(world.store, &err);
    uint32_t terms[2] = {0, 1};
    int code = index ? g4_list_phrase(index, terms, 2, &list, &err) : err.code;
    assert_true(code == G40_CORRUPT || code == G40_OK);
    g4_vec_free(&list);
    index_world_close(&world);
  }
}

static void test_best__are_the_highest_in_order(void **state) {
  (void)state;
  index_world world = {.seed = 3};
  g4_list all = {0}, best = {0};
  for (uint32_t i = 0; i < 1000; i++) {
    g4_scored one = {i, (float)index_world_random(&world, 50)};
    assert_true(g4_vec_push(&all, one) && g4_vec_push(&best, one));
  }
  g4_list_best(&all, 0);
  g4_list_best(&best, 20);
  assert_int_equal(best.count, 20);
  for (size_t i = 0; i < best.count; i++) {
    assert_int_equal(best.items[i].slot, all.items[i].slot);
  }
  g4_vec_free(&all);
  g4_vec_free(&best);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists__are_those_of_fts5_while_documents_come_and_go),
      cmocka_unit_test(test_merge_all__changes_no_answer),
      cmocka_unit_test(test_rebuild__gives_the_same_answers),
      cmocka_unit_test(test_remove__leaves_nothing_of_the_last_document),
      cmocka_unit_test(test_load__another_analyser_is_noticed_and_rebuild_mends_it),
      cmocka_unit_test(test_load__damaged_postings_are_corrupt_not_a_crash),
      cmocka_unit_test(test_best__are_the_highest_in_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
