#include <string.h>

#include "extract/parse.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

typedef struct {
  const g4_mention *mentions;
  const g4_registry *registry;
  const char *holder;
} who_is;

static bool is_author(const who_is *who, const g4_mention *mention) {
  if (mention->entity < 0) {
    return false;
  }
  const g4_entity *entity = &who->registry->entities.items[mention->entity];
  if (who->holder && strcmp(entity->id, who->holder) == 0) {
    return true;
  }
  return entity->kind && strcmp(entity->kind, "party") == 0;
}

static bool is_main(const g4_parse *parse, int i) { return WORD(i).nesting == G4_IN_MAIN; }

/* The end of the noun phrase from i on: a preposition, a verb or a mark ends it. */
static int phrase_end(const g4_parse *parse, int i, int end) {
  int k = i;
  while (k < end && is_main(parse, k) && !(k > i && (WORD(k).before && WORD(k).before != '"')) &&
         !(HAS(k, G4_PREP) && k > i) && !(WORD(k).verb && k > i && (WORD(k).forms & G4_SURE))) {
    k++;
  }
  return k;
}

static g4_subject classify(const g4_parse *parse, int first, int end, const who_is *who) {
  if (first >= end) {
    return G4_SUBJECT_NONE;
  }
  int at = first;
  while (at + 1 < end && HAS(at, G4_ADV | G4_NEG) && !HAS(at, G4_DET | G4_PRON)) {
    at++;
  }
  if (HAS(at, G4_WE)) {
    return G4_SUBJECT_AUTHOR;
  }
  if (IS(at, er)) {
    return G4_SUBJECT_THERE;
  }
  bool alone = at + 1 == end || HAS(at + 1, G4_ADV | G4_PREP | G4_NEG | G4_REL);
  if (alone && HAS(at, G4_PRON | G4_DEM) && !HAS(at, G4_GENERIC)) {
    if (IS(at, dit) || IS(at, dat) || IS(at, het) || IS(at, daar) || IS(at, hier)) {
      return G4_SUBJECT_THIS;
    }
    return IS(at, je) || IS(at, men) || IS(at, u) ? G4_SUBJECT_GENERIC : G4_SUBJECT_THEY;
  }
  if (IS(at, de) && at + 2 == end && IS(at + 1, staat)) {
    return G4_SUBJECT_PUBLIC;
  }
  int head = phrase_end(parse, at, end);
  for (int k = at; k < head; k++) {
    if (WORD(k).mention != G4_NOWHERE) {
      const g4_mention *mention = &who->mentions[WORD(k).mention];
      if (is_author(who, mention)) {
        return G4_SUBJECT_AUTHOR;
      }
      switch (mention->type) {
        case G4_MENTION_GOVERNMENT:
        case G4_MENTION_MINISTRY:
          return G4_SUBJECT_PUBLIC;
        case G4_MENTION_ORGANISATION:
          return G4_SUBJECT_ACTOR;
        case G4_MENTION_GROUP:
          return HAS(k, G4_GENERIC) ? G4_SUBJECT_GENERIC : G4_SUBJECT_ACTOR;
        default:
          break;
      }
    }
    if (HAS(k, G4_GENERIC) && (k + 1 == head || at == k)) {
      return G4_SUBJECT_GENERIC;
    }
  }
  return G4_SUBJECT_THING;
}

/* A name of nothing known, written as names are: "De Groenen", "TOP". */
static bool is_name(const g4_parse *parse, int first, int end) {
  for (int i = first; i < end; i++) {
    const g4_wordform *w = &WORD(i);
    if (w->mention != G4_NOWHERE) {
      return false;
    }
    if (w->capital && !w->word &&
        (i > 0 || w->end - w->start < 2 || (parse->text[w->start + 1] >= 'A' && parse->text[w->start + 1] <= 'Z'))) {
      return true;
    }
  }
  return false;
}

/* What only the author does: want, advocate, hold. */
static bool is_authors(uint16_t verb) {
  return verb == G4_V_wens || verb == G4_V_ijver || verb == G4_V_willen || verb == G4_V_pleit || verb == G4_V_bepleit ||
         verb == G4_V_vind || verb == G4_V_stref;
}

