/* Laws, schemes, taxes, benefits, funds and agreements by their form: Jeugdwet, "Wet werk en zekerheid",
 * kroongetuigenregeling, vliegbelasting, zorgakkoord. Plurals and general words name none (endings_names.c). */
#include "extract/search.h"

enum { TITLE_WORDS = 7 };

static bool is_year(const g4_view *view, size_t i) {
  g4_slice low = g4_view_low(view, i);
  return low.length == 4 && view->words.items[i].number && !g4_view_gap(view, i) &&
         (low.text[0] == '1' || low.text[0] == '2');
}

/* "flora- en faunawet", "Nationaal Groeifonds", "algemene heffingskorting": where the name starts. */
static size_t name_start(const g4_view *view, size_t i) {
  if (i > 1 && g4_view_kind(view, i - 1) == G4_WORD_AND && g4_view_hangs(view, i - 2) && !g4_view_gap(view, i)) {
    return i - 2;
  }
  if (i > 0 && !g4_view_gap(view, i) &&
      g4_view_one_of(view, i - 1, "algemene inkomensafhankelijke nationale europese")) {
    return i - 1;
  }
  while (i > 1 && view->words.items[i].capital && g4_view_is_proper(view, i - 1) && !g4_view_gap(view, i) &&
         g4_view_kind(view, i - 1) >= G4_WORD_QUALIFIER) {
    i--;
  }
  while (i > 1 && view->words.items[i].capital && !g4_view_gap(view, i) &&
         g4_view_one_of(view, i - 1, "nationaal tijdelijk europees tijdelijke algemene integraal gezond") &&
         g4_view_is_proper(view, i - 1)) {
    i--;
  }
  return i;
}

/* Adds the name first..last, with the year and the abbreviation in brackets that may follow. */
static void add_name(g4_search *search, size_t first, size_t last, const char *rule) {
  const g4_view *view = &search->view;
  if (is_year(view, last + 1)) {
    last++;
  }
  for (size_t i = first; i <= last; i++) {
    if (g4_search_is_marked(search, i, G4_MARK_MINISTRY | G4_MARK_INSTRUMENT)) {
      return;
    }
  }
  size_t bracket = g4_search_brackets(search, last);
  size_t end = bracket ? view->words.items[bracket].end + 1 : view->words.items[last].end;
  g4_search_add_mention(search, g4_mention_unknown(view->words.items[first].start, end, G4_MENTION_INSTRUMENT, rule));
}

/* "akkoord van Parijs", "associatieakkoord met Israël": the last word of it, or `i`. */
static size_t agreement_end(const g4_view *view, size_t i, const char *links) {
  if (!g4_view_one_of(view, i + 1, links) || g4_view_gap(view, i + 1) || i + 2 >= view->words.count ||
      !view->words.items[i + 2].capital || (g4_view_gap(view, i + 2) & ~(unsigned)G4_GAP_QUOTE)) {
    return i;
  }
  size_t last = i + 2;
  while (last + 1 < view->words.count && view->words.items[last + 1].capital && !view->words.items[last + 1].gap) {
    last++;
  }
  return last;
}

static void find_agreement(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  if (view->words.items[i].stem) {
    add_name(search, name_start(view, i), agreement_end(view, i, "met"), "agreement-compound");
    return;
  }
  size_t last = agreement_end(view, i, "van");
  if (last > i) {
    add_name(search, i, last, "agreement-of");
  }
}

/* Whether word i may be inside a law's name in small letters: "Wet arbeidsmarkt in balans". */
static bool may_be_inside(const g4_view *view, size_t i) {
  g4_word_kind kind = g4_view_kind(view, i);
  return (kind == G4_WORD_OTHER || kind >= G4_WORD_QUALIFIER) && !view->words.items[i].number;
}

/* A name in small letters: content words, and one link between two of them. */
static size_t small_end(const g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  size_t last = i;
  for (size_t k = i + 1; k < i + TITLE_WORDS && k < view->words.count; k++) {
    bool hangs = g4_view_hangs(view, k - 1) && g4_view_gap(view, k) == G4_GAP_HYPHEN;
    if (g4_view_gap(view, k) && !hangs) {
      break;
    }
    if (g4_search_is_marked(search, k, G4_MARK_MINISTRY)) {
      break;
    }
    if (may_be_inside(view, k)) {
      last = k;
    } else if (!g4_view_one_of(view, k, "en in van") || k != last + 1 || last > i + 3) {
      break;
    }
  }
  return last;
}

/* Where the name behind "wet" starts, in words; 0: none follows. In "de wet verplicht" none does; a small "wet" is a
 * name only with a capital or "op" behind it. */
static size_t act_name(const g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  bool capital = view->words.items[i].capital, on = g4_view_one_of(view, i + 1, "op tot inzake");
  size_t next = i + 1;
  if (g4_view_gap(view, next)) {
    return 0;
  }
  if (on) {
    next += g4_view_kind(view, next + 1) == G4_WORD_ARTICLE ? 2 : 1;
  }
  if (g4_view_gap(view, next) || next >= view->words.count || g4_search_is_marked(search, next, G4_MARK_MINISTRY)) {
    return 0;
  }
  if (view->words.items[next].capital) {
    bool somebody = !capital && g4_search_is_marked(search, next, G4_MARK_STAKEHOLDER);
    return somebody || g4_view_kind(view, next) == G4_WORD_VERB ? 0 : next;
  }
  bool named = (on && (capital || g4_view_is(view, i + 1, "op"))) || (capital && g4_view_is_proper(view, i)) ||
               (capital && i == 0 && g4_view_is(view, i, "wet"));
  return named && may_be_inside(view, next) ? next : 0;
}

/* "Wet werk en zekerheid", "wet Markt en Overheid", "Wet op de lijkbezorging", "Algemene wet bestuursrecht". */
static void find_act(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  size_t next = act_name(search, i), first = i;
  if (!next) {
    return;
  }
  if (i > 0 && g4_view_one_of(view, i - 1, "algemene tijdelijke") && !g4_view_gap(view, i)) {
    first = i - 1;
  }
  size_t last = view->words.items[next].capital ? g4_search_name_end(search, next) : small_end(search, next);
  add_name(search, first, last, "law-title");
}

static void find_at(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  static const char *const rules[] = {
      [G4_WORD_LAW] = "law-compound",         [G4_WORD_SCHEME] = "scheme-compound", [G4_WORD_TAX] = "tax-compound",
      [G4_WORD_BENEFIT] = "benefit-compound", [G4_WORD_LEAVE] = "leave-compound",   [G4_WORD_FUND] = "fund-compound",
      [G4_WORD_EU_LAW] = "directive-compound"};
  g4_word_kind kind = view->words.items[i].kind;
  if (kind == G4_WORD_ACT) {
    find_act(search, i);
  } else if (kind == G4_WORD_AGREEMENT) {
    find_agreement(search, i);
  } else if (kind == G4_WORD_EU_LAW && !view->words.items[i].stem) {
    return;
  } else if (kind >= G4_WORD_LAW && kind <= G4_WORD_EU_LAW) {
    add_name(search, name_start(view, i), i, rules[kind]);
  }
}

void g4_find_instruments(g4_search *search) {
  for (size_t i = 0; i < search->view.words.count && !search->failed; i++) {
    if (search->view.words.items[i].kind >= G4_WORD_ACT) {
      find_at(search, i);
    }
  }
}
