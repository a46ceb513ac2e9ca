#include "model/vocabulary.h"

#include <string.h>

#define KINDS(term)                                                                                         \
  term("ask", "verzoek", "ask") term("commitment", "toezegging", "commitment") term("rule", "norm", "rule") \
      term("principle", "uitgangspunt", "principle") term("problem", "probleem", "problem")                 \
          term("observation", "constatering", "observation")

#define ACTIONS(term)                                                                                          \
  term("regulate", "reguleren", "regulate") term("deregulate", "regels schrappen", "deregulate")               \
      term("fund", "bekostigen", "fund") term("invest", "investeren", "invest") term("tax", "belasten", "tax") \
          term("allow", "toestaan", "allow") term("set_norm", "norm stellen", "set a norm")                    \
              term("coordinate", "coördineren", "coordinate") term("guarantee", "waarborgen", "guarantee")     \
                  term("reform", "hervormen", "reform") term("enforce", "handhaven", "enforce")                \
                      term("organise", "organiseren", "organise") term("stimulate", "stimuleren", "stimulate") \
                          term("research", "onderzoeken", "research") term("bundle", "bundelen", "bundle")     \
                              term("stop", "stoppen", "stop") term("protect", "beschermen", "protect")         \
                                  term("other", "anders", "other")

#define ROLES(term)                                                                                  \
  term("holder", "standpunthouder", "holder") term("addressee", "geadresseerde", "addressee")        \
      term("executor", "uitvoerder", "executor") term("partner", "partner", "partner")               \
          term("beneficiary", "begunstigde", "beneficiary") term("affected", "geraakte", "affected") \
              term("cited_authority", "aangehaalde bron", "cited authority") term("other", "anders", "other")

#define CODE(code, nl, en) code,
const char *const g4_kind_codes[] = {KINDS(CODE) NULL};
const char *const g4_action_codes[] = {ACTIONS(CODE) NULL};
const char *const g4_role_codes[] = {ROLES(CODE) NULL};

#define TERM(code, nl, en) {code, nl, en},
static const g4_term kinds[] = {KINDS(TERM)};
static const g4_term actions[] = {ACTIONS(TERM)};
/* Who is responsible follows from a portfolio: words have no such role, rows that tell of it do. */
static const g4_term roles[] = {ROLES(TERM){"responsible", "verantwoordelijke", "responsible"}};

#define COUNT(terms) (sizeof(terms) / sizeof *(terms))

static const g4_vocabulary vocabularies[] = {
    {"kind", "soorten", "kinds", kinds, COUNT(kinds)},
    {"action", "acties", "actions", actions, COUNT(actions)},
    {"role", "rollen", "roles", roles, COUNT(roles)},
};

const g4_vocabulary *g4_vocabulary_at(size_t i) { return i < COUNT(vocabularies) ? &vocabularies[i] : NULL; }

bool g4_is_code(const char *const *codes, const char *word) {
  while (*codes && strcmp(*codes, word) != 0) {
    codes++;
  }
  return *codes != NULL;
}
