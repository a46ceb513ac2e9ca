/* Telephone numbers as the Dutch write them. */
#ifndef G4_TEXT_PHONE_H
#define G4_TEXT_PHONE_H

#include <stddef.h>

/* End of the number that starts at `at`, or `at` where none does: ten digits from a 0 with a known kind of area code,
 * 0800 and 0900 numbers, or an international number from its +. */
size_t g4_phone_end(const char *text, size_t n, size_t at);

#endif
