#include "export/json.h"

#include <string.h>

static void before(g4_json *json, const char *key) {
  if (json->comma) {
    g4_sink_char(json->sink, ',');
  }
  json->comma = true;
  if (key) {
    g4_sink_string(json->sink, key, strlen(key));
    g4_sink_char(json->sink, ':');
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
  g4_sink_string(json->sink, text, length);
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
