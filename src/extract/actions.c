#include "extract/actions.h"

#include "extract/nouns.h"
#include "model/vocabulary.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

enum { LONGEST_NOUN = 40 };

/* Verbs that mean something of their own with a split part. */
static const struct {
  uint16_t particle, verb;
  unsigned char action, effect;
} split[] = {
#define SPLIT(particle, verb, action, effect) {G4_W_##particle, G4_V_##verb, G4_ACTION_##action, G4_EFFECT_##effect},
#include "extract/split_verbs.def"
#undef SPLIT
};

g4_action g4_action_of_verb(uint16_t verb, uint16_t particle) {
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

/* "verhogen", "verlagen": what is done is told by what is raised or lowered. */
static g4_action raises(uint16_t verb, g4_action noun) {
  if (verb == G4_V_verlag && noun == G4_ACTION_FUND) { /* "het havengeld": what people pay */
    return G4_ACTION_TAX;
  }
  if (noun == G4_ACTION_TAX || noun == G4_ACTION_FUND || noun == G4_ACTION_SET_NORM) {
    return noun;
  }
  return verb == G4_V_verlag ? G4_ACTION_DEREGULATE : noun ? noun : G4_ACTION_STIMULATE;
}

/* What the noun at i says of an act: "een heffing", "afschaffing van". */
static g4_action action_of_noun(const g4_parse *parse, int i) {
  const g4_wordform *w = &WORD(i);
  if (w->verb && (w->forms == G4_PARTICIPLE || (w->forms & G4_SURE))) { /* "geregeld" is no "geld" */
    return G4_ACTION_NONE;
  }
  if (IS(i + 1, van) && HAS(i, G4_ACT_NOUN)) {
    char low[LONGEST_NOUN + 1];
    g4_reading_of_word act;
    size_t n = g4_parse_low(parse, i, low, sizeof low);
    bool raised = g4_lexis_read_act(low, n, &act) && (act.verb == G4_V_verhog || act.verb == G4_V_verlag);
    if (raised) {
      return raises(act.verb, g4_noun_cue_of(parse, i + (HAS(i + 2, G4_DET) ? 3 : 2)).action);
    }
    g4_action action = act.verb ? g4_action_of_verb(act.verb, act.particle) : G4_ACTION_NONE;
    if (action != G4_ACTION_NONE && action != G4_ACTION_OTHER) {
      return action;
    }
  }
  return g4_noun_cue_of(parse, i).action;
}

/* The first noun of the words that says what is done. */
static g4_action noun_action(const g4_parse *parse, int first, int end, unsigned nestings) {
  for (int i = first; i < end; i++) {
    if (nestings & (1u << WORD(i).nesting)) {
      g4_action action = action_of_noun(parse, i);
      if (action != G4_ACTION_NONE) {
        return action;
      }
    }
  }
  return G4_ACTION_NONE;
}

enum { OUTSIDE = 1u << G4_IN_MAIN | 1u << G4_IN_PURPOSE, INSIDE = 1u << G4_IN_SUBORDINATE };

/* The verb of "om ... te": what the act is for. */
static g4_action purpose_action(const g4_parse *parse, int first) {
  for (int i = first; i < parse->count; i++) {
    if (WORD(i).nesting == G4_IN_PURPOSE && WORD(i).verb && IS(i - 1, te)) {
      uint16_t particle = WORD(i).particle;
      if (!particle && HAS(i - 2, G4_PART)) {
        particle = WORD(i - 2).word;
      }
      return g4_action_of_verb(WORD(i).verb, particle);
    }
  }
  return G4_ACTION_NONE;
}

/* Verbs that say little without what they are about: steunen, ontwikkelen, invoeren. */
static bool is_weak(g4_action action, uint16_t verb) {
  switch (verb) {
    case G4_V_steun:
    case G4_V_ondersteun:
    case G4_V_help:
    case G4_V_versterk:
    case G4_V_ontwikkel:
    case G4_V_crer:
    case G4_V_voer:
    case G4_V_zet:
    case G4_V_zorg:
    case G4_V_realiser:
    case G4_V_organiser:
    case G4_V_regel:
    case G4_V_verbeter:
      return true;
    default:
      return action == G4_ACTION_OTHER || action == G4_ACTION_ORGANISE;
  }
}

/* What is done in the clause that "dat" opens: "wij willen dat de heffing wordt afgeschaft". */
static g4_action action_of_nested(const g4_parse *parse, int opener) {
  int verb = G4_NOWHERE, end = opener + 1;
  bool can = false, must = false;
  for (; end < parse->count && WORD(end).nesting != G4_IN_MAIN; end++) {
    const g4_wordform *w = &WORD(end);
    uint8_t flags = g4_lexis_verb_at(w->verb)->flags;
    bool acts = w->verb && w->nesting == G4_IN_SUBORDINATE &&
                !(flags & (G4_VERB_STATE | G4_VERB_MODAL | G4_VERB_LIGHT)) && !IS(end - 1, te);
    if (acts && ((w->forms & G4_PARTICIPLE) || WORD(end + 1).before || end + 1 == parse->count || WORD(end - 1).verb ||
                 WORD(end + 1).verb || w->particle)) {
      verb = end;
    }
    can |= w->verb == G4_V_kunnen;
    must |= w->verb == G4_V_moeten;
    if (IS(end, mogelijk) && WORD(end + 1).verb) {
      return G4_ACTION_ALLOW;
    }
    if (IS(end, om) && verb != G4_NOWHERE) {
      break;
    }
  }
  g4_action noun = noun_action(parse, opener + 1, end, INSIDE);
  if (verb == G4_NOWHERE) {
    return noun ? noun : must ? G4_ACTION_SET_NORM : G4_ACTION_NONE;
  }
  uint16_t what = WORD(verb).verb;
  g4_action action = g4_action_of_verb(what, WORD(verb).particle);
  if (what == G4_V_verhog || what == G4_V_verlag) {
    return raises(what, noun);
  }
  return noun && is_weak(action, what) ? noun : action == G4_ACTION_OTHER && can ? G4_ACTION_ALLOW : action;
}

/* Rules and verbs that leave to "dat" what is to be done. */
static bool defers(g4_rule rule, const g4_clause *clause) {
  switch (rule) {
    case G4_RULE_COMMITMENT_WANT_THAT:
    case G4_RULE_COMMITMENT_OPINION:
    case G4_RULE_COMMITMENT_MEANS:
    case G4_RULE_RULE_MEANS:
    case G4_RULE_ASK_NEEDED_THAT:
    case G4_RULE_ASK_REQUEST:
      return true;
    default:
      return clause->verb == G4_V_zorg || clause->verb == G4_V_regel;
  }
}

/* "niet meer", "niet langer", "geen": what is done ends. */
static bool ends_it(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (IS(i, geen) || (IS(i, niet) && (IS(i + 1, meer) || IS(i + 1, langer))))) {
      return true;
    }
  }
  return false;
}

