/* Which forms of verbs are finite, which are infinitives and participles, and which are nouns. */
#include "extract/parse_steps.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

/* A word of no known class, or a verb form that is read as a noun: what a noun phrase ends in. */
static bool is_content(const g4_parse *parse, int i) {
  return i >= 0 && i < parse->count &&
         (WORD(i).word == 0 ||
          HAS(i, G4_VALUE | G4_KNOWN_NOUN | G4_GENERIC | G4_GOAL | G4_RIGHT | G4_BURDEN | G4_QUANT | G4_TIME));
}

/* "een sterke", "bestaande": an adjective with its ending, or a determiner: a noun follows. */
bool g4_parse_leads_to_noun(const g4_parse *parse, int i) {
  if (i < 0) {
    return false;
  }
  if (HAS(i, G4_DET | G4_PREP | G4_QUANT) && !HAS(i, G4_PRON | G4_PART)) {
    return true;
  }
  if (HAS(i, G4_DET) && (IS(i, het) || IS(i, die) || IS(i, dat) || IS(i, deze) || IS(i, dit) || IS(i, zijn))) {
    return true;
  }
  if (HAS(i, G4_PREP)) {
    return true;
  }
  const g4_wordform *w = &WORD(i);
  return (w->word == 0 || (w->classes & G4_VALUE)) && w->mention == G4_NOWHERE && !w->capital &&
         w->end - w->start > 4 && g4_parse_ends_as_adjective(parse, i) && !(w->forms & G4_PAST);
}

/* A noun in the plural, by its ending. */
bool g4_parse_is_plural(const g4_parse *parse, int i) {
  char last = g4_parse_last(parse, i);
  return is_content(parse, i) && (last == 'n' || last == 's' || WORD(i).mention != G4_NOWHERE);
}

bool g4_parse_is_nonfinite(const g4_parse *parse, int i) {
  const g4_wordform *w = &WORD(i);
  if (!w->verb || !(w->forms & (G4_INFINITIVE | G4_PARTICIPLE)) || w->number) {
    return false;
  }
  if (IS(i - 1, te)) {
    return true;
  }
  if (IS(i - 1, het) && (w->forms & G4_INFINITIVE) && (IS(i + 1, van) || HAS(i - 2, G4_PREP))) {
    return false; /* "het verhogen van" */
  }
  bool at_end = i + 1 == parse->count || WORD(i + 1).before || HAS(i + 1, G4_CONJ | G4_SUB | G4_REL | G4_PREP) ||
                WORD(i + 1).verb || IS(i + 1, te);
  if (w->particle) {
    return !g4_parse_leads_to_noun(parse, i - 1) || HAS(i - 1, G4_PART) || at_end;
  }
  if (HAS(i - 1, G4_DET) && !HAS(i - 1, G4_PRON | G4_QUANT)) {
    return false;
  }
  if (g4_parse_leads_to_noun(parse, i - 1) && !HAS(i - 1, G4_PART | G4_PRON) && (w->forms & G4_INFINITIVE) &&
      !WORD(i - 1).verb) {
    return (w->forms & G4_SURE) ||
           (at_end && !(g4_lexis_verb_at(w->verb)->flags & G4_VERB_NOUN) && !HAS(i - 1, G4_PREP));
  }
  if ((w->forms & G4_INFINITIVE) && (g4_lexis_verb_at(w->verb)->flags & G4_VERB_NOUN)) {
    bool noun = HAS(i - 2, G4_PREP) && WORD(i - 1).word == 0;
    return !noun && (i + 1 == parse->count || WORD(i + 1).before || WORD(i + 1).verb);
  }
  return true;
}

