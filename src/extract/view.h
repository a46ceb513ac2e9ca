/* The words of one segment with all that finding names asks of them: the folded word, its kind, and what stands
 * before it. */
#ifndef G4_EXTRACT_VIEW_H
#define G4_EXTRACT_VIEW_H

#include "extract/wordbook.h"

/* What stands between a word and the one before, besides spaces. */
enum {
  G4_GAP_HYPHEN = 1, /* of "dak- en thuislozen", or a dash */
  G4_GAP_COMMA = 2,
  G4_GAP_OPEN = 4,   /* ( */
  G4_GAP_CLOSE = 8,  /* ) */
  G4_GAP_QUOTE = 16, /* any quote */
  G4_GAP_SLASH = 32,
  G4_GAP_AND = 64,    /* & */
  G4_GAP_OTHER = 128, /* stops, colons, bullets */
  G4_GAP_GLUED = 256  /* no space at all */
};

typedef struct {
  size_t start, end; /* bytes of the reading form; from the segment's start */
  g4_slice low;      /* the folded word; the book's */
  g4_word_kind kind;
  bool stem; /* the kind is that of its last part */
  uint16_t gap;
  uint8_t marks; /* of the search (search.h) */
  bool capital;  /* starts with an upper-case letter */
  bool upper;    /* two upper-case letters or more, and no lower-case one: UWV */
  bool number;   /* starts with a digit */
} g4_view_word;

/* A zeroed g4_view is an empty one; it may be filled again and again. */
typedef struct {
  const char *text; /* of the segment */
  size_t length;
  G4_VEC(g4_view_word) words;
} g4_view;

/* Looks at the words that the book has read of the text. A word that was parted by a hyphen and a space
 * ("Volksge- zondheid") is one. G40_NOMEM or 0. */
int g4_view_fill(g4_view *view, g4_wordbook *book, const char *text, size_t length, g40_error *err);
void g4_view_free(g4_view *view);

/* The folded word; empty past the ends (i may be (size_t)-1). */
g4_slice g4_view_low(const g4_view *view, size_t i);
bool g4_view_is(const g4_view *view, size_t i, const char *word);
bool g4_view_one_of(const g4_view *view, size_t i, const char *words); /* separated by spaces */
/* G4_WORD_BREAK past the ends. */
g4_word_kind g4_view_kind(const g4_view *view, size_t i);
/* The gap before word i; G4_GAP_OTHER past the ends. */
unsigned g4_view_gap(const g4_view *view, size_t i);
/* Whether a capital at word i says that it is a name: it is not the first of the sentence or behind a colon or quote.
 */
bool g4_view_is_proper(const g4_view *view, size_t i);
/* "dak-" of "dak- en thuislozen": something is left out. */
bool g4_view_hangs(const g4_view *view, size_t i);
/* The word that starts at or after byte `at`. */
size_t g4_view_word_at(const g4_view *view, size_t at);

#endif
