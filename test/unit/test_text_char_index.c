#include "text/char_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static void test_char_index__counts_as_one_would_from_the_start(void **state) {
  (void)state;
  /* Characters of 1 to 4 bytes, so that every kind is cut by some mark. */
  static const char *const characters[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x8C\x8D"};
  char text[2048] = "";
  g4_char_index index;
  for (size_t i = 0; i < 700; i++) {
    strcat(text, characters[i * i % 7 % 4]);
  }
  size_t length = strlen(text);
  assert_true(length > 1000 && g4_char_index_build(&index, text, length));
  int64_t characters_before = 0;
  for (size_t at = 0; at < length; at++) {
    bool start = ((unsigned char)text[at] & 0xC0) != 0x80;
    if (start) {
      assert_int_equal(g4_char_index_at(&index, at), characters_before);
    }
    characters_before += start;
  }
  assert_int_equal(g4_char_index_at(&index, length), 700);
  assert_int_equal(g4_char_index_at(&index, length + 1000), 700);
  g4_char_index_free(&index);
}

static void test_char_index__of_nothing_and_of_just_one_step(void **state) {
  (void)state;
  char text[257];
  memset(text, 'x', sizeof text);
  for (size_t length = 0; length <= 256; length += 128) {
    g4_char_index index;
    assert_true(g4_char_index_build(&index, text, length));
    assert_int_equal(g4_char_index_at(&index, length), length);
    assert_int_equal(g4_char_index_at(&index, 0), 0);
    g4_char_index_free(&index);
  }
}

static void test_char_index__says_when_memory_runs_out(void **state) {
  (void)state;
  static char text[4096];
  memset(text, 'x', sizeof text);
  g4_char_index index;
  faults_start(0);
  assert_true(g4_char_index_build(&index, text, sizeof text));
  long n = faults_stop();
  g4_char_index_free(&index);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    bool built = g4_char_index_build(&index, text, sizeof text);
    faults_stop();
    assert_false(built);
    assert_null(index.marks.items);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_char_index__counts_as_one_would_from_the_start),
      cmocka_unit_test(test_char_index__of_nothing_and_of_just_one_step),
      cmocka_unit_test(test_char_index__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
