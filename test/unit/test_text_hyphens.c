#include "text/hyphens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

/* How the first line of a text goes on in the second, given all of it. */
static g4_join join(const char *text) {
  g4_lines lines = {0};
  g4_hyphens hyphens = {0};
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  assert_int_equal(g4_hyphens_learn(&hyphens, text, strlen(text), &lines, NULL), G40_OK);
  g4_join got = g4_hyphens_join(&hyphens, text, &lines.items[0], &lines.items[1]);
  g4_hyphens_free(&hyphens);
  g4_vec_free(&lines);
  return got;
}

static void test_join__without_a_hyphen_is_a_space(void **state) {
  (void)state;
  assert_int_equal(join("de arbeidsmarkt\nin de regio"), G4_JOIN_SPACE);
  assert_int_equal(join("een pauze -\nen verder"), G4_JOIN_SPACE);
}

static void test_join__asks_the_document_first(void **state) {
  (void)state;
  assert_int_equal(join("de klimaat-\nneutraal gebouwde wijk\nis Klimaatneutraal."), G4_JOIN_DROP);
  assert_int_equal(join("de kennis-\nintensieve sector\neen kennis-intensieve sector"), G4_JOIN_KEEP);
  assert_int_equal(join("de kennis-\nintensieve sector\nkennisintensieve, kennis-intensieve, kennisintensieve"),
                   G4_JOIN_DROP);
}

/* The text is looked through in blocks of some hundred bytes. */
static void test_join__finds_words_anywhere_in_the_document(void **state) {
  (void)state;
  for (int before = 460; before < 540; before++) {
    char text[700];
    snprintf(text, sizeof text, "de kennis-\nintensieve sector%*s kennis-intensieve", before, "");
    assert_int_equal(join(text), G4_JOIN_KEEP);
    snprintf(text, sizeof text, "steun mkb-\nondernemers%*s oud-mkbondernemers oudmkbondernemers", before, "");
    assert_int_equal(join(text), G4_JOIN_KEEP); /* these are other words */
  }
}

static void test_join__then_the_rules_of_spelling(void **state) {
  (void)state;
  assert_int_equal(join("de arbeidsmarkt-\nregio werkt"), G4_JOIN_DROP);
  assert_int_equal(join("steun mkb-\nondernemers"), G4_JOIN_KEEP);
  assert_int_equal(join("in Noord-\nHolland"), G4_JOIN_KEEP);
  assert_int_equal(join("van inkomens-\nen vermogens"), G4_JOIN_SPACE);
  assert_int_equal(join("in G40-\nsteden"), G4_JOIN_KEEP);
  assert_int_equal(join("een 24-\nuurs dienst"), G4_JOIN_KEEP);
}

static void test_join__soft_hyphens_always_go(void **state) {
  (void)state;
  assert_int_equal(join("de mkb\xC2\xAD\nondernemers"), G4_JOIN_DROP);
}

/* Some typesetters leave a space before the hyphen. Only the document can tell it from a dash. */
static void test_join__a_loose_hyphen_needs_evidence(void **state) {
  (void)state;
  assert_int_equal(join("onze omge -\nving is mooi"), G4_JOIN_SPACE);
  assert_int_equal(join("onze omge -\nving is mooi\nde omgeving"), G4_JOIN_DROP);
  assert_int_equal(join("met verkie -\nzing van bestuur\nonze omge -\nving\neen regio -\nnaal plan\neen over -\nheid\n"
                        "omgeving regionaal overheid"),
                   G4_JOIN_DROP); /* this text parts words so */
}

static void test_learn__says_when_memory_runs_out(void **state) {
  (void)state;
  const char *text = "arbeids-\nmarkt";
  g4_lines lines = {0};
  g4_hyphens hyphens = {0};
  g40_error err;
  assert_int_equal(g4_lines_split(text, strlen(text), &lines, NULL), G40_OK);
  faults_start(1);
  int code = g4_hyphens_learn(&hyphens, text, strlen(text), &lines, &err);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
  g4_hyphens_free(&hyphens);
  g4_vec_free(&lines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_join__without_a_hyphen_is_a_space),
      cmocka_unit_test(test_join__asks_the_document_first),
      cmocka_unit_test(test_join__finds_words_anywhere_in_the_document),
      cmocka_unit_test(test_join__then_the_rules_of_spelling),
      cmocka_unit_test(test_join__soft_hyphens_always_go),
      cmocka_unit_test(test_join__a_loose_hyphen_needs_evidence),
      cmocka_unit_test(test_learn__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
