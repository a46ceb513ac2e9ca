/* Clauses inside others: where one opens, and where it ends. */
#include "extract/parse_steps.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

/* "die hiermee sjoemelen krijgen": a verb that is in no list ends "die ..." where the finite verb of the main clause
 * follows. */
static bool is_unknown_verb(const g4_parse *parse, int i, int opener) {
  const g4_wordform *w = &WORD(i);
  if (!IS(opener, die) || i < opener + 2 || w->word || w->verb || w->mention != G4_NOWHERE || w->capital || w->before) {
    return false;
  }
  char last = g4_parse_last(parse, i);
  bool looks = last == 't' || (last == 'n' && w->end - w->start > 3 && parse->text[w->end - 2] == 'e');
  const g4_wordform *next = &WORD(i + 1);
  return looks && !g4_parse_leads_to_noun(parse, i - 1) && (next->forms & G4_SURE) && !(next->classes & G4_DET) &&
         !next->before && i + 2 < parse->count && !WORD(i + 2).before;
}

/* A finite verb at the end of its clause: in a cluster of verbs, or any form that can be one. */
static bool closes_nested(const g4_parse *parse, int i, int opener) {
  const g4_wordform *w = &WORD(i);
  if (is_unknown_verb(parse, i, opener)) {
    return true;
  }
  if (!w->verb || IS(i - 1, te)) {
    return false;
  }
  if (i == opener + 1 && !HAS(opener, G4_REL)) {
    return false;
  }
  if (w->forms & G4_SURE) {
    return !(IS(i, zijn) && i + 1 < parse->count && !WORD(i + 1).before && WORD(i + 1).word == 0 && !WORD(i + 1).verb);
  }
  if (w->verb == G4_V_betref && (w->forms & G4_THIRD)) { /* "wat ons betreft" */
    return true;
  }
  if (g4_parse_leads_to_noun(parse, i - 1) && !(HAS(i - 1, G4_PART | G4_PRON | G4_REL))) {
    return w->particle && (w->forms & (G4_PLURAL | G4_THIRD));
  }
  if (w->forms & G4_THIRD) {
    return true;
  }
  if (w->forms & G4_PLURAL) {
    return g4_parse_is_plural(parse, i - 1) || !(g4_lexis_verb_at(w->verb)->flags & G4_VERB_NOUN) ||
           i + 1 == parse->count || WORD(i + 1).before || WORD(i + 1).verb;
  }
  return false;
}

/* "dat", "die" and "wat" open a nested clause, or point, or belong to a noun. */
bool g4_parse_opens(const g4_parse *parse, int i, int start, int finite) {
  if (IS(i, als)) {
    if (i == start && WORD(i + 1).word == 0 && !WORD(i + 1).verb && (WORD(i + 2).forms & G4_SURE) &&
        i + 3 < parse->count && !WORD(i + 2).before && !WORD(i + 3).before) {
      return false; /* "als maximum geldt ..." */
    }
    return i == start || WORD(i).before || HAS(i - 1, G4_CONJ | G4_ADV) || (HAS(i + 1, G4_PRON) && !IS(i + 1, het));
  }
  if (IS(i, zoals)) {
    return finite >= 0;
  }
  if (IS(i, dat)) {
    if (HAS(i - 1, G4_PREP) || (i == start)) {
      return false;
    }
    if (WORD(i).before == ',' && g4_parse_is_finite(parse, i + 1, start) && finite >= 0 &&
        (WORD(i + 1).forms & G4_SURE)) {
      return false;
    }
    if (i - 1 == finite && (WORD(finite).forms & G4_SURE) && WORD(finite).verb != G4_V_willen) {
      /* "is dat": points back, unless something that a clause can say stands before */
      for (int k = start; k < finite; k++) {
        if (HAS(k, G4_NEED | G4_GOAL)) {
          return true;
        }
      }
      return false;
    }
    return true;
  }
  if (HAS(i, G4_REL)) {
    if (IS(i, waar) && HAS(i + 1, G4_NEED)) { /* "waar mogelijk" */
      return false;
    }
    if (IS(i, die)) {
      return i > start && !HAS(i - 1, G4_PREP | G4_CONJ | G4_ADV | G4_DET) && i - 1 != finite;
    }
    if (IS(i, wie) || IS(i, wat) || IS(i, hoe) || IS(i, welke) || IS(i, hoeveel)) {
      return i > start || !g4_parse_is_finite(parse, i + 1, start);
    }
    return true;
  }
  return HAS(i, G4_SUB);
}

/* "om" opens a purpose where "te" and an infinitive follow. Returns the infinitive, or G4_NOWHERE. */
static int purpose_end(const g4_parse *parse, int i) {
  for (int k = i + 1; k + 1 < parse->count && k < i + 30; k++) {
    if (IS(k, te) && (WORD(k + 1).forms & G4_INFINITIVE)) {
      return k + 1;
    }
    if (WORD(k).before == ';' || WORD(k).before == ':') {
      break;
    }
  }
  return G4_NOWHERE;
}

static void nest(g4_parse *parse, int first, int end, g4_nesting kind, int opener) {
  for (int k = first; k < end && k < parse->count; k++) {
    if (WORD(k).nesting == G4_IN_MAIN) {
      parse->words[k].nesting = (uint8_t)kind;
      parse->words[k].opener = (int16_t)opener;
    }
  }
}

