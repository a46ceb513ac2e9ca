/* What may stand before the text of a line: the mark of a list item, the number of a heading. */
#ifndef G4_TEXT_MARKS_H
#define G4_TEXT_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  G4_MARK_NONE,
  G4_MARK_BULLET, /* a character that is nothing else: a bullet, an arrow, one of a symbol font */
  G4_MARK_DASH,   /* a dash, * or >: may also belong to the sentence */
  G4_MARK_NUMBER, /* "1.", "(2)", "3)", "6.2", "IV." */
  G4_MARK_LETTER, /* "a)", "b." */
  G4_MARK_PLAIN   /* a number and nothing more, "2 Optimisme" */
} g4_item_mark_kind;

typedef struct {
  g4_item_mark_kind kind;
  size_t length;  /* bytes, white space behind it included */
  uint32_t value; /* of a number: the last of its parts; of a letter: its place in the alphabet */
  uint32_t depth; /* of a number: 2 for "6.2" */
} g4_item_mark;

/* The mark at the start of a trimmed line of n bytes (n > 0). */
g4_item_mark g4_item_mark_of(const char *text, size_t n);

#endif
