#include "text/phone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* The number at the start of a text must be all that stands before '|'; where there is no '|', none starts there. */
static void check(const char *marked) {
  const char *bar = strchr(marked, '|');
  size_t expected = bar ? (size_t)(bar - marked) : 0;
  char text[128] = "";
  memcpy(text, marked, expected);
  strcpy(text + expected, bar ? bar + 1 : marked);
  size_t end = g4_phone_end(text, strlen(text), 0);
  if (end != expected) {
    fail_msg("%s: %zu", marked, end);
  }
}

static void check_all(const char *const *texts) {
  for (; *texts; texts++) {
    check(*texts);
  }
}

static void test_phone__ten_digits_with_their_area_code(void **state) {
  (void)state;
  static const char *const texts[] = {"0301234567|",  "030-1234567|", "030 123 45 67| bellen", "(030) 1234567|.",
                                      "0592-123456|", "06-12345678|", "06 12 34 56 78|",       NULL};
  check_all(texts);
}

static void test_phone__service_numbers(void **state) {
  (void)state;
  static const char *const texts[] = {"0800-1234|", "0900 1234567|", "0900-12345678|", NULL};
  check_all(texts);
}

static void test_phone__international_numbers(void **state) {
  (void)state;
  static const char *const texts[] = {"+31 6 12345678|",
                                      "+31 (0)30 1234567|",
                                      "0031301234567|",
                                      "+32 2 123 45 67|",
                                      "+49 30 12345678|",
                                      "+43 1 234 5678 9012|",
                                      "+49 1512 345 67 8901|",
                                      "+4915123456789|",
                                      "0049 30 12345678|",
                                      "00431234567890|",
                                      "+ 31 6 12345678|",
                                      "00 31 6 12345678|",
                                      NULL};
  check_all(texts);
}

static void test_phone__other_numbers_are_none(void **state) {
  (void)state;
  static const char *const texts[] = {"0301234",
                                      "03-12-2025 10",
                                      "+31",
                                      "+3",
                                      "+",
                                      "(",
                                      "0",
                                      "00",
                                      "0021 12",
                                      "01.000.000.000",
                                      "12345678901",
                                      "0301-1-2-3-45",
                                      "+0 1234567890",
                                      "+123456789 euro",
                                      "+1234567000 euro",
                                      "000123456789012",
                                      "+ 31",
                                      "+ 3",
                                      "+ ",
                                      "00 31",
                                      "00 3",
                                      "00 ",
                                      "+ 49 30 12345678",
                                      "00 12 34 56 78 90 12",
                                      "001234567",
                                      "00.30-01.45 en 02.15-03.00",
                                      "0 30 123 4567",
                                      NULL};
  check_all(texts);
}

static void test_phone__a_number_that_goes_on_is_none(void **state) {
  (void)state;
  static const char *const texts[] = {"030123456789", "03012345678", "06-123456789", NULL};
  check_all(texts);
}

static void test_phone__none_starts_inside_a_word_or_number(void **state) {
  (void)state;
  static const char *const before[] = {"a", "1", ".", ",", "-", "/", "_", "="};
  for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
    char text[32];
    strcpy(text, before[i]);
    strcat(text, "0301234567");
    assert_int_equal(g4_phone_end(text, strlen(text), 1), 1);
  }
  assert_int_equal(g4_phone_end(" 0301234567", 11, 1), 11);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_phone__ten_digits_with_their_area_code),
      cmocka_unit_test(test_phone__service_numbers),
      cmocka_unit_test(test_phone__international_numbers),
      cmocka_unit_test(test_phone__other_numbers_are_none),
      cmocka_unit_test(test_phone__a_number_that_goes_on_is_none),
      cmocka_unit_test(test_phone__none_starts_inside_a_word_or_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
