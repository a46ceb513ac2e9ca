#include "extract/roles.h"

#include <string.h>

#include "extract/actions.h"
#include "extract/nouns.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

enum { MOST_ADDED = 12 };

typedef struct {
  const g4_parse *parse;
  const g4_mention *mentions;
  const g4_clause *clause; /* in which the words stand */
  int deciding;
  int first, end; /* the words */
  g4_mention_type type;
  int governor; /* the preposition before them, or G4_NOWHERE */
} bearer;

/* The word before the noun phrase that ends in these words: past adjectives, articles, numbers. */
static int phrase_start(const g4_parse *parse, int i) {
  int k = i - 1;
  while (k >= 0 && !WORD(k + 1).before && WORD(k).mention == G4_NOWHERE && WORD(k).opener != k) {
    const g4_wordform *w = &WORD(k);
    bool adjective =
        (w->word == 0 || (w->classes & G4_VALUE)) && !w->capital && !w->verb && g4_parse_ends_as_adjective(parse, k);
    bool article = HAS(k, G4_DET | G4_QUANT | G4_COMPARED) && !HAS(k, G4_PRON | G4_REL);
    if (!adjective && !article && !w->number && !IS(k, het) && !IS(k, die) && !IS(k, deze) && !IS(k, dat)) {
      break;
    }
    k--;
  }
  return k;
}

static g4_role by_effect(g4_effect effect, g4_role neutral) {
  switch (effect) {
    case G4_EFFECT_GAIN:
      return G4_ROLE_BENEFICIARY;
    case G4_EFFECT_LOSS:
      return G4_ROLE_AFFECTED;
    case G4_EFFECT_CALL:
      return G4_ROLE_ADDRESSEE;
    default:
      return neutral;
  }
}

/* The effect of the noun that a preposition hangs on: "heffing voor", "positie van". */
static g4_effect noun_before(const g4_parse *parse, int preposition) {
  bool demand = IS(preposition, aan); /* "eisen te stellen aan" */
  for (int k = preposition - 1; k >= 0 && k > preposition - (demand ? 5 : 3); k--) {
    if (WORD(k).verb && !demand && !g4_noun_cue_of(parse, k).effect) {
      return G4_EFFECT_NONE;
    }
    g4_effect effect = g4_noun_cue_of(parse, k).effect;
    if (effect != G4_EFFECT_NONE) {
      return effect;
    }
  }
  return G4_EFFECT_NONE;
}

/* What the clause says is done: the verb of the clause, or of the purpose that the words stand in. */
typedef struct {
  uint16_t verb, particle, modal;
  bool passive, can;
} deed;

static deed deed_of(const bearer *b) {
  const g4_parse *parse = b->parse;
  deed d = {b->clause->verb, b->clause->particle, b->clause->modal, b->clause->passive, false};
  const g4_wordform *at = &WORD(b->first);
  if (at->nesting == G4_IN_MAIN || at->nesting == G4_IN_BRACKETS) {
    for (int i = b->clause->finite + 1; b->clause->finite >= 0 && i < b->clause->end; i++) {
      d.can |= WORD(i).nesting == G4_IN_MAIN && WORD(i).verb == G4_V_kunnen;
    }
    return d;
  }
  d = (deed){0, 0, 0, false, false};
  bool to = false; /* "... gestimuleerd om te": what follows is another's act */
  for (int i = at->opener + 1; i < parse->count && (WORD(i).opener == at->opener || WORD(i).nesting == G4_IN_BRACKETS);
       i++) {
    const g4_wordform *w = &WORD(i);
    to |= IS(i, om) && i > b->first && at->nesting == G4_IN_SUBORDINATE;
    if (!w->verb) {
      continue;
    }
    uint8_t flags = g4_lexis_verb_at(w->verb)->flags;
    if (flags & G4_VERB_MODAL) {
      d.modal = d.modal ? d.modal : w->verb;
      d.can |= w->verb == G4_V_kunnen;
    } else if (w->verb == G4_V_worden) {
      d.passive = true;
    } else if (i > b->first && (!d.verb || (w->forms & (G4_INFINITIVE | G4_PARTICIPLE))) &&
               (w->nesting != G4_IN_PURPOSE || IS(i - 1, te) || !d.verb) && !(to && d.verb)) {
      d.verb = w->verb;
      d.particle = w->particle;
      if (!d.particle && IS(i - 1, te) && HAS(i - 2, G4_PART)) {
        d.particle = WORD(i - 2).word;
      }
      if (w->nesting == G4_IN_PURPOSE && IS(i - 1, te)) {
        break;
      }
    }
  }
  return d;
}

