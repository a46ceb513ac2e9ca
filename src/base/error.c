#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void cut_at_code_point(char *text, size_t size) {
  size_t n = strlen(text);
  if (n + 1 < size) {
    return;
  }
  while (n > 0 && ((unsigned char)text[n - 1] & 0xC0u) == 0x80u) {
    n--;
  }
  if (n > 0 && (unsigned char)text[n - 1] >= 0xC0u) {
    n--;
  }
  text[n] = '\0';
}

/* How many bytes the character at `text` has; 0: it is none. */
static size_t character(const unsigned char *text) {
  static const unsigned char least[] = {0, 0, 0x80, 0xA0, 0x90}, most[] = {0, 0, 0xBF, 0x9F, 0x8F};
  size_t n = *text < 0x80 ? 1 : *text < 0xC2 ? 0 : *text < 0xE0 ? 2 : *text < 0xF0 ? 3 : *text < 0xF5 ? 4 : 0;
  for (size_t i = 1; i < n; i++) {
    if ((text[i] & 0xC0u) != 0x80u) {
      return 0;
    }
  }
  bool low = (*text == 0xE0 || *text == 0xF0) && text[1] < least[n];
  bool high = (*text == 0xED || *text == 0xF4) && text[1] > most[n];
  return low || high ? 0 : n;
}

/* Messages quote what was given, and that may be no UTF-8: a path, a name in a damaged file. */
static void make_utf8(char *text) {
  while (*text) {
    size_t n = character((const unsigned char *)text);
    if (!n) {
      *text = '?';
    }
    text += n ? n : 1;
  }
}

static void one_line(char *text) {
  for (; *text; text++) {
    if (*text == '\n' || *text == '\r' || *text == '\t') {
      *text = ' ';
    }
  }
}

static int fill(g40_error *err, int code, int32_t offset, const char *format, va_list args) {
  if (err) {
    err->code = code;
    err->offset = offset;
    vsnprintf(err->message, sizeof err->message, format, args);
    cut_at_code_point(err->message, sizeof err->message);
    make_utf8(err->message);
    one_line(err->message);
  }
  return code;
}

int g4_fail(g40_error *err, int code, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(err, code, -1, format, args);
  va_end(args);
  return code;
}

int g4_fail_at(g40_error *err, int code, size_t offset, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(err, code, offset > INT32_MAX ? INT32_MAX : (int32_t)offset, format, args);
  va_end(args);
  return code;
}

void g4_error_clear(g40_error *err) {
  if (err) {
    err->code = G40_OK;
    err->offset = -1;
    err->message[0] = '\0';
  }
}

const char *g40_error_name(int code) {
  static const char *const names[] = {
      "G40_OK",          "G40_FAILED", "G40_NOMEM",  "G40_ARGUMENT", "G40_NOT_FOUND", "G40_IO",      "G40_CORRUPT",
      "G40_UNSUPPORTED", "G40_BUSY",   "G40_CLOSED", "G40_INVALID",  "G40_CANCELLED", "G40_REINDEX", "G40_READONLY"};
  const int count = (int)(sizeof names / sizeof names[0]);
  return code <= 0 && code > -count ? names[-code] : "G40_UNKNOWN";
}
