#include "text/chars.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_char__knows_what_dutch_is_written_with(void **state) {
  (void)state;
  static const struct {
    uint32_t code;
    g4_char_class kind;
  } known[] = {
      {'a', G4_CHAR_LOWER},     {'v', G4_CHAR_LOWER},     {'Z', G4_CHAR_UPPER},     {'7', G4_CHAR_DIGIT},
      {'9', G4_CHAR_DIGIT},     {0xEB, G4_CHAR_LOWER},    {0xCB, G4_CHAR_UPPER},    {0x2082, G4_CHAR_DIGIT},
      {0x301, G4_CHAR_MARK},    {0xAD, G4_CHAR_MARK},     {' ', G4_CHAR_SPACE},     {0xA0, G4_CHAR_SPACE},
      {0xFEFF, G4_CHAR_SPACE},  {'.', G4_CHAR_STOP},      {0x2026, G4_CHAR_STOP},   {';', G4_CHAR_COLON},
      {',', G4_CHAR_COMMA},     {'-', G4_CHAR_DASH},      {0x2212, G4_CHAR_DASH},   {0x2013, G4_CHAR_DASH},
      {'(', G4_CHAR_OPEN},      {0x2018, G4_CHAR_OPEN},   {']', G4_CHAR_CLOSE},     {0x2019, G4_CHAR_CLOSE},
      {'"', G4_CHAR_QUOTE},     {0x2022, G4_CHAR_BULLET}, {0x25B6, G4_CHAR_BULLET}, {0x2192, G4_CHAR_BULLET},
      {0xF0B7, G4_CHAR_BULLET}, {0x20AC, G4_CHAR_OTHER},  {'%', G4_CHAR_OTHER},     {0, G4_CHAR_OTHER},
      {0x5D0, G4_CHAR_LETTER},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (g4_char(known[i].code) != known[i].kind) {
      fail_msg("U+%04X is %d, not %d", (unsigned)known[i].code, (int)g4_char(known[i].code), (int)known[i].kind);
    }
  }
}

static void test_char_at__and_before_tell_the_length(void **state) {
  (void)state;
  size_t length = 0;
  assert_int_equal(g4_char_at("\xE2\x80\xA2x", 4, &length), G4_CHAR_BULLET);
  assert_int_equal(length, 3);
  assert_int_equal(g4_char_before("x\xC3\xAB", 3, &length), G4_CHAR_LOWER);
  assert_int_equal(length, 2);
  assert_int_equal(g4_char_before("x!", 2, &length), G4_CHAR_STOP);
  assert_int_equal(length, 1);
}

static void test_classes__letters_are_words_and_digits_too(void **state) {
  (void)state;
  assert_true(g4_char_is_letter(G4_CHAR_UPPER));
  assert_true(g4_char_is_letter(G4_CHAR_MARK));
  assert_false(g4_char_is_letter(G4_CHAR_DIGIT));
  assert_true(g4_char_is_word(G4_CHAR_DIGIT));
  assert_false(g4_char_is_word(G4_CHAR_SPACE));
  assert_false(g4_char_is_word(G4_CHAR_STOP));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_char__knows_what_dutch_is_written_with),
      cmocka_unit_test(test_char_at__and_before_tell_the_length),
      cmocka_unit_test(test_classes__letters_are_words_and_digits_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
