/* Calendar days as numbers that compare: 20251029. */
#ifndef G4_BASE_DATE_H
#define G4_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t g4_date; /* yyyymmdd; 0: no date (open, unknown or not given) */

enum { G4_DATE_TEXT = 11 }; /* bytes of "2025-10-29" with its NUL */

/* Accepts exactly YYYY-MM-DD, a day that exists, years 1000 to 9999. */
bool g4_date_parse(const char *text, g4_date *date);
/* Writes YYYY-MM-DD; the empty string for 0. Returns `text`. */
char *g4_date_format(g4_date date, char text[G4_DATE_TEXT]);

#endif
