#include "text/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* The words of a text with a | behind each. */
static void check(const char *text, const char *want) {
  g4_buf got = {0};
  g4_word word;
  for (size_t at = 0; g4_word_next(text, strlen(text), at, &word); at = word.end) {
    assert_true(word.start >= at && word.end > word.start);
    g4_buf_add(&got, text + word.start, word.end - word.start);
    g4_buf_add_char(&got, '|');
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
}

static void test_words__stay_whole_as_dutch_writes_them(void **state) {
  (void)state;
  check(
      "I&W, mkb\xE2\x80\x99"
      "ers en zzp'er.",
      "I&W|mkb\xE2\x80\x99"
      "ers|en|zzp'er|");
  check("In 's-Hertogenbosch (D66) is 's avonds", "In|'s-Hertogenbosch|D66|is|'s|avonds|");
  check("mkb-ondernemers: 100.000, 2,5 en 15%.", "mkb-ondernemers|100.000|2,5|en|15%|");
  check("re\xC3\xABle co\xC3\xB6rdinatie", "re\xC3\xABle|co\xC3\xB6rdinatie|");
  check("CO\xE2\x82\x82-uitstoot", "CO\xE2\x82\x82-uitstoot|");
  check("samen\xC2\xADwerking", "samen\xC2\xADwerking|");
}

static void test_words__leave_out_what_stands_around_them(void **state) {
  (void)state;
  check("voor- en nadelen", "voor|en|nadelen|");
  check("'ja' \"nee\" \xE2\x80\x98misschien\xE2\x80\x99", "ja|nee|misschien|");
  check("in 2025. De 3, of 4.", "in|2025|De|3|of|4|");
  check("EZ/SZW - A & B", "EZ|SZW|A|B|");
  check(" \t ... !", "");
  check("", "");
}

static void test_word__says_what_it_starts_with(void **state) {
  (void)state;
  g4_word word;
  assert_true(g4_word_next("markt", 5, 0, &word));
  assert_true(word.plain && !word.number && !word.capital);
  assert_true(g4_word_next("50-plussers", 11, 0, &word));
  assert_true(!word.plain && word.number && !word.capital);
  assert_true(g4_word_next("'s-Gravenhage", 13, 0, &word));
  assert_true(!word.plain && word.capital);
  assert_true(g4_word_next("'s avonds", 9, 0, &word));
  assert_false(word.capital);
  assert_false(g4_word_next("markt", 5, 5, &word));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words__stay_whole_as_dutch_writes_them),
      cmocka_unit_test(test_words__leave_out_what_stands_around_them),
      cmocka_unit_test(test_word__says_what_it_starts_with),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
