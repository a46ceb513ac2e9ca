/* The words of a passage that answer a query. */
#ifndef G4_QUERY_MARKS_H
#define G4_QUERY_MARKS_H

#include "query/loader.h"
#include "query/wanted.h"

/* Bytes of the text. */
int g4_marks_find(g4_loader *loader, g4_index *index, const g4_wanted *wanted, const char *text,
                  const g40_marks **marks);

#endif
