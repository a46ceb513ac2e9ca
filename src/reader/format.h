/* Which kind of file bytes are. */
#ifndef G4_READER_FORMAT_H
#define G4_READER_FORMAT_H

#include <stddef.h>

typedef enum { G4_FORMAT_TEXT, G4_FORMAT_MARKDOWN, G4_FORMAT_HTML, G4_FORMAT_PDF } g4_format;

const char *g4_format_name(g4_format format); /* "text", "markdown", "html", "pdf" */

/* What begins like a PDF is one; then the end of the name decides (.md, .markdown, .html, .htm, .xhtml, .pdf, .txt),
 * and where it says nothing, whether the bytes begin like HTML. `name` may be NULL. */
g4_format g4_format_of(const char *name, const char *bytes, size_t n);

/* What a file is that no reader knows, by its first bytes: "a Word file"; NULL for any other. */
const char *g4_format_foreign(const char *bytes, size_t n);

#endif
