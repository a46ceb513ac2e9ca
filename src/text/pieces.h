/* A line taken apart where texts were glued together without a space, as happens where pages were put one after
 * the other; and what makes two such pieces the same running head. */
#ifndef G4_TEXT_PIECES_H
#define G4_TEXT_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  G4_GLUE_NONE,   /* the line begins here */
  G4_GLUE_STOP,   /* "moet.Kop" */
  G4_GLUE_NUMBER, /* "Kop15bestraft", "107Kop" */
  G4_GLUE_CAMEL   /* "verhaalKop", but also IenW */
} g4_glue;

typedef struct {
  uint32_t start, end;
  g4_glue left;
} g4_piece;

/* From the piece that ends at piece->end to the next one, which ends at line_end at the latest. */
void g4_piece_next(const char *source, uint32_t line_end, g4_piece *piece);

typedef struct {
  uint64_t hash;        /* of the text with every number replaced by # and white space by one space */
  uint64_t family;      /* of its first bytes only; 0 where it has no more than those */
  uint32_t number;      /* the page number that it seems to hold: at its end, its start, or alone inside; 0: none */
  uint32_t last_digits; /* where the digits at its end start; its end where there are none */
} g4_piece_key;

/* False: too long, or too few letters, to be a running head. */
bool g4_piece_key_of(const char *source, const g4_piece *piece, g4_piece_key *key);

/* Whether a number of one to three digits stands in it: any piece with a page number does. Cheap. */
bool g4_piece_has_number(const char *source, const g4_piece *piece);

/* The number that the digits in [start, end) are; of a year with more behind it ("20219"), what is behind it.
 * 0 for a year and for more digits than a page number has. */
uint32_t g4_page_number(const char *source, uint32_t start, uint32_t end);

#endif
