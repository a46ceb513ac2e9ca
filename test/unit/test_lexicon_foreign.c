#include "lexicon/foreign.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool adjective(const char *word) { return g4_foreign_adjective(word, strlen(word)); }
static bool place(const char *name) { return g4_foreign_place(name, strlen(name)); }

static void test_adjective__with_and_without_its_ending(void **state) {
  (void)state;
  const char *const words[] = {"duits",   "duitse",      "vlaams",    "vlaamse",   "chinees",     "chinese",
                               "indiaas", "indiase",     "belgische", "europees",  "europese",    "oekraiense",
                               "ests",    "israelische", "arubaanse", "portugese", "buitenlandse"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    assert_true(adjective(words[i]));
  }
}

static void test_adjective__of_a_compound_the_last_part_decides(void **state) {
  (void)state;
  assert_true(adjective("zuid-koreaanse"));
  assert_true(adjective("frans-duits"));
  assert_false(adjective("duits-nederlandse"));
}

static void test_adjective__ours_and_other_words_are_none(void **state) {
  (void)state;
  const char *const words[] = {"nederlandse", "haagse", "nieuwe", "duit", "duitser", "e", "", "-", "ese"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    assert_false(adjective(words[i]));
  }
  char long_word[200];
  memset(long_word, 'e', sizeof long_word);
  assert_false(g4_foreign_adjective(long_word, sizeof long_word));
}

static void test_place__whole_names_only(void **state) {
  (void)state;
  assert_true(place("verenigde staten"));
  assert_true(place("vs"));
  assert_true(place("bosnie en herzegovina"));
  assert_true(place("vlaanderen"));
  assert_true(place("zwitserland"));
  assert_false(place("nederland"));
  assert_false(place("verenigde"));
  assert_false(place("oman en meer"));
  assert_false(place(""));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_adjective__with_and_without_its_ending),
      cmocka_unit_test(test_adjective__of_a_compound_the_last_part_decides),
      cmocka_unit_test(test_adjective__ours_and_other_words_are_none),
      cmocka_unit_test(test_place__whole_names_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
