/* What the author says of others and of things: they must, they get, it is made, it is so. */
#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

/* How many words stand behind the finite verb, outside what is nested. */
static int content_behind(const g4_parse *parse, const g4_clause *clause) {
  int count = 0;
  for (int i = clause->finite + 1; i < clause->end; i++) {
    count += WORD(i).nesting == G4_IN_MAIN && !(WORD(i).classes & ~G4_VALUE) && !(WORD(i).forms & G4_SURE);
  }
  return count;
}

static g4_rule must(const g4_parse *parse, const g4_clause *clause) {
  bool can = false, more = g4_clause_has(parse, clause, G4_COMPARED | G4_ACT_NOUN);
  for (int i = clause->finite + 1; i < clause->end; i++) {
    can |= WORD(i).nesting == G4_IN_MAIN && WORD(i).verb == G4_V_kunnen;
  }
  bool generic = clause->subject == G4_SUBJECT_GENERIC;
  if (clause->subject == G4_SUBJECT_THIS && !clause->passive && content_behind(parse, clause) == 0) {
    return G4_RULE_PRINCIPLE_MUST_BE; /* "dit moet stoppen" */
  }
  if (clause->passive) {
    return clause->verb == G4_V_voorkom ? G4_RULE_PRINCIPLE_MUST_BE : G4_RULE_ASK_MUST_PASSIVE;
  }
  if (can) {
    return generic ? G4_RULE_PRINCIPLE_MUST_CAN : G4_RULE_ASK_MUST_CAN;
  }
  switch (clause->verb) {
    case G4_V_krijgen:
      return generic && !more ? G4_RULE_PRINCIPLE_MUST_CAN : G4_RULE_ASK_MUST_GET;
    case G4_V_komen:
      return G4_RULE_ASK_MUST_COME;
    case G4_V_gaan:
      if (!clause->particle && g4_clause_has_word(parse, clause, G4_W_om)) {
        return G4_RULE_PRINCIPLE_MUST_BE;
      }
      break;
    case G4_V_worden:
      return more || g4_clause_has(parse, clause, G4_DUTY | G4_NEED) ? G4_RULE_ASK_MUST_BECOME
                                                                     : G4_RULE_PRINCIPLE_MUST_BE;
    case G4_V_zijn:
    case G4_V_blijven:
      if (clause->verb == G4_V_zijn && clause->subject == G4_SUBJECT_THERE) {
        return G4_RULE_ASK_MUST_COME;
      }
      if ((clause->subject == G4_SUBJECT_PUBLIC || clause->subject == G4_SUBJECT_ACTOR) &&
          content_behind(parse, clause) > 1) {
        return G4_RULE_ASK_MUST_BECOME;
      }
      for (int i = clause->finite; i < clause->end; i++) { /* "moet de norm zijn" */
        more |= WORD(i).nesting == G4_IN_MAIN && ((HAS(i, G4_GOAL) && HAS(i - 1, G4_DET)) || IS(i, mogelijk));
      }
      return more && !generic ? G4_RULE_ASK_MUST_BECOME : G4_RULE_PRINCIPLE_MUST_BE;
    case G4_V_hebben:
      return generic ? G4_RULE_PRINCIPLE_MUST_CAN : G4_RULE_ASK_MUST_GET;
    default:
      break;
  }
  if (!clause->verb || clause->verb_at == clause->finite) {
    return more || clause->particle ? G4_RULE_ASK_MUST_BECOME : G4_RULE_PRINCIPLE_MUST_BE;
  }
  if (clause->verb == G4_V_gebeur && g4_clause_has_word(parse, clause, G4_W_door)) {
    return G4_RULE_ASK_MUST_ACT;
  }
  bool country = g4_parse_word(parse, clause->subject_first) == G4_W_nederland ||
                 g4_parse_word(parse, clause->subject_first) == G4_W_europa;
  if (country && g4_clause_is_act(clause)) {
    return G4_RULE_ASK_MUST_ACT;
  }
  if ((g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE) && !clause->particle) {
    return generic || clause->subject == G4_SUBJECT_THING || clause->subject == G4_SUBJECT_THIS
               ? G4_RULE_PRINCIPLE_MUST_BE
               : G4_RULE_ASK_MUST_ACT;
  }
  return generic && !clause->particle && !more ? G4_RULE_PRINCIPLE_MUST_BE : G4_RULE_ASK_MUST_ACT;
}

static g4_rule passive(const g4_parse *parse, const g4_clause *clause) {
  if (clause->verb == G4_V_acht) { /* "worden geacht te" */
    return G4_RULE_RULE_DUTY;
  }
  if (g4_clause_describes(parse, clause) ||
      ((g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE) && !clause->particle) || clause->verb == G4_V_zien ||
      clause->verb == G4_V_confronter || (clause->verb == G4_V_vorm && !clause->particle)) {
    return G4_RULE_STATEMENT_NOW;
  }
  return G4_RULE_RULE_PASSIVE;
}

