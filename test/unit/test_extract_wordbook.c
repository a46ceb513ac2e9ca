#include "extract/wordbook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"
#include "unit/registry_fixture.h"

static g4_registry registry;
static g4_spotter *spotter;
static g4_endings *endings;

static int set_up(void **state) {
  (void)state;
  endings = g4_endings_new(NULL);
  spotter = registry_fixture(&registry) ? NULL : g4_spotter_new(&registry, G4_ANY_TYPE, NULL);
  return endings && spotter ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  g4_spotter_free(spotter);
  g4_endings_free(endings);
  g4_registry_free(&registry);
  return 0;
}

static g4_wordbook book_of(const char *text) {
  g4_wordbook book = {.endings = endings, .spotter = spotter};
  assert_int_equal(g4_wordbook_read(&book, text, strlen(text), NULL), G40_OK);
  return book;
}

static void check_low(const g4_entry *entry, const char *expected) { assert_string_equal(entry->low, expected); }

static void check_slice(g4_slice slice, const char *expected) {
  assert_int_equal(slice.length, strlen(expected));
  assert_memory_equal(slice.text, expected, slice.length);
}

static void test_words__are_known_in_every_way(void **state) {
  (void)state;
  g4_wordbook book = book_of("De IenW-coördinatie verlaagt zulke foto's");
  assert_int_equal(book.words.count, 5);
  const g4_entry *entry = book.words.items[1].entry;
  check_low(entry, "ienw-coordinatie");
  check_slice(g4_entry_bare(entry), "ienw-coordinatie");
  g4_spot_part one;
  g4_spot_parts parts = g4_book_parts(&book.words.items[1], &one);
  assert_int_equal(parts.count, 2);
  check_slice(parts.items[1].low, "coordinatie");
  assert_non_null(parts.items[0].names);
  assert_null(parts.items[1].names);
  parts = g4_book_parts(&book.words.items[2], &one);
  assert_int_equal(parts.count, 1);
  check_slice(parts.items[0].low, "verlaagt");
  assert_int_equal(book.words.items[2].entry->reading.verb, G4_V_verlag);
  check_low(book.words.items[4].entry, "foto's");
  check_slice(g4_entry_bare(book.words.items[4].entry), "fotos");
  assert_int_equal(book.words.items[0].entry->kind, G4_WORD_ARTICLE);
  g4_wordbook_free(&book);
}

static void test_words__of_one_form_share_what_is_known(void **state) {
  (void)state;
  g4_wordbook book = book_of("vis Vis VIS vis");
  const g4_book_word *words = book.words.items;
  assert_ptr_equal(words[0].entry, words[3].entry);
  assert_ptr_not_equal(words[0].entry, words[1].entry);
  assert_false(words[1].entry->flags & G4_ENTRY_UPPER);
  assert_true(words[2].entry->flags & G4_ENTRY_UPPER);
  assert_int_equal(book.entry_count, 3);
  g4_wordbook_free(&book);
}

static void test_words__that_differ_in_the_middle_are_two(void **state) {
  (void)state;
  g4_wordbook book = book_of("a ab abc abcd abcde ababababcabababab ababababdabababab ababababcabababab bij boj");
  const g4_book_word *words = book.words.items;
  assert_int_equal(book.entry_count, 9);
  assert_ptr_equal(words[5].entry, words[7].entry);
  check_low(words[6].entry, "ababababdabababab");
  check_low(words[2].entry, "abc");
  g4_wordbook_free(&book);
}

static void test_read__takes_the_place_of_the_words_before(void **state) {
  (void)state;
  g4_wordbook book = book_of("een twee drie");
  assert_int_equal(g4_wordbook_read(&book, "twee", 4, NULL), G40_OK);
  assert_int_equal(book.words.count, 1);
  assert_int_equal(book.words.items[0].at.start, 0);
  assert_int_equal(book.entry_count, 3);
  g4_wordbook_free(&book);
}

static void test_read__keeps_no_more_forms_than_a_book_has(void **state) {
  (void)state;
  g4_wordbook book = {0};
  char word[16];
  size_t most = 0;
  for (unsigned i = 0; i < 40000; i++) {
    int n = snprintf(word, sizeof word, "%u", i);
    assert_int_equal(g4_wordbook_read(&book, word, (size_t)n, NULL), G40_OK);
    assert_int_equal(book.words.items[0].entry->low_length, n);
    most = book.entry_count > most ? book.entry_count : most;
  }
  assert_true(most > 10000 && most < 40000);
  assert_true(book.entry_count < most);
  g4_wordbook_free(&book);
}

static void test_read__every_failing_allocation_is_told(void **state) {
  (void)state;
  const char *text = "De IenW-coördinatie";
  faults_start(0);
  g4_wordbook book = book_of(text);
  long asked = faults_stop();
  g4_wordbook_free(&book);
  assert_true(asked > 3);
  for (long k = 1; k <= asked; k++) {
    g4_wordbook few = {.endings = endings, .spotter = spotter};
    faults_start(k);
    int code = g4_wordbook_read(&few, text, strlen(text), NULL);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
    g4_wordbook_free(&few);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words__are_known_in_every_way),
      cmocka_unit_test(test_words__of_one_form_share_what_is_known),
      cmocka_unit_test(test_words__that_differ_in_the_middle_are_two),
      cmocka_unit_test(test_read__takes_the_place_of_the_words_before),
      cmocka_unit_test(test_read__keeps_no_more_forms_than_a_book_has),
      cmocka_unit_test(test_read__every_failing_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
