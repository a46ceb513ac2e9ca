#include "base/error.h"

#include <stdarg.h>
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

int g4_nomem(g40_error *err) { return g4_fail(err, G40_NOMEM, "out of memory"); }

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
