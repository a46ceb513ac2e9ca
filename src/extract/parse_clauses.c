#include "extract/parse.h"

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
static bool leads_to_noun(const g4_parse *parse, int i) {
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
static bool is_plural(const g4_parse *parse, int i) {
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
    return !leads_to_noun(parse, i - 1) || HAS(i - 1, G4_PART) || at_end;
  }
  if (HAS(i - 1, G4_DET) && !HAS(i - 1, G4_PRON | G4_QUANT)) {
    return false;
  }
  if (leads_to_noun(parse, i - 1) && !HAS(i - 1, G4_PART | G4_PRON) && (w->forms & G4_INFINITIVE) &&
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
  if (HAS(i + 1, G4_WE) || HAS(i - 1, G4_WE)) {
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
    return !leads_to_noun(parse, i - 1);
  }
  if (leads_to_noun(parse, i - 1) || HAS(i - 1, G4_SUB | G4_QUANT | G4_NEG)) {
    return false;
  }
  if (HAS(i - 1, G4_CONJ)) {
    return !noun && (HAS(i + 1, G4_DET | G4_ADV | G4_QUANT | G4_NEG | G4_OBJ));
  }
  if (i + 1 == parse->count || WORD(i + 1).before) {
    return false;
  }
  /* A plural noun before it, and something that a noun would not have behind it. */
  bool plural =
      WORD(i - 1).mention != G4_NOWHERE || is_plural(parse, i - 1) || (IS(i - 2, en) && is_content(parse, i - 1));
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
             !(i > start && !w->before && (WORD(i - 1).forms & G4_SURE) && !(WORD(i - 1).forms & G4_INFINITIVE));
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
    if (noun && (leads_to_noun(parse, i - 1) || HAS(i - 1, G4_CONJ))) {
      return false;
    }
    if (w->forms & G4_PARTICIPLE) { /* "beperkt": not where it ends the clause or leads to a noun */
      return i + 1 < parse->count && !WORD(i + 1).before && !leads_to_noun(parse, i - 1);
    }
    return true;
  }
  return (w->forms & G4_STEM) && (IS(i - 1, ik) || IS(i + 1, je));
}

/* A finite verb at the end of its clause: in a cluster of verbs, or any form that can be one. */
static bool closes_nested(const g4_parse *parse, int i, int opener) {
  const g4_wordform *w = &WORD(i);
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
  if (leads_to_noun(parse, i - 1) && !(HAS(i - 1, G4_PART | G4_PRON | G4_REL))) {
    return w->particle && (w->forms & (G4_PLURAL | G4_THIRD));
  }
  if (w->forms & G4_THIRD) {
    return true;
  }
  if (w->forms & G4_PLURAL) {
    return is_plural(parse, i - 1) || !(g4_lexis_verb_at(w->verb)->flags & G4_VERB_NOUN) || i + 1 == parse->count ||
           WORD(i + 1).before || WORD(i + 1).verb;
  }
  return false;
}

/* "dat", "die" and "wat" open a nested clause, or point, or belong to a noun. */
static bool opens(const g4_parse *parse, int i, int start, int finite) {
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
    if (depth < 3 && i > opener + 1 && opens(parse, i, opener + 1, G4_NOWHERE) && !HAS(i, G4_PRON | G4_DEM)) {
      i = nested_end(parse, i, depth + 1) - 1;
      continue;
    }
    if (WORD(i).before == ';' || WORD(i).before == ':') {
      return i;
    }
    if (closes_nested(parse, i, opener)) {
      return cluster_end(parse, i + 1, WORD(i).particle ? G4_V_NONE : WORD(i).verb);
    }
  }
  return parse->count;
}

static void mark_brackets(g4_parse *parse) {
  bool inside = false;
  for (int i = 0; i < parse->count; i++) {
    if (WORD(i).before == '(') {
      inside = true;
    } else if (WORD(i).before == ')') {
      inside = false;
    }
    if (inside) {
      parse->words[i].nesting = G4_IN_BRACKETS;
    }
  }
}