static bool is_body(g4_mention_type type) {
  return type == G4_MENTION_GOVERNMENT || type == G4_MENTION_MINISTRY || type == G4_MENTION_ORGANISATION;
}

/* The words are the subject of a main clause, or of a clause that says what is wanted. */
static g4_role as_subject(const bearer *b, deed d) {
  const g4_parse *parse = b->parse;
  bool main = WORD(b->first).nesting == G4_IN_MAIN;
  if (main && b->clause->subject == G4_SUBJECT_AUTHOR) {
    return G4_ROLE_EXECUTOR;
  }
  if (main && g4_clause_has_word(parse, b->clause, G4_W_verantwoordelijk)) {
    return G4_ROLE_EXECUTOR;
  }
  if (main && (d.verb == G4_V_krijgen || d.verb == G4_V_hebben || d.verb == G4_V_ontvang)) {
    return g4_clause_has(parse, b->clause, G4_BURDEN) ? G4_ROLE_EXECUTOR : G4_ROLE_BENEFICIARY;
  }
  if (d.verb == G4_V_krijgen || d.verb == G4_V_ontvang || d.verb == G4_V_profiter) {
    return G4_ROLE_BENEFICIARY;
  }
  if (d.passive) {
    if (d.verb == G4_V_verplicht || d.verb == G4_V_acht) {
      return G4_ROLE_EXECUTOR;
    }
    g4_effect effect = g4_effect_of_verb(d.verb, d.particle);
    return effect == G4_EFFECT_GAIN ? G4_ROLE_BENEFICIARY : G4_ROLE_AFFECTED;
  }
  switch (d.modal) {
    case G4_V_moeten:
    case G4_V_dienen:
    case G4_V_horen:
    case G4_V_behoren:
      return d.can || d.verb == G4_V_beschik ? G4_ROLE_BENEFICIARY : G4_ROLE_ADDRESSEE;
    case G4_V_mogen:
      return main && b->clause->negated ? G4_ROLE_AFFECTED : G4_ROLE_BENEFICIARY;
    case G4_V_kunnen:
      return main && b->type == G4_MENTION_GOVERNMENT ? G4_ROLE_ADDRESSEE : G4_ROLE_BENEFICIARY;
    case G4_V_willen:
      return G4_ROLE_OTHER;
    default:
      break;
  }
  if (d.verb == G4_V_worden || d.verb == G4_V_zijn || !d.verb) {
    return main && g4_clause_has_word(parse, b->clause, G4_W_verplicht) ? G4_ROLE_EXECUTOR : G4_ROLE_AFFECTED;
  }
  if (d.verb == G4_V_komen) {
    return G4_ROLE_OTHER;
  }
  bool acts = !(g4_lexis_verb_at(d.verb)->flags & G4_VERB_STATE);
  if (!acts) {
    return G4_ROLE_OTHER;
  }
  return b->type == G4_MENTION_GOVERNMENT || b->type == G4_MENTION_MINISTRY ? G4_ROLE_ADDRESSEE : G4_ROLE_EXECUTOR;
}

static bool is_subject(const bearer *b) {
  const g4_clause *clause = b->clause;
  return clause->subject_first != G4_NOWHERE && b->first >= clause->subject_first && b->first < clause->subject_end;
}

/* What is done to whom. */
static g4_role as_object(const bearer *b, deed d) {
  if (d.verb == G4_V_gef || d.verb == G4_V_bied || d.verb == G4_V_gun || d.verb == G4_V_verlen) {
    return G4_ROLE_BENEFICIARY;
  }
  if (d.verb == G4_V_stimuler || d.verb == G4_V_moedig || d.verb == G4_V_vrag) { /* somebody, to do something */
    for (int i = b->end; i < b->clause->end; i++) {
      if (b->parse->words[i].nesting == G4_IN_PURPOSE) {
        return G4_ROLE_ADDRESSEE;
      }
    }
  }
  if (b->clause->verb_at == G4_NOWHERE || d.verb == G4_V_zijn || d.verb == G4_V_worden) {
    return G4_ROLE_OTHER;
  }
  return by_effect(g4_effect_of_verb(d.verb, d.particle), G4_ROLE_AFFECTED);
}

