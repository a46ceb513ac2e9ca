#include "tool/json.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "tool/str.h"
#include "tool/wrap.h"

tool_json tool_json_object(void) {
  json_t *value = json_object();
  return (tool_json){value, !value};
}

tool_json tool_json_array(void) {
  json_t *value = json_array();
  return (tool_json){value, !value};
}

void tool_json_put(tool_json *object, const char *key, json_t *value) {
  if (object->failed) {
    json_decref(value);
  } else if (!value || json_object_set_new(object->value, key, value) != 0) {
    object->failed = true;
  }
}

void tool_json_add(tool_json *array, json_t *value) {
  if (array->failed) {
    json_decref(value);
  } else if (!value || json_array_append_new(array->value, value) != 0) {
    array->failed = true;
  }
}

json_t *tool_json_take(tool_json *json) {
  if (json->failed) {
    json_decref(json->value);
    json->value = NULL;
  }
  return json->value;
}

json_t *tool_json_text(const char *text) {
  if (!text) {
    return json_null();
  }
  json_t *value = json_string(text);
  if (!value) { /* no memory, or a damaged database: no valid UTF-8 */
    tool_str clean = {0};
    tool_clean_lines(&clean, text, strlen(text));
    value = clean.failed ? NULL : json_string(clean.text);
    tool_str_free(&clean);
  }
  return value;
}

json_t *tool_json_number(double number) {
  if (!isfinite(number)) {
    return json_null();
  }
  return tool_number_is_whole(number) ? json_integer((json_int_t)number) : json_real(number);
}

json_t *tool_json_offset(int64_t offset) { return offset < 0 ? json_null() : json_integer(offset); }

json_t *tool_json_list(const char *joined) {
  tool_json list = tool_json_array();
  for (const char *at = joined; at && *at;) {
    const char *end = strstr(at, "; ");
    size_t length = end ? (size_t)(end - at) : strlen(at);
    tool_json_add(&list, json_stringn(at, length));
    at = end ? end + 2 : NULL;
  }
  return tool_json_take(&list);
}

void tool_json_text_put(tool_json *object, const char *key, const char *text) {
  tool_json_put(object, key, tool_json_text(text));
}

void tool_json_int_put(tool_json *object, const char *key, int64_t number) {
  tool_json_put(object, key, json_integer(number));
}

/* Digits that its numbers need, so that 0.1 is no 0.10000000000000001. */
static int digits(const json_t *value) {
  int most = 15;
  if (json_is_real(value)) {
    return tool_number_digits(json_real_value(value));
  }
  if (json_is_array(value)) {
    for (size_t i = 0; i < json_array_size(value); i++) {
      int found = digits(json_array_get(value, i));
      most = found > most ? found : most;
    }
  }
  if (json_is_object(value)) {
    json_t *object = (json_t *)(uintptr_t)value; /* jansson's iterators take no const */
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
      int found = digits(json_object_iter_value(at));
      most = found > most ? found : most;
    }
  }
  return most;
}

/* jansson leaves DEL and the C1 controls as they are; terminals act on them. */
static int write_json(const char *bytes, size_t length, void *data) {
  tool_out *out = data;
  size_t from = 0;
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    unsigned char next = i + 1 < length ? (unsigned char)bytes[i + 1] : 0;
    bool c1 = byte == 0xc2 && next >= 0x80 && next <= 0x9f;
    if (c1 || byte == 0x7f) {
      char escape[8];
      snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(c1 ? next : byte));
      tool_out_bytes(out, bytes + from, i - from);
      tool_out_text(out, escape);
      i += c1;
      from = i + 1;
    }
  }
  tool_out_bytes(out, bytes + from, length - from);
  return 0;
}

void tool_json_print(tool_out *out, const json_t *value, bool indented) {
  size_t flags = (indented ? JSON_INDENT(2) : JSON_COMPACT) | JSON_REAL_PRECISION((size_t)digits(value));
  if (json_dump_callback(value, write_json, out, flags) != 0 && !out->error) {
    out->error = ENOMEM;
  }
}

void tool_json_line(tool_out *out, const json_t *value, bool indented) {
  tool_json_print(out, value, indented);
  tool_out_text(out, "\n");
}
