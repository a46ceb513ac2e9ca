/* People and bodies that the registry does not name, by the form of the noun: huurders, zorgondernemer, werkenden,
 * mensen met een beperking, energiebedrijven. */
#include <string.h>

#include "extract/search.h"

enum { SHORTEST_ERS = 6, PHRASE = 6 };

/* "kinderen van statushouders": the last word of it, or `i`. */
static size_t with_parents(const g4_view *view, size_t i) {
  if (!g4_view_is(view, i, "kinderen") || !g4_view_is(view, i + 1, "van") || g4_view_gap(view, i + 1)) {
    return i;
  }
  for (size_t k = i + 2; k < i + 5 && !g4_view_gap(view, k); k++) {
    g4_word_kind kind = g4_view_kind(view, k);
    if (kind == G4_WORD_PEOPLE || kind == G4_WORD_PARTICIPLE) {
      return k;
    }
    if (kind != G4_WORD_QUALIFIER && kind != G4_WORD_ARTICLE) {
      break;
    }
  }
  return i;
}

static void find_people(g4_search *search, size_t i, const char *rule) {
  const g4_view *view = &search->view;
  g4_slice low = g4_view_low(view, i);
  if (g4_search_is_nobody(view, i, i) || g4_search_is_surname(view, i)) {
    return;
  }
  g4_word_kind next = g4_view_kind(view, i + 1);
  bool noun_follows = !g4_view_gap(view, i + 1) && (next == G4_WORD_OTHER || next >= G4_WORD_QUALIFIER);
  if (low.text[low.length - 1] == 'e' && noun_follows) {
    return; /* "pensioengerechtigde leeftijd" */
  }
  g4_search_add(search, g4_search_qualified(search, i), with_parents(view, i), G4_MENTION_GROUP, rule);
}

/* Adjectives without -e, as before inkomen and gedrag: "een laag inkomen". */
static bool is_bare_adjective(const g4_view *view, size_t i) {
  static const char *const endings[] = {"lijk", "isch", "baar", "loos", "aal", "ief", "bel", "eerd", "perkt"};
  g4_slice low = g4_view_low(view, i);
  for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
    size_t n = strlen(endings[k]);
    if (low.length > n && memcmp(low.text + low.length - n, endings[k], n) == 0) {
      return true;
    }
  }
  return g4_view_one_of(view, i,
                        "laag klein hoog groot gering verward onbegrepen bescheiden licht zwaar eigen extra goed vast "
                        "lager hoger smal dubbel");
}

/* Words of a noun phrase: adjectives, which end in -e or are of a few that do not, and the noun; its last word. */
static size_t phrase_end(const g4_view *view, size_t i) {
  size_t last = i - 1;
  for (size_t n = 0; n < PHRASE && i < view->words.count && !g4_view_gap(view, i); n++, i++) {
    g4_word_kind kind = g4_view_kind(view, i);
    if (kind == G4_WORD_ARTICLE || kind == G4_WORD_DETERMINER) {
      continue;
    }
    if (kind > G4_WORD_DETERMINER && kind < G4_WORD_QUALIFIER) {
      break;
    }
    last = i;
    g4_slice low = g4_view_low(view, i);
    bool inflected = low.text[low.length - 1] == 'e';
    if (!inflected && kind != G4_WORD_QUALIFIER && !is_bare_adjective(view, i)) {
      break;
    }
    if (inflected && g4_view_kind(view, i + 1) == G4_WORD_AND && !g4_view_gap(view, i + 1) &&
        !g4_view_gap(view, i + 2)) {
      i++; /* "een lichamelijke of verstandelijke beperking" */
    }
  }
  return last;
}

