#include "extract/actions.h"

#include "extract/nouns.h"
#include "model/vocabulary.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)

/* Verbs that mean something of their own with a split part. */
static const struct {
  uint16_t particle, verb;
  unsigned char action, effect;
} split[] = {
    {G4_W_aan, G4_V_bied, G4_ACTION_ALLOW, G4_EFFECT_GAIN},
    {G4_W_aan, G4_V_moedig, G4_ACTION_STIMULATE, G4_EFFECT_GAIN},
    {G4_W_aan, G4_V_pak, G4_ACTION_ENFORCE, G4_EFFECT_LOSS},
    {G4_W_aan, G4_V_pas, G4_ACTION_REFORM, G4_EFFECT_NONE},
    {G4_W_aan, G4_V_scherp, G4_ACTION_REGULATE, G4_EFFECT_LOSS},
    {G4_W_aan, G4_V_leg, G4_ACTION_INVEST, G4_EFFECT_NONE},
    {G4_W_aan, G4_V_sprek, G4_ACTION_OTHER, G4_EFFECT_CALL},
    {G4_W_af, G4_V_schaf, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_af, G4_V_bouw, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_af, G4_V_wijs, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_af, G4_V_nem, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_in, G4_V_perk, G4_ACTION_REGULATE, G4_EFFECT_LOSS},
    {G4_W_in, G4_V_richt, G4_ACTION_REFORM, G4_EFFECT_NONE},
    {G4_W_in, G4_V_stel, G4_ACTION_ORGANISE, G4_EFFECT_NONE},
    {G4_W_in, G4_V_trek, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_in, G4_V_voer, G4_ACTION_REGULATE, G4_EFFECT_NONE},
    {G4_W_in, G4_V_zet, G4_ACTION_STIMULATE, G4_EFFECT_NONE},
    {G4_W_los, G4_V_laten, G4_ACTION_ALLOW, G4_EFFECT_NONE},
    {G4_W_mogelijk, G4_V_mak, G4_ACTION_ALLOW, G4_EFFECT_NONE},
    {G4_W_op, G4_V_hef, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_op, G4_V_leg, G4_ACTION_REGULATE, G4_EFFECT_LOSS},
    {G4_W_op, G4_V_richt, G4_ACTION_ORGANISE, G4_EFFECT_NONE},
    {G4_W_op, G4_V_roep, G4_ACTION_OTHER, G4_EFFECT_CALL},
    {G4_W_op, G4_V_spor, G4_ACTION_ENFORCE, G4_EFFECT_LOSS},
    {G4_W_op, G4_V_stel, G4_ACTION_SET_NORM, G4_EFFECT_NONE},
    {G4_W_op, G4_V_tred, G4_ACTION_ENFORCE, G4_EFFECT_LOSS},
    {G4_W_op, G4_V_vang, G4_ACTION_PROTECT, G4_EFFECT_GAIN},
    {G4_W_tegen, G4_V_gaan, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_terug, G4_V_dring, G4_ACTION_DEREGULATE, G4_EFFECT_LOSS},
    {G4_W_terug, G4_V_stur, G4_ACTION_ENFORCE, G4_EFFECT_LOSS},
    {G4_W_toe, G4_V_staan, G4_ACTION_ALLOW, G4_EFFECT_GAIN},
    {G4_W_toe, G4_V_laten, G4_ACTION_ALLOW, G4_EFFECT_LOSS},
    {G4_W_toe, G4_V_ken, G4_ACTION_GUARANTEE, G4_EFFECT_GAIN},
    {G4_W_uit, G4_V_breid, G4_ACTION_STIMULATE, G4_EFFECT_GAIN},
    {G4_W_uit, G4_V_sluit, G4_ACTION_STOP, G4_EFFECT_LOSS},
    {G4_W_uit, G4_V_trek, G4_ACTION_FUND, G4_EFFECT_NONE},
    {G4_W_uit, G4_V_zonder, G4_ACTION_ALLOW, G4_EFFECT_GAIN},
    {G4_W_uit, G4_V_zet, G4_ACTION_ENFORCE, G4_EFFECT_LOSS},
    {G4_W_vast, G4_V_leg, G4_ACTION_GUARANTEE, G4_EFFECT_NONE},
    {G4_W_vast, G4_V_stel, G4_ACTION_SET_NORM, G4_EFFECT_NONE},
    {G4_W_vrij, G4_V_mak, G4_ACTION_FUND, G4_EFFECT_NONE},
    {G4_W_vrij, G4_V_stel, G4_ACTION_ALLOW, G4_EFFECT_GAIN},
};

static g4_action verb_action(uint16_t verb, uint16_t particle) {
  for (size_t i = 0; particle && i < sizeof split / sizeof split[0]; i++) {
    if (split[i].verb == verb && split[i].particle == particle) {
      return (g4_action)split[i].action;
    }
  }
  return (g4_action)g4_lexis_verb_at(verb)->action;
}

