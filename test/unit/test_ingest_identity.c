#include "ingest/identity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *path, const char *id) {
  g4_buf made = {0};
  g4_document_id(path, &made);
  assert_string_equal(g4_buf_text(&made), id);
  g4_buf_free(&made);
}

static void test_id__is_the_stem_of_the_name_with_its_case(void **state) {
  (void)state;
  check("/papers/VVD_2021.txt", "document/VVD_2021");
  check("D66.v2.pdf", "document/D66.v2");
  check("paper", "document/paper");
  check("E\xC3\xA9nNL 2006.txt", "document/E\xC3\xA9nNL-2006");
}

static void test_id__has_nothing_that_a_path_or_address_minds(void **state) {
  (void)state;
  check("Tamara's (Open) Partij?.txt", "document/Tamara-s-Open-Partij");
  check("--a--.txt", "document/--a");
  check("....txt", "document/document");
  check(".txt", "document/txt");
  check("\xFF\xFE.txt", "document/document");
  check("a\nb.txt", "document/a-b");
}

static void test_key__is_the_same_by_any_way_to_the_file(void **state) {
  (void)state;
  char one[G4_SHA256_TEXT], other[G4_SHA256_TEXT];
  g40_error err = {0};
  assert_int_equal(g4_source_key(SOURCE_DIR "/LICENSE", one, &err), G40_OK);
  assert_int_equal(g4_source_key(SOURCE_DIR "/src/../LICENSE", other, &err), G40_OK);
  assert_string_equal(one, other);
  assert_int_equal(g4_source_key(SOURCE_DIR "/nothing", other, &err), G40_IO);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_id__is_the_stem_of_the_name_with_its_case),
                                     cmocka_unit_test(test_id__has_nothing_that_a_path_or_address_minds),
                                     cmocka_unit_test(test_key__is_the_same_by_any_way_to_the_file)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
