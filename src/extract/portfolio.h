/* Which ministry answers for a sentence, by the terms of the registry's portfolios (docs/rules.md, portfolio-term).
 *
 * The rule: the terms that stand in the sentence are read, the longest at each place. Where all of them lie with one
 * ministry on the date, that one is responsible, and the portfolio of the first is the source. Where they lie with
 * several, nothing is said. Where none stands there, the terms of the section's heading are read likewise. Without a
 * date only portfolios count that never moved. */
#ifndef G4_EXTRACT_PORTFOLIO_H
#define G4_EXTRACT_PORTFOLIO_H

#include "lexicon/phrases.h"
#include "lexicon/registry.h"

typedef struct {
  const g4_registry *registry; /* borrowed */
  g4_phrases terms;
} g4_portfolios;

/* `portfolios` must be zeroed. G40_NOMEM or 0. */
int g4_portfolios_make(g4_portfolios *portfolios, const g4_registry *registry, g40_error *err);
void g4_portfolios_free(g4_portfolios *portfolios);

/* The portfolio that answers for n bytes of text in reading form; NULL: there is none, or *several. G40_NOMEM or 0. */
int g4_portfolio_of(const g4_portfolios *portfolios, const char *text, size_t n, g4_date date,
                    const g4_portfolio **found, bool *several, g40_error *err);

extern const char g4_portfolio_rule[];
double g4_portfolio_confidence(void); /* its measured precision */

#endif
