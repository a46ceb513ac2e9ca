#include "text/pieces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* The pieces of a line with a | between them. */
static void check(const char *line, const char *want) {
  g4_buf got = {0};
  uint32_t end = (uint32_t)strlen(line);
  g4_piece piece = G4_PIECE_BEFORE(0);
  do {
    g4_piece_next(line, end, &piece);
    g4_buf_add(&got, line + piece.start, piece.end - piece.start);
    g4_buf_add_text(&got, piece.end < end ? "|" : "");
  } while (piece.end < end);
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
}

static void test_next__parts_where_a_space_is_missing(void **state) {
  (void)state;
  check("Kop van het hoofdstuk15bestraft.", "Kop van het hoofdstuk15|bestraft.");
  check("moet.Kop van de bladzijde12 Verder", "moet.|Kop van de bladzijde12| Verder");
  check("rechten 107Een nieuw begin", "rechten 107|Een nieuw begin");
  check("ons verhaalKop", "ons verhaal|Kop");
}

static void test_next__leaves_other_lines_whole(void **state) {
  (void)state;
  check("Een gewone regel. En nog een, in 2025.", "Een gewone regel. En nog een, in 2025.");
  check("I&W, D66 en 100.000", "I&W, D66 en 100.000");
}

static g4_piece_key key_of(const char *text) {
  g4_piece piece = {0, (uint32_t)strlen(text), G4_GLUE_NONE, G4_GLUE_NONE};
  g4_piece_key key;
  assert_true(g4_piece_key_of(text, &piece, &key));
  return key;
}

static void test_key__is_the_same_whatever_the_page(void **state) {
  (void)state;
  g4_piece_key one = key_of("Verkiezingsprogramma 2030  - 7"), other = key_of("Verkiezingsprogramma 2034 - 112");
  assert_int_equal(one.whole, other.whole);
  assert_int_equal(one.number, 7);
  assert_int_equal(other.number, 112);
  assert_int_equal(key_of("12 Kop van de bladzijde").number, 12);
  assert_int_equal(key_of("Kop van 12 de bladzijde").number, 12);
  assert_true(one.whole != key_of("Verkiezingsprogramma 2030 - zeven").whole);
  assert_true(one.family == key_of("Verkiezingsprogramma van ons 7").family);
}

static void test_key__needs_letters(void **state) {
  (void)state;
  g4_piece piece = {0, 9, G4_GLUE_NONE, G4_GLUE_NONE};
  g4_piece_key key;
  assert_false(g4_piece_key_of("Artikel 5", &piece, &key));
}

static void test_page_number__looks_behind_a_year(void **state) {
  (void)state;
  assert_int_equal(g4_page_number("12", 0, 2), 12);
  assert_int_equal(g4_page_number("20219", 0, 5), 9);
  assert_int_equal(g4_page_number("2021", 0, 4), 0);
  assert_int_equal(g4_page_number("12345", 0, 5), 0);
}

static void test_name__a_capital_inside_a_capitalised_word(void **state) {
  (void)state;
  const char *line = "de PartijVoorbeeld wil";
  g4_piece piece = G4_PIECE_BEFORE(0);
  g4_piece_next(line, (uint32_t)strlen(line), &piece);
  assert_int_equal(piece.right, G4_GLUE_CAMEL);
  assert_true(g4_piece_name(line, (uint32_t)strlen(line), &piece) != 0);
  g4_piece_extend(line, (uint32_t)strlen(line), &piece);
  assert_int_equal(piece.end, strlen(line));

  const char *glued = "het beginVerder gaan";
  g4_piece other = G4_PIECE_BEFORE(0);
  g4_piece_next(glued, (uint32_t)strlen(glued), &other);
  assert_int_equal(g4_piece_name(glued, (uint32_t)strlen(glued), &other), 0);
}

static void test_same_until__stops_at_a_whole_word(void **state) {
  (void)state;
  const char *text = "Kop 2021 deel 12 De natuur. Kop 2021 deel 18 Dieren leven.";
  assert_int_equal(g4_piece_same_until(text, 0, 27, 28), strlen("Kop 2021 deel 12"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_next__parts_where_a_space_is_missing),
      cmocka_unit_test(test_next__leaves_other_lines_whole),
      cmocka_unit_test(test_key__is_the_same_whatever_the_page),
      cmocka_unit_test(test_key__needs_letters),
      cmocka_unit_test(test_page_number__looks_behind_a_year),
      cmocka_unit_test(test_name__a_capital_inside_a_capitalised_word),
      cmocka_unit_test(test_same_until__stops_at_a_whole_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
