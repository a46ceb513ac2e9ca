/* The words of a text, as Dutch writes them: I&W, mkb'ers, zzp'er, 's-Hertogenbosch, D66, mkb-ondernemers,
 * 100.000, 15%. The hyphen of "voor- en nadelen" belongs to no word. */
#ifndef G4_TEXT_WORDS_H
#define G4_TEXT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  size_t start, end; /* bytes */
  bool plain;        /* nothing but ASCII letters */
  bool number;       /* starts with a digit: 100.000, 15%, 2e, 50-plussers */
  bool capital;      /* starts with an upper-case letter, after 's- too */
} g4_word;

/* The first word that starts at or after `from`; false: there is none. The next one is looked for from its end. */
bool g4_word_next(const char *text, size_t n, size_t from, g4_word *word);

#endif
