#include "text/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

/* "[a] b [c d]": the text with its spans in brackets. */
static void show(const char *text, const g4_word_spans *spans, char *out, size_t room) {
  size_t at = 0, length = 0;
  for (size_t i = 0; i <= spans->count; i++) {
    size_t start = i < spans->count ? spans->items[i].start : strlen(text);
    assert_true(start >= at && length + start - at + 3 < room);
    memcpy(out + length, text + at, start - at);
    length += start - at;
    at = start;
    if (i < spans->count) {
      size_t end = spans->items[i].end;
      out[length++] = '[';
      memcpy(out + length, text + start, end - start);
      length += end - start;
      out[length++] = ']';
      at = end;
    }
  }
  out[length] = '\0';
}

static void check(const char *before, const char *after, const char *gone, const char *come) {
  g4_word_spans went = {0}, came = {0};
  g40_error err = {0};
  char text[400];
  assert_int_equal(g4_difference(before, after, &went, &came, &err), G40_OK);
  show(before, &went, text, sizeof text);
  assert_string_equal(text, gone);
  show(after, &came, text, sizeof text);
  assert_string_equal(text, come);
  g4_vec_free(&went);
  g4_vec_free(&came);
}

static void test_difference__the_same_words_differ_in_nothing(void **state) {
  (void)state;
  check("", "", "", "");
  check("Geef steden ruimte.", "Geef steden ruimte.", "Geef steden ruimte.", "Geef steden ruimte.");
  check("Geef steden: ruimte", "Geef (steden) ruimte!", "Geef steden: ruimte", "Geef (steden) ruimte!");
}

static void test_difference__words_go_come_and_change(void **state) {
  (void)state;
  check("Geef alle steden ruimte", "Geef steden ruimte", "Geef [alle] steden ruimte", "Geef steden ruimte");
  check("Geef steden ruimte", "Geef steden meer ruimte nu", "Geef steden ruimte", "Geef steden [meer] ruimte [nu]");
  check("Bouw 10.000 huizen per jaar", "Bouw 15.000 woningen per jaar", "Bouw [10.000 huizen] per jaar",
        "Bouw [15.000 woningen] per jaar");
  check("a b", "", "[a b]", "");
  check("", "a, b", "", "[a, b]");
  check("a b c", "x y", "[a b c]", "[x y]");
}

static void test_difference__case_counts(void **state) {
  (void)state;
  check("de wet", "De wet", "[de] wet", "[De] wet");
}

static void test_difference__what_moved_went_and_came(void **state) {
  (void)state;
  check("een twee drie vier", "twee drie vier een", "[een] twee drie vier", "twee drie vier [een]");
}

/* The parts that stayed are the same in both, so either text can be made of the other. */
static void test_difference__what_stays_is_common(void **state) {
  (void)state;
  uint32_t seed = 3;
  for (int round = 0; round < 300; round++) {
    char texts[2][200] = {"", ""};
    for (int side = 0; side < 2; side++) {
      for (size_t i = 0; i < 12; i++) {
        seed = seed * 1664525u + 1013904223u;
        const char word[3] = {(char)('a' + (seed >> 16) % 5), ' ', '\0'};
        memcpy(texts[side] + strlen(texts[side]), word, sizeof word);
      }
    }
    g4_word_spans spans[2] = {{0}, {0}};
    g40_error err = {0};
    assert_int_equal(g4_difference(texts[0], texts[1], &spans[0], &spans[1], &err), G40_OK);
    for (int side = 0; side < 2; side++) {
      for (size_t i = 0; i < spans[side].count; i++) {
        memset(texts[side] + spans[side].items[i].start, ' ', spans[side].items[i].end - spans[side].items[i].start);
      }
      g4_vec_free(&spans[side]);
    }
    char left[2][200];
    for (int side = 0; side < 2; side++) {
      size_t n = 0;
      for (const char *at = texts[side]; *at; at++) {
        if (*at != ' ') {
          left[side][n++] = *at;
        }
      }
      left[side][n] = '\0';
    }
    assert_string_equal(left[0], left[1]);
  }
}

static void test_difference__long_texts_are_bounded(void **state) {
  (void)state;
  enum { WORDS = 6000 };
  char *texts[2];
  for (int side = 0; side < 2; side++) {
    texts[side] = calloc(WORDS * 2 + 8, 1);
    assert_non_null(texts[side]);
    for (size_t i = 0; i < WORDS; i++) {
      texts[side][2 * i] = (char)(side ? 'b' : 'a');
      texts[side][2 * i + 1] = ' ';
    }
    memcpy(texts[side] + (size_t)WORDS * 2, "eind", 4);
  }
  g4_word_spans gone = {0}, come = {0};
  g40_error err = {0};
  assert_int_equal(g4_difference(texts[0], texts[1], &gone, &come, &err), G40_OK);
  assert_int_equal(gone.count, 1);
  assert_int_equal(gone.items[0].end, WORDS * 2 - 1);
  assert_int_equal(come.count, 1);
  g4_vec_free(&gone);
  g4_vec_free(&come);
  free(texts[0]);
  free(texts[1]);
}

static void test_difference__every_failed_allocation_is_told(void **state) {
  (void)state;
  int code = G40_NOMEM;
  for (int k = 1; code != G40_OK; k++) {
    g4_word_spans gone = {0}, come = {0};
    g40_error err = {0};
    faults_start(k);
    code = g4_difference("geef alle steden ruimte", "geef steden meer", &gone, &come, &err);
    faults_stop();
    assert_true(code == G40_OK || code == G40_NOMEM);
    g4_vec_free(&gone);
    g4_vec_free(&come);
    assert_true(k < 100);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_difference__the_same_words_differ_in_nothing),
      cmocka_unit_test(test_difference__words_go_come_and_change),
      cmocka_unit_test(test_difference__case_counts),
      cmocka_unit_test(test_difference__what_moved_went_and_came),
      cmocka_unit_test(test_difference__what_stays_is_common),
      cmocka_unit_test(test_difference__long_texts_are_bounded),
      cmocka_unit_test(test_difference__every_failed_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
