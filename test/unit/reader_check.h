/* What a reader makes of a file, in a form that a test can compare. */
#ifndef TEST_UNIT_READER_CHECK_H
#define TEST_UNIT_READER_CHECK_H

#include <stddef.h>

#include "reader/paper.h"

/* Reads the bytes as a file of that name and takes the text apart: a line a segment, "H2 " before a heading (with its
 * level), "S " a sentence, "* " a sentence that starts a list item, "N " noise, "L " a link, "C " contact data. A
 * failure is "code: message". Checks on the way that every byte of the reading form leads back to the one it came from.
 * To be freed; `paper` too, which may be NULL. */
char *segments_of(const char *name, const char *bytes, size_t n, g4_paper *paper);

/* Fails the test where that differs from what is expected, and shows both. */
void assert_segments(const char *name, const char *text, const char *expected);

#endif
