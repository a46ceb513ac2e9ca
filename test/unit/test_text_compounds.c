#include "text/compounds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
  const char *left, *right;
} parts;

static void test_open__where_a_part_is_left_out(void **state) {
  (void)state;
  assert_true(g4_compound_is_open("inkomens", 8, "en", 2));
  assert_true(g4_compound_is_open("inkomens", 8, "of", 2));
  assert_false(g4_compound_is_open("arbeids", 7, "markt", 5));
  assert_false(g4_compound_is_open("zo", 2, "als", 3));
}

static void test_hyphen__is_kept_where_spelling_wants_it(void **state) {
  (void)state;
  static const parts kept[] = {{"mkb", "ondernemers"}, {"zzp", "ers"},        {"IenW", "begroting"},
                               {"EU", "landen"},       {"Noord", "Holland"},  {"NOORD", "HOLLAND"},
                               {"e", "mail"},          {"hbo", "instelling"}, {"sociaal", "economisch"},
                               {"auto", "ongeluk"},    {"start", "ups"},      {"niet", "westers"}};
  for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
    const parts *p = &kept[i];
    bool want = strcmp(p->left, "NOORD") != 0; /* capitals tell nothing: taken for one word */
    if (g4_compound_has_hyphen(p->left, strlen(p->left), p->right, strlen(p->right)) != want) {
      fail_msg("%s + %s", p->left, p->right);
    }
  }
}

static void test_hyphen__is_the_line_s_elsewhere(void **state) {
  (void)state;
  static const parts dropped[] = {{"arbeids", "markt"}, {"woning", "bouw"},      {"ORGANI", "SATIE"},
                                  {"be", "invloeden"},  {"co", "ordinatie"},     {"financi", "ele"},
                                  {"Euro", "pese"},     {"ver", "antwoordelijk"}};
  for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++) {
    const parts *p = &dropped[i];
    if (g4_compound_has_hyphen(p->left, strlen(p->left), p->right, strlen(p->right))) {
      fail_msg("%s + %s", p->left, p->right);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_open__where_a_part_is_left_out),
      cmocka_unit_test(test_hyphen__is_kept_where_spelling_wants_it),
      cmocka_unit_test(test_hyphen__is_the_line_s_elsewhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
