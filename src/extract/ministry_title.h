/* "minister van Landbouw, Natuur en Voedselkwaliteit", "ministeries van EZ, KGG en VRO": the head, and the fields that
 * it rules, each a word or a few. */
#ifndef G4_EXTRACT_MINISTRY_TITLE_H
#define G4_EXTRACT_MINISTRY_TITLE_H

#include "extract/search.h"

enum { G4_FIELDS_MAX = 12 };

typedef struct {
  size_t first, last; /* words */
  bool known;         /* part of a ministry's or post's name, or an abbreviation */
  bool abbreviation;
} g4_field;

typedef struct {
  size_t head; /* word */
  g4_head kind;
  bool plural;
  bool several; /* a list of ministries by its form: "ministeries als ...", "(KGG, I&W en LVVN)" */
  size_t field_count;
  g4_field fields[G4_FIELDS_MAX];
} g4_ministry_title;

/* Whether word i is a head: minister, ministeries, bewindspersonen. */
bool g4_ministry_head(const g4_view *view, size_t i, g4_head *kind, bool *plural);
/* Reads what follows the head at word i; false: nothing that could be a field ("de minister"). */
bool g4_ministry_title_read(const g4_search *search, size_t i, g4_ministry_title *title);
/* Reads a list of known fields from word i on, without a head. */
void g4_ministry_fields_read(const g4_search *search, size_t i, g4_ministry_title *title);
/* A known name or abbreviation that starts at word i. */
bool g4_ministry_field_known(const g4_search *search, size_t i, g4_field *field);

/* Whether a foreign state's office is meant: "Israëlische premier ... en oud-minister van Defensie", "ministers van
 * Financiën van de eurolanden". */
bool g4_ministry_title_is_foreign(const g4_search *search, const g4_ministry_title *title);
/* Whether the office or ministry is only wanted: "Er komt een minister van ...". */
bool g4_ministry_title_is_wanted(const g4_search *search, const g4_ministry_title *title);

#endif
