/* The registry in memory: what is known of ministries, posts and other named things, each with its period.
 * It is filled from YAML (coding room) or from a database (store room); strings live in its arena. */
#ifndef G4_LEXICON_REGISTRY_H
#define G4_LEXICON_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/vec.h"

/* Where an item stands in a file; line and column count from 1, 0 = not from a file. */
typedef struct {
  const char *file;
  int line, column;
} g4_mark;

typedef struct {
  const char *nl, *en; /* either may be NULL */
} g4_label;

/* [from, to): to is exclusive; 0 = unknown or open. */
typedef struct {
  g4_date from, to;
} g4_period;

typedef struct {
  const char *text, *language; /* "nl" or "en" */
} g4_form;

typedef struct {
  g4_form *items;
  size_t count;
} g4_forms;

typedef struct {
  const char *source, *doubt; /* id of a source; a sentence or NULL */
  const char *origin;         /* "builtin" or "user" */
  g4_mark mark;
} g4_provenance;

typedef struct {
  const char *id, *title, *url, *licence, *note;
  g4_mark mark;
} g4_source;

typedef struct {
  const char *id;           /* "ministry/mnre1045": the lasting organisation */
  const char *key;          /* "mnre1045@2024-07-02"; "mnre1045@" where the start is not known */
  const char *abbreviation; /* "EZ" */
  const char *name;         /* "Economische Zaken" */
  g4_forms aliases;         /* other ways to write the abbreviation */
  g4_period political, registered;
  const char *tooi, *tooi_version, *owms, *wikidata, *oin;
  g4_provenance from;
} g4_ministry_version;

typedef enum {
  G4_CHANGE_RENAME,
  G4_CHANGE_SPLIT,
  G4_CHANGE_MERGE,
  G4_CHANGE_FOUND,
  G4_CHANGE_DISSOLVE,
  G4_CHANGE_TASK_TRANSFER
} g4_change_kind;

enum { G4_NO_VERSION = -1 };

typedef struct {
  g4_change_kind kind;
  g4_date date, register_date;
  int from, to; /* indices of versions, or G4_NO_VERSION (found, dissolve) */
  const char *note;
  g4_provenance provenance;
} g4_ministry_change;

typedef struct {
  const char *name;     /* "Minister voor Klimaat en Energie" */
  const char *ministry; /* id of the ministry it sits in */
  g4_forms aliases;
  g4_period period;
  g4_provenance from;
} g4_post;

typedef struct {
  const char *id;       /* "portfolio/circulaire-economie" */
  const char *ministry; /* id */
  g4_label field;
  g4_forms terms;
  g4_period period;
  g4_provenance from;
} g4_portfolio;

typedef enum { G4_STAKEHOLDER, G4_THEME, G4_INSTRUMENT, G4_ADVICE } g4_entity_type;

/* A stakeholder that is no ministry, a theme, an instrument or an advice. */
typedef struct {
  g4_entity_type type;
  const char *id, *kind;
  g4_label name; /* nl is never NULL */
  g4_forms same_as, related;
  const char *broader; /* id or NULL */
  const char *tooi, *cbs_code, *oin, *wikidata, *url, *date, *scheme;
  g4_provenance from;
} g4_entity;

typedef struct {
  const char *network, *stakeholder, *labour_market_region, *province; /* ids */
  g4_provenance from;
} g4_member;

/* A name that looks like a ministry's and is none. */
typedef struct {
  const char *name;
  g4_forms aliases;
  g4_provenance from;
} g4_not_ministry;

typedef struct g4_registry {
  g4_arena arena;
  g4_date known_from, known_through;
  g4_date minister_voor_until; /* until that day "minister voor" says that one leads no ministry; 0: always */
  G4_VEC(g4_source) sources;
  G4_VEC(g4_ministry_version) versions; /* by organisation in order of reading, then by start */
  G4_VEC(g4_ministry_change) changes;   /* by date */
  G4_VEC(g4_post) posts;                /* by start */
  G4_VEC(g4_portfolio) portfolios;
  G4_VEC(g4_entity) entities;
  G4_VEC(g4_member) members;
  G4_VEC(g4_not_ministry) not_ministries;
} g4_registry;

/* A zeroed g4_registry is an empty one. */
void g4_registry_free(g4_registry *registry);

/* Puts versions, changes and posts in their documented order and mends the indices in changes. G40_NOMEM or 0. */
int g4_registry_sort(g4_registry *registry, g40_error *err);

const char *g4_change_kind_name(g4_change_kind kind);                  /* "task_transfer" */
int g4_change_kind_parse(const char *name, g4_change_kind *kind);      /* 0, or G40_ARGUMENT */
const char *g4_entity_type_name(g4_entity_type type);                  /* "stakeholder" */
int g4_registry_version(const g4_registry *registry, const char *key); /* index, or G4_NO_VERSION */

/* Whether a day lies in [from, to); 0 on either side is open. */
bool g4_period_holds(g4_period period, g4_date date);

/* The one version of an organisation that holds on a date (political), or G4_NO_VERSION. */
int g4_registry_version_on(const g4_registry *registry, const char *ministry_id, g4_date date);

/* The version of an organisation that a document of that date means. Without a date (0) only an organisation that had
 * one version ever means one. G4_NO_VERSION: none then, or several. */
int g4_registry_version_meant(const g4_registry *registry, const char *ministry_id, g4_date date);

#endif
