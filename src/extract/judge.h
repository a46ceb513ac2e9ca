/* What a segment is: position, principle, statement or nothing of the kind; and who does what in it. */
#ifndef G4_EXTRACT_JUDGE_H
#define G4_EXTRACT_JUDGE_H

#include "extract/mention.h"

typedef enum { G4_KIND_OTHER, G4_KIND_STATEMENT, G4_KIND_PRINCIPLE, G4_KIND_POSITION } g4_kind;
typedef enum { G4_TYPE_NONE, G4_TYPE_ASK, G4_TYPE_COMMITMENT, G4_TYPE_RULE } g4_position_type;

/* A present tense may tell what goes on or say what is to be: what stands around the sentence settles it. */
typedef enum { G4_OPEN_NOT, G4_OPEN_UNLESS_TOLD, G4_OPEN_UNLESS_PROPOSED } g4_open;

typedef struct {
  g4_kind kind;
  g4_position_type type;
  const char *action; /* constant of the vocabulary (docs/data.md), or NULL */
  const char *rule;   /* constant: name of the rule that decided (docs/rules.md), or NULL */
  double confidence;  /* its measured precision; 0 without a rule */
  g4_open open;       /* until g4_settle() */
  bool told;          /* of an open one: it is no position */
} g4_judgement;

/* What the judge may look at besides the segment: its place. */
typedef struct {
  const g4_text *text;
  const g4_registry *registry;
  const char *holder; /* id of the stakeholder that speaks, or NULL */
} g4_judge_context;

/* Judges one segment, whose words the book has read, and sets roles (and adds mentions of type other that bear one)
 * among its mentions, which are mentions[first..]. G40_NOMEM or 0. */
int g4_judge(const g4_judge_context *context, const g4_wordbook *book, const g4_segment *segment, g4_mentions *mentions,
             size_t first, g4_judgement *judgement, g40_error *err);

const char *g4_kind_name(g4_kind kind);                   /* "position" */
const char *g4_position_type_name(g4_position_type type); /* "ask"; NULL for none */

#endif
