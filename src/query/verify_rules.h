/* What must hold in a database, as queries for rows in which it does not. */
#ifndef G4_QUERY_VERIFY_RULES_H
#define G4_QUERY_VERIFY_RULES_H

typedef struct {
  const char *sql,
      *good; /* a first column that is `good` is no fault; NULL: any row is one, and its first column names it */
  const char *code, *what;
} g4_verify_rule;

extern const g4_verify_rule g4_verify_rules[]; /* ends with one without SQL */

#endif
