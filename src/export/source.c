#include "export/source.h"

#include <string.h>

#include "query/listing.h"

int g4_source_open(g4_position_source *source, g4_exporting *e) {
  g40_query all = *e->query;
  all.limit = 0;
  all.after = NULL;
  *source = (g4_position_source){.e = e, .documents = g4_list_documents(e->session, &all, e->err)};
  return source->documents ? G40_OK : e->err->code;
}

int g4_source_next(g4_position_source *source) {
  g40_positions_free(source->positions);
  source->positions = NULL;
  source->document = g40_documents_at(source->documents, source->next++);
  if (!source->document) {
    return 0;
  }
  g40_query one = *source->e->query;
  const char *slug = source->document->slug;
  memset(&one.values[G4_FILTER_DOCUMENT], 0, sizeof one.values[G4_FILTER_DOCUMENT]);
  one.values[G4_FILTER_DOCUMENT].items = &slug;
  one.values[G4_FILTER_DOCUMENT].count = 1;
  one.limit = 0;
  one.after = NULL;
  source->positions = g4_list_positions(source->e->session, &one, source->e->err);
  return source->positions ? 1 : source->e->err->code;
}

void g4_source_close(g4_position_source *source) {
  g40_positions_free(source->positions);
  g40_documents_free(source->documents);
  *source = (g4_position_source){0};
}
