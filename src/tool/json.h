/* tool/json.h - JSON values with one check for memory, and printing them. */
#ifndef G40_TOOL_JSON_H
#define G40_TOOL_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "tool/out.h"

/* An object or array that is being filled. A value that is NULL makes it fail; that is asked once, at the end. */
typedef struct tool_json {
  json_t *value;
  bool failed;
} tool_json;

tool_json tool_json_object(void);
tool_json tool_json_array(void);
void tool_json_put(tool_json *object, const char *key, json_t *value);
void tool_json_add(tool_json *array, json_t *value);
/* The value, or NULL where something failed. */
json_t *tool_json_take(tool_json *json);

/* NULL becomes null; what is not UTF-8, U+FFFD. */
json_t *tool_json_text(const char *text);
/* A number that is whole becomes an integer. */
json_t *tool_json_number(double number);
/* Negative, where there is none, becomes null. */
json_t *tool_json_offset(int64_t offset);
/* "a; b" as a list. */
json_t *tool_json_list(const char *joined);

void tool_json_text_put(tool_json *object, const char *key, const char *text);
void tool_json_int_put(tool_json *object, const char *key, int64_t number);

/* Prints a value as one line without the line feed, or indented. */
void tool_json_print(tool_out *out, const json_t *value, bool indented);
/* The same with the line feed. */
void tool_json_line(tool_out *out, const json_t *value, bool indented);

#endif
