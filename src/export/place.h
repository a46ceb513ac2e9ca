/* Exports into files: of one state of the database, and whole or not there. */
#ifndef G4_EXPORT_PLACE_H
#define G4_EXPORT_PLACE_H

#include "export/export.h"

/* Writes to the file at `path`; of a format of tables of which none was chosen, a file a table into the
 * folder there, which is made where there
 * is none. Where one cannot be written, what stands there stays. Devices and pipes are written to as they stand. */
int g4_export_to_place(g4_exporting *e, const char *path);

/* A g40_write to a descriptor. */
typedef struct {
  int fd, error; /* error: errno of the write that failed */
} g4_export_fd;
int g4_export_write_fd(void *context, const char *bytes, size_t length);

#endif
