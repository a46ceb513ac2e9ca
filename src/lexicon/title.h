/* The form of a ministry's or post's name: article, head ("ministerie van", "staatssecretaris"), and the field, which
 * is a list of parts ("Landbouw", "Visserij", "Voedselzekerheid", "Natuur"). All texts are folded. */
#ifndef G4_LEXICON_TITLE_H
#define G4_LEXICON_TITLE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const char *text;
  size_t length;
} g4_slice;

/* What the head says that the name is. */
typedef enum {
  G4_HEAD_NONE,            /* "EZ", "Landbouw" */
  G4_HEAD_MINISTRY,        /* ministerie, departement */
  G4_HEAD_MINISTER,        /* minister; minister-president, with the field that goes with it */
  G4_HEAD_STATE_SECRETARY, /* staatssecretaris */
  G4_HEAD_MEMBER           /* bewindspersoon: either of the two */
} g4_head;

typedef struct {
  g4_head head;
  bool voor;         /* "minister voor": mostly one without a ministry */
  bool foreign;      /* "Duitse minister", "ministerie van Defensie van de Verenigde Staten" */
  bool inspectorate; /* "Inspectie SZW" */
  g4_slice field;    /* empty: the name is incomplete */
  g4_slice brackets; /* what stands in brackets behind it: "(EZ)"; empty mostly */
} g4_title;

/* Never fails; the slices point into `folded` (or to constants). */
void g4_title_parse(const char *folded, size_t n, g4_title *title);

enum { G4_PARTS_MAX = 16 };

typedef struct {
  g4_slice items[G4_PARTS_MAX];
  size_t count;
} g4_parts;

/* Splits at commas, "en" and "&". A field of more than G4_PARTS_MAX parts is one part. */
void g4_parts_split(g4_slice field, g4_parts *parts);

/* Whether the parts of `some` stand in `whole`, in that order. */
bool g4_parts_within(const g4_parts *some, const g4_slice *whole, size_t count);

bool g4_slice_equal(g4_slice a, g4_slice b);
g4_slice g4_slice_trim(g4_slice slice); /* spaces, and stops at the end */

#endif
