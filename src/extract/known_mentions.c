/* Names that the registry knows. Being spotted is not enough: a city is a place unless it is called a municipality,
 * schools are where something happens or who acts, and the title of a report may be everyday words. */
#include <string.h>

#include "extract/search.h"
#include "text/chars.h"

static bool is_one_of(const char *word, const char *words) {
  size_t n = strlen(word);
  for (const char *at = strstr(words, word); at; at = strstr(at + 1, word)) {
    if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n])) {
      return true;
    }
  }
  return false;
}

static g4_mention_type type_of(const g4_entity *entity) {
  if (entity->type == G4_INSTRUMENT || entity->type == G4_ADVICE) {
    return entity->type == G4_ADVICE ? G4_MENTION_ADVICE : G4_MENTION_INSTRUMENT;
  }
  if (is_one_of(entity->kind, "population_group")) {
    return G4_MENTION_GROUP;
  }
  if (is_one_of(entity->kind, "network company union employer_body education party")) {
    return G4_MENTION_ORGANISATION;
  }
  if (is_one_of(entity->kind, "commission")) {
    return G4_MENTION_ADVICE;
  }
  return is_one_of(entity->kind, "country other") ? G4_MENTION_OTHER : G4_MENTION_GOVERNMENT;
}

static g4_place place_of(const g4_entity *entity) {
  if (is_one_of(entity->kind, "municipality province")) {
    return G4_PLACE_TOWN;
  }
  if (is_one_of(entity->kind, "region")) {
    return G4_PLACE_REGION;
  }
  static const char unions[] = "stakeholder/europese-unie stakeholder/navo stakeholder/vn stakeholder/schiphol";
  return is_one_of(entity->id, unions) ? G4_PLACE_UNION : G4_PLACE_NONE;
}

static bool starts_small(const char *name) {
  size_t length;
  return *name && g4_char_at(name, strlen(name), &length) == G4_CHAR_LOWER;
}

g4_entity_use g4_entity_use_of(const g4_entity *entity) {
  if (entity->type == G4_THEME || !entity->kind) {
    return (g4_entity_use){.type = G4_MENTION_OTHER};
  }
  g4_entity_use use = {.type = (unsigned char)type_of(entity),
                       .place = (unsigned char)place_of(entity),
                       .committee = is_one_of(entity->kind, "commission"),
                       .small = starts_small(entity->name.nl)};
  for (size_t i = 0; i < entity->same_as.count && !use.small; i++) {
    const g4_form *form = &entity->same_as.items[i];
    use.small = starts_small(form->text) && (!form->language || strcmp(form->language, "nl") == 0);
  }
  return use;
}

static const g4_entity *entity_at(const g4_search *search, int index) {
  return &search->finder->registry->entities.items[index];
}

/* What the spot may mean besides ministries: the one entity, or the first of several (and then *several). An advice
 * comes before the committee that wrote it. */
static int pick_entity(const g4_search *search, const g4_spot *spot, bool *several) {
  int picked = -1;
  *several = false;
  for (const g4_candidate *c = spot->first; c; c = c->next) {
    if (c->target != G4_TARGET_ENTITY) {
      continue;
    }
    const g4_entity_use *uses = search->finder->uses;
    if (picked < 0 || (uses[picked].committee && entity_at(search, c->index)->type == G4_ADVICE)) {
      picked = c->index;
    } else if (!uses[c->index].committee) {
      *several = true;
    }
  }
  return picked;
}

/* "gemeente Zwolle", "provincie Utrecht", "arbeidsmarktregio Twente". */
static bool is_called_body(const g4_view *view, size_t first, size_t last) {
  return last > first && g4_view_one_of(view, first, "gemeente gemeenten provincie arbeidsmarktregio regio waterschap");
}

/* Unions of states are places where something happens, like countries: only as the doer, or where somebody asks them.
 */
static bool is_union_acting(const g4_search *search, size_t first) {
  return g4_search_acts(search, first) || (first > 0 && g4_view_one_of(&search->view, first - 1, "aan")) ||
         (first > 1 && g4_view_is(&search->view, first - 1, "de") && g4_view_is(&search->view, first - 2, "aan"));
}

/* "werkloze arbeidsmigranten", "particulier kapitaal": an adjective here. */
static bool is_adjective(const g4_view *view, size_t i) {
  if (g4_view_kind(view, i) != G4_WORD_QUALIFIER) {
    return false;
  }
  g4_word_kind next = g4_view_kind(view, i + 1), before = g4_view_kind(view, i - 1);
  bool noun_follows = !g4_view_gap(view, i + 1) && (next == G4_WORD_OTHER || next >= G4_WORD_QUALIFIER);
  return noun_follows || (before != G4_WORD_ARTICLE && before != G4_WORD_DETERMINER);
}

/* "NS-stations": of somebody, not somebody. */
static bool is_inside_compound(const g4_view *view, const g4_spot *spot) {
  return spot->word_end > spot->end && view->text[spot->end] == '-';
}