/* After the finite verb a nested clause goes on to the end, unless a new main clause begins: "..., maar we stoppen". */
static bool resumes(const g4_parse *parse, int i, const g4_clause *clause) {
  if (clause->imperative && IS(i, en) && g4_parse_is_imperative(parse, i + 1)) {
    return true;
  }
  if (WORD(i).before == ';') {
    return true;
  }
  if (WORD(i).before == ',' && IS(i, daarom) && (WORD(i + 1).forms & G4_SURE)) { /* "..., daarom wordt" */
    return true;
  }
  if (WORD(i).before == ',' && (WORD(i).forms & G4_SURE) && !(WORD(i).forms & G4_INFINITIVE) && i + 1 < parse->count &&
      !WORD(i + 1).before && !WORD(i + 1).verb) {
    return true;
  }
  if (!HAS(i, G4_CONJ) || !(IS(i, en) || IS(i, maar) || IS(i, want) || IS(i, dus) || IS(i, of))) {
    return false;
  }
  for (int k = i + 1; k < parse->count && k < i + 8; k++) {
    if (k > i + 1 && (WORD(k).before || HAS(k, G4_SUB | G4_REL))) {
      return false;
    }
    if (g4_parse_is_finite(parse, k, i + 1)) {
      bool sure = (WORD(k).forms & G4_SURE) && k + 1 < parse->count && !WORD(k + 1).before && !WORD(k + 1).verb;
      if (HAS(k + 1, G4_WE | G4_PRON) && !HAS(k + 1, G4_DET)) {
        return true;
      }
      if (HAS(k - 1, G4_WE) || (k == i + 2 && HAS(k - 1, G4_ADV | G4_PRON) && sure)) {
        return true;
      }
      return IS(i, maar) && WORD(i).before == ',' && sure;
    }
  }
  return false;
}

/* Another nested clause, behind a comma: "..., zodat". */
static bool opens_again(const g4_parse *parse, int i) {
  return WORD(i).before == ',' && (HAS(i, G4_SUB) || (HAS(i, G4_REL) && !HAS(i, G4_DEM)));
}

static void add_clause(g4_parse *parse, int first) {
  if (parse->clause_count < G4_PARSE_CLAUSES) {
    parse->clauses[parse->clause_count++] = (g4_clause){.first = first,
                                                        .end = parse->count,
                                                        .finite = G4_NOWHERE,
                                                        .subject_first = G4_NOWHERE,
                                                        .subject_end = G4_NOWHERE,
                                                        .verb_at = G4_NOWHERE};
  }
}

/* Whether the verbs of the clause stand before i: an auxiliary waits for an infinitive or a participle. */
static bool is_complete(const g4_parse *parse, const g4_clause *clause, int i) {
  const g4_wordform *finite = &WORD(clause->finite);
  if (!(g4_lexis_verb_at(finite->verb)->flags & G4_VERB_MODAL) && finite->verb != G4_V_worden &&
      finite->verb != G4_V_gaan) {
    return true;
  }
  for (int k = clause->finite + 1; k < i; k++) {
    if (WORD(k).nesting == G4_IN_MAIN && WORD(k).verb && g4_parse_is_nonfinite(parse, k)) {
      return true;
    }
  }
  return false;
}

