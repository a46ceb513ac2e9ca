/* A hyphen at the end of a line: does it belong to the word (mkb-ondernemers), or only to the line (arbeids-markt)?
 * The document itself is asked first, how it writes the word elsewhere; then rules of Dutch spelling. */
#ifndef G4_TEXT_HYPHENS_H
#define G4_TEXT_HYPHENS_H

#include "text/lines.h"

typedef enum {
  G4_JOIN_SPACE, /* two words, or two parts with something left out ("inkomens- en"): a space between */
  G4_JOIN_KEEP,  /* one word with its hyphen */
  G4_JOIN_DROP   /* one word; the hyphen, and white space before it, is the line's */
} g4_join;

typedef struct {
  uint64_t hash;  /* 0: free */
  uint32_t count; /* how often the word stands inside a line */
} g4_hyphen_word;

typedef struct {
  g4_hyphen_word *words;
  size_t capacity, count;
  bool loose; /* "omge -" + "ving": this document parts words so */
} g4_hyphens;

/* Reads how the document writes the words that its lines break. A zeroed g4_hyphens knows none. */
int g4_hyphens_learn(g4_hyphens *hyphens, const char *source, size_t length, const g4_lines *lines, g40_error *err);
void g4_hyphens_free(g4_hyphens *hyphens);

/* How a line goes on in the next one. Without a hyphen (also a soft one) at its end: G4_JOIN_SPACE. */
g4_join g4_hyphens_join(const g4_hyphens *hyphens, const char *source, const g4_line *line, const g4_line *next);

#endif
