/* tool/str.h - a growing string; a failed allocation sticks and is asked once, at the end. */
#ifndef G40_TOOL_STR_H
#define G40_TOOL_STR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct tool_str {
  char *text; /* NUL-terminated once something was added */
  size_t length;
  size_t capacity;
  bool failed;
} tool_str;

void tool_str_bytes(tool_str *str, const char *bytes, size_t length);
/* Adds a text; NULL adds nothing. */
void tool_str_add(tool_str *str, const char *text);
/* Adds the separator unless the string is empty, then the text. */
void tool_str_join(tool_str *str, const char *separator, const char *text);
/* Adds what a person typed, for a message: its first characters, and "..." where there are more. */
void tool_str_short(tool_str *str, const char *bytes, size_t length);
/* Adds the shortest decimal form that reads back as the same number: 15, 0.1, 100000. */
void tool_str_number(tool_str *str, double number);
/* The string, never NULL unless an allocation failed; the caller frees it. */
char *tool_str_take(tool_str *str);
void tool_str_free(tool_str *str);

/* Digits that the number needs to read back as the same: 15, 16 or 17. */
int tool_number_digits(double number);
bool tool_number_is_whole(double number);

#endif