/* Regular plurals look like infinitives and many nouns: they need a subject beside them. */
static bool is_finite_plural(const g4_parse *parse, int i, int start) {
  if ((HAS(i + 1, G4_WE) && !WORD(i + 1).capital) || HAS(i - 1, G4_WE)) {
    return true;
  }
  bool noun = (g4_lexis_verb_at(WORD(i).verb)->flags & G4_VERB_NOUN) != 0;
  bool sure_next = (WORD(i + 1).forms & G4_SURE) && !(WORD(i + 1).classes & G4_DET);
  if (IS(i - 1, te) || i == start || sure_next) {
    return false;
  }
  if (WORD(i).before == ',' && WORD(i - 1).nesting != G4_IN_MAIN && WORD(i - 1).nesting != G4_IN_BRACKETS) {
    return i + 1 < parse->count && !WORD(i + 1).before; /* "als ..., gelden strengere eisen" */
  }
  if (HAS(i - 1, G4_PRON) && (IS(i - 1, ze) || IS(i - 1, zij) || IS(i - 1, die) || IS(i - 1, deze))) {
    return true;
  }
  if (IS(i + 1, ze) || IS(i + 1, zij) || (IS(i + 1, er))) {
    return !g4_parse_leads_to_noun(parse, i - 1);
  }
  if (g4_parse_leads_to_noun(parse, i - 1) || HAS(i - 1, G4_SUB | G4_QUANT | G4_NEG)) {
    return false;
  }
  if (HAS(i - 1, G4_CONJ)) {
    return !noun && (HAS(i + 1, G4_DET | G4_ADV | G4_QUANT | G4_NEG | G4_OBJ));
  }
  if (i + 1 == parse->count || WORD(i + 1).before) {
    return false;
  }
  /* A plural noun before it, and something that a noun would not have behind it. */
  bool plural = WORD(i - 1).mention != G4_NOWHERE || g4_parse_is_plural(parse, i - 1) ||
                (IS(i - 2, en) && is_content(parse, i - 1));
  bool follows = HAS(i + 1, G4_DET | G4_ADV | G4_QUANT | G4_NEG | G4_OBJ | G4_PREP | G4_PRON | G4_REL) ||
                 (!noun && WORD(i + 1).word == 0);
  return !WORD(i).before && (plural || (HAS(i - 1, G4_ADV) && follows));
}

bool g4_parse_is_finite(const g4_parse *parse, int i, int start) {
  const g4_wordform *w = &WORD(i);
  if (!w->verb || w->particle || w->number || IS(i - 1, te)) {
    return false;
  }
  if (w->forms & G4_SURE) {
    if (IS(i, zijn)) { /* or a possessive */
      return (i == start + 1 && HAS(i - 1, G4_DEM)) || !HAS(i - 1, G4_PREP | G4_CONJ | G4_DET | G4_SUB) ||
             HAS(i + 1, G4_PRON | G4_ADV | G4_NEG | G4_DET | G4_NEED | G4_DUTY);
    }
    if (HAS(i - 1, G4_DET | G4_QUANT) && !HAS(i - 1, G4_PRON | G4_DEM) && (w->forms & G4_PAST)) {
      return false;
    }
    if (IS(i + 1, van) && HAS(i - 1, G4_NEG) && IS(i - 2, het)) { /* "het niet hebben van" */
      return false;
    }
    if (w->forms & G4_INFINITIVE) { /* moeten, worden */
      return !(!w->before && HAS(i - 1, G4_DET) && !HAS(i - 1, G4_PRON | G4_DEM)) &&
             !(i > start && !w->before && (WORD(i - 1).forms & G4_SURE) && !(WORD(i - 1).forms & G4_INFINITIVE) &&
               WORD(i - 1).nesting == w->nesting); /* "zolang het duurt moeten we" */
    }
    return true;
  }
  if (w->forms & G4_INFINITIVE) {
    return is_finite_plural(parse, i, start);
  }
  if (w->forms & (G4_THIRD | G4_PAST)) {
    if (i == start) {
      return false;
    }
    if ((HAS(i - 1, G4_DET | G4_PREP) && !HAS(i - 1, G4_PRON | G4_PART | G4_DEM)) || HAS(i - 1, G4_QUANT | G4_SUB)) {
      return false;
    }
    bool noun = (g4_lexis_verb_at(w->verb)->flags & G4_VERB_NOUN) != 0 && (w->forms & G4_STEM);
    if (noun && (g4_parse_leads_to_noun(parse, i - 1) || HAS(i - 1, G4_CONJ))) {
      return false;
    }
    if (w->forms & G4_PARTICIPLE) { /* "beperkt": not where it ends the clause or leads to a noun */
      return i + 1 < parse->count && !WORD(i + 1).before && !g4_parse_leads_to_noun(parse, i - 1);
    }
    return true;
  }
  return (w->forms & G4_STEM) && (IS(i - 1, ik) || IS(i + 1, je));
}
