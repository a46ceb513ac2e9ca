#include "model/rows.h"

G4_DEFINE_ARRAY(segments, segment)
G4_DEFINE_TEXT(segments, note)
G4_DEFINE_NUMBER(segment, int64_t, start)
G4_DEFINE_NUMBER(segment, int64_t, end)
G4_DEFINE_NUMBER(segment, int64_t, page)
G4_DEFINE_NUMBER(segment, size_t, range_count)
G4_DEFINE_TEXT(segment, text)
G4_DEFINE_TEXT(segment, form)
G4_DEFINE_TEXT(segment, kind)
G4_DEFINE_TEXT(segment, type)
G4_DEFINE_TEXT(segment, action)
G4_DEFINE_TEXT(segment, rule)
G4_DEFINE_NUMBER(segment, double, confidence)
G4_DEFINE_PART(segment, actors, actors)

int64_t g40_segment_range_start(const g40_segment *segment, size_t i) {
  return segment && i < segment->range_count ? segment->ranges[2 * i] : -1;
}

int64_t g40_segment_range_end(const g40_segment *segment, size_t i) {
  return segment && i < segment->range_count ? segment->ranges[2 * i + 1] : -1;
}

G4_DEFINE_ARRAY(actors, actor)
G4_DEFINE_NUMBER(actor, int64_t, start)
G4_DEFINE_NUMBER(actor, int64_t, end)
G4_DEFINE_TEXT(actor, text)
G4_DEFINE_TEXT(actor, type)
G4_DEFINE_TEXT(actor, id)
G4_DEFINE_TEXT(actor, abbreviation)
G4_DEFINE_TEXT(actor, form)
G4_DEFINE_TEXT(actor, state)
G4_DEFINE_TEXT(actor, reason)
G4_DEFINE_TEXT(actor, role)
G4_DEFINE_TEXT(actor, rule)
