/* What the author says of itself: we want, we go, we stand for. */
#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

/* "een land waarin ...", "een sterke economie": the thing wanted is the world, not a measure. */
static bool wants_a_world(const g4_parse *parse, const g4_clause *clause) {
  int i = clause->finite + 1;
  bool compared = g4_clause_has(parse, clause, G4_COMPARED | G4_ACT_NOUN | G4_BURDEN | G4_RIGHT);
  if (IS(i + 1, beste) && HAS(i, G4_DET)) {
    return true;
  }
  for (; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_RELATIVE && (IS(i, waarin) || (IS(i, waar) && HAS(i - 1, G4_GENERIC)))) {
      return true;
    }
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_GENERIC) && !HAS(i - 1, G4_PREP) && !HAS(i - 2, G4_PREP)) {
      return !compared;
    }
    if (IS(i, iedereen) && IS(i - 1, voor)) {
      return !compared;
    }
  }
  for (i = clause->finite + 1; i < clause->end && !compared; i++) { /* "een sterke binnenvaart" */
    if (WORD(i).number || IS(i, geen)) {
      return false;
    }
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_VALUE)) {
      return true;
    }
  }
  return false;
}

/* "zijn voor", "zijn tegen", "is voorstander van". */
static bool favours(const g4_parse *parse, const g4_clause *clause) {
  if (g4_clause_has(parse, clause, G4_FAVOUR)) {
    return true;
  }
  int i = clause->finite + 1;
  while (i < clause->end && (HAS(i, G4_ADV | G4_PRON) || WORD(i).mention != G4_NOWHERE) && !HAS(i, G4_PREP)) {
    i++;
  }
  return i + 1 < clause->end && (IS(i, voor) || IS(i, tegen)) && !WORD(i + 1).verb;
}

static g4_rule holds(const g4_parse *parse, const g4_clause *clause) {
  int that = g4_clause_that(parse, clause);
  if (that == G4_NOWHERE) {
    return G4_RULE_PRINCIPLE_VALUE;
  }
  unsigned nested = g4_clause_nested(parse, that);
  if (nested & G4_NESTED_MUST) {
    bool state =
        (nested & (G4_NESTED_BE | G4_NESTED_CAN)) && !(nested & (G4_NESTED_ACT | G4_NESTED_PASSIVE | G4_NESTED_MORE));
    return state && HAS(that + 1, G4_GENERIC) ? G4_RULE_PRINCIPLE_VALUE : G4_RULE_COMMITMENT_OPINION;
  }
  return (nested & G4_NESTED_PASSIVE) && !(nested & G4_NESTED_CAN) ? G4_RULE_COMMITMENT_OPINION
                                                                   : G4_RULE_PRINCIPLE_VALUE;
}

/* "ruimte", "de nadruk", "werk van": not with something compared. */
static bool has_vague_object(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_VAGUE) && !HAS(i - 1, G4_COMPARED) &&
        (!IS(i, werk) || IS(i + 1, van))) {
      return true;
    }
  }
  return false;
}

static bool is_vague(const g4_parse *parse, const g4_clause *clause) {
  switch (clause->verb) {
    case G4_V_mak:
    case G4_V_leg:
    case G4_V_gef:
    case G4_V_stel:
    case G4_V_zet:
    case G4_V_bied:
      return has_vague_object(parse, clause);
    case G4_V_bouw:
    case G4_V_werk:
      return g4_clause_has_word(parse, clause, G4_W_aan) && clause->particle != G4_W_uit;
    case G4_V_lever:
      return g4_clause_has_word(parse, clause, G4_W_bijdrage);
    case G4_V_help:
      return g4_clause_has_word(parse, clause, G4_W_vooruit);
    case G4_V_staan:
    case G4_V_kies:
    case G4_V_strijd:
    case G4_V_vecht:
    case G4_V_doorbrek:
    case G4_V_koester:
    case G4_V_omarm:
    case G4_V_inspirer:
    case G4_V_motiver:
      return true;
    case G4_V_vervul: /* "een rol vervullen" */
      return g4_clause_has_word(parse, clause, G4_W_rol);
    case G4_V_houd: /* "daaraan vasthouden" */
      return g4_clause_has_word(parse, clause, G4_W_hieraan) || g4_clause_has_word(parse, clause, G4_W_daaraan);
    default:
      return false;
  }
}

