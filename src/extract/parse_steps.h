/* What the files that take a sentence apart (parse_finite.c, parse_nested.c, parse_clauses.c) share. */
#ifndef G4_EXTRACT_PARSE_STEPS_H
#define G4_EXTRACT_PARSE_STEPS_H

#include "extract/parse.h"

/* "een sterke", "bestaande": an adjective with its ending, or a determiner: a noun follows. */
bool g4_parse_leads_to_noun(const g4_parse *parse, int i);
/* A noun in the plural, by its ending. */
bool g4_parse_is_plural(const g4_parse *parse, int i);

/* "dat", "die" and "wat" open a nested clause, or point, or belong to a noun. `finite` is the finite verb of the clause
 * that begins at `start`, or G4_NOWHERE. */
bool g4_parse_opens(const g4_parse *parse, int i, int start, int finite);
/* Marks the purpose ("om ... te") that opens at i, if one does. Returns its last word, or i. */
int g4_parse_take_purpose(g4_parse *parse, int i, const g4_clause *clause);
/* Marks the clause that opens at i; `first`: it opens the main clause. Returns its last word. */
int g4_parse_take_nested(g4_parse *parse, int i, const g4_clause *clause, bool first);

/* Whether a new main clause begins at i, behind a mark or a conjunction. */
bool g4_parse_begins_clause(const g4_parse *parse, int i, const g4_clause *current);
/* After the finite verb a nested clause goes on to the end, unless a new main clause begins: "..., maar we stoppen". */
bool g4_parse_resumes(const g4_parse *parse, int i, const g4_clause *clause);
/* Another nested clause, behind a comma: "..., zodat". */
bool g4_parse_opens_again(const g4_parse *parse, int i);
/* Whether the verbs of the clause stand before i: an auxiliary waits for an infinitive or a participle. */
bool g4_parse_is_complete(const g4_parse *parse, const g4_clause *clause, int i);

#endif