/* The end of the verbs that stand together from i on; the finite one stands before them. */
static int cluster_end(const g4_parse *parse, int i, uint16_t finite) {
  uint8_t flags = g4_lexis_verb_at(finite)->flags;
  bool open = (flags & (G4_VERB_MODAL | G4_VERB_LIGHT)) || finite == G4_V_worden;
  while (i < parse->count && !WORD(i).before) {
    const g4_wordform *w = &WORD(i);
    bool nonfinite = w->verb && (w->forms & (G4_INFINITIVE | G4_PARTICIPLE));
    bool together = finite == G4_V_hebben && w->verb && (g4_lexis_verb_at(w->verb)->flags & G4_VERB_MODAL);
    if (!IS(i, te) && !(nonfinite && (open || together || !(w->forms & G4_SURE) || IS(i - 1, te)))) {
      break;
    }
    bool possessive = IS(i, zijn) && i + 1 < parse->count && !WORD(i + 1).before && WORD(i + 1).word == 0;
    /* "hebben moeten opvangen" is one cluster, "nodig hebben moeten" is not */
    bool joined = finite == G4_V_hebben && (WORD(i + 1).forms & G4_INFINITIVE);
    bool modal = w->verb && (g4_lexis_verb_at(w->verb)->flags & G4_VERB_MODAL) && !(flags & G4_VERB_MODAL) &&
                 !IS(i - 1, te) && !joined;
    if (possessive || modal || HAS(i + 1, G4_WE)) {
      break;
    }
    i++;
  }
  return i;
}

/* The end of the clause that the word at `opener` opens: behind its verbs. */
static int nested_end(g4_parse *parse, int opener, int depth) {
  if (IS(opener + 1, dat) && IS(opener + 2, kan)) { /* "waar dat kan" */
    return opener + 3;
  }
  for (int i = opener + 1; i < parse->count; i++) {
    if (WORD(i).nesting == G4_IN_BRACKETS) {
      continue;
    }
    if (depth < 3 && i > opener + 1 && g4_parse_opens(parse, i, opener + 1, G4_NOWHERE) && !HAS(i, G4_PRON | G4_DEM)) {
      i = nested_end(parse, i, depth + 1) - 1;
      continue;
    }
    if (WORD(i).before == ';' || WORD(i).before == ':') {
      return i;
    }
    if (closes_nested(parse, i, opener)) {
      return WORD(i).verb ? cluster_end(parse, i + 1, WORD(i).particle ? G4_V_NONE : WORD(i).verb) : i + 1;
    }
  }
  return parse->count;
}

/* The end of a nested clause that opens the sentence: where the finite verb of the main one follows its comma. */
static int opening_end(const g4_parse *parse, int opener, int end) {
  for (int k = opener + 2; k + 1 < parse->count; k++) {
    if (WORD(k).before != ',' || !WORD(k).verb || WORD(k).nesting == G4_IN_BRACKETS) {
      continue;
    }
    bool sure = (WORD(k).forms & G4_SURE) && !WORD(k + 1).verb && !WORD(k + 1).before;
    if (sure || HAS(k + 1, G4_WE) || ((WORD(k).forms & G4_THIRD) && HAS(k + 1, G4_DET | G4_PRON))) {
      return k;
    }
  }
  return end;
}

/* Marks the purpose that opens at i, if one does. Returns its last word, or i. */
int g4_parse_take_purpose(g4_parse *parse, int i, const g4_clause *clause) {
  int infinitive = purpose_end(parse, i);
  if (infinitive == G4_NOWHERE) {
    return i;
  }
  int end = parse->count;
  if (clause->finite == G4_NOWHERE || !g4_parse_is_complete(parse, clause, i)) { /* more of the clause follows */
    end = cluster_end(parse, infinitive + 1, G4_V_NONE);
  } else {
    for (int k = infinitive + 1; k < end; k++) {
      if (g4_parse_resumes(parse, k, clause) || g4_parse_begins_clause(parse, k, clause) ||
          g4_parse_opens_again(parse, k)) {
        end = k;
      }
    }
  }
  nest(parse, i, end, G4_IN_PURPOSE, i);
  return end - 1;
}

/* Marks the clause that opens at i. Returns its last word. */
int g4_parse_take_nested(g4_parse *parse, int i, const g4_clause *clause, bool first) {
  int end = nested_end(parse, i, 0);
  if (clause->finite == G4_NOWHERE) {
    int before = opening_end(parse, i, end);
    end = first || before < end ? before : end;
  } else {
    bool waits = HAS(i, G4_REL) && end < parse->count && !WORD(end).before && !g4_parse_is_complete(parse, clause, i);
    while (!waits && end < parse->count && !g4_parse_resumes(parse, end, clause) && WORD(end).before != ';' &&
           !g4_parse_opens_again(parse, end)) {
      end++;
    }
  }
  nest(parse, i, end, HAS(i, G4_REL) && !IS(i, dat) && !first ? G4_IN_RELATIVE : G4_IN_SUBORDINATE, i);
  return end - 1;
}
