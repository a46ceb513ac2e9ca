/* Files that are seen whole or not at all: written beside their place, then put there. */
#ifndef G4_BASE_BESIDE_H
#define G4_BASE_BESIDE_H

#include <stdbool.h>

#include "base/buf.h"

/* Opens a new file beside `path` for writing and gives its name. -1: `name` failed, or errno says why. */
int g4_beside_open(const char *path, g4_buf *name);
/* Whether something is there that no file may take the place of: a device, a pipe, a socket. */
bool g4_beside_is_device(const char *path);

#endif
