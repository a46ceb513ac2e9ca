#include "export/json.h"

#include <string.h>
#include <utf8proc.h>

/* Bytes that stand for themselves in a string, from the start of `text`. */
static size_t plain(const unsigned char *text, size_t length) {
  size_t n = 0;
  while (n < length && text[n] >= 0x20 && text[n] < 0x80 && text[n] != '"' && text[n] != '\\') {
    n++;
  }
  return n;
}

static void add_escaped(g4_sink *sink, unsigned char c) {
  static const char digits[] = "0123456789abcdef";
  const char *const pairs = "\"\"\\\\\bb\ff\nn\rr\tt";
  const char *found = NULL;
  for (const char *pair = pairs; *pair && !found; pair += 2) {
    found = (unsigned char)*pair == c ? pair + 1 : NULL;
  }
  g4_sink_char(sink, '\\');
  if (found) {
    g4_sink_char(sink, *found);
  } else {
    g4_sink_add(sink, "u00", 3);
    g4_sink_char(sink, digits[c >> 4]);
    g4_sink_char(sink, digits[c & 15]);
  }
}

static void add_string(g4_sink *sink, const char *text, size_t left) {
  const unsigned char *at = (const unsigned char *)text;
  while (left) {
    size_t n = plain(at, left);
    g4_sink_add(sink, (const char *)at, n);
    at += n;
    left -= n;
    if (!left) {
      break;
    }
    if (*at < 0x80) {
      add_escaped(sink, *at);
      n = 1;
    } else {
      utf8proc_int32_t point;
      utf8proc_ssize_t taken = utf8proc_iterate(at, (utf8proc_ssize_t)left, &point);
      n = taken > 0 ? (size_t)taken : 1;
      g4_sink_add(sink, taken > 0 ? (const char *)at : "\xEF\xBF\xBD", taken > 0 ? n : 3);
    }
    at += n;
    left -= n;
  }
}

static void before(g4_json *json, const char *key) {
  if (json->comma) {
    g4_sink_char(json->sink, ',');
  }
  json->comma = true;
  if (key) {
    g4_sink_char(json->sink, '"');
    add_string(json->sink, key, strlen(key));
    g4_sink_add(json->sink, "\":", 2);
  }
}

static void open(g4_json *json, const char *key, char bracket) {
  before(json, key);
  g4_sink_char(json->sink, bracket);
  json->comma = false;
}

static void close(g4_json *json, char bracket) {
  g4_sink_char(json->sink, bracket);
  json->comma = true;
}

void g4_json_object(g4_json *json, const char *key) { open(json, key, '{'); }
void g4_json_object_end(g4_json *json) { close(json, '}'); }
void g4_json_array(g4_json *json, const char *key) { open(json, key, '['); }
void g4_json_array_end(g4_json *json) { close(json, ']'); }

void g4_json_text(g4_json *json, const char *key, const char *text) {
  if (text) {
    g4_json_part(json, key, text, strlen(text));
  }
}

void g4_json_part(g4_json *json, const char *key, const char *text, size_t length) {
  before(json, key);
  g4_sink_char(json->sink, '"');
  add_string(json->sink, text, length);
  g4_sink_char(json->sink, '"');
}

void g4_json_iri(g4_json *json, const char *key, const char *base, const char *type, const char *id) {
  if (id) {
    before(json, key);
    g4_sink_char(json->sink, '"');
    g4_sink_text(json->sink, base);
    g4_sink_text(json->sink, type);
    g4_sink_iri(json->sink, id);
    g4_sink_char(json->sink, '"');
  }
}

void g4_json_integer(g4_json *json, const char *key, int64_t number) {
  before(json, key);
  g4_sink_number(json->sink, number);
}

void g4_json_real(g4_json *json, const char *key, double number) {
  before(json, key);
  g4_sink_real(json->sink, number);
}

void g4_json_bool(g4_json *json, const char *key, bool value) { g4_json_raw(json, key, value ? "true" : "false"); }

void g4_json_raw(g4_json *json, const char *key, const char *value) {
  before(json, key);
  g4_sink_text(json->sink, value);
}

void g4_json_line(g4_json *json) {
  if (json->comma) {
    g4_sink_char(json->sink, ',');
    json->comma = false;
  }
  g4_sink_char(json->sink, '\n');
}
