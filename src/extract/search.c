#include "extract/search.h"

#include <string.h>

enum { ADJECTIVES = 3, BRACKETED = 40, NAME_WORDS = 8 };

g4_mention g4_mention_unknown(size_t start, size_t end, g4_mention_type type, const char *rule) {
  return (g4_mention){.reading = {start, end},
                      .type = type,
                      .entity = -1,
                      .version = G4_NO_VERSION,
                      .post = -1,
                      .state = G4_UNRESOLVED,
                      .reason = G4_REASON_UNKNOWN,
                      .rule = rule};
}

bool g4_search_is_marked(const g4_search *search, size_t i, unsigned marks) {
  return i < search->view.words.count && (search->view.words.items[i].marks & marks) != 0;
}

void g4_search_mark(g4_search *search, size_t first, size_t last, unsigned mark) {
  for (size_t i = first; i <= last; i++) {
    search->view.words.items[i].marks = (uint8_t)(search->view.words.items[i].marks | mark);
  }
}

void g4_search_add_mention(g4_search *search, g4_mention mention) {
  search->failed = search->failed || !g4_vec_push(&search->found, mention);
}

/* "(mkb)" of "(mkb)bedrijven": word i stands glued behind a bracket that the word before is in. */
static bool is_bracketed_stem(const g4_view *view, size_t i) {
  unsigned glued = G4_GAP_CLOSE | G4_GAP_GLUED;
  return i > 0 && (g4_view_gap(view, i) & glued) == glued && (g4_view_gap(view, i - 1) & G4_GAP_OPEN);
}

size_t g4_search_start(const g4_view *view, size_t first) {
  size_t start = view->words.items[first].start;
  return start - (start > 0 && is_bracketed_stem(view, first + 1));
}

void g4_search_add(g4_search *search, size_t first, size_t last, g4_mention_type type, const char *rule) {
  for (size_t i = first; i <= last; i++) {
    if (g4_search_is_marked(search, i, G4_MARK_MINISTRY)) {
      return;
    }
  }
  const g4_view_word *words = search->view.words.items;
  g4_search_add_mention(search, g4_mention_unknown(g4_search_start(&search->view, first), words[last].end, type, rule));
}

size_t g4_search_qualified(const g4_search *search, size_t first) {
  const g4_view *view = &search->view;
  if (is_bracketed_stem(view, first)) {
    return first - 1;
  }
  for (size_t n = 0; n < ADJECTIVES && first > 0; n++) {
    if (g4_view_gap(view, first)) {
      break;
    }
    size_t before = first - 1;
    if (first > 1 && g4_view_kind(view, before) == G4_WORD_AND && g4_view_hangs(view, first - 2)) {
      first -= 2; /* "dak- en thuisloze arbeidsmigranten" */
    } else if (first > 2 && g4_view_kind(view, before) == G4_WORD_QUALIFIER && g4_view_is(view, first - 2, "en") &&
               g4_view_kind(view, first - 3) == G4_WORD_QUALIFIER && !g4_view_gap(view, first - 2)) {
      first -= 3; /* "kleine en middelgrote ondernemers" */
    } else if (g4_view_kind(view, before) == G4_WORD_QUALIFIER) {
      first--;
    } else {
      break;
    }
  }
  return first;
}

/* Words that may stand between a preposition or verb and the noun: articles, "deze", and adjectives by their -e. */
static size_t phrase_start(const g4_view *view, size_t first) {
  for (size_t n = 0; n < ADJECTIVES && first > 0 && !g4_view_gap(view, first); n++) {
    g4_word_kind kind = g4_view_kind(view, first - 1);
    g4_slice low = g4_view_low(view, first - 1);
    bool adjective = kind == G4_WORD_OTHER && low.length > 3 && low.text[low.length - 1] == 'e';
    if (kind != G4_WORD_ARTICLE && kind != G4_WORD_DETERMINER && kind != G4_WORD_QUALIFIER && !adjective) {
      break;
    }
    first--;
  }
  return first;
}

