#include "extract/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

static void test_words__have_classes_and_marks(void **state) {
  (void)state;
  const char *text = "Daarom (en ook) schaffen we, één voor één, 3 taksen af; klaar?";
  g4_parse parse;
  parse_text(text, &parse);
  assert_int_equal(parse.count, 12);
  assert_true(g4_parse_has(&parse, 0, G4_FIRM));
  assert_true(parse.words[0].capital);
  assert_int_equal(parse.words[1].before, '(');
  assert_int_equal(parse.words[3].before, ')');
  assert_int_equal(parse.words[3].verb, G4_V_schaf);
  assert_int_equal(parse.words[5].before, ',');
  assert_int_equal(parse.words[5].word, G4_W_een); /* without its accents */
  assert_true(parse.words[8].number);
  assert_int_equal(parse.words[11].before, ';');
  assert_true(parse.question);
  assert_false(parse.colon);
}

static void test_words__beyond_the_ends_are_nothing(void **state) {
  (void)state;
  g4_parse parse;
  parse_text("zee", &parse);
  assert_int_equal(g4_parse_word(&parse, -1), G4_W_NONE);
  assert_int_equal(g4_parse_word(&parse, 1), G4_W_NONE);
  assert_int_equal(g4_parse_last(&parse, 7), '\0');
  assert_int_equal(g4_parse_last(&parse, 0), 'e');
}

static void test_words__of_a_long_sentence_are_cut(void **state) {
  (void)state;
  static char text[5 * 400 + 1];
  for (size_t i = 0; i < 400; i++) {
    snprintf(text + 5 * i, 6, "zout ");
  }
  g4_parse parse;
  parse_text(text, &parse);
  assert_int_equal(parse.count, G4_PARSE_WORDS);
}

static void test_words__belong_to_mentions(void **state) {
  (void)state;
  const char *text = "De kleine vissers en reders";
  g4_mention mentions[] = {{.reading = {3, 17}}, {.reading = {21, 27}}};
  g4_parse parse;
  parse_text(text, &parse);
  g4_parse_mentions(&parse, mentions, 2);
  assert_int_equal(parse.words[0].mention, G4_NOWHERE);
  assert_int_equal(parse.words[1].mention, 0);
  assert_int_equal(parse.words[2].mention, 0);
  assert_int_equal(parse.words[3].mention, G4_NOWHERE);
  assert_int_equal(parse.words[4].mention, 1);
}

static void test_words__in_lower_case(void **state) {
  (void)state;
  g4_parse parse;
  parse_text("Coördinatie Regio's", &parse);
  char low[8], long_low[20];
  assert_int_equal(g4_parse_low(&parse, 0, long_low, sizeof long_low), 11);
  assert_string_equal(long_low, "coordinatie");
  assert_int_equal(g4_parse_low(&parse, 1, low, sizeof low), 6);
  assert_string_equal(low, "regios");
  assert_int_equal(g4_parse_low(&parse, 0, low, sizeof low), 7);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words__have_classes_and_marks),
      cmocka_unit_test(test_words__beyond_the_ends_are_nothing),
      cmocka_unit_test(test_words__of_a_long_sentence_are_cut),
      cmocka_unit_test(test_words__belong_to_mentions),
      cmocka_unit_test(test_words__in_lower_case),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
