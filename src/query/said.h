/* What the words of a sentence say of money, time, means and sources, by lists of words. */
#ifndef G4_QUERY_SAID_H
#define G4_QUERY_SAID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

typedef struct {
  bool amount;     /* of money, or a share */
  bool money;      /* that money is to be spent, of whatever amount */
  bool moment;     /* a date, a year, a term */
  bool instrument; /* a law, fund, programme, tax, agreement, ... of whatever name */
  bool source;     /* where something was found */
  bool aim;        /* its number is one that is wanted, not one that is */
  char figure[24]; /* the first number that measures something; empty: there is none */
} g4_said;

/* G40_NOMEM or 0. */
int g4_said_in(const char *text, size_t n, g4_said *said, g40_error *err);

#endif