static bool only(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i < clause->end; i++) {
    if (IS(i, tenzij) || IS(i, uitsluitend) || IS(i, mits)) {
      return true;
    }
    if (WORD(i).nesting == G4_IN_MAIN && i > clause->finite && (IS(i, alleen) || IS(i, slechts)) && !IS(i - 1, niet)) {
      return true;
    }
  }
  return false;
}

static g4_rule is(const g4_parse *parse, const g4_clause *clause) {
  int that = g4_clause_that(parse, clause);
  bool described = g4_clause_describes(parse, clause);
  if (clause->perfect && !g4_clause_has(parse, clause, G4_DUTY | G4_NEED)) {
    return G4_RULE_STATEMENT_PERFECT;
  }
  if (g4_clause_has(parse, clause, G4_NEED)) {
    if (that != G4_NOWHERE) {
      unsigned nested = g4_clause_nested(parse, that);
      return nested & ~(unsigned)(G4_NESTED_BE) ? G4_RULE_ASK_NEEDED_THAT : G4_RULE_PRINCIPLE_NEEDED;
    }
    for (int i = clause->finite; i < clause->end; i++) {
      if (WORD(i).nesting == G4_IN_PURPOSE && IS(i, om) && clause->subject == G4_SUBJECT_THING) {
        return G4_RULE_RULE_NEEDED_FOR;
      }
    }
    return clause->subject == G4_SUBJECT_THIS ? G4_RULE_STATEMENT_IS : G4_RULE_PRINCIPLE_NEEDED;
  }
  for (int i = clause->first; i < clause->finite; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_GOAL) && !HAS(i - 1, G4_PREP)) {
      return G4_RULE_PRINCIPLE_GOAL;
    }
  }
  if (g4_clause_has(parse, clause, G4_DUTY) && !described && clause->subject != G4_SUBJECT_THIS) {
    return G4_RULE_RULE_DUTY;
  }
  if (only(parse, clause) && !described && clause->subject != G4_SUBJECT_THIS) {
    return G4_RULE_RULE_ONLY;
  }
  if (clause->verb_at != clause->finite && clause->verb_at > 0 && IS(clause->verb_at - 1, te) &&
      g4_clause_is_act(clause) && !described && clause->verb != G4_V_beschouw) {
    return G4_RULE_RULE_CAN_BE;
  }
  return G4_RULE_STATEMENT_IS;
}

static g4_rule have(const g4_parse *parse, const g4_clause *clause) {
  if (clause->perfect) {
    return G4_RULE_STATEMENT_PERFECT;
  }
  if (g4_clause_describes(parse, clause)) {
    return G4_RULE_STATEMENT_NOW;
  }
  for (int i = clause->finite; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_BURDEN) && clause->subject != G4_SUBJECT_THING) {
      return G4_RULE_RULE_DUTY;
    }
    if (IS(i, recht) && (IS(i + 1, op) || clause->end == i + 1 || HAS(i - 1, G4_DET))) {
      return clause->subject == G4_SUBJECT_GENERIC ? G4_RULE_PRINCIPLE_VALUE : G4_RULE_RULE_RIGHT;
    }
  }
  return G4_RULE_STATEMENT_PRESENT;
}