bool g4_search_is_place(const g4_search *search, size_t first) {
  size_t start = phrase_start(&search->view, first);
  return start > 0 && !g4_view_gap(&search->view, start) && g4_view_kind(&search->view, start - 1) == G4_WORD_PLACE_IN;
}

bool g4_search_acts(const g4_search *search, size_t first) {
  const g4_view *view = &search->view;
  if (g4_view_one_of(view, first + 1, "wordt worden werd werden")) {
    return false;
  }
  size_t start = phrase_start(view, first);
  if (start == 0) {
    return true;
  }
  if (g4_view_gap(view, start)) {
    return false;
  }
  g4_word_kind before = g4_view_kind(view, start - 1);
  return before == G4_WORD_VERB || before == G4_WORD_BREAK || g4_view_one_of(view, start - 1, "met door");
}

bool g4_search_is_singular(const g4_view *view, size_t i) {
  g4_slice low = g4_view_low(view, i);
  return low.length && low.text[low.length - 1] != 's' && low.text[low.length - 1] != 'n';
}

bool g4_search_is_nobody(const g4_view *view, size_t first, size_t last) {
  if (first == 0 || !g4_search_is_singular(view, last)) {
    return false;
  }
  bool title = last + 1 < view->words.count && view->words.items[last + 1].capital && !g4_view_gap(view, last + 1);
  return title || g4_view_is(view, first - 1, "tot");
}

bool g4_search_is_surname(const g4_view *view, size_t i) {
  bool counted = g4_view_kind(view, i - 1) == G4_WORD_DETERMINER && !view->words.items[i - 1].capital;
  return g4_view_is_proper(view, i) && g4_search_is_singular(view, i) && !counted;
}

/* One school is a place unless it acts; "in scholen" never does. */
bool g4_search_is_body(const g4_search *search, size_t first, size_t last) {
  g4_slice low = g4_view_low(&search->view, last);
  bool one = g4_search_is_singular(&search->view, last) && low.text[low.length - 1] != 'a'; /* musea */
  return one ? g4_search_acts(search, first) : !g4_search_is_place(search, first);
}

/* Small words that may join two parts of a name, when another part follows. An article only behind a preposition: in
 * "de Wet BIG en de Geneesmiddelenwet" another name follows. */
static bool is_inner_link(const g4_view *view, size_t i) {
  return g4_view_one_of(view, i, "en & van in op voor tot bij naar door der tegen") ||
         (g4_view_one_of(view, i, "de het") && g4_view_one_of(view, i - 1, "van in op voor tot bij naar door tegen"));
}

size_t g4_search_name_end(const g4_search *search, size_t i) {
  const g4_view *view = &search->view;
  size_t last = i;
  for (size_t k = i + 1; k < i + NAME_WORDS && k < view->words.count && !(g4_view_gap(view, k) & ~(unsigned)G4_GAP_AND);
       k++) {
    if (view->words.items[k].capital && view->words.items[k].kind != G4_WORD_LAW &&
        !g4_search_is_marked(search, k, G4_MARK_MINISTRY)) {
      last = k;
    } else if (!is_inner_link(view, k)) {
      break;
    }
  }
  return last;
}

size_t g4_search_brackets(const g4_search *search, size_t last) {
  const g4_view *view = &search->view;
  size_t next = last + 1;
  if (next >= view->words.count || !(view->words.items[next].gap & G4_GAP_OPEN)) {
    return 0;
  }
  const g4_view_word *word = &view->words.items[next];
  bool closed = word->end < view->length && view->text[word->end] == ')';
  bool short_name = word->upper || (word->capital && word->end - word->start <= BRACKETED) ||
                    g4_view_kind(view, next) == G4_WORD_SCHEME;
  return closed && short_name && !g4_search_is_marked(search, next, G4_MARK_MINISTRY) ? next : 0;
}
