/* tool/out.h - standard output with its faults, the terminal's abilities, and lines on standard error. */
#ifndef G40_TOOL_OUT_H
#define G40_TOOL_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct tool_out {
  FILE *file;
  int error;     /* errno of the first write that failed; later ones do nothing */
  bool terminal; /* control characters of data must not reach it */
  bool colour;   /* a terminal, and NO_COLOR is not set */
  size_t width;  /* columns to fill */
} tool_out;

typedef enum { TOOL_PLAIN, TOOL_STRONG, TOOL_NAME, TOOL_FAINT } tool_style;

/* Standard output, made safe first: a closed standard stream must not become the database's file descriptor. */
void tool_out_open(tool_out *out);
void tool_out_bytes(tool_out *out, const char *bytes, size_t length);
/* Writes a text as it is; NULL writes nothing. */
void tool_out_text(tool_out *out, const char *text);
void tool_out_spaces(tool_out *out, size_t count);
/* Turns a style on, or all off (TOOL_PLAIN); nothing where there is no colour. */
void tool_out_style(tool_out *out, tool_style style);
/* Writes data as it is, on a terminal without its control characters. */
void tool_out_data(tool_out *out, const char *bytes, size_t length);
/* Flushes and closes. 0, or 1 after a line on standard error (none where the reader went away). */
int tool_out_close(tool_out *out);

/* The ending of a word behind a number: none behind 1. */
static inline const char *tool_ending(long long count, const char *many) { return count == 1 ? "" : many; }

/* One line on standard error, "g40: ...", without control characters. */
void tool_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same without "g40: " before it. */
void tool_complain_plain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
