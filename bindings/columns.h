/* What rows hold, as data: for every array of rows in g40.i its columns and the functions that read them. columns.py
 * makes the tables. They serve what goes over all fields: Arrow, tables of Python values, the scenario. */
#ifndef G40_BINDINGS_COLUMNS_H
#define G40_BINDINGS_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  COLUMN_TEXT,
  COLUMN_INT64,
  COLUMN_INT32,
  COLUMN_SIZE,
  COLUMN_DOUBLE,
  COLUMN_BOOL,
  COLUMN_ROWS,
  COLUMN_ROW
} column_kind;

typedef struct table table;

typedef struct {
  const char *name;
  column_kind kind;
  union {
    const char *(*text)(const void *row); /* NULL: absent */
    int64_t (*number)(const void *row);   /* of INT64, INT32, SIZE; negative: absent */
    double (*real)(const void *row);
    bool (*flag)(const void *row);
    const void *(*rows)(const void *row); /* an array of `table`; of ROW one of its rows, or NULL */
  } get;
  const table *table;
} column;

struct table {
  const column *columns;
  size_t width;
  size_t (*count)(const void *array);
  const void *(*at)(const void *array, size_t i);
  const void *(*retain)(const void *array);
  void (*free)(const void *array);
};

/* Which rows of an array: `start`, `start + step`, ..., `count` of them. All lie in the array. */
typedef struct {
  size_t start;
  ptrdiff_t step;
  size_t count;
} slice;

static inline size_t slice_at(const slice *part, size_t i) {
  return (size_t)((ptrdiff_t)part->start + (ptrdiff_t)i * part->step);
}

#include "columns_tables.h"

#endif
