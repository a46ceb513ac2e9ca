/* What the author says that others must, may, can or will: moeten, mogen, kunnen, zullen. */
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

/* "oog houden voor", "centraal staan", "ten koste gaan van": how to act, not what is to be done. */
static bool is_attitude(const g4_parse *parse, const g4_clause *clause) {
  switch (clause->verb) {
    case G4_V_houd:
      return g4_clause_has_word(parse, clause, G4_W_oog);
    case G4_V_gaan:
      return g4_clause_has_word(parse, clause, G4_W_koste) || g4_clause_has_word(parse, clause, G4_W_over);
    case G4_V_staan:
    case G4_V_stel:
      return g4_clause_has_word(parse, clause, G4_W_centraal) || g4_clause_has_word(parse, clause, G4_W_voorop);
    case G4_V_les:
    case G4_V_lef:
      return !clause->particle;
    default:
      return false;
  }
}

/* "het moet mogelijk zijn om", "de wet moet uit het boek": something that can be checked is to be so. */
static bool must_be_so(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite; i < clause->end; i++) {
    if (WORD(i).nesting != G4_IN_MAIN) {
      continue;
    }
    bool direction = !clause->verb && (IS(i, uit) || IS(i, naar) || (IS(i, van) && IS(i + 1, tafel)));
    bool duty = HAS(i, G4_DUTY) && !IS(i, bespreekbaar);
    if (duty || direction || IS(i, beschikbaar) || (HAS(i, G4_GOAL) && HAS(i - 1, G4_DET)) || IS(i, mogelijk)) {
      return true;
    }
    /* "moet behouden blijven" */
    if (clause->verb == G4_V_blijven && (WORD(i).forms & G4_PARTICIPLE) && !(WORD(i).forms & G4_SURE)) {
      return true;
    }
  }
  return clause->verb == G4_V_blijven && (clause->particle || g4_clause_has_word(parse, clause, G4_W_bestaan) ||
                                          g4_clause_has_word(parse, clause, G4_W_overeind));
}

/* "er moeten steeds meer mensen", "boeren moeten vaak": how things are. */
static bool must_today(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && ((IS(i, steeds) && HAS(i + 1, G4_COMPARED)) || IS(i, vaak) || IS(i, soms))) {
      return true;
    }
  }
  return false;
}

static g4_rule must(const g4_parse *parse, const g4_clause *clause) {
  bool can = false, more = g4_clause_has(parse, clause, G4_COMPARED | G4_ACT_NOUN);
  for (int i = clause->finite + 1; i < clause->end; i++) {
    can |= WORD(i).nesting == G4_IN_MAIN && WORD(i).verb == G4_V_kunnen;
  }
  bool generic = clause->subject == G4_SUBJECT_GENERIC;
  if (must_today(parse, clause)) {
    return G4_RULE_STATEMENT_NOW;
  }
  bool possible = g4_clause_has_word(parse, clause, G4_W_mogelijk);
  if (clause->subject == G4_SUBJECT_THIS && !clause->passive && !possible && content_behind(parse, clause) == 0) {
    return G4_RULE_PRINCIPLE_MUST_BE; /* "dit moet stoppen" */
  }
  bool bare = clause->verb_at == clause->finite && clause->finite + 1 == clause->end; /* "en beter moet" */
  if (is_attitude(parse, clause) || bare) {
    return G4_RULE_PRINCIPLE_MUST_BE;
  }
  if (clause->passive) {
    bool held = clause->verb == G4_V_voorkom || clause->verb == G4_V_zien || clause->verb == G4_V_beschouw ||
                clause->verb == G4_V_begrijp || clause->verb == G4_V_acht; /* "moet worden gezien als" */
    return held && !clause->particle ? G4_RULE_PRINCIPLE_MUST_BE : G4_RULE_ASK_MUST_PASSIVE;
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
      more |= must_be_so(parse, clause);
      return more && !generic ? G4_RULE_ASK_MUST_BECOME : G4_RULE_PRINCIPLE_MUST_BE;
    case G4_V_verdwijn:
    case G4_V_verval:
      return G4_RULE_ASK_MUST_BECOME;
    case G4_V_hebben:
      return generic ? G4_RULE_PRINCIPLE_MUST_CAN : G4_RULE_ASK_MUST_GET;
    default:
      break;
  }
  if (!clause->verb || clause->verb_at == clause->finite) {
    return more || clause->particle || must_be_so(parse, clause) ? G4_RULE_ASK_MUST_BECOME : G4_RULE_PRINCIPLE_MUST_BE;
  }
  if (clause->verb == G4_V_gebeur && g4_clause_has_word(parse, clause, G4_W_door)) {
    return G4_RULE_ASK_MUST_ACT;
  }
  if (g4_clause_is_of_country(parse, clause) && g4_clause_is_act(clause)) {
    return G4_RULE_ASK_MUST_ACT;
  }
  if ((g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE) && !clause->particle) {
    return generic || clause->subject == G4_SUBJECT_THING || clause->subject == G4_SUBJECT_THIS
               ? G4_RULE_PRINCIPLE_MUST_BE
               : G4_RULE_ASK_MUST_ACT;
  }
  return generic && !clause->particle && !more ? G4_RULE_PRINCIPLE_MUST_BE : G4_RULE_ASK_MUST_ACT;
}

