/* Text made comparable: accents and other marks dropped, compatibility forms undone (the fi ligature, raised 2),
 * typographic quotes and apostrophes straight, every dash a hyphen, white space one space, soft hyphens gone. */
#ifndef G4_TEXT_FOLD_H
#define G4_TEXT_FOLD_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the form for search and look-up, without case, to `out`: "Coördinatie  van EU" is "coordinatie van eu".
 * White space at either end is dropped. Malformed bytes become U+FFFD. Folding a folded text changes nothing. */
int g4_fold(const char *text, size_t n, g4_buf *out, g40_error *err);
/* The same, case kept, for names that only case tells apart: EZ is not "ez". */
int g4_fold_keep_case(const char *text, size_t n, g4_buf *out, g40_error *err);

#endif
