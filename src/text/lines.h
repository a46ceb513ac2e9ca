/* The lines of a text that hold anything, trimmed, with what the rooms above ask about them. */
#ifndef G4_TEXT_LINES_H
#define G4_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"

enum {
  G4_LINE_AFTER_BLANK = 1,    /* an empty line, or the start of the text, lies before it */
  G4_LINE_AFTER_PAGE = 2,     /* a form feed lies before it */
  G4_LINE_AFTER_NUL = 4,      /* a NUL lies before it: nothing runs on over that */
  G4_LINE_NOISE = 8,          /* not running text: noise.h says why */
  G4_LINE_NUMBER = 16,        /* nothing but a short number: of a page, mostly */
  G4_LINE_GLUED = 32,         /* follows on the line before without a break: noise was cut out between */
  G4_LINE_NUMBER_BEFORE = 64, /* the line's own number was cut off before it, or behind it */
  G4_LINE_NUMBER_BEHIND = 128,
  G4_LINE_HAS_DIGIT = 256,
  G4_LINE_MAY_BE_GLUED = 512 /* letters, digits and stops meet in it as they do where a space is missing */
};

typedef struct {
  uint32_t start, end; /* bytes, white space trimmed */
  uint32_t width;      /* code points */
  uint16_t flags;
} g4_line;

typedef G4_VEC(g4_line) g4_lines;

/* Appends the lines of valid UTF-8 shorter than 4 GiB. LF, CR LF, form feed, vertical tab and NUL end a line; a CR
 * alone only where the text has no LF at all (elsewhere it is white space). */
int g4_lines_split(const char *source, size_t length, g4_lines *lines, g40_error *err);

/* Moves the ends of [*start, *end) past white space and invisible characters; a soft hyphen counts at the end only. */
void g4_trim(const char *source, size_t *start, size_t *end);

/* How a line, or another stretch of text, ends: past closing quotes and brackets, what is last. */
typedef enum { G4_END_WORD, G4_END_STOP, G4_END_COLON, G4_END_COMMA, G4_END_HYPHEN } g4_line_end;
g4_line_end g4_end_of(const char *text, size_t n);

/* Code points in the first word: the one that could have stood on the line before. At most 99. */
uint32_t g4_first_word_width(const char *text, size_t n);

#endif
