/* Names that somebody gave: programmes and plans with capitals, whatever stands in quotes behind a word for it,
 * committees by their chair, reports. */
#include <string.h>

#include "extract/search.h"
#include "text/chars.h"

enum { QUOTED_BYTES = 80 };

static bool starts_with(g4_slice low, const char *start) {
  size_t n = strlen(start);
  return low.length > n && memcmp(low.text, start, n) == 0;
}

/* Where a run of words with capitals starts that ends with word i: "Nationaal Programma", also as the first of a
 * sentence; articles do not belong to it. */
static size_t run_start(const g4_view *view, size_t i) {
  while (i > 0 && !g4_view_gap(view, i) && view->words.items[i - 1].capital &&
         (g4_view_kind(view, i - 1) == G4_WORD_OTHER || g4_view_kind(view, i - 1) >= G4_WORD_QUALIFIER) &&
         (g4_view_is_proper(view, i - 1) ||
          g4_view_one_of(view, i - 1, "nationaal nationale landelijk landelijke europees europese regionale"))) {
    i--;
  }
  return i;
}

/* Whether a name that nobody knows starts at word i: "het programma D66" is somebody's, "het plan Nederland" may be
 * any, and what the registry names was found before. */
static bool is_name_start(const g4_search *search, size_t i, bool place_allowed) {
  const g4_view *view = &search->view;
  g4_word_kind kind = g4_view_kind(view, i);
  return g4_view_is_proper(view, i) && !g4_view_gap(view, i) && g4_view_low(view, i).length > 1 &&
         (kind == G4_WORD_OTHER || kind >= G4_WORD_QUALIFIER || kind == G4_WORD_PREPOSITION || kind == G4_WORD_BREAK) &&
         !g4_search_is_marked(
             search, i,
             G4_MARK_MINISTRY | G4_MARK_INSTRUMENT | G4_MARK_STAKEHOLDER | (place_allowed ? 0 : G4_MARK_PLACE));
}

static bool is_quote(g4_char_class kind) {
  return kind == G4_CHAR_QUOTE || kind == G4_CHAR_OPEN || kind == G4_CHAR_CLOSE;
}

/* Whether a quote opens before word i: behind a space or a bracket. */
static bool opens_quote(const g4_view *view, size_t i) {
  size_t length, start = i < view->words.count ? view->words.items[i].start : 0;
  if (!start || !(g4_view_gap(view, i) & G4_GAP_QUOTE) || view->text[start - 1] == '(' ||
      !is_quote(g4_char_before(view->text, start, &length))) {
    return false;
  }
  return start == length || view->text[start - length - 1] == ' ' || view->text[start - length - 1] == '(';
}

static bool closes_quote(const g4_view *view, size_t i) {
  size_t length, end = view->words.items[i].end;
  return end < view->length && view->text[end] != ')' &&
         is_quote(g4_char_at(view->text + end, view->length - end, &length));
}

/* The word behind the quoted text that starts at word i; 0: it is not one, or too long. */
static size_t quote_end(const g4_view *view, size_t i) {
  if (!opens_quote(view, i)) {
    return 0;
  }
  size_t from = view->words.items[i].start;
  for (size_t k = i; k < view->words.count && view->words.items[k].end - from <= QUOTED_BYTES; k++) {
    if (closes_quote(view, k)) {
      return k + 1;
    }
  }
  return 0;
}

static void add_quoted(g4_search *search, size_t i, g4_mention_type type) {
  size_t end = quote_end(&search->view, i);
  while (end) {
    g4_search_add(search, i, end - 1, type, "quoted-name");
    if (!g4_view_one_of(&search->view, end, "of en")) {
      return;
    }
    i = end + 1; /* "'buurtje erbij' of 'wijkje erbij'" */
    end = quote_end(&search->view, i);
  }
}

/* Adds a programme, with the abbreviation in brackets that may follow. */
static void add_bracketed(g4_search *search, size_t first, size_t last) {
  const g4_view_word *words = search->view.words.items;
  size_t bracket = g4_search_brackets(search, last), count = search->found.count;
  g4_search_add(search, first, last, G4_MENTION_INSTRUMENT, "programme-title");
  if (bracket && search->found.count > count) {
    search->found.items[count].reading.end = words[bracket].end + 1;
  }
}

