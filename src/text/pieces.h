/* A line taken apart where texts were glued together without a space, as happens where pages were put one after
 * the other; and what makes two such pieces the same running head. */
#ifndef G4_TEXT_PIECES_H
#define G4_TEXT_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  G4_GLUE_NONE,   /* the line begins or ends here */
  G4_GLUE_STOP,   /* "moet.Kop" */
  G4_GLUE_NUMBER, /* "Kop15bestraft", "107Kop" */
  G4_GLUE_CAMEL   /* "verhaalKop", but also IenW */
} g4_glue;

typedef struct {
  uint32_t start, end;
  g4_glue left, right;
} g4_piece;

/* The first piece of a line: one that ends where the line begins. */
#define G4_PIECE_BEFORE(line_start) ((g4_piece){line_start, line_start, G4_GLUE_NONE, G4_GLUE_NONE})
/* From the piece that ends at piece->end to the next one, which ends at line_end at the latest. */
void g4_piece_next(const char *source, uint32_t line_end, g4_piece *piece);
/* Makes the piece longer by the next one: what looked like glue is none. */
void g4_piece_extend(const char *source, uint32_t line_end, g4_piece *piece);

/* Where a piece ends in camel glue, a hash of the word around it if it could be a name: ChristenUnie. 0: it cannot. */
uint64_t g4_piece_name(const char *source, uint32_t line_end, const g4_piece *piece);

/* Hashes of what a piece begins with, every number in it replaced by # and white space by one space. */
typedef struct {
  uint64_t whole;       /* all of it; 0: too long for a running head */
  uint64_t family;      /* its first words: 20 bytes; 0 where it has no more */
  uint64_t opening;     /* its first 40 bytes; 0 where it has no more */
  uint32_t number;      /* the page number that it seems to hold: at its end, its start, or alone inside; 0: none */
  uint32_t last_digits; /* where the digits at its end start; its end where there are none */
} g4_piece_key;

/* False: too few letters to be a running head. */
bool g4_piece_key_of(const char *source, const g4_piece *piece, g4_piece_key *key);

/* Up to where in [at, end) the text is the same as that at `other`, whatever the numbers; whole words. */
uint32_t g4_piece_same_until(const char *source, uint32_t at, uint32_t end, uint32_t other);

/* The number that the digits in [start, end) are; of a year with more behind it ("20219"), what is behind it.
 * 0 for a year and for more digits than a page number has. */
uint32_t g4_page_number(const char *source, uint32_t start, uint32_t end);

#endif
