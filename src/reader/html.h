/* HTML: the text that it shows, by libxml2's parser, which reads what is not well formed as well. */
#ifndef G4_READER_HTML_H
#define G4_READER_HTML_H

#include <stddef.h>

#include "base/buf.h"
#include "text/hints.h"

enum { G4_MOST_HTML = 64 << 20, G4_HTML_CHARSET = 40 };

/* Makes the text and its hints of UTF-8; the caller frees both, also after a failure. G40_INVALID where elements stand
 * too deep in each other or have too many attributes, G40_UNSUPPORTED for more than G4_MOST_HTML bytes, G40_NOMEM. */
int g4_html_read(const char *bytes, size_t n, g4_buf *text, g4_hints *hints, g40_error *err);

/* The encoding that a page says it has, in lower case, where it is another than UTF-8 and those that are read as
 * Windows-1252; else "". */
const char *g4_html_charset(const char *bytes, size_t n, char charset[G4_HTML_CHARSET]);

#endif
