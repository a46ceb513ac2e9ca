/* What rules read in a document as a coding: positions and principles with whom they name, themes of sections,
 * ministries responsible. Statements are none: what is only stated is no position, and rules cannot tell a problem from
 * a fact. */
#ifndef G4_EXTRACT_AUTOMATIC_H
#define G4_EXTRACT_AUTOMATIC_H

#include "extract/coded.h"
#include "extract/contacts.h"
#include "extract/judge.h"
#include "extract/portfolio.h"
#include "extract/topic.h"

/* Made of a registry once, shared by threads. */
typedef struct {
  const g4_registry *registry; /* borrowed */
  g4_portfolios portfolios;
  g4_topics topics;
} g4_automatic_kit;

/* `kit` must be zeroed. G40_NOMEM or 0. */
int g4_automatic_kit_make(g4_automatic_kit *kit, const g4_registry *registry, g40_error *err);
void g4_automatic_kit_free(g4_automatic_kit *kit);

typedef struct g4_automatic g4_automatic;

/* Begins to fill `coded`, whose meta says the date. Segments are then added in the order of the text, all of them. */
g4_automatic *g4_automatic_new(const g4_automatic_kit *kit, const g4_text *text, g4_coded *coded, g40_error *err);
int g4_automatic_add(g4_automatic *automatic, const g4_segment *segment, const g4_judgement *judgement,
                     const g4_mention *mentions, size_t count, g40_error *err);
void g4_automatic_free(g4_automatic *automatic);

#endif
