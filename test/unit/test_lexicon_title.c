#include "lexicon/title.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *folded, g4_head head, const char *field) {
  g4_title title;
  g4_title_parse(folded, strlen(folded), &title);
  char found[200];
  snprintf(found, sizeof found, "%d %.*s", (int)title.head, (int)title.field.length, title.field.text);
  char expected[200];
  snprintf(expected, sizeof expected, "%d %s", (int)head, field);
  assert_string_equal(found, expected);
}

static bool is_foreign(const char *folded) {
  g4_title title;
  g4_title_parse(folded, strlen(folded), &title);
  return title.foreign;
}

static void test_parse__a_bare_name_is_its_field(void **state) {
  (void)state;
  check("ez", G4_HEAD_NONE, "ez");
  check("sociale zaken en werkgelegenheid", G4_HEAD_NONE, "sociale zaken en werkgelegenheid");
  check("het kabinet", G4_HEAD_NONE, "kabinet");
}

static void test_parse__ministries(void **state) {
  (void)state;
  check("het ministerie van defensie", G4_HEAD_MINISTRY, "defensie");
  check("ministeries van ez en kgg", G4_HEAD_MINISTRY, "ez en kgg");
  check("min. van financien", G4_HEAD_MINISTRY, "financien");
  check("ministerie v. bzk", G4_HEAD_MINISTRY, "bzk");
  check("ministerie szw", G4_HEAD_MINISTRY, "szw");
  check("departement van justitie", G4_HEAD_MINISTRY, "justitie");
}

static void test_parse__posts(void **state) {
  (void)state;
  check("de minister van defensie", G4_HEAD_MINISTER, "defensie");
  check("minister voor rechtsbescherming", G4_HEAD_MINISTER, "rechtsbescherming");
  check("onze toenmalige minister van de marine", G4_HEAD_MINISTER, "marine");
  check("staatssecretaris van ienw", G4_HEAD_STATE_SECRETARY, "ienw");
  check("staatssecretaris herstel groningen", G4_HEAD_STATE_SECRETARY, "herstel groningen");
  check("bewindspersonen van ocw", G4_HEAD_MEMBER, "ocw");
  check("oud-minister van financien", G4_HEAD_MINISTER, "financien");
  check("vice-minister van financien", G4_HEAD_MINISTER, "financien");
}

static void test_parse__the_person_counts_where_a_ministry_follows(void **state) {
  (void)state;
  check("de bewindspersonen van het ministerie van vws", G4_HEAD_MEMBER, "vws");
}

static void test_parse__the_prime_minister_is_minister_of_general_affairs(void **state) {
  (void)state;
  check("minister-president", G4_HEAD_MINISTER, "algemene zaken");
  check("de minister president", G4_HEAD_MINISTER, "algemene zaken");
  check("premier", G4_HEAD_MINISTER, "algemene zaken");
  check("de premier van nederland", G4_HEAD_MINISTER, "algemene zaken");
  check("minister-president, minister van algemene zaken", G4_HEAD_MINISTER, "algemene zaken");
  check("premier jansen", G4_HEAD_MINISTER, "jansen");
}

static void test_parse__a_deputy_prime_minister_has_another_ministry(void **state) {
  (void)state;
  check("vice-minister-president", G4_HEAD_MINISTER, "");
  check("vicepremier", G4_HEAD_MINISTER, "");
  check("vicepremier en minister van financien", G4_HEAD_MINISTER, "financien");
}

static void test_parse__compounds_carry_their_field(void **state) {
  (void)state;
  check("landbouwminister", G4_HEAD_MINISTER, "landbouw");
  check("het ez-ministerie", G4_HEAD_MINISTRY, "ez");
  check("de vakminister", G4_HEAD_MINISTER, "");
  check("landbouwminister jansen", G4_HEAD_MINISTER, "jansen");
}

static void test_parse__incomplete_names_have_no_field(void **state) {
  (void)state;
  const char *const names[] = {"",
                               " ",
                               "de",
                               "het",
                               "de minister",
                               "het ministerie",
                               "ministerie van",
                               "alle ministeries",
                               "de betrokken bewindspersonen",
                               "minister zonder portefeuille",
                               "min.",
                               "een staatssecretaris",
                               "minister van de",
                               "de minister van het ministerie"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    g4_title title;
    g4_title_parse(names[i], strlen(names[i]), &title);
    assert_int_equal(title.field.length, 0);
  }
}

static void test_parse__foreign_by_adjective_or_by_place(void **state) {
  (void)state;
  assert_true(is_foreign("het amerikaanse ministerie van defensie"));
  assert_true(is_foreign("de nieuwe duitse minister van financien"));
  assert_true(is_foreign("vlaams minister-president"));
  assert_true(is_foreign("ministerie van defensie van de verenigde staten"));
  assert_true(is_foreign("minister van financien in belgie"));
  assert_true(is_foreign("premier van japan"));
  assert_true(is_foreign("de eu-minister van financien"));
  assert_true(is_foreign("onderwijsminister van vlaanderen"));
  assert_true(is_foreign("minister van zaken van bosnie en herzegovina"));
}

