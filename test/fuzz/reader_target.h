/* What the fuzz targets of the readers have in common. */
#ifndef TEST_FUZZ_READER_TARGET_H
#define TEST_FUZZ_READER_TARGET_H

#include <stddef.h>
#include <stdint.h>

/* Reads the bytes as a file of that name, takes the text apart, and aborts where a promise of paper.h, hints.h or
 * segment.h is broken. */
void read_and_check(const char *name, const uint8_t *bytes, size_t n);

#endif
