/* What an ask is about, as terms with weights: its own words, and what is known of the names in it. */
#ifndef G4_QUERY_SUBJECT_H
#define G4_QUERY_SUBJECT_H

#include "base/map.h"
#include "g40/position.h"
#include "index/index.h"
#include "query/session.h"

/* How a term came to be looked for: the ask has it, it is in a name of what the ask names or is related to that, or it
 * stands around the ask (heading, theme, reasons). */
typedef enum { G4_FROM_ASK, G4_FROM_NAME, G4_FROM_AROUND } g4_from;

typedef struct {
  uint32_t term; /* of the analyser */
  float weight;  /* 0..1 */
  g4_from from;
  bool part; /* of a compound there */
} g4_subject_term;

typedef struct {
  G4_VEC(g4_subject_term) terms;
  G4_VEC(int) entities; /* named in it: indices of the registry */
} g4_subject;

/* A zeroed g4_subject is an empty one. G40_NOMEM, ... or 0. */
int g4_subject_of_text(g4_session *session, g4_index *index, const char *text, g4_subject *subject, g40_error *err);
int g4_subject_of_position(g4_session *session, g4_index *index, const g40_position *position, g4_subject *subject,
                           g40_error *err);
void g4_subject_free(g4_subject *subject);

#endif
