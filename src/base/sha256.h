/* SHA-256 as lower-case hexadecimal, by libmd. */
#ifndef G4_BASE_SHA256_H
#define G4_BASE_SHA256_H

#include <stddef.h>

enum { G4_SHA256_TEXT = 65 };

char *g4_sha256(const void *bytes, size_t n, char text[G4_SHA256_TEXT]);

#endif
