#include "extract/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static g4_endings *endings;
static g4_view view;
static g4_wordbook book;

static int set_up(void **state) {
  (void)state;
  endings = g4_endings_new(NULL);
  book.endings = endings;
  return endings ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  g4_view_free(&view);
  g4_wordbook_free(&book);
  g4_endings_free(endings);
  return 0;
}

static void look_at(const char *text) {
  assert_int_equal(g4_wordbook_read(&book, text, strlen(text), NULL), G40_OK);
  assert_int_equal(g4_view_fill(&view, &book, text, strlen(text), NULL), G40_OK);
}

static void test_view__folds_words_and_tells_the_gaps(void **state) {
  (void)state;
  look_at("De (mkb)bedrijven, patiënten & het “UWV”: dak- en thuislozen");
  assert_int_equal(view.words.count, 9);
  assert_true(g4_view_is(&view, 3, "patienten"));
  assert_int_equal(g4_view_gap(&view, 0), 0);
  assert_int_equal(g4_view_gap(&view, 1), G4_GAP_OPEN);
  assert_int_equal(g4_view_gap(&view, 2), G4_GAP_CLOSE | G4_GAP_GLUED);
  assert_int_equal(g4_view_gap(&view, 3), G4_GAP_COMMA);
  assert_int_equal(g4_view_gap(&view, 4), G4_GAP_AND);
  assert_int_equal(g4_view_gap(&view, 5), G4_GAP_QUOTE);
  assert_int_equal(g4_view_gap(&view, 6), G4_GAP_QUOTE | G4_GAP_OTHER);
  assert_true(view.words.items[5].upper);
  assert_true(g4_view_hangs(&view, 6));
  assert_false(g4_view_hangs(&view, 8));
  assert_int_equal(g4_view_kind(&view, 7), G4_WORD_AND);
}

static void test_view__a_word_that_was_parted_is_one(void **state) {
  (void)state;
  look_at("Volksge- zondheid en jeugd- en ouderenzorg");
  assert_int_equal(view.words.count, 5);
  assert_true(g4_view_is(&view, 0, "volksgezondheid"));
  assert_int_equal(view.words.items[0].end, strlen("Volksge- zondheid"));
  assert_true(g4_view_is(&view, 2, "jeugd"));
}

static void test_view__past_the_ends_there_is_nothing(void **state) {
  (void)state;
  look_at("Een woord");
  assert_int_equal(g4_view_low(&view, 2).length, 0);
  assert_int_equal(g4_view_low(&view, (size_t)-1).length, 0);
  assert_int_equal(g4_view_kind(&view, 2), G4_WORD_BREAK);
  assert_int_equal(g4_view_gap(&view, 9), G4_GAP_OTHER);
  assert_false(g4_view_is_proper(&view, 9));
  look_at("");
  assert_int_equal(view.words.count, 0);
  assert_int_equal(g4_view_word_at(&view, 0), 0);
}

static void test_view__a_capital_inside_the_sentence_is_a_name(void **state) {
  (void)state;
  look_at("De Boer: Een Visser 3 Vis");
  assert_false(g4_view_is_proper(&view, 0));
  assert_true(g4_view_is_proper(&view, 1));
  assert_false(g4_view_is_proper(&view, 2));
  assert_true(g4_view_is_proper(&view, 3));
  assert_false(g4_view_is_proper(&view, 5));
}

static void test_view__words_are_found_by_their_place(void **state) {
  (void)state;
  look_at("een twee drie");
  assert_int_equal(g4_view_word_at(&view, 0), 0);
  assert_int_equal(g4_view_word_at(&view, 1), 1);
  assert_int_equal(g4_view_word_at(&view, 9), 2);
  assert_int_equal(g4_view_word_at(&view, 10), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_view__folds_words_and_tells_the_gaps),
      cmocka_unit_test(test_view__a_word_that_was_parted_is_one),
      cmocka_unit_test(test_view__past_the_ends_there_is_nothing),
      cmocka_unit_test(test_view__a_capital_inside_the_sentence_is_a_name),
      cmocka_unit_test(test_view__words_are_found_by_their_place),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
