#include "tool/str.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_MOST = 100 };

#define WHOLE_MOST 9007199254740992.0 /* 2^53: above it doubles skip whole numbers */

void tool_str_bytes(tool_str *str, const char *bytes, size_t length) {
  if (str->failed) {
    return;
  }
  if (str->length + length + 1 > str->capacity) {
    size_t capacity = str->capacity ? str->capacity : 64;
    while (capacity < str->length + length + 1) {
      capacity *= 2;
    }
    char *text = realloc(str->text, capacity);
    if (!text) {
      str->failed = true;
      return;
    }
    str->text = text;
    str->capacity = capacity;
  }
  if (length) {
    memcpy(str->text + str->length, bytes, length);
  }
  str->length += length;
  str->text[str->length] = '\0';
}

void tool_str_add(tool_str *str, const char *text) {
  if (text) {
    tool_str_bytes(str, text, strlen(text));
  }
}

void tool_str_join(tool_str *str, const char *separator, const char *text) {
  if (str->length > 0) {
    tool_str_add(str, separator);
  }
  tool_str_add(str, text);
}

void tool_str_short(tool_str *str, const char *bytes, size_t length) {
  size_t shown = length < SHOWN_MOST ? length : SHOWN_MOST;
  while (shown < length && shown > 0 && ((unsigned char)bytes[shown] & 0xC0) == 0x80) {
    shown--;
  }
  tool_str_bytes(str, bytes, shown);
  tool_str_add(str, shown < length ? "..." : "");
}

int tool_number_digits(double number) {
  char digits[40];
  int precision = 15;
  for (; precision < 17; precision++) {
    snprintf(digits, sizeof digits, "%.*g", precision, number);
    if (!(strtod(digits, NULL) < number) && !(strtod(digits, NULL) > number)) {
      break;
    }
  }
  return precision;
}

bool tool_number_is_whole(double number) {
  return number > -WHOLE_MOST && number < WHOLE_MOST && !((double)(int64_t)number < number) &&
         !((double)(int64_t)number > number);
}

void tool_str_number(tool_str *str, double number) {
  char digits[40];
  if (tool_number_is_whole(number)) {
    snprintf(digits, sizeof digits, "%.0f", number);
  } else {
    snprintf(digits, sizeof digits, "%.*g", tool_number_digits(number), number);
  }
  tool_str_add(str, digits);
}

char *tool_str_take(tool_str *str) {
  tool_str_bytes(str, "", 0);
  char *text = str->failed ? NULL : str->text;
  if (str->failed) {
    free(str->text);
  }
  *str = (tool_str){0};
  return text;
}

void tool_str_free(tool_str *str) {
  free(str->text);
  *str = (tool_str){0};
}
