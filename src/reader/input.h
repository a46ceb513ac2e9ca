/* All bytes of a file or of standard input, up to a limit. */
#ifndef G4_READER_INPUT_H
#define G4_READER_INPUT_H

#include <stddef.h>

#include "base/buf.h"

/* Bytes: of a PDF; of any other file, and of the text of any. The longest programme of a party has one hundredth. */
enum { G4_MOST_INPUT = 256 << 20, G4_MOST_TEXT = 64 << 20 };

/* Reads a regular file, or standard input for "-". G40_IO for what cannot be read, G40_INVALID for an empty file,
 * G40_UNSUPPORTED for more bytes than that, G40_NOMEM. The message does not name the file. */
int g4_input_read(const char *path, g4_buf *bytes, g40_error *err);

/* Whether a file of `size` bytes that begins with these `n` may be as long as that: G40_UNSUPPORTED. */
int g4_input_check(const char *name, const char *bytes, size_t n, size_t size, g40_error *err);

#endif
