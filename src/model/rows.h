/* The rows of the model. Every struct is filled once, by the query room, and then only read. */
#ifndef G4_MODEL_ROWS_H
#define G4_MODEL_ROWS_H

#include "g40.h"
#include "model/owner.h"

/* Where words stand in a document's stored text: bytes and code points. */
#define G4_SPAN_FIELDS int64_t start, end, char_start, char_end

/* What every row that quotes a text carries: document (slug) and heading, hash of the stored text, exact words and
 * their reading form, and where they stand. */
typedef struct {
  const char *document, *section, *sha256, *quote, *text;
  G4_SPAN_FIELDS;
} g4_evidence;

/* The getters of a row that has it as `at`. */
#define G4_DEFINE_EVIDENCE(row)                                                                    \
  const char *g40_##row##_document(const g40_##row *one) { return one ? one->at.document : NULL; } \
  const char *g40_##row##_section(const g40_##row *one) { return one ? one->at.section : NULL; }   \
  const char *g40_##row##_sha256(const g40_##row *one) { return one ? one->at.sha256 : NULL; }     \
  const char *g40_##row##_quote(const g40_##row *one) { return one ? one->at.quote : NULL; }       \
  const char *g40_##row##_text(const g40_##row *one) { return one ? one->at.text : NULL; }         \
  int64_t g40_##row##_start(const g40_##row *one) { return one ? one->at.start : 0; }              \
  int64_t g40_##row##_end(const g40_##row *one) { return one ? one->at.end : 0; }                  \
  int64_t g40_##row##_char_start(const g40_##row *one) { return one ? one->at.char_start : 0; }    \
  int64_t g40_##row##_char_end(const g40_##row *one) { return one ? one->at.char_end : 0; }

struct g40_info {
  g4_owner *owner;
  const char *path, *known_from, *known_through, *written_by;
  int32_t schema_version;
  int64_t documents, positions, asks, stakeholders, ministries;
};

struct g40_ministry {
  g4_owner *owner;
  const char *id, *version, *abbreviation, *name;
  const char *valid_from, *valid_to, *registered_from, *registered_to;
  const char *tooi, *wikidata, *source, *doubt;
  int64_t positions, responsible;
  bool before_registry;
  const g40_ministries *now;
};
G4_ARRAY_TYPE(ministries, ministry);

struct g40_change {
  g4_owner *owner;
  const char *kind, *date, *register_date, *note;
  const char *from_id, *from_version, *from_abbreviation;
  const char *to_id, *to_version, *to_abbreviation;
};
G4_ARRAY_TYPE(changes, change);

struct g40_resolution {
  g4_owner *owner;
  const char *state, *reason, *form, *post, *date, *as_of;
  bool beyond_registry, before_registry;
  const g40_ministry *ministry;
  const g40_ministries *now, *candidates;
  const g40_changes *changes, *transfers;
};

struct g40_range {
  g4_owner *owner;
  G4_SPAN_FIELDS;
};
G4_ARRAY_TYPE(ranges, range);

struct g40_passage {
  g4_owner *owner;
  const char *quote, *text;
  G4_SPAN_FIELDS;
  const g40_ranges *ranges;
};
G4_ARRAY_TYPE(passages, passage);

struct g40_ministry_role {
  g4_owner *owner;
  const char *id, *version, *abbreviation, *name, *relation, *as_written, *source, *state, *reason, *method;
  int64_t start, end;
  bool before_registry;
  const g40_ministries *now;
};
G4_ARRAY_TYPE(ministry_roles, ministry_role);

struct g40_stakeholder_role {
  g4_owner *owner;
  const char *id, *name, *name_en, *kind, *role, *as_written, *state, *reason, *method;
  int64_t start, end;
};
G4_ARRAY_TYPE(stakeholder_roles, stakeholder_role);

struct g40_mention {
  g4_owner *owner;
  const char *id, *name, *kind, *as_written, *state;
  int64_t start, end;
};
G4_ARRAY_TYPE(mentions, mention);

struct g40_reason {
  g4_owner *owner;
  const char *id, *kind;
  g4_evidence at;
};
G4_ARRAY_TYPE(reasons, reason);

struct g40_figure {
  g4_owner *owner;
  const char *id, *document, *section, *sha256, *position, *unit, *about, *about_en, *precision, *quote;
  double value;
  G4_SPAN_FIELDS;
};
G4_ARRAY_TYPE(figures, figure);

struct g40_position {
  g4_owner *owner;
  const char *id, *document, *theme, *section, *sha256, *kind, *action, *quote, *text;
  const char *summary_nl, *summary_en, *method, *rule;
  double confidence;
  G4_SPAN_FIELDS;
  const g40_passages *passages;
  const g40_ministry_roles *ministries;
  const g40_stakeholder_roles *stakeholders;
  const g40_mentions *instruments, *advices, *places;
  const g40_figures *figures;
  const g40_reasons *reasons;
};
G4_ARRAY_TYPE(positions, position);

struct g40_name {
  g4_owner *owner;
  const char *text, *language, *relation;
};
G4_ARRAY_TYPE(names, name);

struct g40_stakeholder {
  g4_owner *owner;
  const char *id, *kind, *name, *name_en, *broader, *tooi, *cbs_code, *wikidata, *source, *doubt;
  int64_t positions;
  const g40_names *names;
};
G4_ARRAY_TYPE(stakeholders, stakeholder);

struct g40_theme {
  g4_owner *owner;
  const char *id, *slug, *label_nl, *label_en, *broader, *scheme;
  int64_t positions, asks;
};
G4_ARRAY_TYPE(themes, theme);

