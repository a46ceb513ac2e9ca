/* All bytes of a file or of standard input, up to a limit. */
#ifndef G4_READER_INPUT_H
#define G4_READER_INPUT_H

#include <stddef.h>

#include "base/buf.h"

enum { G4_MOST_INPUT = 256 << 20 }; /* bytes */

/* Reads a regular file, or standard input for "-". G40_IO for what cannot be read, G40_INVALID for an empty file,
 * G40_UNSUPPORTED for more than G4_MOST_INPUT bytes, G40_NOMEM. The message does not name the file. */
int g4_input_read(const char *path, g4_buf *bytes, g40_error *err);

#endif
