#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

static const struct {
  const char *name;
  g4_kind kind;
  g4_position_type type;
} rules[] = {
#define RULE(name, text, kind, type) {text, G4_KIND_##kind, G4_TYPE_##type},
#include "extract/rules.def"
#undef RULE
    {NULL, G4_KIND_OTHER, G4_TYPE_NONE}};

/* Written by tools/rule_precision.py. */
#define PRECISION(name, value) [G4_RULE_##name] = (value),
static const double precision[G4_RULE_COUNT + 1] = {
#include "extract/rule_precision.def"
    [G4_RULE_NONE] = 0,
};
#undef PRECISION

const char *g4_rule_name(g4_rule rule) { return rules[rule].name; }
g4_kind g4_rule_kind(g4_rule rule) { return rules[rule].kind; }
g4_position_type g4_rule_type(g4_rule rule) { return rules[rule].type; }
double g4_rule_precision(g4_rule rule) { return precision[rule]; }

bool g4_clause_has(const g4_parse *parse, const g4_clause *clause, uint32_t classes) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && (WORD(i).classes & classes)) {
      return true;
    }
  }
  return false;
}

bool g4_clause_has_word(const g4_parse *parse, const g4_clause *clause, g4_w word) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting == G4_IN_MAIN && WORD(i).word == word) {
      return true;
    }
  }
  return false;
}

int g4_clause_that(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    const g4_wordform *before = &WORD(i - 1); /* "een stelsel dat": of a noun, not of the verb */
    bool relative = before->word == 0 && !before->verb && before->mention == G4_NOWHERE;
    if (IS(i, dat) && WORD(i).nesting == G4_IN_SUBORDINATE && WORD(i).opener == i && !relative) {
      return i;
    }
  }
  return G4_NOWHERE;
}

unsigned g4_clause_nested(const g4_parse *parse, int opener) {
  unsigned found = 0;
  for (int i = opener + 1; i < parse->count && WORD(i).nesting != G4_IN_MAIN; i++) {
    const g4_wordform *w = &WORD(i);
    if (w->classes & (G4_COMPARED | G4_ACT_NOUN) || IS(i, geen)) {
      found |= G4_NESTED_MORE;
    }
    if (!w->verb) {
      continue;
    }
    switch (w->verb) {
      case G4_V_moeten:
      case G4_V_dienen:
      case G4_V_mogen:
      case G4_V_horen:
      case G4_V_behoren:
        found |= G4_NESTED_MUST;
        break;
      case G4_V_worden:
        found |= (w->forms & G4_SURE) ? G4_NESTED_PASSIVE : 0;
        break;
      case G4_V_krijgen:
        found |= G4_NESTED_GET;
        break;
      case G4_V_komen:
        found |= G4_NESTED_COME;
        break;
      case G4_V_kunnen:
        found |= G4_NESTED_CAN;
        break;
      case G4_V_zijn:
      case G4_V_hebben:
        found |= G4_NESTED_BE;
        break;
      default:
        if (!(g4_lexis_verb_at(w->verb)->flags & (G4_VERB_STATE | G4_VERB_LIGHT | G4_VERB_MODAL)) &&
            (w->forms & (G4_THIRD | G4_INFINITIVE)) && !(IS(i - 1, te))) {
          found |= G4_NESTED_ACT;
        }
    }
  }
  return found;
}

bool g4_clause_complains(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i + 1 < clause->end; i++) {
    if (IS(i, te) && WORD(i).nesting == G4_IN_MAIN && !(WORD(i + 1).forms & G4_INFINITIVE) &&
        (HAS(i + 1, G4_ADV | G4_QUANT) || (WORD(i + 1).word == 0 && g4_parse_last(parse, i + 1) != 'n')) &&
        !WORD(i + 1).capital) {
      return true;
    }
  }
  return false;
}

static bool tells_now(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->first; i < clause->end; i++) {
    if (WORD(i).nesting != G4_IN_MAIN) {
      continue;
    }
    if (IS(i, dan) && i > clause->finite && g4_parse_last(parse, i - 1) == 'r') { /* "hoger dan nu" */
      return false;
    }
    if (IS(i, moment) && IS(i - 1, dit)) {
      return true;
    }
    if (IS(i, huidige)) { /* "in de huidige praktijk", not "de huidige regeling wordt" */
      if (HAS(i - 2, G4_PREP)) {
        return true;
      }
      continue;
    }
    if (IS(i, nog) && (HAS(i + 1, G4_NEG) || IS(i + 1, steeds))) {
      return true;
    }
    if (HAS(i, G4_NOW) && !(HAS(i - 1, G4_DET) && !HAS(i - 1, G4_PRON) && HAS(i, G4_ADV) &&
                            !IS(i, steeds))) { /* "de nu strenge regels" */
      return true;
    }
  }
  return false;
}

bool g4_clause_describes(const g4_parse *parse, const g4_clause *clause) {
  if (g4_clause_has(parse, clause, G4_FIRM)) {
    return false;
  }
  return IS(clause->first, toch) || tells_now(parse, clause) || g4_clause_complains(parse, clause);
}

bool g4_clause_is_act(const g4_clause *clause) {
  if (!clause->verb) {
    return false;
  }
  return !(g4_lexis_verb_at(clause->verb)->flags & (G4_VERB_STATE | G4_VERB_MODAL | G4_VERB_LIGHT)) ||
         ((g4_lexis_verb_at(clause->verb)->flags & G4_VERB_LIGHT) && clause->particle);
}

bool g4_clause_is_of_country(const g4_parse *parse, const g4_clause *clause) {
  uint16_t word = g4_parse_word(parse, clause->subject_first);
  return word == G4_W_nederland || word == G4_W_europa;
}