/* "maken ons zorgen" */
static bool worries(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    if (WORD(i).verb == G4_V_zorg && (WORD(i).forms & G4_PLURAL)) {
      return true;
    }
  }
  return false;
}

static g4_rule want(const g4_parse *parse, const g4_clause *clause) {
  int that = g4_clause_that(parse, clause);
  if (that != G4_NOWHERE) {
    unsigned nested = g4_clause_nested(parse, that);
    bool acts = nested & (G4_NESTED_MUST | G4_NESTED_PASSIVE | G4_NESTED_ACT | G4_NESTED_GET | G4_NESTED_COME);
    if (acts && !((nested & G4_NESTED_CAN) && HAS(that + 1, G4_GENERIC))) {
      return G4_RULE_COMMITMENT_WANT_THAT;
    }
    return nested & G4_NESTED_MORE ? G4_RULE_COMMITMENT_WANT_THAT : G4_RULE_PRINCIPLE_WANT_STATE;
  }
  if (clause->verb_at != clause->finite) {
    if (!g4_clause_is_act(clause) && clause->verb != G4_V_krijgen && clause->verb != G4_V_zien && !clause->passive) {
      return G4_RULE_PRINCIPLE_WANT_STATE;
    }
    if (g4_clause_has_word(parse, clause, G4_W_niet)) {
      return G4_RULE_PRINCIPLE_WANT_STATE;
    }
    if (is_vague(parse, clause)) {
      return G4_RULE_PRINCIPLE_VAGUE_ACT;
    }
    return G4_RULE_COMMITMENT_WANT_ACT;
  }
  bool no_more = false; /* "dat willen we niet meer": but not "dat willen we niet" */
  for (int i = clause->finite + 1; i < clause->end; i++) {
    no_more |= IS(i, niet) && (IS(i + 1, meer) || IS(i + 1, langer));
  }
  bool points = HAS(clause->first, G4_DEM) && clause->first + 1 == clause->finite;
  if (no_more && !points) {
    return G4_RULE_COMMITMENT_WANT_THING;
  }
  if (wants_a_world(parse, clause) || g4_clause_has_word(parse, clause, G4_W_niet)) {
    return G4_RULE_PRINCIPLE_WANT_STATE;
  }
  return G4_RULE_COMMITMENT_WANT_THING;
}

