#include "query/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "query_world.h"
#include "unit/faults.h"

/* Two more documents, with a position each whose key is below and above those of the first. */
static void add_documents(query_world *world) {
  query_world_change(
      world,
      "CREATE TEMP TABLE d AS SELECT * FROM document; CREATE TEMP TABLE p AS SELECT * FROM position LIMIT 1;"
      "UPDATE p SET section = NULL, theme = NULL;"
      "UPDATE d SET pk = 900, id = 'document/zonder-datum', date_issued = NULL; INSERT INTO document SELECT * FROM d;"
      "UPDATE p SET pk = 901, id = 'position/zonder-datum/een', document = 900; INSERT INTO position SELECT * FROM p;"
      "UPDATE d SET pk = 910, id = 'document/oud', date_issued = '1999-05-01'; INSERT INTO document SELECT * FROM d;"
      "UPDATE p SET pk = -5, id = 'position/oud/een', document = 910; INSERT INTO position SELECT * FROM p;");
}

static g4_position_keys find(query_world *world, g4_loader *loader, g40_error *err) {
  g4_position_keys keys = {0};
  assert_int_equal(g4_loader_begin(loader, world->session, world->query, err), G40_OK);
  g4_position_keys_find(loader, world->query, &keys);
  return keys;
}

static void end(g4_loader *loader, g4_position_keys *keys) {
  g4_position_keys_free(keys);
  assert_null(g4_loader_end(loader, G40_CANCELLED, NULL));
}

static void test_keys__documents_come_by_date_and_those_without_one_first(void **state) {
  g4_loader loader;
  g40_error err = {0};
  add_documents(*state);
  g4_position_keys keys = find(*state, &loader, &err);
  assert_int_equal(keys.documents.count, 3);
  assert_string_equal(keys.documents.items[0].slug, "zonder-datum");
  assert_string_equal(keys.documents.items[1].slug, "oud");
  assert_string_equal(keys.documents.items[2].slug, "klein");
  assert_int_equal(keys.keys.items[keys.documents.items[1].first], -5);
  assert_int_equal(keys.total, 2 + keys.documents.items[2].count);
  assert_int_equal(keys.page_start, 0);
  assert_int_equal(keys.page_length, keys.total);
  end(&loader, &keys);
}

static void test_keys__a_page_goes_on_behind_a_row_of_another_document(void **state) {
  query_world *world = *state;
  g4_loader loader;
  g40_error err = {0};
  add_documents(world);
  assert_int_equal(g40_query_set_after(world->query, "zonder-datum/een", &err), G40_OK);
  assert_int_equal(g40_query_set_limit(world->query, 2, &err), G40_OK);
  g4_position_keys keys = find(world, &loader, &err);
  assert_int_equal(keys.page_start, 1);
  assert_int_equal(keys.page_length, 2);
  end(&loader, &keys);
  assert_int_equal(g40_query_set_limit(world->query, 0, &err), G40_OK);
  keys = find(world, &loader, &err);
  assert_int_equal(keys.page_length, keys.total - 1);
  end(&loader, &keys);
}

static void test_keys__a_row_that_the_filter_leaves_out_is_none_to_go_on_after(void **state) {
  query_world *world = *state;
  g4_loader loader;
  g40_error err = {0};
  add_documents(world);
  assert_int_equal(g40_query_set_after(world->query, "position/oud/een", &err), G40_OK);
  assert_int_equal(g40_query_add_document(world->query, "klein", &err), G40_OK);
  g4_position_keys keys = find(world, &loader, &err);
  assert_int_equal(err.code, G40_NOT_FOUND);
  end(&loader, &keys);
}

static void test_keys__ids_are_known_with_and_without_their_type(void **state) {
  query_world *world = *state;
  g4_loader loader;
  g40_error err = {0};
  add_documents(world);
  assert_int_equal(g40_query_add_id(world->query, "position/oud/een", &err), G40_OK);
  assert_int_equal(g40_query_add_id(world->query, "zonder-datum/een", &err), G40_OK);
  assert_int_equal(g40_query_add_id(world->query, "klein/nergens", &err), G40_OK);
  g4_position_keys keys = find(world, &loader, &err);
  assert_int_equal(keys.total, 2);
  assert_int_equal(keys.keys.items[keys.documents.items[0].first], 901);
  end(&loader, &keys);
}

static void test_keys__positions_of_a_document_that_is_not_there_are_left_out(void **state) {
  g4_loader loader;
  g40_error err = {0};
  add_documents(*state);
  query_world_change(*state, "DELETE FROM document WHERE pk = 910");
  g4_position_keys keys = find(*state, &loader, &err);
  assert_int_equal(keys.documents.count, 2);
  assert_int_equal(keys.total, 1 + keys.documents.items[1].count);
  end(&loader, &keys);
}

/* The index is told of nothing while a row goes. */
static void test_keys__a_position_of_an_index_only_is_a_damaged_database(void **state) {
  query_world *world = *state;
  g40_error err = {0};
  query_world_change(world,
                     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' WHERE pk < 0'"
                     " WHERE name = 'position_document'");
  query_world_change(world, "DELETE FROM position WHERE pk = (SELECT max(pk) FROM position)");
  query_world_change(world,
                     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
                     " 'CREATE INDEX position_document ON position(document)' WHERE name = 'position_document'");
  assert_null(g4_list_positions(world->session, NULL, &err));
  assert_int_equal(err.code, G40_CORRUPT);
}

static void test_keys__every_failing_allocation_is_reported(void **state) {
  query_world *world = *state;
  g40_error err = {0};
  add_documents(world);
  assert_int_equal(g40_query_add_id(world->query, "zonder-datum/een", &err), G40_OK);
  g40_positions_free(g4_list_positions(world->session, world->query, &err)); /* what is kept is kept now */
  faults_start(0);
  g40_positions_free(g4_list_positions(world->session, world->query, &err));
  long allocations = faults_stop();
  assert_true(allocations > 0);
  for (long k = 1; k <= allocations; k++) {
    faults_start(k);
    g40_positions *positions = g4_list_positions(world->session, world->query, &err);
    faults_stop();
    assert_null(positions);
    assert_int_equal(err.code, G40_NOMEM);
  }
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, query_world_set_up, query_world_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WORLD(test_keys__documents_come_by_date_and_those_without_one_first),
      WORLD(test_keys__a_page_goes_on_behind_a_row_of_another_document),
      WORLD(test_keys__a_row_that_the_filter_leaves_out_is_none_to_go_on_after),
      WORLD(test_keys__ids_are_known_with_and_without_their_type),
      WORLD(test_keys__positions_of_a_document_that_is_not_there_are_left_out),
      WORLD(test_keys__a_position_of_an_index_only_is_a_damaged_database),
      WORLD(test_keys__every_failing_allocation_is_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