/* "alleen", "uitsluitend", "minimaal": what is set is a norm. */
static bool limits(const g4_parse *parse, const g4_clause *clause) {
  static const g4_w words[] = {G4_W_alleen,   G4_W_uitsluitend, G4_W_slechts,
                               G4_W_minimaal, G4_W_maximaal,    G4_W_minstens};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (g4_clause_has_word(parse, clause, words[i])) {
      return true;
    }
  }
  return false;
}

static g4_action of_must_become(const g4_clause *clause, g4_action noun) {
  switch (clause->verb) {
    case G4_V_blijven:
      return G4_ACTION_PROTECT;
    case G4_V_verdwijn:
    case G4_V_verval:
      return G4_ACTION_STOP;
    case G4_V_zijn:
      return noun ? noun : G4_ACTION_SET_NORM;
    default:
      return noun ? noun : G4_ACTION_REFORM;
  }
}

static bool lessens(g4_action action) { return action == G4_ACTION_STOP || action == G4_ACTION_DEREGULATE; }

static g4_action by_rule(g4_rule rule, g4_action noun, const g4_parse *parse, const g4_clause *clause) {
  switch (rule) {
    case G4_RULE_RULE_DUTY:
      return g4_clause_has_word(parse, clause, G4_W_verplicht) ? G4_ACTION_REGULATE : G4_ACTION_SET_NORM;
    case G4_RULE_RULE_RIGHT:
      return G4_ACTION_GUARANTEE;
    case G4_RULE_RULE_ONLY:
      return G4_ACTION_SET_NORM;
    case G4_RULE_RULE_MAY:
      return limits(parse, clause) ? G4_ACTION_SET_NORM : clause->negated ? G4_ACTION_REGULATE : G4_ACTION_ALLOW;
    case G4_RULE_ASK_MUST_CAN:
      return G4_ACTION_ALLOW;
    case G4_RULE_RULE_GETS:
    case G4_RULE_ASK_MUST_GET:
      return noun ? noun : G4_ACTION_GUARANTEE;
    case G4_RULE_RULE_STAYS:
      return G4_ACTION_PROTECT;
    case G4_RULE_RULE_BECOMES:
      if (g4_clause_has_word(parse, clause, G4_W_mogelijk)) {
        return G4_ACTION_ALLOW;
      }
      return noun                                                                   ? noun
             : g4_clause_has(parse, clause, G4_COMPARED) && !ends_it(parse, clause) ? G4_ACTION_REFORM
                                                                                    : G4_ACTION_REGULATE;
    case G4_RULE_ASK_MUST_BECOME:
      return g4_clause_has_word(parse, clause, G4_W_mogelijk) ? G4_ACTION_ALLOW : of_must_become(clause, noun);
    case G4_RULE_RULE_COMES:
    case G4_RULE_ASK_MUST_COME:
      return ends_it(parse, clause) ? G4_ACTION_STOP : noun ? noun : G4_ACTION_ORGANISE;
    case G4_RULE_COMMITMENT_FAVOUR:
      return g4_clause_has_word(parse, clause, G4_W_tegen) ? G4_ACTION_STOP : G4_ACTION_NONE;
    case G4_RULE_COMMITMENT_GOAL:
      return noun ? noun : G4_ACTION_REFORM;
    default:
      return G4_ACTION_NONE;
  }
}