g4_effect g4_effect_of_verb(uint16_t verb, uint16_t particle) {
  for (size_t i = 0; particle && i < sizeof split / sizeof split[0]; i++) {
    if (split[i].verb == verb && split[i].particle == particle) {
      return (g4_effect)split[i].effect;
    }
  }
  return (g4_effect)g4_lexis_verb_at(verb)->effect;
}

g4_effect g4_effect_of(const g4_clause *clause) { return g4_effect_of_verb(clause->verb, clause->particle); }

/* The first noun of the words that says what is done; behind the finite verb first. */
static g4_action noun_action(const g4_parse *parse, int first, int end) {
  for (int i = first; i < end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN || WORD(i).nesting == G4_IN_PURPOSE) {
      g4_action action = g4_noun_cue_of(parse, i).action;
      if (action != G4_ACTION_NONE) {
        return action;
      }
    }
  }
  return G4_ACTION_NONE;
}

/* The verb of "om ... te": what the act is for. */
static g4_action purpose_action(const g4_parse *parse, int first) {
  for (int i = first; i < parse->count; i++) {
    if (WORD(i).nesting == G4_IN_PURPOSE && WORD(i).verb && g4_parse_word(parse, i - 1) == G4_W_te) {
      uint16_t particle = WORD(i).particle;
      if (!particle && HAS(i - 2, G4_PART)) {
        particle = WORD(i - 2).word;
      }
      return verb_action(WORD(i).verb, particle);
    }
  }
  return G4_ACTION_NONE;
}

/* Verbs that say little without what they are about: steunen, ontwikkelen, invoeren. */
static bool is_weak(g4_action action, const g4_clause *clause) {
  switch (clause->verb) {
    case G4_V_steun:
    case G4_V_ondersteun:
    case G4_V_help:
    case G4_V_versterk:
    case G4_V_ontwikkel:
    case G4_V_crer:
    case G4_V_voer:
    case G4_V_zet:
    case G4_V_realiser:
    case G4_V_organiser:
    case G4_V_regel:
    case G4_V_verbeter:
      return true;
    default:
      return action == G4_ACTION_OTHER;
  }
}

static bool lessens(g4_action action) { return action == G4_ACTION_STOP || action == G4_ACTION_DEREGULATE; }

static g4_action by_rule(g4_rule rule, g4_action noun, const g4_parse *parse, const g4_clause *clause) {
  bool verplicht = g4_clause_has_word(parse, clause, G4_W_verplicht);
  switch (rule) {
    case G4_RULE_RULE_DUTY:
      return verplicht ? G4_ACTION_REGULATE : G4_ACTION_SET_NORM;
    case G4_RULE_RULE_RIGHT:
      return G4_ACTION_GUARANTEE;
    case G4_RULE_RULE_ONLY:
      return G4_ACTION_SET_NORM;
    case G4_RULE_RULE_MAY:
      return clause->negated ? G4_ACTION_REGULATE : G4_ACTION_ALLOW;
    case G4_RULE_ASK_MUST_CAN:
      return G4_ACTION_ALLOW;
    case G4_RULE_RULE_GETS:
    case G4_RULE_ASK_MUST_GET:
      return noun ? noun : G4_ACTION_GUARANTEE;
    case G4_RULE_RULE_BECOMES:
      return noun ? noun : G4_ACTION_REGULATE;
    case G4_RULE_RULE_COMES:
    case G4_RULE_ASK_MUST_COME:
      return noun ? noun : G4_ACTION_ORGANISE;
    case G4_RULE_COMMITMENT_GOAL:
      return noun ? noun : G4_ACTION_REFORM;
    default:
      return G4_ACTION_NONE;
  }
}

g4_action g4_action_of(const g4_parse *parse, g4_rule rule, int deciding) {
  if (deciding == G4_NOWHERE) {
    g4_action noun = noun_action(parse, 0, parse->count);
    return noun ? noun : G4_ACTION_OTHER;
  }
  const g4_clause *clause = &parse->clauses[deciding];
  g4_action verb = verb_action(clause->verb, clause->particle);
  int behind = clause->finite + 1;
  g4_action noun = noun_action(parse, behind, clause->end);
  if (!noun) {
    noun = noun_action(parse, clause->first, clause->finite);
  }
  g4_action ruled = by_rule(rule, noun, parse, clause);
  if (ruled && ruled != G4_ACTION_ORGANISE) {
    return ruled;
  }
  if (lessens(verb) && noun == G4_ACTION_DEREGULATE) {
    return noun;
  }
  if (verb != G4_ACTION_NONE && !is_weak(verb, clause)) {
    return verb;
  }
  if (noun && noun != G4_ACTION_ORGANISE) {
    return noun;
  }
  g4_action purpose = purpose_action(parse, behind);
  if (purpose != G4_ACTION_NONE && purpose != G4_ACTION_OTHER) {
    return purpose;
  }
  return noun ? noun : ruled ? ruled : verb ? verb : G4_ACTION_OTHER;
}

const char *g4_action_name(g4_action action) { return action ? g4_action_codes[action - 1] : NULL; }
