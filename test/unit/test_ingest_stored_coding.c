#include "ingest/stored_coding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "g40.h"
#include "unit/coded_folder.h"

/* "Bouw meer huizen." stands twice; "stad" twice in one position. */
static const char *const paper =
    "Noord\n\nDe wijk groeit hard. Bouw meer huizen.\n\n"
    "Zuid\n\nDe haven groeit ook hard. Bouw meer huizen. De stad vraagt dat aan een andere stad.\n\n"
    "Vraag het aan Jan Jansen, jan@example.invalid.\n";

static const char *const coding =
    "document: proef\nmeta: {title: Proef, holder: g40, text: paper.txt}\npositions:\n"
    "  - {id: noord, kind: ask, action: invest, quotes: [\"Bouw meer huizen.\"], after: \"De wijk groeit hard.\",\n"
    "     reviewed: true}\n"
    "  - {id: zuid, kind: ask, action: invest, quotes: [\"Bouw meer huizen.\"], after: \"De haven groeit ook hard.\",\n"
    "     reviewed: true}\n"
    "  - {id: stad, kind: observation, quotes: [\"De stad vraagt dat aan een andere stad.\"], reviewed: true,\n"
    "     places: [{as_written: stad, nth: 2, stakeholder: gemeente-oss}]}\n"
    "contacts:\n  - {as_written: Jan Jansen, kind: person}\n";

static int set_up(void **state) {
  *state = coded_folder_new(paper, coding);
  return 0;
}

static int tear_down(void **state) { return coded_folder_free(*state); }

static void take_in(const coded_folder *w) {
  g40_error err;
  g40_db *db = g40_db_open_writable(w->db, true, &err);
  g40_ingest *ingest = g40_ingest_new(&err);
  assert_int_equal(g40_ingest_add_path(ingest, w->paper, &err), G40_OK);
  assert_int_equal(g40_ingest_set_coding(ingest, w->coding, &err), G40_OK);
  g40_ingested *done = g40_db_ingest(db, ingest, &err);
  if (!done) {
    fail_msg("%s", err.message);
  }
  assert_int_equal(g40_ingested_failed(done), 0);
  g40_ingested_free(done);
  g40_ingest_free(ingest);
  g40_db_free(db);
}

static void export(const coded_folder *w, bool contacts, g4_buf *out) {
  g40_error err = {0};
  g4_store *store = g4_store_open(w->db, 1000, &err);
  assert_non_null(store);
  if (g4_export_coding(store, "proef", contacts, out, &err) != G40_OK) {
    fail_msg("%s", err.message);
  }
  g4_store_close(store);
}

static void test_coding__words_before_part_quotes_that_stand_twice(void **state) {
  const coded_folder *w = *state;
  g4_buf out = {0};
  take_in(w);
  export(w, true, &out);
  const char *yaml = g4_buf_text(&out), *noord = strstr(yaml, "id: noord"), *zuid = strstr(yaml, "id: zuid");
  assert_non_null(noord);
  assert_non_null(zuid);
  const char *first = strstr(noord, "after: \""), *second = strstr(zuid, "after: \"");
  assert_true(first && first < zuid && strstr(first, "wijk groeit hard.") && strstr(first, "wijk groeit hard.") < zuid);
  assert_true(second && strstr(second, "groeit ook hard."));
  g4_buf_free(&out);
}

static void test_coding__the_second_of_two_words_in_a_position_is_told(void **state) {
  const coded_folder *w = *state;
  g4_buf out = {0};
  take_in(w);
  export(w, true, &out);
  const char *place = strstr(g4_buf_text(&out), "places:");
  assert_non_null(place);
  assert_non_null(strstr(place, "nth: 2"));
  g4_buf_free(&out);
}

static void test_coding__contacts_are_listed_only_when_asked_for(void **state) {
  const coded_folder *w = *state;
  g4_buf with = {0}, without = {0};
  take_in(w);
  export(w, true, &with);
  export(w, false, &without);
  assert_non_null(strstr(g4_buf_text(&with), "Jan Jansen"));
  assert_non_null(strstr(g4_buf_text(&with), "jan@example.invalid"));
  assert_null(strstr(g4_buf_text(&without), "Jan Jansen"));
  assert_null(strstr(g4_buf_text(&without), "jan@example.invalid"));
  g4_buf_free(&with);
  g4_buf_free(&without);
}

static void test_coding__taken_back_it_is_exported_as_before(void **state) {
  const coded_folder *w = *state;
  g4_buf once = {0}, twice = {0};
  take_in(w);
  export(w, true, &once);
  remove(w->db);
  write_file(w->coding, g4_buf_text(&once), "");
  take_in(w);
  export(w, true, &twice);
  assert_string_equal(g4_buf_text(&twice), g4_buf_text(&once));
  g4_buf_free(&once);
  g4_buf_free(&twice);
}

static void test_coding__of_an_unknown_document_is_not_found(void **state) {
  const coded_folder *w = *state;
  g40_error err = {0};
  g4_buf out = {0};
  take_in(w);
  g4_store *store = g4_store_open(w->db, 1000, &err);
  assert_int_equal(g4_export_coding(store, "anders", true, &out, &err), G40_NOT_FOUND);
  assert_non_null(strstr(err.message, "'anders'"));
  assert_int_equal(out.length, 0);
  g4_buf_free(&out);
  g4_store_close(store);
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WORLD(test_coding__words_before_part_quotes_that_stand_twice),
      WORLD(test_coding__the_second_of_two_words_in_a_position_is_told),
      WORLD(test_coding__contacts_are_listed_only_when_asked_for),
      WORLD(test_coding__taken_back_it_is_exported_as_before),
      WORLD(test_coding__of_an_unknown_document_is_not_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
