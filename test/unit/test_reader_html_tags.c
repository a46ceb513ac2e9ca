#include "reader/html_tags.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_of__every_kind_is_found_and_what_is_unknown_is_inline(void **state) {
  (void)state;
  const struct {
    const char *name;
    g4_tag_kind kind;
    int level;
  } tags[] = {{"a", G4_TAG_LINK, 0},        {"address", G4_TAG_BLOCK, 0},  {"article", G4_TAG_BLOCK, 0},
              {"br", G4_TAG_BREAK, 0},      {"code", G4_TAG_CODE, 0},      {"dd", G4_TAG_BLOCK, 0},
              {"footer", G4_TAG_FOOTER, 0}, {"h1", G4_TAG_HEADING, 1},     {"h6", G4_TAG_HEADING, 6},
              {"head", G4_TAG_DROPPED, 0},  {"li", G4_TAG_ITEM, 0},        {"main", G4_TAG_MAIN, 0},
              {"nav", G4_TAG_DROPPED, 0},   {"ol", G4_TAG_LIST, 0},        {"p", G4_TAG_BLOCK, 0},
              {"pre", G4_TAG_PRE, 0},       {"script", G4_TAG_DROPPED, 0}, {"td", G4_TAG_CELL, 0},
              {"th", G4_TAG_CELL, 0},       {"tr", G4_TAG_ROW, 0},         {"video", G4_TAG_DROPPED, 0},
              {"b", G4_TAG_INLINE, 0},      {"h7", G4_TAG_INLINE, 0},      {"", G4_TAG_INLINE, 0},
              {"zzz", G4_TAG_INLINE, 0}};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    g4_tag tag = g4_tag_of(tags[i].name);
    assert_int_equal(tag.kind, tags[i].kind);
    assert_int_equal(tag.level, tags[i].level);
  }
}

static void test_is_hidden__by_attribute_style_or_role(void **state) {
  (void)state;
  const char *const hidden[][5] = {{"hidden", NULL, NULL},
                                   {"class", "x", "hidden", "", NULL},
                                   {"aria-hidden", "true", NULL},
                                   {"style", "margin:0;DISPLAY:\n none", NULL},
                                   {"style", "visibility: hidden", NULL},
                                   {"role", "navigation", NULL}};
  const char *const shown[][5] = {{NULL},
                                  {"aria-hidden", "false", NULL},
                                  {"style", "display:block", NULL},
                                  {"style", NULL, NULL},
                                  {"role", "main", NULL},
                                  {"class", "hidden", NULL}};
  for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
    assert_true(g4_tag_is_hidden(hidden[i]));
    assert_false(g4_tag_is_hidden(shown[i]));
  }
  assert_false(g4_tag_is_hidden(NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_of__every_kind_is_found_and_what_is_unknown_is_inline),
                                     cmocka_unit_test(test_is_hidden__by_attribute_style_or_role)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
