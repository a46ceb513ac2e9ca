/* A text as a JSON string, which Turtle reads too. */
#ifndef G4_TEXT_JSON_H
#define G4_TEXT_JSON_H

#include "base/buf.h"

/* Adds it with its quotes. What is not UTF-8 becomes U+FFFD. */
void g4_json_string(g4_buf *out, const char *text, size_t n);

#endif