struct g40_instrument {
  g4_owner *owner;
  const char *id, *name, *kind, *name_en, *url, *date, *source, *doubt, *quote;
  int64_t positions;
  const g40_names *names;
};
G4_ARRAY_TYPE(instruments, instrument);

struct g40_citation {
  g4_owner *owner;
  const char *id, *document, *section, *sha256, *position, *url, *kind, *target, *quote;
  G4_SPAN_FIELDS;
  int64_t link_start, link_end;
};
G4_ARRAY_TYPE(citations, citation);

struct g40_document {
  g4_owner *owner;
  const char *id, *slug, *title, *holder, *holder_name, *kind, *language, *date_issued, *date_precision;
  const char *occasion, *occasion_en, *url, *licence, *sha256, *source_sha256;
  int64_t bytes, characters, positions, asks;
};
G4_ARRAY_TYPE(documents, document);

struct g40_member {
  g4_owner *owner;
  const char *id, *network, *name, *cbs_code, *tooi, *oin, *wikidata, *labour_market_region, *province, *source;
};
G4_ARRAY_TYPE(members, member);

struct g40_marked {
  g4_owner *owner;
  int64_t start, end;
};
G4_ARRAY_TYPE(marks, marked);

struct g40_facet {
  g4_owner *owner;
  const char *kind, *id, *name;
  int64_t passages;
};
G4_ARRAY_TYPE(facets, facet);

struct g40_expansion {
  g4_owner *owner;
  const char *words, *id, *name, *relation;
};
G4_ARRAY_TYPE(expansions, expansion);

struct g40_hit {
  g4_owner *owner;
  g4_evidence at;
  const char *key;
  double score;
  const g40_marks *marks;
  const g40_reasons *positions;
};
struct g40_hits {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_hit *rows;
  bool any;
  const char *suggestion;
  const g40_facets *facets;
  const g40_expansions *expansions;
};

struct g40_match {
  g4_owner *owner;
  g4_evidence at;
  const char *key, *names, *words, *compounds, *concepts, *theme;
  double score, meaning;
};
G4_ARRAY_TYPE(matches, match);

struct g40_uptake {
  g4_owner *owner;
  const char *ask, *ask_document, *ask_section, *ask_sha256, *ask_quote, *ask_text;
  const char *document, *state, *words, *names, *verdict, *note;
  int64_t ask_start, ask_end, ask_char_start, ask_char_end;
  double margin;
  const g40_match *match;
};
struct g40_uptakes {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_uptake *rows;
  double precision, recall, subject_precision, subject_recall, passage_precision;
};

struct g40_edge {
  g4_owner *owner;
  const char *kind, *relation, *from_id, *from_name, *from_name_en, *to_id, *to_name, *to_name_en, *to_version,
      *to_abbreviation;
  int64_t weight;
  bool before_registry;
  const g40_ministries *now;
  const g40_reasons *positions;
};
G4_ARRAY_TYPE(edges, edge);

struct g40_difference {
  g4_owner *owner;
  const char *state, *before_text, *after_text;
  bool moved;
  double likeness;
  const g40_position *before, *after;
  const g40_marks *gone, *come;
};
struct g40_differences {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_difference *rows;
  int64_t kept, changed, dropped, added, moved;
};

struct g40_finding {
  g4_owner *owner;
  const char *kind, *severity, *lacks, *subject, *label_nl, *label_en, *position, *document, *section, *sha256, *quote;
  int64_t page; /* 0: the document has none, or one */
  G4_SPAN_FIELDS;
};
G4_ARRAY_TYPE(findings, finding);

struct g40_text {
  g4_owner *owner;
  const char *bytes;
  int64_t length;
};

struct g40_context {
  g4_owner *owner;
  const char *before, *quote, *after;
};

struct g40_actor {
  g4_owner *owner;
  const char *text, *type, *id, *abbreviation, *form, *state, *reason, *role, *rule;
  int64_t start, end;
};
G4_ARRAY_TYPE(actors, actor);

struct g40_segment {
  g4_owner *owner;
  const char *text, *form, *kind, *type, *action, *rule;
  double confidence;
  int64_t start, end, page; /* 0: no pages */
  size_t range_count;
  const int64_t *ranges; /* start and end of each */
  const g40_actors *actors;
};
struct g40_segments {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_segment *rows;
  const char *note;
};

struct g40_diagnostic {
  g4_owner *owner;
  const char *file, *severity, *code, *message;
  int32_t line, column;
};
struct g40_diagnostics {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_diagnostic *rows;
  size_t errors, capacity;
  bool failed;
};

struct g40_ingested {
  g4_owner *owner;
  int64_t added, replaced, unchanged, failed;
  const g40_diagnostics *diagnostics;
  int fault; /* why the first file failed that did; 0: none did */
};

struct g40_anchor {
  g4_owner *owner;
  const char *owner_id, *words, *state;
  int64_t start, end;
  int32_t line, column;
};
G4_ARRAY_TYPE(anchors, anchor);

struct g40_unit {
  g4_owner *owner;
  const char *kind, *text, *covered_by;
  int64_t start, end, words, uncovered_words;
};
struct g40_units {
  g4_owner *owner;
  size_t count;
  int64_t total;
  struct g40_unit *rows;
  size_t covered;
};

struct g40_check {
  g4_owner *owner;
  const g40_diagnostics *diagnostics;
  const g40_anchors *anchors;
  const g40_units *units;
};

#endif
