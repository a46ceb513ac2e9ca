#include "model/rows.h"

G4_DEFINE_ARRAY(ministries, ministry)
G4_DEFINE_TEXT(ministry, id)
G4_DEFINE_TEXT(ministry, version)
G4_DEFINE_TEXT(ministry, abbreviation)
G4_DEFINE_TEXT(ministry, name)
G4_DEFINE_TEXT(ministry, valid_from)
G4_DEFINE_TEXT(ministry, valid_to)
G4_DEFINE_TEXT(ministry, registered_from)
G4_DEFINE_TEXT(ministry, registered_to)
G4_DEFINE_TEXT(ministry, tooi)
G4_DEFINE_TEXT(ministry, wikidata)
G4_DEFINE_TEXT(ministry, source)
G4_DEFINE_TEXT(ministry, doubt)
G4_DEFINE_NUMBER(ministry, int64_t, positions)
G4_DEFINE_NUMBER(ministry, int64_t, responsible)
G4_DEFINE_NUMBER(ministry, bool, before_registry)
G4_DEFINE_PART(ministry, ministries, now)

G4_DEFINE_ARRAY(changes, change)
G4_DEFINE_TEXT(change, kind)
G4_DEFINE_TEXT(change, date)
G4_DEFINE_TEXT(change, register_date)
G4_DEFINE_TEXT(change, from_id)
G4_DEFINE_TEXT(change, from_version)
G4_DEFINE_TEXT(change, from_abbreviation)
G4_DEFINE_TEXT(change, to_id)
G4_DEFINE_TEXT(change, to_version)
G4_DEFINE_TEXT(change, to_abbreviation)
G4_DEFINE_TEXT(change, note)

G4_DEFINE_TEXT(resolution, state)
G4_DEFINE_TEXT(resolution, reason)
G4_DEFINE_TEXT(resolution, form)
G4_DEFINE_TEXT(resolution, post)
G4_DEFINE_TEXT(resolution, date)
G4_DEFINE_TEXT(resolution, as_of)
G4_DEFINE_NUMBER(resolution, bool, beyond_registry)
G4_DEFINE_NUMBER(resolution, bool, before_registry)
G4_DEFINE_PART(resolution, ministry, ministry)
G4_DEFINE_PART(resolution, ministries, now)
G4_DEFINE_PART(resolution, changes, changes)
G4_DEFINE_PART(resolution, changes, transfers)
G4_DEFINE_PART(resolution, ministries, candidates)

G4_DEFINE_TEXT(info, path)
G4_DEFINE_NUMBER(info, int32_t, schema_version)
G4_DEFINE_TEXT(info, known_from)
G4_DEFINE_TEXT(info, known_through)
G4_DEFINE_TEXT(info, written_by)
G4_DEFINE_NUMBER(info, int64_t, documents)
G4_DEFINE_NUMBER(info, int64_t, positions)
G4_DEFINE_NUMBER(info, int64_t, asks)
G4_DEFINE_NUMBER(info, int64_t, stakeholders)
G4_DEFINE_NUMBER(info, int64_t, ministries)

const g40_resolution *g40_resolution_retain(const g40_resolution *resolution) {
  if (resolution) {
    g4_owner_retain(resolution->owner);
  }
  return resolution;
}

void g40_resolution_free(const g40_resolution *resolution) {
  if (resolution) {
    g4_owner_release(resolution->owner);
  }
}

void g40_info_free(const g40_info *info) {
  if (info) {
    g4_owner_release(info->owner);
  }
}
