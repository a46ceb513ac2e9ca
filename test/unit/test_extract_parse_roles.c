#include "extract/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

/* "subject modal verb+particle flags" of the first clause. */
static void check(const char *text, const char *expected) {
  static const char *const subjects[] = {"none", "author", "public", "actor", "generic",
                                         "they", "this",   "there",  "thing"};
  g4_parse parse;
  parse_sentence(text, &parse);
  const g4_clause *clause = &parse.clauses[0];
  char found[100];
  snprintf(found, sizeof found, "%s %s %s%s%s%s%s%s%s%s", subjects[clause->subject],
           clause->modal ? g4_lexis_verb_at(clause->modal)->stem : "-", g4_lexis_verb_at(clause->verb)->stem,
           clause->particle ? "+" : "", g4_lexis_word_at(clause->particle)->text, clause->passive ? " passive" : "",
           clause->perfect ? " perfect" : "", clause->past ? " past" : "", clause->negated ? " not" : "",
           clause->imperative ? " imperative" : "");
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s, not %s", text, found, expected);
  }
}

static void test_roles__the_subject_stands_before_or_behind_the_verb(void **state) {
  (void)state;
  check("We verlagen de tol.", "author - verlag");
  check("De tol verlagen we.", "author - verlag");
  check("Daarom verlagen wij de tol.", "author - verlag");
  check("In de haven ligt een boot.", "thing - ligt");
  check("Iedereen zwemt.", "generic - zwem");
  check("Dat helpt de vissers.", "this - help");
  check("Er komt een brug.", "there - komen");
  check("Zij bouwen een brug.", "they - bouw");
}

static void test_roles__a_name_that_wants_is_the_author(void **state) {
  (void)state;
  check("De Waterpartij wil de tol verlagen.", "author willen verlag");
  check("De haven wil niet.", "thing willen  not");
}

static void test_roles__the_verb_with_its_split_part(void **state) {
  (void)state;
  check("We schaffen de tol voor kleine boten af.", "author - schaf+af");
  check("We pakken lawaai op het water aan, ook in de winter.", "author - pak+aan");
  check("De tol moet worden afgeschaft.", "thing moeten schaf+af passive");
  check("We beloven de tol af te schaffen.", "author - belof");
}

static void test_roles__voice_tense_and_negation(void **state) {
  (void)state;
  check("De brug wordt hersteld.", "thing - herstel passive");
  check("De brug is hersteld.", "thing - herstel perfect");
  check("We hebben de brug hersteld.", "author - herstel perfect");
  check("De brug werd hersteld.", "thing - herstel passive past");
  check("We verlagen de tol niet.", "author - verlag not");
  check("Verlaag de tol.", "none - verlag imperative");
  check("We gaan de tol verlagen.", "author - verlag");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_roles__the_subject_stands_before_or_behind_the_verb),
      cmocka_unit_test(test_roles__a_name_that_wants_is_the_author),
      cmocka_unit_test(test_roles__the_verb_with_its_split_part),
      cmocka_unit_test(test_roles__voice_tense_and_negation),
  };
  return cmocka_run_group_tests(tests, NULL, parse_end);
}