/* Present tense without a modal. */
static g4_rule present(const g4_parse *parse, const g4_clause *clause, bool list_item) {
  bool described = g4_clause_describes(parse, clause);
  bool this = clause->subject == G4_SUBJECT_THIS;
  uint16_t finite = WORD(clause->finite).verb;
  switch (finite) {
    case G4_V_zijn:
      return is(parse, clause);
    case G4_V_hebben:
      return have(parse, clause);
    case G4_V_worden:
      if (clause->passive) {
        return passive(parse, clause);
      }
      if (g4_clause_has_word(parse, clause, G4_W_mogelijk) && !described) {
        return G4_RULE_RULE_BECOMES;
      }
      return described || this ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_BECOMES;
    case G4_V_krijgen:
      return described || this ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_GETS;
    case G4_V_komen:
      if (described || this) {
        return G4_RULE_STATEMENT_NOW;
      }
      if (clause->subject == G4_SUBJECT_THERE ||
          (clause->inverted && !clause->particle && HAS(clause->subject_first, G4_QUANT | G4_COMPARED)) ||
          (clause->inverted && !clause->particle && IS(clause->subject_first, een))) {
        return G4_RULE_RULE_COMES;
      }
      return clause->particle == G4_W_terug || clause->verb == G4_V_verval ||
                     g4_clause_has_word(parse, clause, G4_W_weer) || g4_clause_has_word(parse, clause, G4_W_beschikbaar)
                 ? G4_RULE_RULE_COMES
                 : G4_RULE_STATEMENT_PRESENT;
    case G4_V_gaan:
      if (described || this) {
        return G4_RULE_STATEMENT_NOW;
      }
      if (clause->subject == G4_SUBJECT_PUBLIC && clause->verb_at != clause->finite) {
        return G4_RULE_ASK_PUBLIC_GOES;
      }
      return clause->particle == G4_W_omhoog || g4_clause_has_word(parse, clause, G4_W_tafel) ||
                     clause->particle == G4_W_omlaag || clause->particle == G4_W_terug ||
                     (clause->verb_at != clause->finite && g4_clause_is_act(clause) &&
                      clause->subject == G4_SUBJECT_ACTOR)
                 ? G4_RULE_RULE_GOES
                 : G4_RULE_STATEMENT_PRESENT;
    case G4_V_blijven:
      return described || this || clause->subject == G4_SUBJECT_GENERIC || clause->particle == G4_W_achter
                 ? G4_RULE_STATEMENT_PRESENT
                 : G4_RULE_RULE_STAYS;
    default:
      break;
  }
  if (clause->verb == G4_V_verdien) {
    return G4_RULE_PRINCIPLE_DESERVES;
  }
  if (clause->verb == G4_V_beteken) {
    int that = g4_clause_that(parse, clause);
    unsigned nested = that == G4_NOWHERE ? 0 : g4_clause_nested(parse, that);
    return !described && nested & (G4_NESTED_MUST | G4_NESTED_PASSIVE) ? G4_RULE_RULE_MEANS : G4_RULE_STATEMENT_PRESENT;
  }
  bool counts = clause->verb == G4_V_tel && !clause->particle;
  if (!g4_clause_is_act(clause) || counts || described || this) {
    return described ? G4_RULE_STATEMENT_NOW : G4_RULE_STATEMENT_PRESENT;
  }
  bool country = g4_parse_word(parse, clause->subject_first) == G4_W_nederland;
  if ((clause->subject == G4_SUBJECT_PUBLIC || country) && !clause->negated) {
    return G4_RULE_ASK_PUBLIC_PRESENT;
  }
  if (g4_clause_has_word(parse, clause, G4_W_voortaan)) {
    return G4_RULE_RULE_ACTOR_PRESENT;
  }
  if (clause->subject == G4_SUBJECT_ACTOR && list_item && !clause->negated) {
    return G4_RULE_RULE_ACTOR_PRESENT;
  }
  return G4_RULE_STATEMENT_PRESENT;
}

static bool second_must(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (WORD(i).verb == G4_V_moeten || WORD(i).verb == G4_V_dienen)) {
      return true;
    }
  }
  return false;
}

g4_rule g4_rule_of_others(const g4_parse *parse, const g4_clause *clause, bool list_item) {
  switch (clause->modal) {
    case 0:
      return present(parse, clause, list_item);
    case G4_V_moeten:
    case G4_V_dienen:
    case G4_V_horen:
    case G4_V_behoren:
      return must(parse, clause);
    case G4_V_mogen:
      if (!clause->passive && clause->negated && !g4_clause_has(parse, clause, G4_ACT_NOUN | G4_COMPARED) &&
          (!g4_clause_is_act(clause) || clause->subject == G4_SUBJECT_THING)) {
        return G4_RULE_PRINCIPLE_MAY_NOT;
      }
      return g4_clause_describes(parse, clause) ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_MAY;
    case G4_V_willen:
      return G4_RULE_STATEMENT_WISH_OF_OTHERS;
    case G4_V_zullen:
      if (second_must(parse, clause)) {
        return must(parse, clause);
      }
      if (WORD(clause->finite).forms & G4_CONDITIONAL) {
        return G4_RULE_STATEMENT_CAN;
      }
      return (clause->passive || clause->subject == G4_SUBJECT_PUBLIC ||
              (clause->subject == G4_SUBJECT_THERE && clause->verb == G4_V_komen)) &&
                     !g4_clause_describes(parse, clause)
                 ? G4_RULE_RULE_WILL
                 : G4_RULE_STATEMENT_PRESENT;
    case G4_V_kunnen:
      if (clause->subject == G4_SUBJECT_PUBLIC && g4_clause_is_act(clause) && !clause->negated &&
          g4_clause_has_word(parse, clause, G4_W_door)) {
        return G4_RULE_ASK_PUBLIC_CAN;
      }
      return G4_RULE_STATEMENT_CAN;
    default:
      return G4_RULE_STATEMENT_PRESENT;
  }
}
