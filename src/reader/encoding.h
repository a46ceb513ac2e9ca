/* What bytes say in which encoding, and their text as UTF-8 with a map back to them. */
#ifndef G4_READER_ENCODING_H
#define G4_READER_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "text/offsets.h"

typedef enum {
  G4_ENCODING_UTF8,
  G4_ENCODING_WINDOWS_1252, /* Latin-1 too, as browsers read it */
  G4_ENCODING_MIXED,        /* UTF-8 with bytes between that are none, read as Windows-1252 */
  G4_ENCODING_UTF16_LE,     /* by its byte order mark, which is kept as U+FEFF */
  G4_ENCODING_UTF16_BE
} g4_encoding;

const char *g4_encoding_name(g4_encoding encoding); /* "utf-8", "windows-1252", ... */

enum { G4_MOST_UTF16 = 32 << 20 }; /* bytes: the map back has an entry a character */

/* Makes *bytes UTF-8: as they are where they are valid, else converted, and `map` (empty before) leads from offsets in
 * the text to offsets in the bytes. *odd: bytes or units that did not fit; of valid UTF-8,
 * control characters. G40_INVALID for what is no text,
 * G40_UNSUPPORTED for too much UTF-16, G40_NOMEM. */
int g4_encoding_read(g4_buf *bytes, g4_offsets *map, g4_encoding *encoding, size_t *odd, g40_error *err);

#endif
