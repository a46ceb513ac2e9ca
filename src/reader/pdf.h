/* PDF: its words through the program pdftotext of poppler, a child process. */
#ifndef G4_READER_PDF_H
#define G4_READER_PDF_H

#include <stddef.h>

#include "reader/paper.h"

/* Appends the text to `text`, a form feed between pages, and says in `note` what else is to know. */
int g4_pdf_read(const char *bytes, size_t n, const g4_paper_options *options, g4_buf *text, char note[G4_PAPER_NOTE],
                g40_error *err);

#endif
