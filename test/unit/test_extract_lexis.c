#include "extract/lexis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static g4_reading_of_word read_word(const char *word) { return g4_lexis_read(word, strlen(word)); }

/* "stem+particle forms", forms as letters. */
static void check(const char *word, const char *expected) {
  static const char letters[] = "stpiPdcS"; /* in the order of the bits */
  g4_reading_of_word reading = read_word(word);
  char found[80], forms[9];
  size_t n = 0;
  for (unsigned bit = 0; bit < 8; bit++) {
    if (reading.forms & (1u << bit)) {
      forms[n++] = letters[bit];
    }
  }
  forms[n] = '\0';
  snprintf(found, sizeof found, "%s%s%s %s", g4_lexis_verb_at(reading.verb)->stem, reading.particle ? "+" : "",
           g4_lexis_word_at(reading.particle)->text, forms);
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s, not %s", word, found, expected);
  }
}

static void test_lexis__tables_are_sorted_so_that_all_is_found(void **state) {
  (void)state;
  for (int word = 1; word < G4_W_COUNT; word++) {
    assert_int_equal(read_word(g4_lexis_word_at((uint16_t)word)->text).word, word);
  }
  for (int verb = 1; verb + 1 < G4_V_COUNT; verb++) {
    const char *stem = g4_lexis_verb_at((uint16_t)verb)->stem, *next = g4_lexis_verb_at((uint16_t)(verb + 1))->stem;
    if (strcmp(stem, next) >= 0) {
      fail_msg("%s stands before %s", stem, next);
    }
  }
}

static void test_lexis__regular_verbs_by_their_forms(void **state) {
  (void)state;
  check("verhoog", "verhog s");
  check("verhoogt", "verhog t");
  check("verhogen", "verhog pi");
  check("verhoogd", "verhog P");
  check("zetten", "zet pi");
  check("gezet", "zet P");
  check("bouwde", "bouw d");
  check("beperkt", "beperk tP");
  check("leven", "lef pi");
}

static void test_lexis__irregular_verbs(void **state) {
  (void)state;
  check("is", "zijn S");
  check("moeten", "moeten iS");
  check("geholpen", "help P");
  check("zou", "zullen cS");
  check("voorkomen", "voorkom piP");
}

static void test_lexis__glued_particles(void **state) {
  (void)state;
  check("afgeschaft", "schaf+af P");
  check("afschaffen", "schaf+af pi");
  check("tegengaan", "gaan+tegen iS");
  check("opgestaan", "staan+op P");
}

static void test_lexis__verbs_of_no_list_by_their_ending(void **state) {
  (void)state;
  check("robotiseren", "any pi");
  check("gerobotiseerd", "any P");
  check("kleinkinderen", " ");
}

static void test_lexis__nouns_are_no_verbs(void **state) {
  (void)state;
  check("aanpak", " ");
  check("inkomen", " ");
  check("afspraken", " ");
  check("haven", " ");
}

static void test_lexis__endings_tell_acts_and_comparisons(void **state) {
  (void)state;
  assert_true(read_word("invoering").classes & G4_ACT_NOUN);
  assert_false(read_word("koning").classes & G4_ACT_NOUN);
  assert_true(read_word("stillere").classes & G4_COMPARED);
  assert_true(read_word("zodat").classes & G4_SUB);
  assert_int_equal(read_word("").word, G4_W_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lexis__tables_are_sorted_so_that_all_is_found),
      cmocka_unit_test(test_lexis__regular_verbs_by_their_forms),
      cmocka_unit_test(test_lexis__irregular_verbs),
      cmocka_unit_test(test_lexis__glued_particles),
      cmocka_unit_test(test_lexis__verbs_of_no_list_by_their_ending),
      cmocka_unit_test(test_lexis__nouns_are_no_verbs),
      cmocka_unit_test(test_lexis__endings_tell_acts_and_comparisons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
