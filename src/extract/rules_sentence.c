/* The verdict on a sentence: its place, then its main clauses, then what it is without a finite verb. */
#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

static bool follows_from(const g4_parse *parse, const g4_clause *clause) {
  int i = clause->first + (HAS(clause->first, G4_CONJ) ? 1 : 0);
  if (g4_clause_has(parse, clause, G4_FAVOUR)) { /* "zo zijn wij voorstander van" */
    return false;
  }
  if (HAS(i, G4_CONSEQ) && i < clause->finite) {
    return i + 1 == clause->finite || !IS(i, zo);
  }
  if ((IS(i, dan) && clause->subject != G4_SUBJECT_AUTHOR) || (IS(i, alleen) && IS(i + 1, dan))) {
    return true;
  }
  if (IS(i, zonder) && i < clause->finite) { /* "zonder actie krijgen ..." */
    return true;
  }
  return IS(i, op) && (IS(i + 1, die) || IS(i + 1, deze)) && i + 3 == clause->finite;
}

static bool obliges(const g4_clause *clause) {
  return clause->modal == G4_V_moeten || clause->modal == G4_V_dienen || clause->modal == G4_V_willen ||
         clause->modal == G4_V_mogen;
}

/* "want ...": why, not what. */
static bool gives_reason(const g4_parse *parse, const g4_clause *clause) {
  return IS(clause->first, want) || (g4_clause_has(parse, clause, G4_REASON) && !obliges(clause));
}

/* "wat ons betreft": the author's view, whatever the clause looks like. */
static bool is_view(const g4_parse *parse, const g4_clause *clause) {
  int who = clause->first + 1;
  bool ours = IS(clause->first, wat) && (IS(who, ons) || IS(who, mij) || WORD(who).mention != G4_NOWHERE);
  for (int i = who + 1; ours && i < clause->finite && i < who + 7; i++) {
    if (WORD(i).verb == G4_V_betref) {
      return g4_clause_is_act(clause) || WORD(clause->finite).verb == G4_V_gebeur || clause->modal;
    }
  }
  return false;
}

/* "Laat de zee schoon zijn." */
static bool lets_be(const g4_parse *parse, const g4_clause *clause) {
  const g4_wordform *last = &WORD(clause->end - 1);
  return clause->verb == G4_V_laten && !clause->particle && clause->end > clause->finite + 1 &&
         (last->verb == G4_V_zijn || last->verb == G4_V_horen || last->verb == G4_V_weet);
}

static g4_rule of_clause(const g4_parse *parse, const g4_clause *clause, bool list_item) {
  if (clause->imperative) {
    bool thinks = clause->verb == G4_V_denk || clause->verb == G4_V_kijk || clause->verb == G4_V_les ||
                  (clause->verb == G4_V_stem && !clause->particle) || lets_be(parse, clause);
    return thinks ? G4_RULE_STATEMENT_PRESENT : G4_RULE_ASK_IMPERATIVE;
  }
  if (clause->past) {
    return G4_RULE_STATEMENT_PAST;
  }
  if (gives_reason(parse, clause)) {
    return G4_RULE_STATEMENT_REASON;
  }
  bool thereby = IS(clause->first, daardoor) || IS(clause->first, hierdoor); /* "daardoor moeten ... wachten" */
  if (follows_from(parse, clause) && (!obliges(clause) || (thereby && clause->modal == G4_V_moeten))) {
    return G4_RULE_STATEMENT_CONSEQUENCE;
  }
  g4_rule rule = clause->subject == G4_SUBJECT_AUTHOR ? g4_rule_of_author(parse, clause)
                                                      : g4_rule_of_others(parse, clause, list_item);
  bool view = rule == G4_RULE_STATEMENT_PRESENT && is_view(parse, clause) && clause->subject != G4_SUBJECT_THIS;
  return view ? G4_RULE_COMMITMENT_OPINION : rule;
}

/* "Onze doelstelling is: minder regels", "Ons doel is 100.000 woningen." */
static bool names_goal(const g4_parse *parse, int c) {
  const g4_clause *clause = &parse->clauses[c];
  bool ours = false;
  for (int i = clause->first; i < clause->finite; i++) {
    ours |= IS(i, ons) || IS(i, onze);
  }
  for (int i = clause->finite + 1; ours && i < parse->count; i++) {
    if (WORD(i).number || HAS(i, G4_COMPARED)) {
      return true;
    }
  }
  return false;
}