static g4_rule present(const g4_parse *parse, const g4_clause *clause) {
  uint8_t flags = g4_lexis_verb_at(clause->verb)->flags;
  int that = g4_clause_that(parse, clause);
  switch (clause->verb) {
    case G4_V_zijn:
      if (favours(parse, clause)) {
        return G4_RULE_COMMITMENT_FAVOUR;
      }
      if (that != G4_NOWHERE) {
        return holds(parse, clause);
      }
      return clause->inverted || g4_clause_has(parse, clause, G4_NOW) || g4_clause_complains(parse, clause)
                 ? G4_RULE_STATEMENT_IS
                 : G4_RULE_PRINCIPLE_WE_ARE;
    case G4_V_vind:
    case G4_V_men:
    case G4_V_acht:
      return holds(parse, clause);
    case G4_V_gelof:
    case G4_V_vertrouw:
    case G4_V_hecht:
    case G4_V_waarder:
      return G4_RULE_PRINCIPLE_VALUE;
    case G4_V_erken:
      if (that != G4_NOWHERE) {
        return G4_RULE_STATEMENT_PRESENT;
      }
      break;
    case G4_V_stref:
      return G4_RULE_COMMITMENT_ADVOCATE;
    case G4_V_zien:
      return g4_clause_has_word(parse, clause, G4_W_als) ? G4_RULE_PRINCIPLE_VALUE
             : clause->particle                          ? G4_RULE_COMMITMENT_PRESENT
                                                         : G4_RULE_STATEMENT_PRESENT;
    case G4_V_pleit:
    case G4_V_bepleit:
    case G4_V_ijver:
      return G4_RULE_COMMITMENT_ADVOCATE;
    case G4_V_vrag:
    case G4_V_verzoek:
    case G4_V_eis:
    case G4_V_roep:
    case G4_V_sprek:
      return G4_RULE_ASK_REQUEST;
    case G4_V_verwacht:
      return that != G4_NOWHERE || g4_clause_has_word(parse, clause, G4_W_van) ? G4_RULE_ASK_REQUEST
                                                                               : G4_RULE_STATEMENT_PRESENT;
    case G4_V_blijven:
    case G4_V_komen:
    case G4_V_gaan:
    case G4_V_doen:
    case G4_V_laten:
      if (clause->verb == G4_V_blijven || clause->particle == G4_W_om ||
          (clause->verb == G4_V_gaan && !clause->particle && !g4_clause_has_word(parse, clause, G4_W_door))) {
        return G4_RULE_PRINCIPLE_VALUE;
      }
      return G4_RULE_COMMITMENT_PRESENT;
    default:
      break;
  }
  if (clause->verb == G4_V_mak && worries(parse, clause)) {
    return G4_RULE_STATEMENT_PRESENT;
  }
  if (is_vague(parse, clause)) {
    return G4_RULE_PRINCIPLE_VAGUE_ACT;
  }
  if ((flags & G4_VERB_STATE) || !clause->verb) {
    return G4_RULE_STATEMENT_PRESENT;
  }
  if (clause->verb == G4_V_krijgen) {
    return G4_RULE_STATEMENT_PRESENT;
  }
  if (g4_clause_describes(parse, clause)) {
    return G4_RULE_STATEMENT_NOW;
  }
  return G4_RULE_COMMITMENT_PRESENT;
}

g4_rule g4_rule_of_author(const g4_parse *parse, const g4_clause *clause) {
  switch (clause->modal) {
    case G4_V_willen:
      return want(parse, clause);
    case G4_V_moeten:
    case G4_V_dienen:
      if (clause->verb_at == clause->finite || !g4_clause_is_act(clause) || clause->verb == G4_V_voorkom ||
          clause->verb == G4_V_erken || clause->verb == G4_V_ler) {
        return clause->passive ? G4_RULE_ASK_MUST_PASSIVE : G4_RULE_PRINCIPLE_MUST_BE;
      }
      return is_vague(parse, clause) ? G4_RULE_PRINCIPLE_MUST_BE : G4_RULE_COMMITMENT_MUST;
    case G4_V_zullen:
      if (clause->verb_at == clause->finite || !g4_clause_is_act(clause)) {
        return G4_RULE_STATEMENT_PRESENT;
      }
      return G4_RULE_COMMITMENT_GOES;
    case G4_V_mogen:
      return G4_RULE_PRINCIPLE_MAY_NOT;
    case G4_V_kunnen:
      return G4_RULE_STATEMENT_CAN;
    case 0:
      break;
    default:
      return G4_RULE_STATEMENT_PRESENT;
  }
  uint16_t finite = WORD(clause->finite).verb;
  if (clause->perfect) {
    return G4_RULE_STATEMENT_PERFECT;
  }
  if (clause->passive || ((finite == G4_V_zijn || finite == G4_V_hebben) && clause->verb_at != clause->finite)) {
    /* "zijn in staat te redden", "hebben de opdracht te bewaren" */
    return G4_RULE_STATEMENT_PRESENT;
  }
  if ((finite == G4_V_gaan || finite == G4_V_laten || finite == G4_V_blijven) && clause->verb_at != clause->finite) {
    if (finite == G4_V_blijven && (g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE)) {
      return G4_RULE_PRINCIPLE_VALUE;
    }
    return g4_clause_is_act(clause) || clause->verb == G4_V_doen ? G4_RULE_COMMITMENT_GOES : G4_RULE_STATEMENT_PRESENT;
  }
  return present(parse, clause);
}
