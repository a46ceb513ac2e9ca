#include "extract/endings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static g4_endings *endings;

static int set_up(void **state) {
  (void)state;
  endings = g4_endings_new(NULL);
  return endings ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  g4_endings_free(endings);
  return 0;
}

static g4_word_kind kind_of(const char *word, size_t *stem) {
  g4_ending read = g4_endings_read(endings, (g4_slice){word, strlen(word)});
  *stem = read.stem;
  return read.kind;
}

static void test_endings__a_whole_word_or_its_last_part(void **state) {
  (void)state;
  size_t stem;
  assert_int_equal(kind_of("ondernemers", &stem), G4_WORD_PEOPLE);
  assert_int_equal(stem, 0);
  assert_int_equal(kind_of("zorgondernemers", &stem), G4_WORD_PEOPLE);
  assert_int_equal(stem, 4);
  assert_int_equal(kind_of("jeugdwet", &stem), G4_WORD_LAW);
  assert_int_equal(kind_of("wet", &stem), G4_WORD_ACT);
}

static void test_endings__the_longest_entry_decides(void **state) {
  (void)state;
  size_t stem;
  assert_int_equal(kind_of("bewakers", &stem), G4_WORD_PEOPLE_ERS);
  assert_int_equal(kind_of("spelcomputers", &stem), G4_WORD_OTHER);
  assert_int_equal(kind_of("kaderwet", &stem), G4_WORD_ACT);
  assert_int_equal(kind_of("raamwet", &stem), G4_WORD_OTHER);
}

static void test_endings__a_stem_has_two_letters_or_more(void **state) {
  (void)state;
  size_t stem;
  assert_int_equal(kind_of("xwet", &stem), G4_WORD_OTHER);
  assert_int_equal(kind_of("ers", &stem), G4_WORD_OTHER);
  assert_int_equal(kind_of("", &stem), G4_WORD_OTHER);
  assert_int_equal(kind_of("xy\xc3\xa9wet", &stem), G4_WORD_LAW);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_endings__a_whole_word_or_its_last_part),
      cmocka_unit_test(test_endings__the_longest_entry_decides),
      cmocka_unit_test(test_endings__a_stem_has_two_letters_or_more),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
