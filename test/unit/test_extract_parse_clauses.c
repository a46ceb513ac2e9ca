#include "extract/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

/* Finite verbs of the main clauses, "-" for none, then what is nested. */
static void check(const char *text, const char *expected) {
  g4_parse parse;
  parse_sentence(text, &parse);
  char found[300];
  size_t n = 0;
  for (int c = 0; c < parse.clause_count; c++) {
    const g4_wordform *finite = g4_parse_at(&parse, parse.clauses[c].finite);
    n += (size_t)snprintf(found + n, sizeof found - n, "%s%.*s", c ? "|" : "",
                          finite == &parse.none ? 1 : (int)(finite->end - finite->start),
                          finite == &parse.none ? "-" : text + finite->start);
  }
  static const char *const kinds[] = {"", "sub", "rel", "om", "()"};
  for (int i = 0; i < parse.count; i++) {
    if (parse.words[i].nesting != G4_IN_MAIN && (i == 0 || parse.words[i].nesting != parse.words[i - 1].nesting)) {
      n += (size_t)snprintf(found + n, sizeof found - n, " %s:%.*s", kinds[parse.words[i].nesting],
                            (int)(parse.words[i].end - parse.words[i].start), text + parse.words[i].start);
    }
  }
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s, not %s", text, found, expected);
  }
}

static void test_clauses__one_finite_verb_each(void **state) {
  (void)state;
  check("De sluis gaat dicht.", "gaat");
  check("De sluis gaat dicht, maar de haven blijft open.", "gaat|blijft");
  check("We verlagen de tol en bouwen een brug.", "verlagen|bouwen");
  check("De boot vaart; de zee is kalm.", "vaart|is");
  check("Schone zee en stille havens", "-");
}

static void test_clauses__nested_ones_are_marked(void **state) {
  (void)state;
  check("Als het stormt, blijft de boot aan de kade.", "blijft sub:Als");
  check("De boot die lekt, gaat naar de werf.", "gaat rel:die");
  check("We bouwen een brug, zodat iedereen kan oversteken.", "bouwen sub:zodat");
  check("Om de vis te sparen verkleinen we de netten.", "verkleinen om:Om");
  check("De boot (die lekt) gaat naar de werf.", "gaat ():die");
  check("Wij vinden dat de brug open moet.", "vinden sub:dat");
}

static void test_clauses__a_relative_one_ends_with_its_verbs(void **state) {
  (void)state;
  check("Schippers die hulp nodig hebben krijgen een loods.", "krijgen rel:die");
  check("Regels die de vaart belemmeren willen we schrappen.", "willen rel:die");
}

static void test_clauses__the_order_of_words_tells_verbs_from_nouns(void **state) {
  (void)state;
  check("De kosten stijgen snel.", "stijgen");
  check("Het bouwen van bruggen kost geld.", "kost");
  check("De hoge prijzen zijn een last voor zijn bedrijf.", "zijn");
  check("Scholen krijgen een eigen boot.", "krijgen");
}

static void test_clauses__odd_sentences_do_no_harm(void **state) {
  (void)state;
  check("dat dat dat die die om te om te", "- sub:dat");
  check("en en maar want", "-");
  check("moet moet moet", "moet");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_clauses__one_finite_verb_each),
      cmocka_unit_test(test_clauses__nested_ones_are_marked),
      cmocka_unit_test(test_clauses__a_relative_one_ends_with_its_verbs),
      cmocka_unit_test(test_clauses__the_order_of_words_tells_verbs_from_nouns),
      cmocka_unit_test(test_clauses__odd_sentences_do_no_harm),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
