#include "lexicon/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The tokens, each with its gap, a ^ for a capital and a + where a hyphen ties it to the one before. */
static void check(const char *text, const char *expected) {
  g4_tokens tokens = g4_tokens_of(text, strlen(text));
  g4_token token;
  char found[300] = "";
  while (g4_tokens_next(&tokens, &token)) {
    size_t n = strlen(found);
    snprintf(found + n, sizeof found - n, "%c%s%s[%.*s]", token.gap, token.capital ? "^" : "", token.inner ? "+" : "",
             (int)(token.end - token.start), text + token.start);
  }
  assert_string_equal(found, expected);
}

static void test_next__words_and_their_gaps(void **state) {
  (void)state;
  check("", "");
  check("Zorg en welzijn", " ^[Zorg] [en] [welzijn]");
  check("zorg, welzijn (en sport)", " [zorg],[welzijn]([en] [sport]");
}

static void test_next__hyphens_take_words_apart(void **state) {
  (void)state;
  check("EZ-begroting", " ^[EZ] +[begroting]");
  check("commissie-Jansen", " [commissie] ^+[Jansen]");
  check("niet-EZ-geld", " [niet] ^+[EZ] +[geld]");
  check("'s-Hertogenbosch", " ^['s] ^+[Hertogenbosch]");
  check(
      "a\xE2\x80\x91"
      "b",
      " [a] +[b]");
}

static void test_next__a_hyphen_joins_and_a_free_dash_does_not(void **state) {
  (void)state;
  check("midden- en klein", " [midden] [en] [klein]");
  check("zorg - welzijn", " [zorg]-[welzijn]");
  check("zorg \xE2\x80\x93 welzijn", " [zorg]\xE2[welzijn]");
}

static void test_next__marks_inside_a_word_stay(void **state) {
  (void)state;
  check("I&W, mkb'ers", " ^[I&W],[mkb'ers]");
}

static void test_next__noise_ends(void **state) {
  (void)state;
  check("\xFF-\xC3-- -", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_next__words_and_their_gaps),
      cmocka_unit_test(test_next__hyphens_take_words_apart),
      cmocka_unit_test(test_next__a_hyphen_joins_and_a_free_dash_does_not),
      cmocka_unit_test(test_next__marks_inside_a_word_stay),
      cmocka_unit_test(test_next__noise_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
