/* A file for a target that reads files: in memory where the system has such a place. Also reading the input piece by
 * piece, each piece up to a NUL. */
#ifndef TEST_FUZZ_SCRATCH_H
#define TEST_FUZZ_SCRATCH_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The path of a file `name` that holds the bytes; the same path each time. Ends the program where that fails. */
const char *scratch_file(const char *name, const uint8_t *data, size_t size);

/* The next piece, NUL-terminated, in `piece`; cut to what fits. NULL at the end of the input. */
const char *next_piece(const uint8_t **data, size_t *size, char piece[256]);

#endif
