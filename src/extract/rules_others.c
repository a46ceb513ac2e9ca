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
  bool fits =
      clause->modal == G4_V_horen || clause->modal == G4_V_behoren; /* what is fitting, not what is to be done */
  if (fits && clause->subject == G4_SUBJECT_THING && !clause->particle) {
    return G4_RULE_PRINCIPLE_MUST_BE;
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
    bool limits = IS(i + 1, voor) || IS(i + 1, als) || IS(i + 1, bij) || IS(i + 1, nog) || IS(i + 1, mogelijk) ||
                  IS(i + 1, toegestaan) || IS(i + 1, wanneer);
    if (WORD(i).nesting == G4_IN_MAIN && i > clause->finite && (IS(i, alleen) || IS(i, slechts)) && limits &&
        !IS(i - 1, niet)) {
      return true;
    }
  }
  return false;
}

/* "nodig", "vereist": more than "belangrijk". */
static bool asks_for(const g4_parse *parse, const g4_clause *clause) {
  return g4_clause_has_word(parse, clause, G4_W_nodig) || g4_clause_has_word(parse, clause, G4_W_noodzakelijk) ||
         g4_clause_has_word(parse, clause, G4_W_vereist) || g4_clause_has_word(parse, clause, G4_W_gewenst) ||
         g4_clause_has_word(parse, clause, G4_W_wenselijk);
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
      if (WORD(i).nesting == G4_IN_PURPOSE && IS(i, om) && clause->subject == G4_SUBJECT_THING &&
          !g4_clause_has(parse, clause, G4_VALUE) && asks_for(parse, clause)) {
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

static bool is_new(const g4_parse *parse, const g4_clause *clause) {
  int first = clause->subject_first; /* "in elke haven komt een loket", "... komt meer toezicht" */
  return clause->subject == G4_SUBJECT_THERE ||
         (clause->inverted && !clause->particle && (HAS(first, G4_QUANT | G4_COMPARED) || IS(first, een)));
}

static g4_rule comes(const g4_parse *parse, const g4_clause *clause) {
  bool back = clause->particle == G4_W_terug || clause->verb == G4_V_verval ||
              g4_clause_has_word(parse, clause, G4_W_weer) || g4_clause_has_word(parse, clause, G4_W_beschikbaar);
  return is_new(parse, clause) || back ? G4_RULE_RULE_COMES : G4_RULE_STATEMENT_PRESENT;
}

static g4_rule goes(const g4_parse *parse, const g4_clause *clause) {
  bool on = clause->verb_at != clause->finite; /* goes on to do something */
  if (clause->subject == G4_SUBJECT_PUBLIC && on) {
    return G4_RULE_ASK_PUBLIC_GOES;
  }
  bool way = clause->particle == G4_W_omhoog || clause->particle == G4_W_omlaag || clause->particle == G4_W_terug ||
             g4_clause_has_word(parse, clause, G4_W_tafel);
  bool acts = on && g4_clause_is_act(clause) && clause->subject == G4_SUBJECT_ACTOR;
  return way || acts ? G4_RULE_RULE_GOES : G4_RULE_STATEMENT_PRESENT;
}

/* "betekent dat": the clause behind it says what. */
static g4_rule means(const g4_parse *parse, const g4_clause *clause) {
  int that = g4_clause_that(parse, clause);
  unsigned nested = that == G4_NOWHERE ? 0 : g4_clause_nested(parse, that);
  if (g4_clause_describes(parse, clause) || clause->negated || !(nested & (G4_NESTED_MUST | G4_NESTED_PASSIVE))) {
    return G4_RULE_STATEMENT_PRESENT;
  }
  return HAS(that + 1, G4_WE) ? G4_RULE_COMMITMENT_MEANS : G4_RULE_RULE_MEANS;
}

/* The present of verbs that mean what stands with them; none for other verbs. */
static g4_rule light_present(const g4_parse *parse, const g4_clause *clause) {
  bool told = g4_clause_describes(parse, clause) || clause->subject == G4_SUBJECT_THIS;
  switch (WORD(clause->finite).verb) {
    case G4_V_zijn:
      return is(parse, clause);
    case G4_V_hebben:
      return have(parse, clause);
    case G4_V_worden:
      if (clause->passive) {
        return passive(parse, clause);
      }
      told &= g4_clause_describes(parse, clause) || !g4_clause_has_word(parse, clause, G4_W_mogelijk);
      return told ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_BECOMES;
    case G4_V_krijgen:
      if (clause->subject == G4_SUBJECT_THING && g4_clause_has_word(parse, clause, G4_W_vorm)) {
        return G4_RULE_STATEMENT_PRESENT; /* "krijgt vorm" */
      }
      return told ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_GETS;
    case G4_V_komen:
      return told ? G4_RULE_STATEMENT_NOW : comes(parse, clause);
    case G4_V_gaan:
      return told ? G4_RULE_STATEMENT_NOW : goes(parse, clause);
    case G4_V_blijven:
      return told || clause->subject == G4_SUBJECT_GENERIC || clause->particle == G4_W_achter
                 ? G4_RULE_STATEMENT_PRESENT
                 : G4_RULE_RULE_STAYS;
    default:
      return G4_RULE_NONE;
  }
}

/* Present tense without a modal. */
static g4_rule present(const g4_parse *parse, const g4_clause *clause, bool list_item) {
  g4_rule light = light_present(parse, clause);
  if (light != G4_RULE_NONE) {
    return light;
  }
  if (clause->verb == G4_V_verdien) {
    return G4_RULE_PRINCIPLE_DESERVES;
  }
  if (clause->verb == G4_V_beteken) {
    return means(parse, clause);
  }
  bool described = g4_clause_describes(parse, clause);
  bool counts = (clause->verb == G4_V_tel && !clause->particle) ||
                (clause->verb == G4_V_lever && g4_clause_has_word(parse, clause, G4_W_bijdrage)) ||
                (clause->verb == G4_V_spel && g4_clause_has_word(parse, clause, G4_W_rol));
  bool by = IS(clause->first, door) && clause->inverted; /* "door deel te nemen levert ..." */
  if (!g4_clause_is_act(clause) || by || counts || described || clause->subject == G4_SUBJECT_THIS) {
    return described ? G4_RULE_STATEMENT_NOW : G4_RULE_STATEMENT_PRESENT;
  }
  bool country = g4_parse_word(parse, clause->subject_first) == G4_W_nederland;
  if ((clause->subject == G4_SUBJECT_PUBLIC || country) && !clause->negated) {
    return G4_RULE_ASK_PUBLIC_PRESENT;
  }
  bool item = clause->subject == G4_SUBJECT_ACTOR && list_item && !clause->negated;
  return item || g4_clause_has_word(parse, clause, G4_W_voortaan) ? G4_RULE_RULE_ACTOR_PRESENT
                                                                  : G4_RULE_STATEMENT_PRESENT;
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
      return (clause->passive || (clause->subject == G4_SUBJECT_PUBLIC && g4_clause_is_act(clause)) ||
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