static void test_parse__what_is_ours_is_not_foreign(void **state) {
  (void)state;
  assert_false(is_foreign("nederlandse minister van financien"));
  assert_false(is_foreign("duitse autofabrikanten"));
  check("minister van financien van nederland", G4_HEAD_MINISTER, "financien");
  assert_false(is_foreign("minister van financien van nederland"));
}

static void test_parse__voor_is_noted(void **state) {
  (void)state;
  g4_title title;
  g4_title_parse("minister voor sport", strlen("minister voor sport"), &title);
  assert_true(title.voor);
  g4_title_parse("minister van sport", strlen("minister van sport"), &title);
  assert_false(title.voor);
}

static void test_parse__brackets_are_set_apart(void **state) {
  (void)state;
  const char *name = "ministerie van economische zaken (ez)";
  g4_title title;
  g4_title_parse(name, strlen(name), &title);
  assert_int_equal(title.brackets.length, 2);
  assert_memory_equal(title.brackets.text, "ez", 2);
  check(name, G4_HEAD_MINISTRY, "economische zaken");
  check("minister (ez)", G4_HEAD_MINISTER, "ez");
  check(")", G4_HEAD_NONE, ")");
  check("()", G4_HEAD_NONE, "");
}

static void test_parse__inspectorates_are_seen(void **state) {
  (void)state;
  g4_title title;
  g4_title_parse("de inspectie szw", strlen("de inspectie szw"), &title);
  assert_true(title.inspectorate);
  g4_title_parse("arbeidsinspectie", strlen("arbeidsinspectie"), &title);
  assert_true(title.inspectorate);
  g4_title_parse("inspecteur szw", strlen("inspecteur szw"), &title);
  assert_false(title.inspectorate);
}

static void check_parts(const char *field, const char *expected) {
  g4_parts parts;
  g4_parts_split((g4_slice){field, strlen(field)}, &parts);
  char found[300] = "";
  for (size_t i = 0; i < parts.count; i++) {
    size_t n = strlen(found);
    snprintf(found + n, sizeof found - n, "[%.*s]", (int)parts.items[i].length, parts.items[i].text);
  }
  assert_string_equal(found, expected);
}

static void test_parts__split_at_commas_and_and(void **state) {
  (void)state;
  check_parts("defensie", "[defensie]");
  check_parts("landbouw, visserij, voedselzekerheid en natuur", "[landbouw][visserij][voedselzekerheid][natuur]");
  check_parts("onderwijs, cultuur, en wetenschap", "[onderwijs][cultuur][wetenschap]");
  check_parts("onderwijs & wetenschap", "[onderwijs][wetenschap]");
  check_parts("basis- en voortgezet onderwijs en media", "[basis-][voortgezet onderwijs][media]");
  check_parts("a en en b", "[a][b]");
  check_parts("i&w", "[i&w]");
  check_parts(" , en ", "");
  check_parts("", "");
}

static void test_parts__too_many_are_one(void **state) {
  (void)state;
  g4_parts parts;
  const char *sixteen = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p", *more = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q";
  g4_parts_split((g4_slice){sixteen, strlen(sixteen)}, &parts);
  assert_int_equal(parts.count, 16);
  g4_parts_split((g4_slice){more, strlen(more)}, &parts);
  assert_int_equal(parts.count, 1);
  assert_int_equal(parts.items[0].length, strlen(more));
}

static void test_within__keeps_the_order(void **state) {
  (void)state;
  g4_parts whole, some;
  const char *name = "onderwijs, cultuur en wetenschap";
  g4_parts_split((g4_slice){name, strlen(name)}, &whole);
  const struct {
    const char *field;
    bool within;
  } cases[] = {{"onderwijs", true},
               {"wetenschap", true},
               {"onderwijs en wetenschap", true},
               {"onderwijs, cultuur en wetenschap", true},
               {"wetenschap en onderwijs", false},
               {"onderwijs en sport", false},
               {"onderwijs en onderwijs", false},
               {"onder", false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    g4_parts_split((g4_slice){cases[i].field, strlen(cases[i].field)}, &some);
    assert_int_equal(g4_parts_within(&some, whole.items, whole.count), cases[i].within);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parse__a_bare_name_is_its_field),
      cmocka_unit_test(test_parse__ministries),
      cmocka_unit_test(test_parse__posts),
      cmocka_unit_test(test_parse__the_person_counts_where_a_ministry_follows),
      cmocka_unit_test(test_parse__the_prime_minister_is_minister_of_general_affairs),
      cmocka_unit_test(test_parse__a_deputy_prime_minister_has_another_ministry),
      cmocka_unit_test(test_parse__compounds_carry_their_field),
      cmocka_unit_test(test_parse__incomplete_names_have_no_field),
      cmocka_unit_test(test_parse__foreign_by_adjective_or_by_place),
      cmocka_unit_test(test_parse__what_is_ours_is_not_foreign),
      cmocka_unit_test(test_parse__voor_is_noted),
      cmocka_unit_test(test_parse__brackets_are_set_apart),
      cmocka_unit_test(test_parse__inspectorates_are_seen),
      cmocka_unit_test(test_parts__split_at_commas_and_and),
      cmocka_unit_test(test_parts__too_many_are_one),
      cmocka_unit_test(test_within__keeps_the_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
