#include "text/sentences.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* `marked` is a text with a | wherever a sentence must end. */
static void check(const char *marked) {
  g4_buf text = {0}, got = {0};
  for (const char *c = marked; *c; c++) {
    if (*c != '|') {
      g4_buf_add_char(&text, *c);
    }
  }
  g4_sentence sentence;
  size_t shown = 0;
  for (size_t at = 0; g4_sentence_next(g4_buf_text(&text), text.length, at, &sentence); at = sentence.next) {
    assert_true(sentence.start >= shown && sentence.end > sentence.start && sentence.next >= sentence.end);
    g4_buf_add(&got, text.bytes + shown, sentence.end - shown);
    g4_buf_add_char(&got, '|');
    shown = sentence.end;
  }
  assert_string_equal(g4_buf_text(&got), marked);
  g4_buf_free(&text);
  g4_buf_free(&got);
}

static void test_stops__end_sentences(void **state) {
  (void)state;
  check("We bouwen door.| Hoe dan?| Zo!|");
  check("Dat kan niet?!| Jawel.|");
  check("En toch...| We gaan door|");
  check("Nog even\xE2\x80\xA6| We gaan door|");
  check("Nog even... en we gaan door|");
  check("Zonder punt aan het eind|");
}

static void test_abbreviations__do_not(void **state) {
  (void)state;
  check("Regel dit, bijv. Groningen doet het al, o.a. Assen ook.|");
  check("Zie art. 5 en nr. 12, d.w.z. De Wet.| Klaar.|");
  check("Dat doen dhr. Jansen, drs. P. de Vries en J.P. Bakker.| Wij ook.|");
  check("Scholen, bedrijven, e.d.| Zij doen mee.|");
  check("Winkels, caf\xC3\xA9s enz.| De rest volgt.|");
  check("Energie, m.b.t. de N.V. Gasunie, is schaars.|");
  check("Wij kiezen plan B.| Dat is beter.|");
  check("Het gaat ons daar om.| Meer niet.|");
  check("Diploma\xE2\x80\x99s.| Dat maakt het makkelijk.|");
}

static void test_numbers__keep_their_stops(void **state) {
  (void)state;
  check("Bouw 100.000 woningen voor 10.30 uur.| Dat kan.|");
  check("Dat was in 2025.| De rest komt later.|");
  check("Het kost 2.5 miljard.| 15 procent is al gevonden.|");
  check("1. Regel dit eerst.| Dan de rest.|");
  check("3.2. Regel dit eerst.| Dan de rest.|");
}

static void test_quotes__close_behind_the_stop(void **state) {
  (void)state;
  check("Hij zei: \xE2\x80\x9CHet is klaar.\xE2\x80\x9D| Toen ging hij.|");
  check("\xE2\x80\x98Waarom?\xE2\x80\x99 vroeg zij.| Niemand wist het.|");
  check("Dat is zo (zie de bijlage.)| Verder niets.|");
  check("Dat is veel (!) geld.| Echt.|");
  check("Het werd laat.| \xE2\x80\x99s Avonds was het klaar.| 't Is mooi.|");
}

static void test_starts__in_lower_case_are_no_starts(void **state) {
  (void)state;
  check("Dat vindt Bol. nl ook.|");
  check("Kan dat? ja hoor.|");
}

static void test_glue__is_undone_between_sentences_only(void **state) {
  (void)state;
  check("Dat is landbouw.|Verweving is nodig.|");
  check("Zie www.voorbeeld.Nl/Pagina.Html voor meer.|");
  check("Kijk op www.voorbeeld.nl.| De rest staat daar.|");
}

/* The number of a footnote, or of a page, belongs to neither side. */
static void test_glue__numbers_between_are_left_out(void **state) {
  (void)state;
  static const char *const texts[] = {"Dat is overleg.12 De partijen zijn het eens.",
                                      "Dat is overleg.12De partijen zijn het eens."};
  for (size_t i = 0; i < 2; i++) {
    g4_sentence sentence;
    assert_true(g4_sentence_next(texts[i], strlen(texts[i]), 0, &sentence));
    assert_int_equal(sentence.end, strlen("Dat is overleg."));
    assert_true(g4_sentence_next(texts[i], strlen(texts[i]), sentence.next, &sentence));
    assert_string_equal(texts[i] + sentence.start, "De partijen zijn het eens.");
  }
}

static void test_bullets__part_items_on_one_line(void **state) {
  (void)state;
  const char *text = "Wij willen: \xE2\x80\xA2 meer groen \xE2\x80\xA2 minder grijs";
  g4_sentence sentence;
  assert_true(g4_sentence_next(text, strlen(text), 0, &sentence));
  assert_memory_equal(text + sentence.start, "Wij willen:", sentence.end - sentence.start);
  assert_false(sentence.item);
  assert_true(g4_sentence_next(text, strlen(text), sentence.next, &sentence));
  assert_memory_equal(text + sentence.start, "meer groen", sentence.end - sentence.start);
  assert_true(sentence.item);
  assert_true(g4_sentence_next(text, strlen(text), sentence.next, &sentence));
  assert_memory_equal(text + sentence.start, "minder grijs", sentence.end - sentence.start);
  assert_false(g4_sentence_next(text, strlen(text), sentence.next, &sentence));
}

static void test_leaders__end_nothing(void **state) {
  (void)state;
  check("Wonen .......... 12|");
}

static void test_next__nothing_in_nothing(void **state) {
  (void)state;
  g4_sentence sentence;
  assert_false(g4_sentence_next("", 0, 0, &sentence));
  assert_false(g4_sentence_next("  ", 2, 0, &sentence));
  assert_false(g4_sentence_next("Ja.", 3, 3, &sentence));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stops__end_sentences),
      cmocka_unit_test(test_abbreviations__do_not),
      cmocka_unit_test(test_numbers__keep_their_stops),
      cmocka_unit_test(test_quotes__close_behind_the_stop),
      cmocka_unit_test(test_starts__in_lower_case_are_no_starts),
      cmocka_unit_test(test_glue__is_undone_between_sentences_only),
      cmocka_unit_test(test_glue__numbers_between_are_left_out),
      cmocka_unit_test(test_bullets__part_items_on_one_line),
      cmocka_unit_test(test_leaders__end_nothing),
      cmocka_unit_test(test_next__nothing_in_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
