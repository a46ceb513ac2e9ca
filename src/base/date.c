#include "base/date.h"

#include <stdio.h>

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

static int digits(const char *text, int n) {
  int value = 0;
  for (int i = 0; i < n; i++) {
    if (text[i] < '0' || text[i] > '9') {
      return -1;
    }
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool g4_date_parse(const char *text, g4_date *date) {
  int year = digits(text, 4);
  if (year < 1000 || text[4] != '-') {
    return false;
  }
  int month = digits(text + 5, 2);
  if (month < 1 || month > 12 || text[7] != '-') {
    return false;
  }
  int day = digits(text + 8, 2);
  if (day < 1 || day > days_in_month(year, month) || text[10] != '\0') {
    return false;
  }
  *date = year * 10000 + month * 100 + day;
  return true;
}

char *g4_date_format(g4_date date, char text[G4_DATE_TEXT]) {
  if (date < 10000101 || date > 99991231) {
    text[0] = '\0';
  } else {
    snprintf(text, G4_DATE_TEXT, "%04d-%02d-%02d", (int)(date / 10000), (int)(date / 100 % 100), (int)(date % 100));
  }
  return text;
}