/* "met een afstand tot de arbeidsmarkt", "zonder papieren", "in armoede", "op leeftijd": what makes people a group. */
static size_t complement_end(const g4_view *view, size_t i) {
  if (g4_view_gap(view, i)) {
    return i - 1;
  }
  if (g4_view_one_of(view, i, "met zonder")) {
    bool both = g4_view_is(view, i + 1, "en") && g4_view_is(view, i + 2, "zonder"); /* "met en zonder beperking" */
    size_t last = phrase_end(view, i + (both ? 3 : 1));
    last = last > i + (both ? 2 : 0) ? last : i - 1;
    bool more = last > i && g4_view_one_of(view, last + 1, "tot op") &&
                g4_view_kind(view, last + 2) == G4_WORD_ARTICLE && !g4_view_gap(view, last + 1);
    return more && last + 3 < view->words.count ? last + 3 : last;
  }
  if (g4_view_is(view, i, "op") && g4_view_is(view, i + 1, "leeftijd")) {
    return i + 1;
  }
  if (g4_view_is(view, i, "van") && g4_view_is(view, i + 1, "kleur")) {
    return i + 1;
  }
  if (g4_view_is(view, i, "van") && g4_view_is(view, i + 1, "buiten") && g4_view_is(view, i + 2, "de")) {
    return i + 3;
  }
  if (g4_view_is(view, i, "in") && g4_view_one_of(view, i + 1, "armoede nood detentie loondienst")) {
    return i + 1;
  }
  if (g4_view_is(view, i, "in") && g4_view_is(view, i + 1, "de") &&
      g4_view_one_of(view, i + 2, "bijstand schulden wao ww wia")) {
    return i + 2;
  }
  return i - 1;
}

static void find_folk(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  size_t last = complement_end(view, i + 1);
  size_t first = g4_search_qualified(search, i);
  bool restricted = first < i && g4_view_one_of(view, i - 1,
                                                "werkloze dakloze thuisloze dementerende demente verwarde zieke oudere "
                                                "gehandicapte laaggeletterde opgeleide geschoolde jonge werkende arme "
                                                "kwetsbare");
  if (last > i && last < view->words.count) {
    g4_search_add(search, first, last, G4_MENTION_GROUP, "people-with");
  } else if (restricted) {
    g4_search_add(search, first, i, G4_MENTION_GROUP, "people-with");
  }
}

/* "Nationale Investeringsbank": capitals inside the sentence belong to the name. */
static size_t proper_start(const g4_view *view, size_t i) {
  while (g4_view_is_proper(view, i) && g4_view_is_proper(view, i - 1) && !g4_view_gap(view, i)) {
    g4_slice low = g4_view_low(view, i - 1);
    if (low.text[low.length - 1] != 'e' && !g4_view_one_of(view, i - 1, "nationaal europees landelijk")) {
      break;
    }
    i--;
  }
  return i;
}

static void find_body(g4_search *search, size_t i, g4_mention_type type, const char *rule) {
  if (!g4_search_is_nobody(&search->view, i, i)) {
    size_t proper = proper_start(&search->view, i);
    g4_search_add(search, proper < i ? proper : g4_search_qualified(search, i), i, type, rule);
  }
}

static void find_at(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  switch (view->words.items[i].kind) {
    case G4_WORD_PEOPLE:
      find_people(search, i, "people-noun");
      break;
    case G4_WORD_PEOPLE_ERS:
      if (view->words.items[i].low.length >= SHORTEST_ERS && !g4_view_is_proper(view, i) &&
          !g4_search_is_marked(search, i, G4_MARK_INSTRUMENT)) { /* "PAS-melders": the PAS */
        find_people(search, i, "people-ers");
      }
      break;
    case G4_WORD_PARTICIPLE:
      find_people(search, i, "people-participle");
      break;
    case G4_WORD_FOLK:
      find_folk(search, i);
      break;
    case G4_WORD_BODY:
      find_body(search, i, G4_MENTION_ORGANISATION, "body-noun");
      break;
    case G4_WORD_PUBLIC:
      find_body(search, i, G4_MENTION_GOVERNMENT, "public-body");
      break;
    case G4_WORD_PLACE_BODY:
      if (g4_search_is_body(search, i, i)) {
        bool state = g4_view_one_of(view, i, "lidstaten lidstaat buurlanden steden") || view->words.items[i].stem > 0;
        find_body(search, i, state ? G4_MENTION_GOVERNMENT : G4_MENTION_ORGANISATION, "place-body");
      }
      break;
    case G4_WORD_SECTOR:
      if (g4_search_acts(search, i) &&
          !(i > 0 && g4_view_one_of(view, i - 1, "private vrije collectieve publieke particuliere"))) {
        find_body(search, i, G4_MENTION_ORGANISATION, "sector-acts");
      }
      break;
    default:
      break;
  }
}

void g4_find_actors(g4_search *search) {
  for (size_t i = 0; i < search->view.words.count && !search->failed; i++) {
    if (search->view.words.items[i].kind >= G4_WORD_PEOPLE && search->view.words.items[i].kind < G4_WORD_ACT) {
      find_at(search, i);
    }
  }
}
