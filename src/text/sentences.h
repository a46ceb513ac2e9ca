/* Where the sentences of a running text begin and end. The text is in reading form: no line breaks, white space single.
 */
#ifndef G4_TEXT_SENTENCES_H
#define G4_TEXT_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  size_t start, end; /* bytes, without white space at either end */
  size_t next;       /* where to look for the next one */
  bool item;         /* a bullet stood before it, inside the line */
} g4_sentence;

/* The sentence that starts at or after `from`; false: there is none. Linear in the bytes it passes. */
bool g4_sentence_next(const char *text, size_t n, size_t from, g4_sentence *sentence);

#endif
