/* A document as coded: what a person or the rules read in it. Strings and arrays live in the owner's arena. */
#ifndef G4_EXTRACT_CODED_H
#define G4_EXTRACT_CODED_H

#include <stdbool.h>

#include "lexicon/registry.h"
#include "text/span.h"

/* Words that are looked for in the text, and where they were found. */
typedef enum { G4_ANCHOR_UNSEEN, G4_ANCHOR_FOUND, G4_ANCHOR_AMBIGUOUS, G4_ANCHOR_ORPHANED } g4_anchor_state;

typedef struct {
  const char *words; /* in reading form */
  const char *after; /* words that stand before it, or NULL */
  size_t at;         /* where it stood in the text when that was written down (byte + 1); 0: not said */
  bool secret;       /* contact data: no message may hold the words */
  bool quotes;       /* whole passages: contact data among the words is masked; elsewhere it is refused */
  int nth;           /* 1.., of the occurrences inside the position; 0: it must be the only one */
  g4_mark mark;
  g4_anchor_state state;
  bool moved;      /* found, and not where it stood */
  g4_span reading; /* in the reading form of the document */
  g4_spans ranges; /* in the stored text, ascending; one unless page noise lies between */
} g4_anchor;

typedef struct {
  g4_anchor anchor;
  const char *actor; /* id of a stakeholder or ministry; NULL: not resolved */
  bool is_ministry;  /* also where it is not resolved */
  const char *role, *state, *reason;
} g4_coded_role;

typedef struct {
  const char *ministry, *source; /* id; "portfolio: ..." */
  const char *rule;              /* that found it, and its confidence; NULL: as the position */
  double confidence;
  g4_mark mark;
} g4_coded_responsible;

typedef struct {
  g4_anchor anchor;
  const char *target; /* id of an instrument, advice or stakeholder; NULL: of an instrument or advice, not resolved */
  const char *state;  /* of an instrument or advice */
  bool is_advice;
} g4_coded_mention;

typedef struct {
  g4_anchor anchor;
  double value;
  const char *unit, *precision;
  g4_label about;
} g4_coded_figure;

typedef struct {
  const char *id;                    /* without document */
  const char *kind, *theme, *action; /* theme: id */
  g4_label summary;
  const char *method, *rule; /* "curated" or "rule" */
  double confidence;
  bool reviewed;
  g4_mark mark;
  G4_VEC(g4_anchor) quotes;
  G4_VEC(const char *) reasons; /* ids without document */
  G4_VEC(g4_coded_role) roles;
  G4_VEC(g4_coded_responsible) responsible;
  G4_VEC(g4_coded_mention) instruments; /* and advices */
  G4_VEC(g4_coded_mention) places;
  G4_VEC(g4_coded_figure) figures;
} g4_coded_position;

typedef struct {
  const char *heading, *theme; /* heading NULL: before the first heading */
  g4_anchor anchor;            /* of the heading */
  g4_mark mark;
} g4_coded_section;

typedef struct {
  g4_anchor anchor;
  G4_VEC(const char *) of; /* positions */
} g4_coded_context;

typedef struct {
  g4_anchor anchor; /* the words that cite */
  const char *url, *kind, *position, *target;
  bool has_link; /* the address stands in the text */
  g4_span link;  /* in the stored text */
  g4_mark mark;
} g4_coded_citation;

typedef struct {
  g4_anchor anchor;
  const char *kind;
} g4_coded_contact;

/* Whether the document takes up an ask, by a person. */
typedef struct {
  g4_anchor anchor; /* the words that do; none (words NULL) where the verdict is none */
  const char *ask;  /* id of a position, maybe of another database */
  const char *verdict, *note;
} g4_coded_verdict;

typedef struct {
  const char *id, *title, *holder, *kind, *language, *date_precision, *url, *licence;
  const char *text_file; /* beside the coding file */
  g4_label occasion;
  g4_date date_issued;
} g4_coded_meta;

typedef struct {
  g4_arena arena;
  g4_coded_meta meta;
  g4_mark mark;
  G4_VEC(g4_coded_section) sections;
  G4_VEC(g4_coded_position) positions;
  G4_VEC(g4_coded_context) context;
  G4_VEC(g4_coded_citation) citations;
  G4_VEC(g4_coded_contact) contacts;
  G4_VEC(g4_coded_verdict) verdicts;
} g4_coded;

/* A zeroed g4_coded is an empty one. */
void g4_coded_free(g4_coded *coded);
void g4_coded_position_free(g4_coded_position *position);

#endif
