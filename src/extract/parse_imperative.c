/* "Zorg dat ...", "Maak ... mogelijk": a verb in its shortest form that opens a clause, and no noun. */
#include "extract/parse.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

static bool is_short_form(const g4_parse *parse, int i) {
  const g4_wordform *w = &WORD(i);
  if (w->forms & G4_SURE) {
    return IS(i, doe) || IS(i, ga) || IS(i, kom) || IS(i, laat) || IS(i, blijf) || IS(i, sta) || IS(i, sla);
  }
  return w->verb && (w->forms & G4_STEM);
}

/* "Zorg is gratis", "Werk moet lonen": a finite verb follows before any mark or nested clause. */
static bool is_subject(const g4_parse *parse, int i) {
  for (int k = i + 1; k < parse->count; k++) {
    if (WORD(k).before || HAS(k, G4_SUB) || (k > i + 1 && HAS(k, G4_REL)) || IS(k, dat) || IS(k, om)) {
      return false;
    }
    if ((WORD(k).forms & G4_SURE) && !(WORD(k).forms & G4_INFINITIVE)) {
      return true;
    }
    bool third =
        (WORD(k).forms & G4_THIRD) && !(WORD(k).forms & (G4_PARTICIPLE | G4_STEM)) && !HAS(k - 1, G4_DET | G4_PREP);
    if (third && k > i + 1) {
      return true;
    }
    if ((WORD(k).forms & G4_SURE) && !HAS(k, G4_DET) && k + 1 < parse->count && !WORD(k + 1).before && !IS(k - 1, te)) {
      return true;
    }
  }
  return false;
}

/* Whether a split part of the verb stands at the end of a stretch: "Werk de plannen uit, ...". */
static bool has_split_part(const g4_parse *parse, int i) {
  for (int k = i + 2; k < parse->count; k++) {
    if (HAS(k, G4_PART) && (k + 1 == parse->count || WORD(k + 1).before || HAS(k + 1, G4_CONJ | G4_SUB) ||
                            IS(k + 1, om) || (HAS(k + 1, G4_PREP) && !HAS(k, G4_PREP)))) {
      return true;
    }
    if (WORD(k).before == ';' || WORD(k).before == ':') {
      return false;
    }
  }
  return false;
}

bool g4_parse_is_imperative(const g4_parse *parse, int i) {
  const g4_wordform *w = &WORD(i);
  if (!is_short_form(parse, i) || i + 1 >= parse->count || WORD(i + 1).before || w->mention != G4_NOWHERE) {
    return false;
  }
  uint8_t flags = g4_lexis_verb_at(w->verb)->flags;
  bool asks = HAS(i + 1, G4_PRON) && (!HAS(i + 1, G4_DET | G4_DEM) || IS(i + 1, je) || IS(i + 1, ze));
  if ((flags & G4_VERB_STATE) || asks || is_subject(parse, i)) {
    return false;
  }
  bool noun = (flags & G4_VERB_NOUN) != 0 || w->verb == G4_V_zorg || HAS(i, G4_ACT_NOUN | G4_VAGUE | G4_PART);
  bool governs = w->verb == G4_V_zorg || w->verb == G4_V_regel || w->verb == G4_V_eis; /* what "dat" says */
  if (noun && (IS(i + 1, die) || (IS(i + 1, dat) && !governs))) {                      /* "zorg die werkt" */
    return false;
  }
  if (IS(i + 1, van)) { /* "gebruik van grond" */
    return false;
  }
  if (HAS(i + 1, G4_DET | G4_QUANT | G4_OBJ | G4_SUB | G4_ADV) || IS(i + 1, dat) ||
      (w->verb != G4_V_zorg && has_split_part(parse, i))) {
    return true;
  }
  if (HAS(i + 1, G4_PREP)) {
    return w->verb == G4_V_zorg ? IS(i + 1, voor) : !noun;
  }
  return !noun && !(WORD(i + 1).classes & (G4_CONJ | G4_NEG | G4_PART));
}
