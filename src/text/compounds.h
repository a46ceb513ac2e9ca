/* When Dutch writes a compound with a hyphen: the rules of spelling that need no dictionary. */
#ifndef G4_TEXT_COMPOUNDS_H
#define G4_TEXT_COMPOUNDS_H

#include <stdbool.h>
#include <stddef.h>

/* "inkomens-" + "en": a part is left out, the two are separate words. */
bool g4_compound_is_open(const char *left, size_t left_length, const char *right, size_t right_length);
/* Whether left + right, written as one, keeps a hyphen: mkb-ondernemers, IenW-begroting, Noord-Holland, zee-egel,
 * sociaal-economisch, e-mail. Both parts are letters. */
bool g4_compound_has_hyphen(const char *left, size_t left_length, const char *right, size_t right_length);

#endif