/* "verantwoordelijkheid van", "initiatieven van", "advies van" */
static g4_role of_whom(const bearer *b, deed d) {
  const g4_parse *parse = b->parse;
  int p = b->governor;
  if (d.verb == G4_V_verwacht || d.verb == G4_V_vrag || d.verb == G4_V_eis) {
    return G4_ROLE_ADDRESSEE;
  }
  char low[32];
  if (p > 0) {
    g4_parse_low(parse, p - 1, low, sizeof low);
    if (strstr(low, "verantwoordelijkheid") || strcmp(low, "initiatief") == 0 || strcmp(low, "initiatieven") == 0 ||
        strcmp(low, "handen") == 0 || strcmp(low, "taak") == 0) {
      return G4_ROLE_EXECUTOR;
    }
    if (strstr(low, "advies") || strstr(low, "adviezen") || strstr(low, "aanbeveling") || strstr(low, "rapport")) {
      return G4_ROLE_CITED_AUTHORITY;
    }
  }
  if (p > 0 && g4_noun_cue_of(parse, p - 1).action == G4_ACTION_COORDINATE) {
    return G4_ROLE_PARTNER;
  }
  g4_effect noun = noun_before(parse, p);
  return by_effect(noun ? noun : g4_effect_of_verb(d.verb, d.particle), G4_ROLE_OTHER);
}

static g4_role for_whom(const bearer *b, deed d) {
  g4_effect noun = noun_before(b->parse, b->governor);
  if (noun != G4_EFFECT_NONE) {
    return by_effect(noun, G4_ROLE_BENEFICIARY);
  }
  return d.verb == G4_V_kies ? G4_ROLE_OTHER : G4_ROLE_BENEFICIARY;
}

static g4_role by_whom(const bearer *b, deed d) {
  if (d.verb == G4_V_gebeur || (d.verb == G4_V_vind && d.particle == G4_W_plaats)) { /* "vindt plaats door" */
    return d.modal ? G4_ROLE_ADDRESSEE : G4_ROLE_EXECUTOR;
  }
  return d.passive && d.modal ? G4_ROLE_ADDRESSEE
         : d.passive          ? G4_ROLE_EXECUTOR
         : is_body(b->type)   ? G4_ROLE_EXECUTOR
                              : G4_ROLE_OTHER;
}

/* By the preposition that governs the words. */
static g4_role governed(const bearer *b, deed d) {
  const g4_parse *parse = b->parse;
  g4_effect noun = noun_before(parse, b->governor);
  switch (g4_parse_word(parse, b->governor)) {
    case G4_W_voor:
      return for_whom(b, d);
    case G4_W_tussen:
      if (b->type == G4_MENTION_GROUP && g4_noun_cue_of(parse, b->governor - 1).action != G4_ACTION_COORDINATE) {
        return G4_ROLE_BENEFICIARY; /* "gelijkheid tussen" */
      }
      return b->type == G4_MENTION_OTHER ? G4_ROLE_OTHER : G4_ROLE_PARTNER;
    case G4_W_met:
      return b->type != G4_MENTION_OTHER || g4_noun_cue_of(parse, b->governor - 1).action == G4_ACTION_COORDINATE
                 ? G4_ROLE_PARTNER
                 : G4_ROLE_OTHER;
    case G4_W_van:
      return of_whom(b, d);
    case G4_W_door:
      return by_whom(b, d);
    case G4_W_aan:
      return noun == G4_EFFECT_LOSS ? G4_ROLE_AFFECTED : G4_ROLE_BENEFICIARY;
    case G4_W_tegen:
    case G4_W_op:
    case G4_W_naar:
      return noun == G4_EFFECT_LOSS || g4_parse_word(parse, b->governor) == G4_W_tegen ? G4_ROLE_AFFECTED
                                                                                       : G4_ROLE_OTHER;
    case G4_W_bij:
    case G4_W_onder:
      if (d.verb == G4_V_dring || d.verb == G4_V_bepleit || d.verb == G4_V_pleit) {
        return G4_ROLE_ADDRESSEE;
      }
      return by_effect(noun, G4_ROLE_OTHER);
    case G4_W_volgens:
    case G4_W_conform:
      return G4_ROLE_CITED_AUTHORITY;
    case G4_W_in:
      if (noun == G4_EFFECT_GAIN) { /* "investeringen in" */
        return G4_ROLE_BENEFICIARY;
      }
      return (d.verb == G4_V_bepleit || d.verb == G4_V_pleit) && is_body(b->type) ? G4_ROLE_ADDRESSEE : G4_ROLE_OTHER;
    case G4_W_via:
      return is_body(b->type) ? G4_ROLE_EXECUTOR : G4_ROLE_OTHER;
    default:
      return G4_ROLE_OTHER;
  }
}

