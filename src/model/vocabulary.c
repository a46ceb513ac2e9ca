#include "model/vocabulary.h"

#include <string.h>

static const g4_term kinds[] = {
    {"ask", "verzoek", "ask"},          {"commitment", "toezegging", "commitment"},
    {"rule", "norm", "rule"},           {"principle", "uitgangspunt", "principle"},
    {"problem", "probleem", "problem"}, {"observation", "constatering", "observation"},
};

static const g4_term actions[] = {
    {"regulate", "reguleren", "regulate"},
    {"deregulate", "regels schrappen", "deregulate"},
    {"fund", "bekostigen", "fund"},
    {"invest", "investeren", "invest"},
    {"tax", "belasten", "tax"},
    {"allow", "toestaan", "allow"},
    {"set_norm", "norm stellen", "set a norm"},
    {"coordinate", "coördineren", "coordinate"},
    {"guarantee", "waarborgen", "guarantee"},
    {"reform", "hervormen", "reform"},
    {"enforce", "handhaven", "enforce"},
    {"organise", "organiseren", "organise"},
    {"stimulate", "stimuleren", "stimulate"},
    {"research", "onderzoeken", "research"},
    {"bundle", "bundelen", "bundle"},
    {"stop", "stoppen", "stop"},
    {"protect", "beschermen", "protect"},
    {"other", "anders", "other"},
};

static const g4_term roles[] = {
    {"holder", "standpunthouder", "holder"},
    {"addressee", "geadresseerde", "addressee"},
    {"executor", "uitvoerder", "executor"},
    {"partner", "partner", "partner"},
    {"beneficiary", "begunstigde", "beneficiary"},
    {"affected", "geraakte", "affected"},
    {"cited_authority", "aangehaalde bron", "cited authority"},
    {"other", "anders", "other"},
    {"responsible", "verantwoordelijke", "responsible"},
};

#define COUNT(terms) (sizeof(terms) / sizeof *(terms))

static const g4_vocabulary vocabularies[] = {
    {"kind", "soorten", "kinds", kinds, COUNT(kinds)},
    {"action", "acties", "actions", actions, COUNT(actions)},
    {"role", "rollen", "roles", roles, COUNT(roles)},
};

const g4_vocabulary *g4_vocabulary_at(size_t i) { return i < COUNT(vocabularies) ? &vocabularies[i] : NULL; }

const g4_term *g4_vocabulary_term(const char *vocabulary, const char *code) {
  const g4_vocabulary *in = NULL;
  for (size_t i = 0; i < COUNT(vocabularies) && !in; i++) {
    in = strcmp(vocabularies[i].name, vocabulary) == 0 ? &vocabularies[i] : NULL;
  }
  for (size_t i = 0; in && code && i < in->count; i++) {
    if (strcmp(in->terms[i].code, code) == 0) {
      return &in->terms[i];
    }
  }
  return NULL;
}
