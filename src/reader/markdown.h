/* Markdown: the file's bytes stay the text; what its marks say becomes hints. CommonMark with tables, by md4c, whose
 * words come as places in the source. */
#ifndef G4_READER_MARKDOWN_H
#define G4_READER_MARKDOWN_H

#include <stddef.h>

#include "base/error.h"
#include "text/hints.h"

enum { G4_MOST_MARKDOWN = 64 << 20 };

/* Makes the hints of valid UTF-8; the caller frees them, also after a failure. G40_UNSUPPORTED for more than
 * G4_MOST_MARKDOWN bytes, G40_NOMEM. */
int g4_markdown_read(const char *text, size_t n, g4_hints *hints, g40_error *err);

#endif
