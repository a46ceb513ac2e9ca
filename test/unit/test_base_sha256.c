#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_sha256__of_the_standards_examples(void **state) {
  (void)state;
  char text[G4_SHA256_TEXT];
  assert_string_equal(g4_sha256("abc", 3, text), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_string_equal(g4_sha256("", 0, text), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void test_sha256__counts_bytes_behind_a_nul(void **state) {
  (void)state;
  char one[G4_SHA256_TEXT], two[G4_SHA256_TEXT];
  assert_string_not_equal(g4_sha256("a\0b", 3, one), g4_sha256("a\0c", 3, two));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sha256__of_the_standards_examples),
      cmocka_unit_test(test_sha256__counts_bytes_behind_a_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
