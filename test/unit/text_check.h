/* What must hold of every text that was read, whatever its bytes were. */
#ifndef TEST_UNIT_TEXT_CHECK_H
#define TEST_UNIT_TEXT_CHECK_H

#include "text/segment.h"

/* The first promise of segment.h that `text` breaks, or NULL. */
const char *text_fault(const g4_text *text);

/* The bytes of a file below the source tree, NUL-terminated, to be freed; NULL when it cannot be read. */
char *text_file(const char *path, size_t *length);

#endif
