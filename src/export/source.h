/* The positions that an export writes, document by document, so that memory holds those of one. */
#ifndef G4_EXPORT_SOURCE_H
#define G4_EXPORT_SOURCE_H

#include "export/export.h"
#include "model/rows.h"

typedef struct {
  g4_exporting *e;
  g40_documents *documents;
  size_t next;
  const g40_document *document; /* the current one */
  g40_positions *positions;     /* its positions that pass the filters */
} g4_position_source;

int g4_source_open(g4_position_source *source, g4_exporting *e);
/* 1: document and positions are the next ones; 0: there are no more; or a negative code. */
int g4_source_next(g4_position_source *source);
void g4_source_close(g4_position_source *source);

#endif
