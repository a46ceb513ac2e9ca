/* The parts of positions, read for many of them in turn. */
#ifndef G4_QUERY_PARTS_H
#define G4_QUERY_PARTS_H

#include "query/children.h"

/* What is known by its key, and read once a query. */
typedef struct {
  const char *id, *name, *name_en, *kind;
} g4_named;

typedef struct {
  const char *sql; /* by key ?1: id, Dutch name, English name, kind */
  g4_map by_key;
  G4_VEC(g4_named) items;
  int64_t last; /* key that was asked for last; where it stands */
  size_t last_place;
} g4_named_by_key;

/* A ministry as a document of a date means it. */
typedef struct {
  int version; /* or G4_NO_VERSION */
  const char *key, *abbreviation, *name, *state, *reason;
  const g40_ministries *now;
  bool before_registry;
} g4_meant_ministry;

typedef struct {
  g4_loader *loader;
  g4_children passages, ranges, roles, responsible, instruments, places, reasons, asks, figures;
  g4_named_by_key stakeholders, named_instruments;
  g4_map ministries; /* by id and date, and words where they decide */
  G4_VEC(g4_meant_ministry) meant;
} g4_position_parts;

void g4_position_parts_begin(g4_position_parts *parts, g4_loader *loader);
void g4_position_parts_end(g4_position_parts *parts);

/* All parts of the position with this key, in a document of that date (0: none), into its row. */
int g4_position_parts_read(g4_position_parts *parts, int64_t pk, g4_date date, g40_position *row);

/* What has the key, or NULL; it is good until the next one is asked for. 0 or a negative code. */
int g4_named_by(g4_position_parts *parts, g4_named_by_key *named, int64_t key, const g4_named **found);
void g4_named_by_end(g4_named_by_key *named);

/* Some of the parts: stakeholders and ministries; figures. */
int g4_load_actors(g4_position_parts *parts, int64_t pk, g4_date date, g40_position *position);
int g4_load_figures(g4_position_parts *parts, int64_t pk, const g40_position *position, const g40_figures **figures);

#endif