/* "is tegen", "is voor": of somebody. */
static bool is_for_or_against(const g4_parse *parse, const g4_clause *clause) {
  int next = clause->finite + 1;
  bool short_name = clause->subject_end - clause->subject_first <= 2;
  return WORD(clause->finite).verb == G4_V_zijn && short_name && (IS(next, voor) || IS(next, tegen)) &&
         !g4_parse_has(parse, next + 1, G4_OBJ | G4_WE) && WORD(next + 1).mention == G4_NOWHERE;
}

/* "Partij voor de Zee", "de Partij van de Dijken" */
static bool is_party(const g4_parse *parse, int first, int end) {
  int i = first < end && HAS(first, G4_DET) ? first + 1 : first;
  return i + 1 < end && IS(i, partij) && WORD(i).capital && (IS(i + 1, voor) || IS(i + 1, van));
}

static void set_subject(const g4_parse *parse, g4_clause *clause, int first, int end, const who_is *who) {
  clause->subject_first = first;
  clause->subject_end = end;
  clause->subject = classify(parse, first, end, who);
  if (is_party(parse, first, end)) {
    clause->subject = G4_SUBJECT_AUTHOR;
  }
  if (clause->subject == G4_SUBJECT_THING && is_name(parse, first, end) &&
      (is_authors(WORD(clause->finite).verb) || is_for_or_against(parse, clause) ||
       g4_parse_has(parse, clause->finite + 1, G4_FAVOUR | G4_HOLDS) ||
       g4_parse_has(parse, clause->finite + 2, G4_FAVOUR | G4_HOLDS))) {
    clause->subject = G4_SUBJECT_AUTHOR;
  }
}

/* Behind the finite verb: past adverbs and "zich". */
static void subject_behind(const g4_parse *parse, g4_clause *clause, const who_is *who) {
  int i = clause->finite + 1;
  while (i < clause->end && is_main(parse, i) && HAS(i, G4_ADV | G4_OBJ | G4_NEG) &&
         !HAS(i, G4_DET | G4_PRON | G4_QUANT)) {
    i++;
  }
  if (i >= clause->end || !is_main(parse, i)) {
    return;
  }
  if (HAS(i, G4_PRON) && !HAS(i, G4_DET)) {
    set_subject(parse, clause, i, i + 1, who);
    return;
  }
  if (HAS(i, G4_PREP)) {
    return;
  }
  set_subject(parse, clause, i, phrase_end(parse, i, clause->end), who);
}

static void find_subject(const g4_parse *parse, g4_clause *clause, const who_is *who) {
  int v = clause->finite;
  int before = v > clause->first ? WORD(v - 1).mention : G4_NOWHERE;
  if (before != G4_NOWHERE && is_author(who, &who->mentions[before]) && !HAS(v - 2, G4_PREP)) { /* "... D66 wil" */
    set_subject(parse, clause, v - 1, v, who);
    return;
  }
  bool pronoun_before = v > clause->first && HAS(v - 1, G4_PRON) && !HAS(v - 1, G4_DET | G4_DEM);
  bool there = IS(v + 1, er) && v > clause->first && is_main(parse, v - 1) &&
               !HAS(clause->first, G4_PREP | G4_ADV | G4_CONJ) && is_main(parse, clause->first);
  bool pronoun_behind = !pronoun_before && !there && v + 1 < clause->end && HAS(v + 1, G4_PRON) &&
                        (!HAS(v + 1, G4_DET) || HAS(v + 2, G4_DET | G4_PRON | G4_ADV | G4_NEED | G4_PREP));
  int i = clause->first;
  while (i < v && HAS(i, G4_CONJ)) {
    i++;
  }
  if (pronoun_behind) {
    clause->inverted = true;
    set_subject(parse, clause, v + 1, v + 2, who);
    return;
  }
  if (i == v) {
    return; /* "en schaffen het af": the subject of the clause before it */
  }
  while (i < v && (!is_main(parse, i) || (HAS(i, G4_ADV | G4_NEG) && !HAS(i, G4_DET | G4_PRON | G4_DEM)))) {
    i++;
  }
  if (i >= v || HAS(i, G4_PREP) || (WORD(i).number && HAS(i + 1, G4_TIME))) {
    clause->inverted = true;
    subject_behind(parse, clause, who);
    return;
  }
  set_subject(parse, clause, i, v, who);
}