/* In a nested clause that no preposition ties to anything. */
static g4_role nested(const bearer *b, deed d) {
  const g4_parse *parse = b->parse;
  int opener = WORD(b->first).opener;
  switch (g4_parse_word(parse, opener)) {
    case G4_W_zodat:
    case G4_W_opdat:
    case G4_W_waardoor:
      return G4_ROLE_BENEFICIARY;
    case G4_W_om:
      return as_object(b, d);
    case G4_W_dat: {
      bool ordered = b->clause->imperative || b->clause->verb == G4_V_willen || b->clause->modal == G4_V_willen ||
                     b->clause->verb == G4_V_verwacht || b->clause->verb == G4_V_zorg;
      if (phrase_start(parse, b->first) == opener) {
        return ordered && d.can ? G4_ROLE_BENEFICIARY : as_subject(b, d);
      }
      return as_object(b, d);
    }
    case G4_W_die:
    case G4_W_waar:
    case G4_W_waarin:
    case G4_W_waarbij:
    case G4_W_waarmee:
    case G4_W_waarvan:
      return WORD(b->end < parse->count ? b->end : b->first).verb && IS(opener, die)
                 ? by_effect(g4_effect_of_verb(d.verb, d.particle), G4_ROLE_OTHER)
                 : G4_ROLE_OTHER;
    case G4_W_als:
    case G4_W_voordat:
    case G4_W_wanneer:
    case G4_W_indien:
    case G4_W_omdat:
      return G4_ROLE_AFFECTED;
    default:
      return G4_ROLE_OTHER;
  }
}

/* Joined to the mention before it: "werkgevers en werknemers", "Rijk, provincies en gemeenten". */
static int joined_to(const bearer *b, int start) {
  const g4_parse *parse = b->parse;
  int k = start;
  if (k >= 0 && (IS(k, en) || IS(k, of)) && k > 0 && WORD(k - 1).mention != G4_NOWHERE) {
    return WORD(k - 1).mention;
  }
  if (k >= 0 && WORD(k + 1).before && strchr(",(", WORD(k + 1).before) && WORD(k).mention != G4_NOWHERE) {
    return WORD(k).mention;
  }
  return G4_NOWHERE;
}

static g4_role role_of(bearer *b) {
  const g4_parse *parse = b->parse;
  int start = phrase_start(parse, b->first);
  int joined = joined_to(b, start);
  if (joined != G4_NOWHERE && b->mentions[joined].role != G4_ROLE_NONE) {
    return b->mentions[joined].role;
  }
  for (int hops = 0; hops < 3 && start > 0 && (IS(start, en) || IS(start, of)) && !WORD(start - 1).verb; hops++) {
    start = phrase_start(parse, start - 1);
  }
  deed d = deed_of(b);
  bool governed_here = start >= 0 && HAS(start, G4_PREP) && !WORD(start + 1).before && WORD(start).opener != start;
  b->governor = governed_here ? start : G4_NOWHERE;
  if (b->governor != G4_NOWHERE) {
    return governed(b, d);
  }
  uint8_t nesting = WORD(b->first).nesting;
  if (nesting != G4_IN_MAIN && nesting != G4_IN_BRACKETS) {
    return nested(b, d);
  }
  if (b->clause->finite == G4_NOWHERE) {
    g4_effect noun = start >= 0 && !WORD(b->first).before ? g4_noun_cue_of(parse, start).effect : G4_EFFECT_NONE;
    return by_effect(noun, G4_ROLE_AFFECTED); /* "bescherming vissers" */
  }
  return is_subject(b) ? as_subject(b, d) : as_object(b, d);
}

static const g4_clause *clause_at(const g4_parse *parse, int i) {
  const g4_clause *found = &parse->clauses[0];
  for (int c = 0; c < parse->clause_count; c++) {
    if (parse->clauses[c].first <= i) {
      found = &parse->clauses[c];
    }
  }
  return found;
}

/* Laws and reports bear no role; a committee that is named is cited. */
static bool bears(const g4_parse *parse, int i, g4_mention_type type) {
  if (type == G4_MENTION_ADVICE) {
    char low[16];
    g4_parse_low(parse, i, low, sizeof low);
    return strncmp(low, "commissie", 9) == 0 || strncmp(low, "staatscommissi", 14) == 0;
  }
  return type != G4_MENTION_INSTRUMENT;
}

