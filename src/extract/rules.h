/* The rules that decide what a sentence is, by name. */
#ifndef G4_EXTRACT_RULES_H
#define G4_EXTRACT_RULES_H

#include "extract/judge.h"
#include "extract/parse.h"

#define RULE(name, text, kind, type) G4_RULE_##name,
typedef enum {
#include "extract/rules.def"
  G4_RULE_COUNT,
  G4_RULE_NONE = G4_RULE_COUNT
} g4_rule;
#undef RULE

const char *g4_rule_name(g4_rule rule);
g4_kind g4_rule_kind(g4_rule rule);
g4_position_type g4_rule_type(g4_rule rule);
double g4_rule_precision(g4_rule rule);

/* The verdict on one main clause, by its author's voice or another's. */
g4_rule g4_rule_of_author(const g4_parse *parse, const g4_clause *clause);
g4_rule g4_rule_of_others(const g4_parse *parse, const g4_clause *clause, bool list_item);
g4_rule g4_rule_of_modal(const g4_parse *parse, const g4_clause *clause); /* of others, with a modal verb */
/* A list item or fragment without a finite verb. */
g4_rule g4_rule_of_fragment(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse);
/* The verdict on the whole sentence; `deciding` gets the clause that decided, or G4_NOWHERE. */
g4_rule g4_rule_of_sentence(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse,
                            int *deciding);

/* What the verbs of a nested clause say. */
enum {
  G4_NESTED_MUST = 1,
  G4_NESTED_PASSIVE = 2,
  G4_NESTED_ACT = 4,
  G4_NESTED_BE = 8,
  G4_NESTED_CAN = 16,
  G4_NESTED_GET = 32,
  G4_NESTED_COME = 64,
  G4_NESTED_MORE = 128 /* something compared: meer, betere, geen */
};

/* The words of the clause that hold any of the classes, outside what is nested in it. */
bool g4_clause_has(const g4_parse *parse, const g4_clause *clause, uint32_t classes);
bool g4_clause_has_word(const g4_parse *parse, const g4_clause *clause, g4_w word);
/* The word that opens a clause with "dat" behind the finite verb, or G4_NOWHERE. */
int g4_clause_that(const g4_parse *parse, const g4_clause *clause);
unsigned g4_clause_nested(const g4_parse *parse, int opener);
/* "te vaak", "te hoog": more than is good. */
bool g4_clause_complains(const g4_parse *parse, const g4_clause *clause);
/* How things are, rather than how they are to be: nu, steeds, te vaak. */
bool g4_clause_describes(const g4_parse *parse, const g4_clause *clause);
bool g4_clause_is_act(const g4_clause *clause);
bool g4_clause_is_of_country(const g4_parse *parse, const g4_clause *clause); /* Nederland, Europa */

#endif
