/* Documents indexed together, against the same ones indexed one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "index_world.h"

enum { DOCUMENTS = 75, PASSAGES = 5 };

/* All rows of the index, as text. */
static void write_index(index_world *world, g4_buf *out) {
  static const char *const rows[] = {
      "SELECT pk || ' ' || level FROM index_segment ORDER BY pk",
      "SELECT document || ' ' || segment || ' ' || first || hex(lengths) || hex(headings) FROM index_document ORDER BY "
      "1",
      "SELECT segment || ' ' || term || ' ' || part || ' ' || passages || hex(data) || ' ' || hex(positions) FROM "
      "index_posting"
      " ORDER BY segment, term, part"};
  g40_error err = {0};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    sqlite3_stmt *row = g4_store_prepare(world->store, rows[i], &err);
    assert_non_null(row);
    while (g4_store_step(world->store, row, &err) == 1) {
      g4_buf_add_format(out, "%s\n", (const char *)sqlite3_column_text(row, 0));
    }
    sqlite3_finalize(row);
  }
  assert_false(out->failed);
}

static void test_batch__writes_what_its_documents_one_by_one_would(void **state) {
  (void)state;
  index_world one, several;
  g4_buf expected = {0}, found = {0};
  index_world_open(&one);
  index_world_open(&several);
  for (int i = 1; i <= DOCUMENTS; i++) {
    index_world_add(&one, i, PASSAGES);
  }
  for (int first = 1, count = 1; first <= DOCUMENTS; first += count, count += 4) {
    int left = DOCUMENTS - first + 1;
    index_world_add_batch(&several, first, count < left ? count : left, PASSAGES);
  }
  write_index(&one, &expected);
  write_index(&several, &found);
  assert_true(expected.length > 1000);
  assert_string_equal(g4_buf_text(&found), g4_buf_text(&expected));
  g4_buf_free(&expected);
  g4_buf_free(&found);
  index_world_close(&one);
  index_world_close(&several);
}

static void add_row(index_world *world, int number) {
  g40_error err = {0};
  assert_int_equal(g4_store_run(world->store,
                                "INSERT INTO document(pk, id, sha256, source_sha256, bytes, characters, origin)"
                                " VALUES(?1, 'document/' || ?1, '', '', 0, 0, 'user')",
                                &err, "i", (int64_t)number),
                   G40_OK);
  assert_int_equal(g4_store_run(world->store,
                                "INSERT INTO passage(document, ordinal, kind, list_item, text, byte_start, byte_end,"
                                " char_start, char_end) VALUES(?1, 1, 'sentence', 0, 'Woord' || ?1 || ' telt.', 0, 12,"
                                " 0, 12)",
                                &err, "i", (int64_t)number),
                   G40_OK);
}

static void test_batch__a_document_that_fails_leaves_it_as_it_was(void **state) {
  (void)state;
  index_world world;
  g40_error err = {0};
  g4_list list = {0};
  index_world_open(&world);
  assert_int_equal(g4_store_begin(world.store, &err), G40_OK);
  g4_batch *batch = g4_batch_new(world.store, &err);
  for (int i = 1; i <= 12; i++) {
    char id[32];
    snprintf(id, sizeof id, "document/%d", i);
    add_row(&world, i);
    assert_int_equal(g4_store_script(world.store, "SAVEPOINT document", &err), G40_OK);
    if (i % 5 == 0) {
      assert_int_equal(g4_store_script(world.store,
                                       "CREATE TEMP TRIGGER refuse BEFORE INSERT ON index_document BEGIN"
                                       " SELECT RAISE(ABORT, 'refused'); END",
                                       &err),
                       G40_OK);
      assert_int_equal(g4_batch_add(batch, id, NULL, &err), G40_FAILED);
      assert_int_equal(g4_store_script(world.store, "ROLLBACK TO document", &err), G40_OK);
    } else {
      assert_int_equal(g4_batch_add(batch, id, NULL, &err), G40_OK);
    }
    assert_int_equal(g4_store_script(world.store, "RELEASE document", &err), G40_OK);
  }
  assert_int_equal(g4_batch_write(batch, &err), G40_OK);
  assert_int_equal(g4_store_commit(world.store, &err), G40_OK);
  g4_batch_free(batch);
  g4_index *index = g4_index_load(world.store, &err);
  assert_non_null(index);
  assert_int_equal(index->documents.count, 10);
  for (int i = 1; i <= 12; i++) {
    char term[32];
    int n = snprintf(term, sizeof term, "woord%d", i);
    list.count = 0;
    assert_int_equal(g4_index_counts(index, term, (size_t)n, &list, &err), G40_OK);
    assert_int_equal(list.count, i % 5 != 0);
  }
  g4_vec_free(&list);
  index_world_close(&world);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_batch__writes_what_its_documents_one_by_one_would),
                                     cmocka_unit_test(test_batch__a_document_that_fails_leaves_it_as_it_was)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