static int last_word(const g4_parse *parse, int first) {
  int end = first + 1;
  while (end < parse->count && WORD(end).mention == WORD(first).mention) {
    end++;
  }
  return end;
}

/* Words that name what may bear a role, with the adjectives that tell which. */
static size_t find_others(const g4_parse *parse, int deciding, const g4_mention *mentions,
                          g4_mention added[MOST_ADDED]) {
  size_t count = 0;
  int last = G4_NOWHERE;
  for (int i = 0; i < parse->count && count < MOST_ADDED; i++) {
    if (WORD(i).mention != G4_NOWHERE || WORD(i).verb || !g4_noun_is_bearer(parse, i)) {
      continue;
    }
    bearer b = {parse, mentions, clause_at(parse, i), deciding, i, i + 1, G4_MENTION_OTHER, G4_NOWHERE};
    bool joined = last != G4_NOWHERE && i == last + 2 && HAS(i - 1, G4_CONJ);
    g4_role role = joined ? added[count - 1].role : role_of(&b);
    if (role == G4_ROLE_NONE || role == G4_ROLE_OTHER || role == G4_ROLE_CITED_AUTHORITY) {
      continue;
    }
    int first = i;
    while (first > 0 && !WORD(first).before && (WORD(first - 1).word == 0 || HAS(first - 1, G4_VALUE)) &&
           WORD(first - 1).mention == G4_NOWHERE && !WORD(first - 1).verb &&
           g4_parse_ends_as_adjective(parse, first - 1)) {
      first--;
    }
    last = i;
    added[count++] = (g4_mention){.reading = {WORD(first).start, WORD(i).end},
                                  .type = G4_MENTION_OTHER,
                                  .entity = -1,
                                  .version = G4_NO_VERSION,
                                  .post = -1,
                                  .state = G4_UNRESOLVED,
                                  .rule = "role.bearer",
                                  .role = role};
  }
  return count;
}

static int insert(g4_mentions *mentions, size_t first, const g4_mention *mention, g40_error *err) {
  if (!g4_vec_push(mentions, *mention)) {
    return g4_fail(err, G40_NOMEM, "out of memory");
  }
  size_t at = mentions->count - 1;
  while (at > first && mentions->items[at - 1].reading.start > mention->reading.start) {
    mentions->items[at] = mentions->items[at - 1];
    at--;
  }
  mentions->items[at] = *mention;
  return G40_OK;
}

/* Named before in the sentence, in the same words. */
static bool is_repeated(const g4_parse *parse, const g4_mention *items, int m) {
  size_t n = items[m].reading.end - items[m].reading.start;
  for (int k = 0; k < m; k++) {
    if (items[k].role != G4_ROLE_NONE && items[k].reading.end - items[k].reading.start == n &&
        memcmp(parse->text + items[k].reading.start, parse->text + items[m].reading.start, n) == 0) {
      return true;
    }
  }
  return false;
}

int g4_roles_set(const g4_parse *parse, int deciding, g4_mentions *mentions, size_t first, g40_error *err) {
  g4_mention *items = first ? mentions->items + first : mentions->items; /* none: NULL, and nothing is added to it */
  for (int i = 0; i < parse->count; i++) {
    int m = WORD(i).mention;
    if (m == G4_NOWHERE || (i > 0 && WORD(i - 1).mention == m) || !bears(parse, i, items[m].type)) {
      continue;
    }
    if (items[m].type == G4_MENTION_ADVICE) {
      items[m].role = G4_ROLE_CITED_AUTHORITY;
      continue;
    }
    int end = last_word(parse, i), at = i;
    while (at + 1 < end && WORD(at).nesting == G4_IN_BRACKETS) { /* "(mkb)bedrijven" */
      at++;
    }
    bearer b = {parse, items, clause_at(parse, at), deciding, at, end, items[m].type, G4_NOWHERE};
    items[m].role = is_repeated(parse, items, m) ? G4_ROLE_NONE : role_of(&b);
  }
  g4_mention added[MOST_ADDED];
  size_t count = find_others(parse, deciding, items, added);
  for (size_t k = 0; k < count; k++) {
    int code = insert(mentions, first, &added[k], err);
    if (code != G40_OK) {
      return code;
    }
  }
  return G40_OK;
}
