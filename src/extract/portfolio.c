#include "extract/portfolio.h"

#include <string.h>

const char g4_portfolio_rule[] = "portfolio-term";

/* All of the 10 asks of the G40 paper for which it says something (tools/report.py); of so few, (10 + 1) / (10 + 2). */
double g4_portfolio_confidence(void) { return 0.92; }

int g4_portfolios_make(g4_portfolios *portfolios, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  portfolios->registry = registry;
  for (size_t i = 0; i < registry->portfolios.count && code == G40_OK; i++) {
    const g4_forms *terms = &registry->portfolios.items[i].terms;
    for (size_t k = 0; k < terms->count && code == G40_OK; k++) {
      code = g4_phrases_add(&portfolios->terms, terms->items[k].text, i, err);
    }
  }
  if (code != G40_OK) {
    g4_portfolios_free(portfolios);
  }
  return code;
}

void g4_portfolios_free(g4_portfolios *portfolios) { g4_phrases_free(&portfolios->terms); }

typedef struct {
  const g4_registry *registry;
  g4_date date;
  const g4_portfolio *first;
  bool several;
} finder;

static void see(void *context, size_t value) {
  finder *in = context;
  const g4_portfolio *portfolio = &in->registry->portfolios.items[value];
  bool holds =
      in->date ? g4_period_holds(portfolio->period, in->date) : !portfolio->period.from && !portfolio->period.to;
  if (!holds) {
    return;
  }
  in->several |= in->first && strcmp(in->first->ministry, portfolio->ministry) != 0;
  in->first = in->first ? in->first : portfolio;
}

int g4_portfolio_of(const g4_portfolios *portfolios, const char *text, size_t n, g4_date date,
                    const g4_portfolio **found, bool *several, g40_error *err) {
  finder in = {.registry = portfolios->registry, .date = date};
  int code = g4_phrases_find(&portfolios->terms, text, n, see, &in, err);
  *found = code == G40_OK && !in.several ? in.first : NULL;
  *several = in.several;
  return code;
}
