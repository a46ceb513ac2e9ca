/* The rows that hang on positions, one position after the other. Where keys ascend, as they do within a document, a
 * statement goes on from where it stands, which costs a step and no search; a far or earlier key is searched for. */
#ifndef G4_QUERY_CHILDREN_H
#define G4_QUERY_CHILDREN_H

#include "query/loader.h"

/* `sql` is constant; it gives rows from key ?1 on, in the order of their keys, which are its first column. */
typedef struct {
  const char *sql;
  sqlite3_stmt *row; /* NULL: not begun */
  int64_t asked;     /* the key that was asked for last */
  int64_t key;       /* of the row on which the statement stands */
  bool over;         /* there are no more rows */
} g4_children;

/* All rows of a key as an array of the model; several without rows may be the same array. */
int g4_children_read(g4_children *children, g4_loader *loader, int64_t key, size_t row_size, g4_read_row read,
                     void **array);
/* The same behind `*count` rows that were gathered before; they are left there, in loader->gathered. */
int g4_children_gather(g4_children *children, g4_loader *loader, int64_t key, size_t row_size, g4_read_row read,
                       size_t *count);
/* Whether there is a row of that key; the loader then stands on it. 1, 0 or a negative code. */
int g4_children_next(g4_children *children, g4_loader *loader, int64_t key);
/* Takes the row away on which the loader stands. */
int g4_children_pass(g4_children *children, g4_loader *loader);
/* Lets go of the statement. */
void g4_children_end(g4_children *children);

#endif
