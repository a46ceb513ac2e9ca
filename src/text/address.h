/* Addresses of pages. */
#ifndef G4_TEXT_ADDRESS_H
#define G4_TEXT_ADDRESS_H

#include <stdbool.h>

/* Whether the UTF-8 text is the whole address of a page: http:// or https://, a host, maybe a port, and what may
 * follow, without white space, control characters, quotes or angle brackets, and without a user's name before the host.
 * Letters of other alphabets may stand in it, as people copy them. */
bool g4_is_web_address(const char *text);

#endif