/* Whether a new main clause begins at i, behind a mark or a conjunction. */
static bool begins_clause(const g4_parse *parse, int i, const g4_clause *current) {
  char mark = WORD(i).before;
  bool joined = IS(i, en) || IS(i, maar) || IS(i, want) || IS(i, dus);
  if (mark == ';' || mark == ':') {
    return true;
  }
  if (!joined && mark != ',' && mark != '-') {
    return false;
  }
  int at = joined ? i + 1 : i;
  if (current->imperative && g4_parse_is_imperative(parse, at)) {
    return true;
  }
  if (HAS(at, G4_SUB) || (HAS(at, G4_REL) && !HAS(at, G4_DEM))) {
    return false;
  }
  for (int k = at; k < parse->count && k < at + 12; k++) {
    if (WORD(k).nesting == G4_IN_BRACKETS) {
      continue;
    }
    if (k > at && (WORD(k).before == ',' || WORD(k).before == ';' || WORD(k).before == ':' ||
                   HAS(k, G4_SUB | G4_CONJ) || (HAS(k, G4_REL) && !HAS(k, G4_DEM)))) {
      return false;
    }
    if (!g4_parse_is_finite(parse, k, joined ? at - 1 : at)) {
      continue;
    }
    if (HAS(k + 1, G4_WE) || (k > at && HAS(k - 1, G4_WE))) {
      return true;
    }
    bool more = k + 1 < parse->count && WORD(k + 1).before != ',' && WORD(k + 1).before != ';';
    bool single = (WORD(k).forms & G4_SURE) && !(WORD(k).forms & G4_INFINITIVE);
    if (k == at) { /* "en schaffen de regeling af": the same subject */
      return joined && more && (single || !(WORD(k).forms & G4_PARTICIPLE));
    }
    return more && (single || ((WORD(k).forms & G4_THIRD) && !(WORD(k).forms & G4_PARTICIPLE)) ||
                    ((WORD(k).forms & G4_SURE) && !WORD(k + 1).verb && !IS(k + 1, te) &&
                     (joined || IS(current->finite, zijn)) && is_complete(parse, current, i)) ||
                    ((WORD(k).forms & (G4_INFINITIVE)) && HAS(k - 1, G4_ADV | G4_PRON | G4_DEM) && joined));
  }
  return false;
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
static int take_purpose(g4_parse *parse, int i, const g4_clause *clause) {
  int infinitive = purpose_end(parse, i);
  if (infinitive == G4_NOWHERE) {
    return i;
  }
  int end = parse->count;
  if (clause->finite == G4_NOWHERE || !is_complete(parse, clause, i)) { /* more of the clause follows */
    end = cluster_end(parse, infinitive + 1, G4_V_NONE);
  } else {
    for (int k = infinitive + 1; k < end; k++) {
      if (resumes(parse, k, clause) || begins_clause(parse, k, clause) || opens_again(parse, k)) {
        end = k;
      }
    }
  }
  nest(parse, i, end, G4_IN_PURPOSE, i);
  return end - 1;
}

/* Marks the clause that opens at i. Returns its last word. */
static int take_nested(g4_parse *parse, int i, const g4_clause *clause, bool first) {
  int end = nested_end(parse, i, 0);
  if (clause->finite == G4_NOWHERE) {
    int before = opening_end(parse, i, end);
    end = first || before < end ? before : end;
  } else {
    bool waits = HAS(i, G4_REL) && end < parse->count && !WORD(end).before && !is_complete(parse, clause, i);
    while (!waits && end < parse->count && !resumes(parse, end, clause) && WORD(end).before != ';' &&
           !opens_again(parse, end)) {
      end++;
    }
  }
  nest(parse, i, end, HAS(i, G4_REL) && !IS(i, dat) && !first ? G4_IN_RELATIVE : G4_IN_SUBORDINATE, i);
  return end - 1;
}

/* Whether an imperative may open the clause: the first one, one behind a colon, or one joined to another. */
static bool may_command(const g4_parse *parse, const g4_clause *clause) {
  return parse->clause_count == 1 || WORD(clause->first).before == ':' || WORD(clause->first).before == ';' ||
         parse->clauses[parse->clause_count - 2].imperative;
}

/* Whether the word at i ends the clause before it. */
static bool splits(const g4_parse *parse, int i, const g4_clause *clause) {
  if (i == clause->first) {
    return false;
  }
  return clause->finite != G4_NOWHERE ? begins_clause(parse, i, clause)
                                      : WORD(i).before == ';' || WORD(i).before == ':';
}

static bool is_upper(const g4_parse *parse, int i) {
  for (size_t k = WORD(i).start; k < WORD(i).end; k++) {
    if (parse->text[k] >= 'a' && parse->text[k] <= 'z') {
      return false;
    }
  }
  return true;
}

/* "EEN VEILIGE HAVEN 12 We verdiepen ...": how many words of a heading ran into the sentence. */
static int page_header(const g4_parse *parse) {
  int count = 0;
  while (count < parse->count && is_upper(parse, count)) {
    count++;
  }
  return count >= 3 && count + 2 < parse->count && WORD(count).capital ? count : 0;
}

void g4_parse_clauses(g4_parse *parse) {
  mark_brackets(parse);
  parse->clause_count = 0;
  /* "12 In het onderwijs komt ...": the number of an item or a page */
  bool numbered = parse->count > 2 && WORD(0).number && WORD(1).capital;
  int header = page_header(parse);
  add_clause(parse, header ? header : numbered ? 1 : 0);
  g4_clause *clause = &parse->clauses[0];
  for (int i = clause->first; i < parse->count; i++) {
    if (WORD(i).nesting == G4_IN_BRACKETS) {
      continue;
    }
    if (splits(parse, i, clause)) {
      bool had_finite = clause->finite != G4_NOWHERE;
      clause->end = i;
      add_clause(parse, i);
      clause = &parse->clauses[parse->clause_count - 1];
      if (had_finite && HAS(i, G4_CONJ)) {
        continue;
      }
    }
    bool first = i == clause->first || (i == clause->first + 1 && HAS(clause->first, G4_CONJ));
    bool before_finite = clause->finite == G4_NOWHERE;
    if (first && before_finite && may_command(parse, clause) && g4_parse_is_imperative(parse, i)) {
      clause->finite = i;
      clause->imperative = true;
    } else if (IS(i, om) || IS(i, teneinde)) {
      i = take_purpose(parse, i, clause);
    } else if (opens(parse, i, first ? i : clause->first, clause->finite)) {
      i = take_nested(parse, i, clause, first);
    } else if (before_finite && g4_parse_is_finite(parse, i, clause->first)) {
      clause->finite = i;
    }
  }
}
