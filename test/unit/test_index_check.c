/* The check of the index finds each kind of difference from the passages, in the document where it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/check.h"
#include "index_world.h"

enum { DOCUMENTS = 11, PASSAGES = 30 };

typedef struct {
  int64_t documents[DOCUMENTS + 1];
  size_t count;
} found;

static int note(void *context, int64_t document) {
  found *in = context;
  assert_true(in->count < DOCUMENTS);
  in->documents[in->count++] = document;
  return 0;
}

static void fill(index_world *world) {
  index_world_open(world);
  for (int i = 1; i <= DOCUMENTS; i++) {
    index_world_add(world, i, PASSAGES);
  }
}

static void run(index_world *world, const char *sql) {
  g40_error err = {0};
  if (g4_store_script(world->store, sql, &err) != G40_OK) {
    fail_msg("%s", err.message);
  }
}

static void test_check__what_was_added_removed_and_merged_is_whole(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  found differing = {0};
  fill(&world);
  assert_int_equal(g4_index_check(world.store, note, &differing, &err), G40_OK);
  index_world_remove(&world, 3);
  index_world_remove(&world, DOCUMENTS);
  index_world_add(&world, 3, PASSAGES / 2);
  assert_int_equal(g4_index_check(world.store, note, &differing, &err), G40_OK);
  assert_int_equal(differing.count, 0);
  index_world_close(&world);
}

static void test_check__the_document_that_differs_is_named(void **state) {
  (void)state;
  static const char *const changes[] = {
      "UPDATE passage SET text = text || ' zorg' WHERE document = 4 AND ordinal = 7 AND kind <> 'noise'",
      "UPDATE passage SET kind = replace('headingsentence', kind, '') WHERE document = 4 AND kind <> 'noise'",
      "DELETE FROM passage WHERE document = 4 AND ordinal = (SELECT max(ordinal) FROM passage WHERE document = 4)",
      "UPDATE index_document SET lengths = zeroblob(length(lengths)) WHERE document = 4",
      "UPDATE index_document SET headings = x'' WHERE document = 4",
      "DELETE FROM index_document WHERE document = 4",
      "INSERT INTO index_position SELECT first + 1, 1 FROM index_document WHERE document = 4"};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    g40_error err = {0};
    index_world world;
    found differing = {0};
    fill(&world);
    run(&world, "PRAGMA foreign_keys = 0");
    run(&world, changes[i]);
    int code = g4_index_check(world.store, note, &differing, &err);
    bool lost = code == G40_CORRUPT; /* postings of no document */
    if (!lost && (differing.count != 1 || differing.documents[0] != 4)) {
      fail_msg("%s: %zu differ", changes[i], differing.count);
    }
    index_world_close(&world);
  }
}

static void test_check__missing_and_changed_postings_are_found(void **state) {
  (void)state;
  static const char *const changes[] = {
      "DELETE FROM index_posting WHERE term = 'gemeent'",
      "UPDATE index_posting SET term = 'anders' WHERE term = 'gemeent'",
      "UPDATE index_posting SET positions = zeroblob(length(positions)) WHERE term = 'gemeent'",
      "UPDATE index_posting SET passages = passages + 1 WHERE term = 'gemeent'"};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    g40_error err = {0};
    index_world world;
    found differing = {0};
    fill(&world);
    run(&world, changes[i]);
    int code = g4_index_check(world.store, note, &differing, &err);
    if (code != G40_CORRUPT && !differing.count) {
      fail_msg("not found: %s", changes[i]);
    }
    index_world_close(&world);
  }
}

static void test_check__another_analyser_is_said(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  found differing = {0};
  fill(&world);
  run(&world, "UPDATE meta SET value = 'x' WHERE key = 'analyser'");
  assert_int_equal(g4_index_check(world.store, note, &differing, &err), G40_REINDEX);
  index_world_close(&world);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_check__what_was_added_removed_and_merged_is_whole),
      cmocka_unit_test(test_check__the_document_that_differs_is_named),
      cmocka_unit_test(test_check__missing_and_changed_postings_are_found),
      cmocka_unit_test(test_check__another_analyser_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
