#include "model/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "extract/actions.h"
#include "extract/lexis.h"

static void test_terms__have_codes_and_labels_in_both_languages(void **state) {
  (void)state;
  const g4_vocabulary *in;
  size_t seen = 0;
  for (; (in = g4_vocabulary_at(seen)) != NULL; seen++) {
    for (size_t i = 0; i < in->count; i++) {
      assert_true(*in->terms[i].code && *in->terms[i].nl && *in->terms[i].en);
    }
  }
  assert_int_equal(seen, 3);
}

static void test_codes__leave_out_that_somebody_is_responsible(void **state) {
  (void)state;
  assert_true(g4_is_code(g4_role_codes, "addressee"));
  assert_false(g4_is_code(g4_role_codes, "responsible"));
  assert_false(g4_is_code(g4_kind_codes, "as"));
  assert_false(g4_is_code(g4_kind_codes, ""));
}

static void test_actions__of_the_rules_are_the_codes_in_their_order(void **state) {
  (void)state;
  assert_null(g4_action_name(G4_ACTION_NONE));
  assert_string_equal(g4_action_name(G4_ACTION_REGULATE), "regulate");
  assert_string_equal(g4_action_name(G4_ACTION_SET_NORM), "set_norm");
  assert_string_equal(g4_action_name(G4_ACTION_PROTECT), "protect");
  assert_string_equal(g4_action_name(G4_ACTION_OTHER), "other");
  assert_null(g4_action_codes[G4_ACTION_OTHER]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_terms__have_codes_and_labels_in_both_languages),
      cmocka_unit_test(test_codes__leave_out_that_somebody_is_responsible),
      cmocka_unit_test(test_actions__of_the_rules_are_the_codes_in_their_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
