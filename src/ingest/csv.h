/* CSV as RFC 4180 has it: fields in quotes may hold commas, line breaks and doubled quotes. LF and CRLF end a row. */
#ifndef G4_INGEST_CSV_H
#define G4_INGEST_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/vec.h"

typedef struct {
  const char *bytes;
  size_t length, at;
  int line; /* of the next row, from 1 */
} g4_csv;

typedef struct {
  int line;
  G4_VEC(const char *) fields; /* in the arena */
} g4_csv_row;

/* Starts behind a byte order mark, if there is one. */
g4_csv g4_csv_of(const char *bytes, size_t length);
/* The next row that is not empty; `*more` is false behind the last. G40_INVALID (a quote that is not closed, or text
 * behind one), G40_NOMEM, or 0. The row's fields are cleared first. */
int g4_csv_next(g4_csv *csv, g4_arena *arena, g4_csv_row *row, bool *more, g40_error *err);
void g4_csv_row_free(g4_csv_row *row);

#endif
