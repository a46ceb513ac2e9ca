/* What the author says of others and of things: they get, it is made, it is so. */
#include <string.h>

#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

/* "... wordt hierdoor in stand gehouden" */
static bool follows_inside(const g4_parse *parse, const g4_clause *clause) {
  return g4_clause_has_word(parse, clause, G4_W_hierdoor) || g4_clause_has_word(parse, clause, G4_W_daardoor) ||
         g4_clause_has_word(parse, clause, G4_W_hiermee) || g4_clause_has_word(parse, clause, G4_W_daarmee);
}

/* "er worden veel kinderen geboren", "wordt aangetast": what goes on, not what is to be done. */
static bool tells(const g4_parse *parse, const g4_clause *clause) {
  bool there = IS(clause->subject_first, er) || IS(clause->finite + 1, er);
  for (int i = clause->finite + 1; there && i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (IS(i, veel) || IS(i, vele) || IS(i, weinig))) {
      return true;
    }
  }
  return clause->verb == G4_V_tast && clause->particle == G4_W_aan;
}

static g4_rule passive(const g4_parse *parse, const g4_clause *clause) {
  if (clause->verb == G4_V_acht) { /* "worden geacht te" */
    return G4_RULE_RULE_DUTY;
  }
  if (follows_inside(parse, clause)) {
    return G4_RULE_STATEMENT_CONSEQUENCE;
  }
  if (clause->verb == G4_V_verwacht && IS(clause->first, van)) { /* "van schippers wordt verwacht dat" */
    return G4_RULE_RULE_DUTY;
  }
  if (g4_clause_describes(parse, clause) || tells(parse, clause) || clause->verb == G4_V_verwacht ||
      clause->verb == G4_V_beschrijf ||
      ((g4_lexis_verb_at(clause->verb)->flags & G4_VERB_STATE) && !clause->particle &&
       !g4_clause_has(parse, clause, G4_COMPARED)) || /* "wordt beter gewaardeerd" */
      (clause->verb == G4_V_zien && !clause->particle) ||
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

/* "is een plicht voor", "is een taak van": what the subject is. */
static bool is_duty_of(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i + 1 < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (HAS(i, G4_BURDEN) || IS(i, taak)) && HAS(i - 1, G4_DET) &&
        (IS(i + 1, voor) || IS(i + 1, van))) {
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
      unsigned nested = clause->negated ? 0 : g4_clause_nested(parse, that);
      return nested & ~(unsigned)(G4_NESTED_BE) ? G4_RULE_ASK_NEEDED_THAT : G4_RULE_PRINCIPLE_NEEDED;
    }
    bool asked = asks_for(parse, clause) && !described && !clause->negated;
    for (int i = clause->finite; i < clause->end && asked; i++) {
      if (WORD(i).nesting == G4_IN_PURPOSE && IS(i, om) && clause->subject == G4_SUBJECT_THING &&
          !g4_clause_has(parse, clause, G4_VALUE)) {
        return G4_RULE_RULE_NEEDED_FOR;
      }
      if (WORD(i).nesting == G4_IN_PURPOSE && IS(i, om) && IS(clause->subject_first, het)) {
        return g4_clause_nested(parse, i) & (G4_NESTED_ACT | G4_NESTED_MORE | G4_NESTED_PASSIVE)
                   ? G4_RULE_ASK_NEEDED_THAT
                   : G4_RULE_PRINCIPLE_NEEDED;
      }
    }
    return clause->subject == G4_SUBJECT_THIS ? G4_RULE_STATEMENT_IS : G4_RULE_PRINCIPLE_NEEDED;
  }
  for (int i = clause->first; i < clause->finite; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && HAS(i, G4_GOAL) && !HAS(i - 1, G4_PREP)) {
      return G4_RULE_PRINCIPLE_GOAL;
    }
  }
  bool denied = clause->negated && (g4_clause_has_word(parse, clause, G4_W_aansprakelijk) ||
                                    g4_clause_has_word(parse, clause, G4_W_verantwoordelijk));
  if (g4_clause_has(parse, clause, G4_DUTY) && !described && !denied && clause->subject != G4_SUBJECT_THIS) {
    return G4_RULE_RULE_DUTY;
  }
  if (is_duty_of(parse, clause) && !described && !clause->negated && clause->subject != G4_SUBJECT_THIS) {
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

/* "behouden recht op", "houden recht op" */
static bool keeps_right(const g4_parse *parse, const g4_clause *clause) {
  return (clause->verb == G4_V_behoud || clause->verb == G4_V_houd) &&
         (!clause->particle || clause->particle == G4_W_recht) && g4_clause_has_word(parse, clause, G4_W_recht);
}

static bool is_new(const g4_parse *parse, const g4_clause *clause) {
  int first = clause->subject_first; /* "in elke haven komt een loket", "... komt meer toezicht" */
  return clause->subject == G4_SUBJECT_THERE ||
         (clause->inverted && !clause->particle && (HAS(first, G4_QUANT | G4_COMPARED) || IS(first, een)));
}

static g4_rule comes(const g4_parse *parse, const g4_clause *clause) {
  if (g4_clause_has_word(parse, clause, G4_W_aanmerking) && !clause->negated) { /* "komen in aanmerking voor" */
    return G4_RULE_RULE_RIGHT;
  }
  bool back = clause->particle == G4_W_terug || clause->verb == G4_V_verval ||
              g4_clause_has_word(parse, clause, G4_W_weer) || g4_clause_has_word(parse, clause, G4_W_beschikbaar) ||
              g4_clause_has_word(parse, clause, G4_W_beschikking) || g4_clause_has_word(parse, clause, G4_W_pakket);
  return is_new(parse, clause) || back ? G4_RULE_RULE_COMES : G4_RULE_STATEMENT_PRESENT;
}

static g4_rule goes(const g4_parse *parse, const g4_clause *clause) {
  if (clause->verb == G4_V_geld) { /* "gaat een maximum gelden" */
    return G4_RULE_RULE_HOLDS;
  }
  bool on = clause->verb_at != clause->finite; /* goes on to do something */
  if (clause->subject == G4_SUBJECT_PUBLIC && on) {
    return G4_RULE_ASK_PUBLIC_GOES;
  }
  bool way = clause->particle == G4_W_omhoog || clause->particle == G4_W_omlaag || clause->particle == G4_W_terug ||
             g4_clause_has_word(parse, clause, G4_W_tafel);
  for (int i = clause->finite + 1; i < clause->end && !on; i++) { /* "gaat naar 80 kilometer per uur" */
    way |= IS(i, naar) && WORD(i + 1).number && WORD(i).nesting == G4_IN_MAIN;
  }
  bool others = clause->subject == G4_SUBJECT_THEY || clause->subject == G4_SUBJECT_GENERIC;
  bool acts = on && g4_clause_is_act(clause) &&
              (clause->subject == G4_SUBJECT_ACTOR || (others && g4_clause_has(parse, clause, G4_COMPARED)));
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
static g4_rule stays(const g4_parse *parse, const g4_clause *clause, bool told) {
  bool on = clause->verb_at != clause->finite && g4_clause_is_act(clause);
  if (on && (clause->subject == G4_SUBJECT_PUBLIC || g4_clause_is_of_country(parse, clause))) {
    return G4_RULE_ASK_PUBLIC_GOES;
  }
  if (g4_clause_has(parse, clause, G4_NEED) && !g4_clause_has_word(parse, clause, G4_W_mogelijk)) { /* "blijft nodig" */
    return G4_RULE_PRINCIPLE_NEEDED;
  }
  bool left = clause->particle == G4_W_achter || g4_clause_has_word(parse, clause, G4_W_over);
  return told || left || clause->subject == G4_SUBJECT_GENERIC ? G4_RULE_STATEMENT_PRESENT : G4_RULE_RULE_STAYS;
}

/* "krijgt te maken met" */
static bool has_to_do(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i + 1 < clause->end; i++) {
    if (IS(i, te) && WORD(i + 1).verb == G4_V_mak && IS(i + 2, met)) {
      return true;
    }
  }
  return false;
}

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
      told |= g4_clause_has_word(parse, clause, G4_W_duidelijk) || follows_inside(parse, clause);
      return told ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_BECOMES;
    case G4_V_krijgen:
      if ((clause->subject == G4_SUBJECT_THING && g4_clause_has_word(parse, clause, G4_W_vorm)) ||
          has_to_do(parse, clause)) {
        return G4_RULE_STATEMENT_PRESENT; /* "krijgt vorm", "krijgt te maken met" */
      }
      return told ? G4_RULE_STATEMENT_NOW : G4_RULE_RULE_GETS;
    case G4_V_komen:
      return told ? G4_RULE_STATEMENT_NOW : comes(parse, clause);
    case G4_V_gaan:
      return told ? G4_RULE_STATEMENT_NOW : goes(parse, clause);
    case G4_V_blijven:
      return stays(parse, clause, told);
    default:
      return G4_RULE_NONE;
  }
}

