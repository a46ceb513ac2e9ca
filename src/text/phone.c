#include "text/phone.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

enum { MOST_DIGITS = 15, MOST_GROUPS = 8 };

/* The digits of a number, and how they stand in groups. */
typedef struct {
  char digits[MOST_DIGITS + 1];
  size_t count;
  size_t group[MOST_GROUPS]; /* digits in each */
  size_t end[MOST_GROUPS];   /* where each ends in the text */
  size_t groups;
} number;

/* Length of what may stand between two groups: up to three of space, hyphen or dash, slash, bracket, dot. */
static size_t separator(const char *text, size_t n, size_t at) {
  size_t end = at;
  for (int i = 0; i < 3 && end < n; i++) {
    size_t length;
    uint32_t code = g4_utf8_decode(text + end, n - end, &length);
    bool mark = code == '/' || code == '(' || code == ')' || code == '.';
    if (!mark && !g4_char_is_dash(code) && !g4_char_is_space(code)) {
      break;
    }
    end += length;
  }
  return end < n && g4_ascii_is_digit(text[end]) ? end - at : 0;
}

static void read_groups(const char *text, size_t n, size_t at, number *out) {
  *out = (number){0};
  while (at < n && out->groups < MOST_GROUPS) {
    size_t start = at;
    while (at < n && g4_ascii_is_digit(text[at]) && out->count < MOST_DIGITS) {
      out->digits[out->count++] = text[at++];
    }
    out->group[out->groups] = at - start;
    out->end[out->groups++] = at;
    size_t length = separator(text, n, at);
    if (!length || at == start) {
      break;
    }
    at += length;
  }
}

/* Where the first `count` digits end, if a group ends there and no digit or letter follows; 0 otherwise. */
static size_t end_of(const number *in, size_t count, const char *text, size_t n) {
  size_t sum = 0;
  for (size_t i = 0; i < in->groups && sum < count; i++) {
    sum += in->group[i];
    if (sum == count) {
      size_t end = in->end[i];
      bool closed = end == n || !(g4_ascii_is_digit(text[end]) || g4_ascii_is_letter(text[end]));
      return closed ? end : 0;
    }
  }
  return 0;
}

/* After 06 or an area code of three or four digits comes the rest in groups of two or more: no date, no amount. */
static bool grouped_like_a_number(const number *in) {
  size_t area = in->group[0];
  bool mobile = in->digits[1] == '6';
  if (in->digits[1] == '0' || in->digits[1] == '8' || in->digits[1] == '9') {
    return false;
  }
  if (in->groups > 1 && (mobile ? area != 2 : area != 3 && area != 4)) {
    return false;
  }
  size_t sum = area;
  for (size_t i = 1; i < in->groups && sum < 10; i++) {
    if (in->group[i] < 2) {
      return false;
    }
    sum += in->group[i];
  }
  return true;
}

/* 0800-1234, 0900 12345678. */
static size_t service_end(const number *in, const char *text, size_t n) {
  bool service = in->count >= 8 && in->group[0] == 4 && in->groups > 1 && in->digits[0] == '0' &&
                 (in->digits[1] == '8' || in->digits[1] == '9') && in->digits[2] == '0';
  size_t longer = service && in->count >= 11 ? end_of(in, in->count >= 12 ? 12 : 11, text, n) : 0;
  return longer ? longer : service ? end_of(in, 8, text, n) : 0;
}

/* +31 6 12345678, +31 (0)30 1234567, 0031..., and numbers of other countries: the longest, as they have up to fifteen
 * digits with that of the country (ITU E.164). */
static size_t international_end(const char *text, size_t n, size_t at) {
  number in;
  read_groups(text, n, at, &in);
  if (in.count < 3) {
    return 0;
  }
  bool dutch = in.digits[0] == '3' && in.digits[1] == '1';
  if (dutch) {
    size_t zero = in.digits[2] == '0';
    return end_of(&in, 11 + zero, text, n);
  }
  bool amount = in.groups == 1 && (in.count < 10 || memcmp(in.digits + in.count - 3, "000", 3) == 0);
  for (size_t count = MOST_DIGITS; count >= 9; count--) {
    size_t end = !amount && in.digits[0] != '0' ? end_of(&in, count, text, n) : 0;
    if (end) {
      return end;
    }
  }
  return 0;
}

/* Where the country begins behind + or 00: ours may stand behind a space. */
static size_t country(const char *text, size_t n, size_t at) {
  return at + (n - at > 3 && memcmp(text + at, " 31", 3) == 0);
}

size_t g4_phone_end(const char *text, size_t n, size_t at) {
  size_t first = text[at] == '+' ? country(text, n, at + 1) : at + (text[at] == '(');
  char before = at > 0 ? text[at - 1] : ' ';
  bool inside = g4_ascii_is_letter(before) || g4_ascii_is_digit(before) || before == '.' || before == ',' ||
                before == '-' || before == '/' || before == '_' || before == '=';
  if (first >= n || inside || !g4_ascii_is_digit(text[first])) {
    return at;
  }
  size_t end = 0;
  if (text[at] == '+') {
    end = international_end(text, n, first);
  } else if (text[first] == '0' && first + 1 < n && text[first + 1] == '0') {
    end = international_end(text, n, country(text, n, first + 2));
  } else if (text[first] == '0') {
    number in;
    read_groups(text, n, first, &in);
    end = in.count >= 10 && grouped_like_a_number(&in) ? end_of(&in, 10, text, n) : 0;
    end = end ? end : service_end(&in, text, n);
  }
  return end ? end : at;
}