/* "Dit willen we bereiken:" only leads up to what follows. */
static bool leads_in(const g4_parse *parse) {
  if (!parse->colon) {
    return false;
  }
  if (parse->count <= 6) {
    return true;
  }
  for (int i = 0; i < parse->count; i++) {
    if (HAS(i, G4_LIST) || (IS(i, het) && IS(i + 1, volgende))) {
      return true;
    }
  }
  bool by = IS(parse->count - 1, door) && parse->clause_count && parse->clauses[0].passive; /* "wordt beperkt door:" */
  return (WORD(parse->count - 1).classes & (G4_SUB | G4_CONJ | G4_PREP)) != 0 && !by;
}

/* Present tense that may be told or wished. */
static bool may_describe(g4_rule rule) {
  return rule == G4_RULE_RULE_PASSIVE || rule == G4_RULE_RULE_BECOMES || rule == G4_RULE_RULE_GETS ||
         rule == G4_RULE_RULE_STAYS || rule == G4_RULE_RULE_COMES || rule == G4_RULE_ASK_PUBLIC_PRESENT ||
         rule == G4_RULE_RULE_ACTOR_PRESENT || rule == G4_RULE_RULE_ACTOR_AMONG;
}

static bool describes(g4_rule rule) {
  return rule == G4_RULE_STATEMENT_PRESENT || rule == G4_RULE_STATEMENT_NOW || rule == G4_RULE_STATEMENT_PERFECT;
}

/* A position counts most; what somebody is to do counts more than how things are to be. */
static int rank(g4_rule rule) {
  if (rule == G4_RULE_NONE) {
    return -1;
  }
  return 2 * (int)g4_rule_kind(rule) + (g4_rule_type(rule) == G4_TYPE_COMMITMENT || g4_rule_type(rule) == G4_TYPE_ASK);
}

g4_rule g4_rule_of_sentence(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse,
                            int *deciding) {
  *deciding = G4_NOWHERE;
  if (segment->kind == G4_SEGMENT_HEADING) {
    return G4_RULE_OTHER_HEADING;
  }
  if (segment->kind != G4_SEGMENT_SENTENCE || parse->count == 0) {
    return G4_RULE_NONE;
  }
  if (leads_in(parse)) {
    return G4_RULE_OTHER_LEAD_IN;
  }
  if (parse->question) {
    return G4_RULE_STATEMENT_QUESTION;
  }
  g4_rule best = G4_RULE_NONE;
  bool follows = false; /* from what was said before; so does what is joined by "en" */
  for (int c = 0; c < parse->clause_count; c++) {
    const g4_clause *clause = &parse->clauses[c];
    if (clause->finite == G4_NOWHERE) {
      continue;
    }
    g4_rule rule = of_clause(parse, clause, segment->list_item);
    if (follows && (HAS(clause->first, G4_CONJ) || WORD(clause->first).before == ',') && !obliges(clause)) {
      rule = G4_RULE_STATEMENT_CONSEQUENCE;
    }
    if (rule == G4_RULE_ASK_IMPERATIVE && best == G4_RULE_PRINCIPLE_GOAL) { /* "onze norm is: ..." */
      rule = best;
    }
    bool told = describes(best) && WORD(clause->first).before != ':' && may_describe(rule) &&
                !g4_clause_has(parse, clause, G4_FIRM);
    if (told) { /* "... en de buslijn wordt opgeheven": as the clause before it */
      rule = best;
    }
    bool goes_on = rule == G4_RULE_RULE_STAYS && best == G4_RULE_STATEMENT_IS && clause->subject_first == G4_NOWHERE;
    rule = goes_on ? best : rule; /* "is en blijft" */
    follows = rule == G4_RULE_STATEMENT_CONSEQUENCE;
    if (rule == G4_RULE_PRINCIPLE_GOAL && names_goal(parse, c)) {
      rule = G4_RULE_COMMITMENT_GOAL;
    }
    if (rank(rule) > rank(best)) {
      best = rule;
      *deciding = c;
    }
  }
  return best == G4_RULE_NONE ? g4_rule_of_fragment(context, segment, parse) : best;
}
