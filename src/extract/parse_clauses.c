/* The walk over a sentence that finds its main clauses and their finite verbs. */
#include "extract/parse_steps.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

enum { LONGEST_HEADING = 14 };

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
bool g4_parse_resumes(const g4_parse *parse, int i, const g4_clause *clause) {
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
bool g4_parse_opens_again(const g4_parse *parse, int i) {
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
bool g4_parse_is_complete(const g4_parse *parse, const g4_clause *clause, int i) {
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
bool g4_parse_begins_clause(const g4_parse *parse, int i, const g4_clause *current) {
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
                     (joined || IS(current->finite, zijn)) && g4_parse_is_complete(parse, current, i)) ||
                    ((WORD(k).forms & (G4_INFINITIVE)) && HAS(k - 1, G4_ADV | G4_PRON | G4_DEM) && joined));
  }
  return false;
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
  return clause->finite != G4_NOWHERE ? g4_parse_begins_clause(parse, i, clause)
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

/* "Minder regels We schrappen ...": a heading without a verb ran into the sentence that begins with a word that only
 * begins one. Returns where that is, or 0. */
static int run_in_heading(const g4_parse *parse) {
  for (int i = 1; i < parse->count && i < LONGEST_HEADING; i++) {
    const g4_wordform *w = &WORD(i);
    if (g4_parse_is_finite(parse, i - 1, 0) || HAS(i - 1, G4_WE) || g4_parse_is_imperative(parse, 0)) {
      return 0;
    }
    bool opens = HAS(i, G4_PRON | G4_DEM | G4_SUB | G4_ADV) && !HAS(i, G4_PREP | G4_PART | G4_GENERIC | G4_VALUE) &&
                 (!HAS(i, G4_DET) || HAS(i, G4_DEM));
    if (opens && w->capital && !w->before && !is_upper(parse, i) && !WORD(i - 1).before) {
      return i;
    }
  }
  return 0;
}

void g4_parse_clauses(g4_parse *parse) {
  mark_brackets(parse);
  parse->clause_count = 0;
  /* "12 In het onderwijs komt ...": the number of an item or a page */
  bool numbered = parse->count > 2 && WORD(0).number && WORD(1).capital;
  int header = page_header(parse);
  header = header ? header : run_in_heading(parse);
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
      i = g4_parse_take_purpose(parse, i, clause);
    } else if (g4_parse_opens(parse, i, first ? i : clause->first, clause->finite)) {
      i = g4_parse_take_nested(parse, i, clause, first);
    } else if (before_finite && g4_parse_is_finite(parse, i, clause->first)) {
      clause->finite = i;
    }
  }
}