static bool is_actor(const g4_search *search, int index, const g4_spot *spot, size_t first, size_t last) {
  const g4_view *view = &search->view;
  if (search->finder->uses[index].type == G4_MENTION_GROUP && first == last && g4_search_is_surname(view, first)) {
    return false;
  }
  if (is_inside_compound(view, spot) || (first == last && is_adjective(view, first)) ||
      (!spot->abbreviation && !spot->capital && g4_search_is_nobody(view, first, last))) {
    return false;
  }
  bool plural;
  switch (search->finder->uses[index].place) {
    case G4_PLACE_TOWN:
      return is_called_body(view, first, last);
    case G4_PLACE_REGION:
      plural = view->text[spot->end - 1] == 's' && search->finder->uses[index].small; /* regio's; not Twente */
      return is_called_body(view, first, last) || (plural && !g4_search_is_place(search, first));
    case G4_PLACE_UNION:
      return is_union_acting(search, first);
    default:
      break;
  }
  switch (g4_view_kind(view, last)) {
    case G4_WORD_SECTOR:
      return g4_search_acts(search, first);
    case G4_WORD_PLACE_BODY:
      return g4_search_is_body(search, first, last);
    default:
      return first != last || !g4_view_is(view, last, "onderwijs"); /* what schools do, rather than who */
  }
}

/* Words that are also everyday ones: they name no scheme or agreement of their own in a sentence, nor inside a word
 * ("cao-loon"). */
static bool is_general(const g4_view *view, const g4_spot *spot, size_t first, size_t last) {
  bool cao = spot->end - spot->start == 3 && g4_view_low(view, first).length > 3 &&
             memcmp(g4_view_low(view, first).text, "cao-", 4) == 0;
  return cao || g4_view_is(view, first, "box") || g4_view_is(view, last, "minimumloon") ||
         (first == last && g4_view_one_of(view, first, "studiefinanciering cao cao's topsectoren"));
}

/* A name that is written with a capital may be everyday words without it, and at the start of a sentence. What ends
 * like a law or fund is one in any case. */
static bool is_instrument(const g4_search *search, int index, const g4_spot *spot, size_t first, size_t last) {
  const g4_view *view = &search->view;
  const g4_entity *entity = entity_at(search, index);
  if (is_general(view, spot, first, last)) {
    return false;
  }
  if (spot->abbreviation) {
    return true;
  }
  if (g4_view_is(view, last, "bijstand") && g4_view_one_of(view, last + 1, "aan van bij door")) {
    return false; /* help, not the benefit */
  }
  g4_word_kind kind = g4_view_kind(view, last);
  if (entity->type != G4_ADVICE && (search->finder->uses[index].small || kind >= G4_WORD_LAW)) {
    return true;
  }
  unsigned gap = g4_view_gap(view, first);
  return spot->capital && (g4_view_is_proper(view, first) || (gap & G4_GAP_QUOTE) || last > first + 3 ||
                           (first == 0 && g4_view_kind(view, first) >= G4_WORD_ACT));
}

static void add_spot(g4_search *search, const g4_spot *spot) {
  const g4_view *view = &search->view;
  bool several;
  int index = pick_entity(search, spot, &several);
  if (index < 0) {
    return;
  }
  g4_mention_type type = (g4_mention_type)search->finder->uses[index].type;
  size_t first = g4_view_word_at(view, spot->start + 1), last = g4_view_word_at(view, spot->end) - 1;
  first -= first > 0; /* the word that holds the start */
  bool instrument = type == G4_MENTION_INSTRUMENT || type == G4_MENTION_ADVICE;
  if (!instrument) {
    bool place = type == G4_MENTION_OTHER || search->finder->uses[index].place != G4_PLACE_NONE;
    g4_search_mark(search, first, first, place ? G4_MARK_PLACE : G4_MARK_STAKEHOLDER);
  }
  if (type == G4_MENTION_OTHER || g4_search_is_marked(search, first, G4_MARK_MINISTRY) ||
      g4_search_is_marked(search, last, G4_MARK_MINISTRY)) {
    return;
  }
  if (instrument ? !is_instrument(search, index, spot, first, last) : !is_actor(search, index, spot, first, last)) {
    return;
  }
  size_t start = spot->start, end = spot->end;
  if (!instrument && first < last && g4_view_kind(view, first) == G4_WORD_ARTICLE) { /* "het Rijk" */
    start = view->words.items[++first].start;
  }
  size_t bracket = g4_search_brackets(search, last);
  bool hangs = end == view->words.items[last].end && first > 1 && g4_view_hangs(view, first - 2);
  if (!instrument || hangs) {
    size_t qualified = g4_search_qualified(search, first);
    start = qualified < first ? g4_search_start(view, qualified) : start;
  }
  if (bracket && end == view->words.items[last].end && !spot->abbreviation &&
      (instrument || view->words.items[last].capital)) {
    end = view->words.items[bracket].end + 1;
  }
  if (instrument) {
    g4_search_mark(search, first, last, G4_MARK_INSTRUMENT);
  }
  g4_mention mention = g4_mention_unknown(start, end, type, "registry");
  mention.entity = several ? -1 : index;
  mention.state = several ? G4_AMBIGUOUS : G4_RESOLVED;
  mention.reason = G4_REASON_NONE;
  g4_search_add_mention(search, mention);
}

void g4_find_known(g4_search *search) {
  for (size_t i = 0; i < search->spots.count && !search->failed; i++) {
    add_spot(search, &search->spots.items[i]);
  }
}