static bool is_auxiliary(uint16_t verb) {
  return verb == G4_V_zijn || verb == G4_V_hebben || verb == G4_V_worden || verb == G4_V_gaan || verb == G4_V_blijven ||
         verb == G4_V_laten || verb == G4_V_komen || verb == G4_V_doen;
}

/* The split part of a finite verb: a particle that leads nowhere. */
static uint16_t split_part(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->end - 1; i > clause->finite; i--) {
    if (!is_main(parse, i) || !HAS(i, G4_PART)) {
      continue;
    }
    if (IS(i + 1, te)) {
      continue;
    }
    bool last = i + 1 == clause->end || WORD(i + 1).before || !is_main(parse, i + 1) ||
                HAS(i + 1, G4_CONJ | G4_PREP | G4_SUB | G4_REL);
    if (last && (!HAS(i, G4_PREP) || i == clause->finite + 1 || !HAS(i - 1, G4_PREP))) {
      return WORD(i).word;
    }
  }
  return 0;
}

/* Verbs whose infinitive has no "te": "te" behind them belongs to something else. */
static bool takes_bare(uint16_t verb) {
  return verb == G4_V_moeten || verb == G4_V_kunnen || verb == G4_V_mogen || verb == G4_V_zullen ||
         verb == G4_V_willen || verb == G4_V_gaan || verb == G4_V_laten;
}

/* A word beside "worden" that may be the participle of a verb that is in no list. */
static bool looks_like_participle(const g4_parse *parse, int i) {
  char last = g4_parse_last(parse, i);
  bool beside = WORD(i + 1).verb == G4_V_worden || WORD(i - 1).verb == G4_V_worden;
  return beside && WORD(i).word == 0 && !WORD(i).capital && (last == 't' || last == 'd' || last == 'n');
}

static bool has_te(const g4_parse *parse, const g4_clause *clause) {
  for (int i = clause->finite + 1; i < clause->end; i++) {
    if (IS(i, te) && is_main(parse, i)) {
      return true;
    }
  }
  return false;
}

/* "gekapt", "gedoogd" far from its "wordt": a word of no known class in the shape of a participle, at the end. */
static bool ends_as_participle(const g4_parse *parse, const g4_clause *clause, int i) {
  const g4_wordform *w = &WORD(i);
  char last = g4_parse_last(parse, i);
  bool at_end = i + 1 == clause->end || WORD(i + 1).before || HAS(i + 1, G4_PREP);
  return at_end && w->word == 0 && !w->capital && w->end - w->start > 5 && parse->text[w->start] == 'g' &&
         parse->text[w->start + 1] == 'e' && (last == 't' || last == 'd') && !HAS(i - 1, G4_DET | G4_PREP | G4_QUANT);
}