/* mogen: a permission or a ban, or only what should not be so. */
static g4_rule may(const g4_parse *parse, const g4_clause *clause) {
  bool act = g4_clause_is_act(clause),
       light = clause->verb && !act && !(g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE);
  bool body = clause->subject == G4_SUBJECT_ACTOR || clause->subject == G4_SUBJECT_PUBLIC;
  bool state = clause->verb == G4_V_zijn || clause->verb == G4_V_hebben;
  if (clause->subject == G4_SUBJECT_GENERIC && !clause->passive && /* "je mag trots blijven" */
      (clause->verb == G4_V_zijn || clause->verb == G4_V_blijven)) {
    return G4_RULE_PRINCIPLE_MAY_NOT;
  }
  if (clause->passive || !clause->negated || g4_clause_has(parse, clause, G4_ACT_NOUN | G4_COMPARED)) {
    return g4_clause_describes(parse, clause) && !clause->negated ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_MAY;
  }
  bool vague =
      is_attitude(parse, clause) || clause->verb == G4_V_leid || g4_clause_has_word(parse, clause, G4_W_gevaar);
  bool bans = (clause->subject == G4_SUBJECT_THERE && clause->verb == G4_V_komen) ||
              (body && (act || light || state)) || (clause->subject == G4_SUBJECT_GENERIC && act) ||
              (clause->subject == G4_SUBJECT_THING && act && clause->verb != G4_V_voorkom);
  return bans && !vague ? G4_RULE_RULE_MAY : G4_RULE_PRINCIPLE_MAY_NOT;
}

/* "kan alleen onder voorwaarden worden ingezet" */
static bool can_only(const g4_parse *parse, const g4_clause *clause) {
  bool limits = false;
  for (int i = clause->finite + 1; i + 1 < clause->end; i++) {
    limits |= (IS(i, alleen) || IS(i, slechts) || IS(i, uitsluitend)) && WORD(i).nesting == G4_IN_MAIN &&
              (HAS(i + 1, G4_PREP | G4_SUB) || IS(i + 1, als) || IS(i + 1, nog) || WORD(i + 1).particle) &&
              !IS(i + 1, door);
  }
  bool acts =
      clause->passive || clause->verb_at == clause->finite ||
      (clause->verb == G4_V_vind && clause->particle == G4_W_plaats) ||
      ((clause->subject == G4_SUBJECT_ACTOR || clause->subject == G4_SUBJECT_PUBLIC) && g4_clause_is_act(clause));
  return limits && acts && clause->subject != G4_SUBJECT_THIS && !clause->negated;
}

static bool second_must(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (WORD(i).verb == G4_V_moeten || WORD(i).verb == G4_V_dienen)) {
      return true;
    }
  }
  return false;
}

/* "zal worden hersteld", "de gemeente zal", "er zullen banken komen": what is to be, not what is to be feared. */
static bool will_be(const g4_parse *parse, const g4_clause *clause) {
  bool public = clause->subject == G4_SUBJECT_PUBLIC || g4_parse_word(parse, clause->subject_first) == G4_W_nederland;
  return clause->passive || (public && (g4_clause_is_act(clause) || clause->verb == G4_V_doen)) ||
         (clause->subject == G4_SUBJECT_THERE && clause->verb == G4_V_komen);
}

g4_rule g4_rule_of_modal(const g4_parse *parse, const g4_clause *clause) {
  switch (clause->modal) {
    case G4_V_moeten:
    case G4_V_dienen:
    case G4_V_horen:
    case G4_V_behoren:
      return must(parse, clause);
    case G4_V_mogen:
      return may(parse, clause);
    case G4_V_willen:
      return G4_RULE_STATEMENT_WISH_OF_OTHERS;
    case G4_V_zullen:
      if (second_must(parse, clause)) {
        return must(parse, clause);
      }
      if (WORD(clause->finite).forms & G4_CONDITIONAL) {
        return G4_RULE_STATEMENT_CAN;
      }
      return will_be(parse, clause) && !g4_clause_describes(parse, clause) ? G4_RULE_RULE_WILL
                                                                           : G4_RULE_STATEMENT_PRESENT;
    case G4_V_kunnen:
      if (clause->subject == G4_SUBJECT_PUBLIC && g4_clause_is_act(clause) && !clause->negated &&
          g4_clause_has_word(parse, clause, G4_W_door)) {
        return G4_RULE_ASK_PUBLIC_CAN;
      }
      if (can_only(parse, clause)) {
        return G4_RULE_RULE_ONLY;
      }
      return G4_RULE_STATEMENT_CAN;
    default:
      return G4_RULE_STATEMENT_PRESENT;
  }
}