/* "speelt een rol", "een sleutelrol" */
static bool plays_part(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    size_t n = WORD(i).end - WORD(i).start;
    if (n >= 3 && memcmp(parse->text + WORD(i).end - 3, "rol", 3) == 0) {
      return true;
    }
  }
  return false;
}

/* "in de haven geldt een snelheid van 6 km", "voor jachten geldt geen loodsplicht": a norm that is set here. */
static bool holds_for(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    if (WORD(i).nesting != G4_IN_MAIN) {
      return false;
    }
    if (IS(i, een) || IS(i, geen)) {
      return clause->inverted;
    }
  }
  return false;
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
  if (clause->verb == G4_V_beteken || (clause->verb == G4_V_geld && g4_clause_that(parse, clause) != G4_NOWHERE)) {
    return means(parse, clause);
  }
  if (keeps_right(parse, clause) && !g4_clause_describes(parse, clause)) {
    return G4_RULE_RULE_RIGHT;
  }
  bool described = g4_clause_describes(parse, clause);
  if (clause->verb == G4_V_geld && !clause->particle) {
    return holds_for(parse, clause) && !described ? G4_RULE_RULE_HOLDS : G4_RULE_STATEMENT_PRESENT;
  }
  if (clause->verb == G4_V_verval) {
    return G4_RULE_RULE_COMES;
  }
  bool counts = (clause->verb == G4_V_tel && !clause->particle) ||
                (clause->verb == G4_V_lever && g4_clause_has_word(parse, clause, G4_W_bijdrage)) ||
                (clause->verb == G4_V_spel && plays_part(parse, clause));
  bool by = IS(clause->first, door) && clause->inverted; /* "door deel te nemen levert ..." */
  if (!g4_clause_is_act(clause) || by || counts || described || clause->subject == G4_SUBJECT_THIS) {
    return described ? G4_RULE_STATEMENT_NOW : G4_RULE_STATEMENT_PRESENT;
  }
  bool country = g4_parse_word(parse, clause->subject_first) == G4_W_nederland;
  if ((clause->subject == G4_SUBJECT_PUBLIC || country) && !clause->negated) {
    return G4_RULE_ASK_PUBLIC_PRESENT;
  }
  bool item = clause->subject == G4_SUBJECT_ACTOR && list_item && !clause->negated;
  if (item || g4_clause_has_word(parse, clause, G4_W_voortaan)) {
    return G4_RULE_RULE_ACTOR_PRESENT;
  }
  return clause->subject == G4_SUBJECT_ACTOR && !clause->negated ? G4_RULE_RULE_ACTOR_AMONG : G4_RULE_STATEMENT_PRESENT;
}

g4_rule g4_rule_of_others(const g4_parse *parse, const g4_clause *clause, bool list_item) {
  return clause->modal ? g4_rule_of_modal(parse, clause) : present(parse, clause, list_item);
}
