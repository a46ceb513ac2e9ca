#include "model/rows.h"

G4_DEFINE_ARRAY(hits, hit)
bool g40_hits_any(const g40_hits *hits) { return hits && hits->any; }
G4_DEFINE_TEXT(hits, suggestion)
G4_DEFINE_PART(hits, facets, facets)
G4_DEFINE_PART(hits, expansions, expansions)
G4_DEFINE_EVIDENCE(hit)
G4_DEFINE_TEXT(hit, key)
G4_DEFINE_NUMBER(hit, double, score)
G4_DEFINE_PART(hit, marks, marks)
G4_DEFINE_PART(hit, reasons, positions)

G4_DEFINE_ARRAY(marks, marked)
G4_DEFINE_NUMBER(marked, int64_t, start)
G4_DEFINE_NUMBER(marked, int64_t, end)

G4_DEFINE_ARRAY(facets, facet)
G4_DEFINE_TEXT(facet, kind)
G4_DEFINE_TEXT(facet, id)
G4_DEFINE_TEXT(facet, name)
G4_DEFINE_NUMBER(facet, int64_t, passages)

G4_DEFINE_ARRAY(expansions, expansion)
G4_DEFINE_TEXT(expansion, words)
G4_DEFINE_TEXT(expansion, id)
G4_DEFINE_TEXT(expansion, name)
G4_DEFINE_TEXT(expansion, relation)