/* Infinitives and participles of the clause itself. The last one says what is done. */
static void find_verb(const g4_parse *parse, g4_clause *clause) {
  const g4_wordform *finite = &WORD(clause->finite);
  int infinitive = G4_NOWHERE, participle = G4_NOWHERE, unknown = G4_NOWHERE;
  bool far = false;
  bool worden = finite->verb == G4_V_worden, zijn = finite->verb == G4_V_zijn, hebben = finite->verb == G4_V_hebben;
  for (int i = clause->finite + 1; i < clause->end; i++) {
    const g4_wordform *w = &WORD(i);
    if (w->nesting != G4_IN_MAIN) {
      continue;
    }
    if (!w->verb) {
      bool late = finite->verb == G4_V_worden && ends_as_participle(parse, clause, i);
      unknown = looks_like_participle(parse, i) || late ? i : unknown;
      far |= late;
      continue;
    }
    if (w->verb == G4_V_worden && (w->forms & G4_INFINITIVE)) {
      worden = true;
    } else if (w->verb == G4_V_zijn && (w->forms & G4_INFINITIVE) &&
               (i + 1 == clause->end || WORD(i + 1).before || WORD(i + 1).verb || WORD(i - 1).verb)) {
      zijn = true;
    } else if (!g4_parse_is_nonfinite(parse, i)) {
      continue;
    } else if (w->forms & G4_PARTICIPLE) {
      if (participle == G4_NOWHERE || i > infinitive) {
        participle = i;
      }
    } else if (!IS(i - 1, te) || !takes_bare(finite->verb)) {
      infinitive = i;
    }
  }
  bool wishes = finite->verb == G4_V_wens && infinitive != G4_NOWHERE; /* "wij wensen ... te behouden" */
  bool lexical = !(g4_lexis_verb_at(finite->verb)->flags & G4_VERB_MODAL) && !is_auxiliary(finite->verb) && !wishes;
  if (g4_lexis_verb_at(finite->verb)->flags & G4_VERB_MODAL) {
    clause->modal = finite->verb;
  }
  bool to_do = worden || zijn || infinitive != G4_NOWHERE || participle != G4_NOWHERE || has_te(parse, clause);
  if (clause->modal == G4_V_dienen && !to_do) {
    clause->modal = 0; /* "dient een doel" */
    clause->verb_at = clause->finite;
    clause->verb = G4_V_dien;
    return;
  }
  int front = clause->finite - 1; /* "voorgesteld wordt" */
  if (worden && participle == G4_NOWHERE && front == clause->first && (WORD(front).forms & G4_PARTICIPLE)) {
    participle = front;
  }
  if (worden && participle == G4_NOWHERE && unknown != G4_NOWHERE && (clause->modal || far)) {
    participle = unknown;
  }
  clause->verb_at = clause->finite;
  clause->passive = participle != G4_NOWHERE && worden;
  clause->perfect = participle != G4_NOWHERE && !worden && (zijn || hebben) && !lexical;
  if (lexical) {
    clause->verb = finite->verb;
    clause->particle = split_part(parse, clause);
    return;
  }
  int at = clause->passive || clause->perfect ? participle : infinitive != G4_NOWHERE ? infinitive : participle;
  if (at != G4_NOWHERE) {
    clause->verb_at = at;
    clause->verb = WORD(at).verb ? WORD(at).verb : (uint16_t)G4_V_any;
    clause->particle = WORD(at).particle;
    if (!clause->particle && HAS(at - 1, G4_PART) && IS(at - 1, te)) {
      clause->particle = 0;
    } else if (!clause->particle && IS(at - 1, te) && HAS(at - 2, G4_PART)) {
      clause->particle = WORD(at - 2).word;
    }
  } else {
    clause->verb = clause->modal ? (zijn ? G4_V_zijn : worden ? G4_V_worden : 0) : finite->verb;
    clause->particle = split_part(parse, clause);
  }
}

void g4_parse_roles(g4_parse *parse, const g4_mention *mentions, const g4_registry *registry, const char *holder) {
  who_is who = {mentions, registry, holder};
  for (int c = 0; c < parse->clause_count; c++) {
    g4_clause *clause = &parse->clauses[c];
    int i = clause->first;
    while (i < clause->end &&
           (HAS(i, G4_CONJ) || !is_main(parse, i) || IS(i, daarom) || IS(i, dus) || IS(i, ook) || IS(i, en))) {
      i++;
    }
    if (i >= clause->end) {
      continue;
    }
    clause->opener = g4_parse_word(parse, clause->first);
    if (HAS(clause->first, G4_CONJ) && clause->first + 1 < clause->end && g4_parse_word(parse, clause->first + 1)) {
      clause->opener = g4_parse_word(parse, clause->first + 1);
    }
    if (clause->imperative) {
      clause->verb_at = clause->finite;
      clause->verb = WORD(clause->finite).verb;
      clause->particle = split_part(parse, clause);
      continue;
    }
    if (clause->finite == G4_NOWHERE) {
      continue;
    }
    clause->past = (WORD(clause->finite).forms & G4_PAST) != 0;
    find_subject(parse, clause, &who);
    if (clause->subject == G4_SUBJECT_NONE && c > 0 && !clause->inverted) {
      clause->subject = parse->clauses[c - 1].subject;
      clause->imperative = false;
    }
    find_verb(parse, clause);
    for (int k = clause->first; k < clause->end; k++) {
      if (is_main(parse, k) && HAS(k, G4_NEG)) {
        clause->negated = true;
      }
    }
  }
}