static void find_programme(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  const g4_view_word *word = &view->words.items[i];
  bool whole = word->stem == 0, named = is_name_start(search, i + 1, word->capital);
  if (g4_view_one_of(view, i, "deal deals act")) {
    size_t first = run_start(view, i);
    if (word->capital && first < i && first > 0) {
      g4_search_add(search, first, i, G4_MENTION_INSTRUMENT, "english-title");
    }
    return;
  }
  if (word->upper || g4_search_is_marked(search, i, G4_MARK_STAKEHOLDER)) {
    return; /* headlines; "SGP-programma" */
  }
  add_quoted(search, g4_view_one_of(view, i + 1, "voor genaamd") ? i + 2 : i + 1, G4_MENTION_INSTRUMENT);
  size_t first = word->capital ? run_start(view, i) : i;
  if (named && (word->capital ? g4_view_is_proper(view, i) || first < i : whole)) {
    add_bracketed(search, first, g4_search_name_end(search, i + 1));
  } else if (!whole && first < i && g4_view_is_proper(view, i)) {
    add_bracketed(search, first, i);
  }
}

/* "commissie-Roemer", "Commissie Roemer", "rapport Van Rijn", "SER-advies". */
static void find_report(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  const g4_view_word *word = &view->words.items[i];
  if (word->kind == G4_WORD_REPORT && word->stem) {
    size_t upper = 0;
    for (size_t k = word->start; k < word->end && view->text[k] != '-'; k++) {
      upper += view->text[k] >= 'A' && view->text[k] <= 'Z';
    }
    if (upper >= 2) {
      g4_search_add(search, i, i, G4_MENTION_ADVICE, "report-of-body");
    }
    return;
  }
  add_quoted(search, i + 1, G4_MENTION_ADVICE);
  bool committee = word->kind == G4_WORD_COMMITTEE;
  if (g4_view_is(view, i, "advies") || (i > 0 && g4_view_one_of(view, i - 1, "europese kamer eu"))) {
    return;
  }
  if (is_name_start(search, i + 1, true)) {
    size_t last = g4_search_name_end(search, i + 1);
    g4_search_add(search, i, last, G4_MENTION_ADVICE, committee ? "committee-name" : "report-title");
  }
}

/* "commissie-Roemer", "commissie-Van Rijn". */
static void find_hyphened_committee(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  g4_slice low = g4_view_low(view, i);
  size_t last = i;
  bool small = low.length > 4 &&
               (memcmp(low.text + low.length - 4, "-van", 4) == 0 ||
                memcmp(low.text + low.length - 4, "-ter", 4) == 0 || memcmp(low.text + low.length - 3, "-de", 3) == 0);
  while (small && last < i + 3 && !g4_view_gap(view, last + 1) && last + 1 < view->words.count &&
         (view->words.items[last + 1].capital || g4_view_one_of(view, last + 1, "de den der"))) {
    last++;
  }
  g4_search_add(search, i, last, G4_MENTION_ADVICE, "committee-name");
}

static void find_at(g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  g4_slice low = g4_view_low(view, i);
  switch (view->words.items[i].kind) {
    case G4_WORD_PROGRAMME:
      find_programme(search, i);
      break;
    case G4_WORD_COMMITTEE:
    case G4_WORD_REPORT:
      find_report(search, i);
      break;
    case G4_WORD_QUOTABLE:
      if (view->words.items[i].stem && quote_end(view, i) == i + 1) {
        g4_search_add(search, i, i, G4_MENTION_INSTRUMENT, "quoted-name");
      }
      add_quoted(search, i + 1, G4_MENTION_INSTRUMENT);
      break;
    case G4_WORD_OTHER:
      if (!low.length || (low.text[0] != 'c' && low.text[0] != 's' && low.text[0] != 'r' && low.text[0] != 'b')) {
        break;
      }
      if (starts_with(low, "commissie-") || starts_with(low, "staatscommissie-") || starts_with(low, "rapport-")) {
        find_hyphened_committee(search, i);
      } else if (g4_view_one_of(view, i, "regeling besluit") && g4_view_is_proper(view, i) &&
                 g4_view_kind(view, i + 1) == G4_WORD_OTHER && !g4_view_gap(view, i + 1)) {
        g4_search_add(search, i, i + 1, G4_MENTION_INSTRUMENT, "programme-title");
      }
      break;
    default:
      break;
  }
}

void g4_find_titles(g4_search *search) {
  for (size_t i = 0; i < search->view.words.count && !search->failed; i++) {
    find_at(search, i);
  }
}
