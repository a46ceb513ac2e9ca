#include "export/sink.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/json.h"

enum { FLUSH_AT = 1 << 16 };

static void hand_over(g4_sink *sink) {
  if (sink->gathered.length && !g4_sink_failed(sink)) {
    sink->refused = sink->write(sink->context, sink->gathered.bytes, sink->gathered.length) != 0;
  }
  if (!sink->gathered.failed) {
    g4_buf_clear(&sink->gathered);
  }
}

static void hand_over_much(g4_sink *sink) {
  if (sink->gathered.length >= FLUSH_AT) {
    hand_over(sink);
  }
}

void g4_sink_add(g4_sink *sink, const char *bytes, size_t length) {
  g4_buf_add(&sink->gathered, bytes, length);
  hand_over_much(sink);
}

void g4_sink_string(g4_sink *sink, const char *text, size_t n) {
  g4_json_string(&sink->gathered, text, n);
  hand_over_much(sink);
}

void g4_sink_text(g4_sink *sink, const char *text) { g4_sink_add(sink, text, strlen(text)); }

void g4_sink_char(g4_sink *sink, char c) { g4_buf_add_char(&sink->gathered, c); }

void g4_sink_number(g4_sink *sink, int64_t number) {
  char text[24];
  int length = snprintf(text, sizeof text, "%lld", (long long)number);
  g4_sink_add(sink, text, (size_t)length);
}

void g4_sink_iri(g4_sink *sink, const char *text) {
  static const char digits[] = "0123456789ABCDEF";
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c <= 0x20 || c == 0x7f || strchr("<>\"{}|\\^`%", c)) {
      g4_sink_char(sink, '%');
      g4_sink_char(sink, digits[c >> 4]);
      g4_sink_char(sink, digits[c & 15]);
    } else {
      g4_sink_char(sink, *text);
    }
  }
}

void g4_sink_real(g4_sink *sink, double number) {
  char text[40];
  if (!isfinite(number)) {
    number = 0;
  }
  for (int digits = 6; digits <= 17; digits += digits < 15 ? 9 : 1) {
    snprintf(text, sizeof text, "%.*g", digits, number);
    if (strtod(text, NULL) == number) {
      break;
    }
  }
  for (char *c = text; *c; c++) {
    *c = *c == ',' ? '.' : *c;
  }
  g4_sink_text(sink, text);
}

int g4_sink_flush(g4_sink *sink, g40_error *err) {
  hand_over(sink);
  if (sink->gathered.failed) {
    return g4_nomem(err);
  }
  return sink->refused ? g4_fail(err, G40_IO, "the export could not be written") : G40_OK;
}

void g4_sink_free(g4_sink *sink) { g4_buf_free(&sink->gathered); }