/* A list item: its infinitive, else its nouns. */
static g4_action of_item(const g4_parse *parse, g4_rule rule) {
  g4_action noun = noun_action(parse, 0, parse->count, OUTSIDE);
  const g4_wordform *last = &WORD(parse->count - 1);
  if (rule == G4_RULE_ITEM_INFINITIVE && last->verb) {
    g4_action verb = g4_action_of_verb(last->verb, last->particle);
    if (last->verb == G4_V_verhog || last->verb == G4_V_verlag) {
      return raises(last->verb, noun);
    }
    return noun && is_weak(verb, last->verb) ? noun : verb ? verb : G4_ACTION_OTHER;
  }
  if (IS(0, geen)) {
    return G4_ACTION_STOP;
  }
  return noun ? noun : G4_ACTION_OTHER;
}

/* Where no word says what is done: a rule without a doer regulates; what is ended, stops. */
static g4_action backoff(const g4_parse *parse, g4_rule rule, const g4_clause *clause, g4_action verb) {
  if (verb && verb != G4_ACTION_OTHER) {
    return verb;
  }
  if (ends_it(parse, clause)) {
    return G4_ACTION_STOP;
  }
  if (clause->verb == G4_V_gef) {
    return G4_ACTION_GUARANTEE;
  }
  if (limits(parse, clause) || g4_clause_has_word(parse, clause, G4_W_rekening)) {
    return G4_ACTION_SET_NORM;
  }
  if (clause->verb == G4_V_houd && !clause->particle) { /* "bestuurbaar houden" */
    return G4_ACTION_PROTECT;
  }
  if (clause->verb == G4_V_mak && g4_clause_has(parse, clause, G4_COMPARED | G4_VALUE)) {
    return G4_ACTION_REFORM;
  }
  return g4_rule_type(rule) == G4_TYPE_RULE ? G4_ACTION_REGULATE : G4_ACTION_OTHER;
}

g4_action g4_action_of(const g4_parse *parse, g4_rule rule, int deciding) {
  if (deciding == G4_NOWHERE) {
    return of_item(parse, rule);
  }
  const g4_clause *clause = &parse->clauses[deciding];
  int behind = clause->finite + 1, that = g4_clause_that(parse, clause);
  if (that != G4_NOWHERE && defers(rule, clause)) {
    g4_action nested = action_of_nested(parse, that);
    if (nested && nested != G4_ACTION_OTHER) {
      return nested;
    }
  }
  g4_action verb = g4_action_of_verb(clause->verb, clause->particle);
  g4_action noun = noun_action(parse, behind, clause->end, OUTSIDE);
  if (!noun) {
    noun = noun_action(parse, clause->first, clause->finite, OUTSIDE);
  }
  if (clause->verb == G4_V_verhog || clause->verb == G4_V_verlag) {
    return raises(clause->verb, noun);
  }
  g4_action ruled = by_rule(rule, noun, parse, clause);
  if (ruled && ruled != G4_ACTION_ORGANISE) {
    return ruled;
  }
  if (lessens(verb) && noun == G4_ACTION_DEREGULATE) {
    return noun;
  }
  if (verb != G4_ACTION_NONE && !is_weak(verb, clause->verb)) {
    return verb;
  }
  if (noun && noun != G4_ACTION_ORGANISE) {
    return noun;
  }
  g4_action purpose = purpose_action(parse, behind);
  if (purpose != G4_ACTION_NONE && purpose != G4_ACTION_OTHER) {
    return purpose;
  }
  return noun ? noun : ruled ? ruled : backoff(parse, rule, clause, verb);
}

const char *g4_action_name(g4_action action) { return action ? g4_action_codes[action - 1] : NULL; }
