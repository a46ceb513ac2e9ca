#include "extract/topic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static g4_form other_names[] = {{"midden- en kleinbedrijf", "nl"}};

static void check(const char *text, const char *id) {
  const g4_entity items[] = {
      {.type = G4_THEME,
       .id = "theme/mkb",
       .kind = "theme",
       .name = {"Zet de ondernemer centraal", NULL},
       .same_as = {other_names, 1}},
      {.type = G4_THEME, .id = "theme/leven-lang-leren", .kind = "theme", .name = {"Scholing", NULL}},
      {.type = G4_STAKEHOLDER, .id = "stakeholder/rijk", .kind = "government", .name = {"Rijk", NULL}}};
  g4_registry registry = {0};
  g4_topics topics = {0};
  g40_error err = {0};
  const char *theme = NULL;
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
    assert_true(g4_vec_push(&registry.entities, items[i]));
  }
  assert_int_equal(g4_topics_make(&topics, &registry, &err), G40_OK);
  assert_int_equal(g4_topic_of(&topics, text, strlen(text), &theme, &err), G40_OK);
  if (id) {
    assert_non_null(theme);
    assert_string_equal(theme, id);
  } else {
    assert_null(theme);
  }
  g4_topics_free(&topics);
  g4_registry_free(&registry);
}

static void test_topic__a_label_another_name_and_a_slug_name_a_theme(void **state) {
  (void)state;
  check("2. Zet de ondernemer centraal", "theme/mkb");
  check("Het midden- en kleinbedrijf", "theme/mkb");
  check("Investeer in leven lang leren", "theme/leven-lang-leren");
}

static void test_topic__two_themes_are_not_clear_and_others_are_none(void **state) {
  (void)state;
  check("Scholing in het mkb", NULL);
  check("Het Rijk en het mkb-ecosysteem", NULL);
  check("Scholing is leven lang leren", "theme/leven-lang-leren");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_topic__a_label_another_name_and_a_slug_name_a_theme),
                                     cmocka_unit_test(test_topic__two_themes_are_not_clear_and_others_are_none)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
