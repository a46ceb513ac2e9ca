#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void test_parse__days_that_exist(void **state) {
  (void)state;
  static const struct {
    const char *text;
    g4_date date;
  } cases[] = {
      {"2025-10-29", 20251029}, {"1000-01-01", 10000101}, {"9999-12-31", 99991231},
      {"2024-02-29", 20240229}, {"2000-02-29", 20000229}, {"2025-02-28", 20250228},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    g4_date date = 0;
    assert_true(g4_date_parse(cases[i].text, &date));
    assert_int_equal(date, cases[i].date);
  }
}

static void test_parse__days_that_do_not_exist(void **state) {
  (void)state;
  static const char *const cases[] = {"2025-02-29", "1900-02-29", "2025-04-31", "2025-00-10", "2025-13-01",
                                      "2025-01-00", "2025-01-32", "0999-12-31", "0000-00-00"};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    g4_date date = 7;
    assert_false(g4_date_parse(cases[i], &date));
    assert_int_equal(date, 7);
  }
}

static void test_parse__other_forms(void **state) {
  (void)state;
  static const char *const cases[] = {"",           "2",           "2025",         "2025-1-1",    "2025-10",
                                      "2025-10-",   "2025-10-2",   "20251029",     "29-10-2025",  "2025/10/29",
                                      "2025-10/29", "2025-10-291", "2025-10-29 ",  " 2025-10-29", "+025-10-29",
                                      "2025-1a-29", "２025-10-29", "2025-10-29T00"};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    g4_date date = 7;
    assert_false(g4_date_parse(cases[i], &date));
    assert_int_equal(date, 7);
  }
}

static void test_parse__every_day_of_four_centuries_comes_back(void **state) {
  (void)state;
  int days = 0;
  for (int year = 1800; year < 2200; year++) {
    for (int month = 0; month <= 13; month++) {
      for (int day = 0; day <= 32; day++) {
        char text[64];
        char again[G4_DATE_TEXT];
        g4_date date = 0;
        snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        if (g4_date_parse(text, &date)) {
          assert_string_equal(g4_date_format(date, again), text);
          days++;
        }
      }
    }
  }
  assert_int_equal(days, 146097); /* the Gregorian cycle */
}

static void test_format__no_date_is_the_empty_string(void **state) {
  (void)state;
  static const g4_date cases[] = {0, -1, INT32_MIN, 9991231, 99991232, INT32_MAX};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char text[G4_DATE_TEXT] = "x";
    assert_ptr_equal(g4_date_format(cases[i], text), text);
    assert_string_equal(text, "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parse__days_that_exist),
      cmocka_unit_test(test_parse__days_that_do_not_exist),
      cmocka_unit_test(test_parse__other_forms),
      cmocka_unit_test(test_parse__every_day_of_four_centuries_comes_back),
      cmocka_unit_test(test_format__no_date_is_the_empty_string),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
