#include "extract/ministry_title.h"

#include <string.h>

#include "lexicon/foreign.h"

enum { LONGEST_FIELD = 4, NEAR = 14 };

typedef struct {
  const char *word;
  g4_head kind;
  bool plural;
} head_word;

static const head_word heads[] = {
    {"bewindslieden", G4_HEAD_MEMBER, true},
    {"bewindspersonen", G4_HEAD_MEMBER, true},
    {"bewindspersoon", G4_HEAD_MEMBER, false},
    {"bewindsvrouw", G4_HEAD_MEMBER, false},
    {"bewindsman", G4_HEAD_MEMBER, false},
    {"departement", G4_HEAD_MINISTRY, false},
    {"departementen", G4_HEAD_MINISTRY, true},
    {"min", G4_HEAD_MINISTRY, false},
    {"minister", G4_HEAD_MINISTER, false},
    {"ministerie", G4_HEAD_MINISTRY, false},
    {"ministeries", G4_HEAD_MINISTRY, true},
    {"ministers", G4_HEAD_MINISTER, true},
    {"staatssecretaris", G4_HEAD_STATE_SECRETARY, false},
    {"staatssecretarissen", G4_HEAD_STATE_SECRETARY, true},
};

static g4_slice without(g4_slice word, const char *prefix) {
  size_t n = strlen(prefix);
  bool has = word.length > n && memcmp(word.text, prefix, n) == 0;
  return has ? (g4_slice){word.text + n, word.length - n} : word;
}

bool g4_ministry_head(const g4_view *view, size_t i, g4_head *kind, bool *plural) {
  g4_slice low = g4_view_low(view, i);
  if (g4_view_kind(view, i) != G4_WORD_OFFICE) {
    return false;
  }
  low = without(without(low, "oud-"), "ex-");
  for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
    if (strlen(heads[k].word) != low.length || memcmp(heads[k].word, low.text, low.length) != 0) {
      continue;
    }
    size_t end = view->words.items[i].end;
    *kind = heads[k].kind;
    *plural = heads[k].plural;
    return low.length > 3 || (end < view->length && view->text[end] == '.'); /* "Min." */
  }
  return false;
}

/* The folded words first..last with a space between; at most `size` bytes, 0 for more. */
static size_t join(const g4_view *view, size_t first, size_t last, char *text, size_t size) {
  size_t n = 0;
  for (size_t i = first; i <= last; i++) {
    g4_slice low = g4_view_low(view, i);
    if (n + low.length + 1 > size) {
      return 0;
    }
    if (i > first) {
      text[n++] = ' ';
    }
    memcpy(text + n, low.text, low.length);
    n += low.length;
  }
  return n;
}

static bool is_abbreviation(const g4_search *search, g4_slice name) {
  for (const g4_candidate *c = g4_lexicon_exact(search->finder->lexicon, name); c; c = c->next) {
    if (c->target == G4_TARGET_VERSION && c->by == G4_BY_ABBREVIATION) {
      return true;
    }
  }
  return false;
}

bool g4_ministry_field_known(const g4_search *search, size_t i, g4_field *field) {
  const g4_view *view = &search->view;
  char text[80];
  bool found = false;
  for (size_t k = 0; k < LONGEST_FIELD && i + k < view->words.count; k++) {
    if (k && view->words.items[i + k].gap) {
      break;
    }
    size_t n = join(view, i, i + k, text, sizeof text);
    g4_slice name = {text, n};
    bool abbreviation = k == 0 && view->words.items[i].capital && is_abbreviation(search, name);
    if (n && (abbreviation || g4_lexicon_with_part(search->finder->lexicon, name))) {
      *field = (g4_field){i, i + k, true, abbreviation && view->words.items[i].end - view->words.items[i].start <= 6};
      found = true;
    }
  }
  return found;
}

static bool may_be_field(const g4_view *view, size_t i) {
  g4_word_kind kind = g4_view_kind(view, i);
  return i < view->words.count && (kind == G4_WORD_OTHER || kind >= G4_WORD_QUALIFIER) && kind != G4_WORD_OFFICE &&
         !view->words.items[i].number && !g4_view_one_of(view, i, "staat");
}

/* A field that no ministry is known by: words with capitals, or one in small letters with its adjective. */
static bool read_unknown(const g4_search *search, size_t i, bool small_allowed, g4_field *field) {
  const g4_view *view = &search->view;
  if (!may_be_field(view, i)) {
    return false;
  }
  *field = (g4_field){i, i, false, false};
  if (view->words.items[i].capital) {
    while (may_be_field(view, field->last + 1) && view->words.items[field->last + 1].capital &&
           !view->words.items[field->last + 1].gap) {
      field->last++;
    }
    if (g4_view_hangs(view, field->last) && may_be_field(view, field->last + 2)) {
      field->last += 2; /* "Gezins- en Jeugdzaken" */
    }
    return true;
  }
  g4_slice low = g4_view_low(view, i);
  bool adjective = low.text[low.length - 1] == 'e';
  if (adjective && may_be_field(view, i + 1) && !view->words.items[i + 1].gap) {
    field->last++;
  }
  g4_word_kind kind = g4_view_kind(view, field->last);
  return small_allowed && (kind == G4_WORD_OTHER || kind == G4_WORD_PEOPLE);
}

/* Numbers of lines and pages that stand between. */
static size_t skip_number(const g4_view *view, size_t i) {
  bool number = i + 1 < view->words.count && view->words.items[i].number && !view->words.items[i + 1].gap &&
                view->words.items[i].end - view->words.items[i].start <= 3;
  return number ? i + 1 : i;
}

/* Where the next field of the list may start; 0: the list has ended. */
static size_t next_field(const g4_view *view, size_t after, bool *closing) {
  unsigned gap = g4_view_gap(view, after);
  *closing = false;
  if (g4_view_is(view, after, "en") && !(gap & ~(unsigned)(G4_GAP_COMMA))) {
    *closing = true;
    return g4_view_gap(view, after + 1) ? 0 : skip_number(view, after + 1);
  }
  if (gap == G4_GAP_AND) {
    *closing = true;
    return after;
  }
  return gap == G4_GAP_COMMA ? skip_number(view, after) : 0;
}

/* Reads a list of fields from word i on. Those behind a comma count only when an "en" closes the list, or when they are
 * known and the form says that there are several. */
static void read_fields(const g4_search *search, size_t i, bool small_allowed, g4_ministry_title *title) {
  const g4_view *view = &search->view;
  size_t read = 0;
  bool several = title->plural || title->several, closing = false;
  for (size_t at = i; at && read < G4_FIELDS_MAX && at < view->words.count; at = next_field(view, at, &closing)) {
    g4_field *field = &title->fields[read];
    bool known = g4_ministry_field_known(search, at, field);
    bool small = small_allowed && !view->words.items[title->fields[0].first].capital;
    bool readable = known || (!several && read_unknown(search, at, read ? small : small_allowed, field));
    if (!readable ||
        (read && !view->words.items[at].capital && view->words.items[title->fields[0].first].capital && !known)) {
      break;
    }
    read++;
    at = field->last + 1;
    if (read == 1 || closing || (several && known)) {
      title->field_count = read;
    }
  }
}

/* Where the fields start: behind "van", "voor de", "als", ", zoals", "("; or directly behind the head. 0: nowhere. */
static size_t fields_start(const g4_search *search, g4_ministry_title *title, bool *small_allowed) {
  const g4_view *view = &search->view;
  size_t i = title->head + 1;
  unsigned gap = g4_view_gap(view, i) & ~(unsigned)(title->kind == G4_HEAD_MINISTRY ? G4_GAP_OTHER : 0);
  *small_allowed = false;
  if (gap & G4_GAP_OPEN) {
    title->several = true;
    return i;
  }
  if (title->plural && (g4_view_is(view, i, "als") || g4_view_is(view, i, "zoals"))) {
    title->several = true;
    return i + 1;
  }
  if (gap) {
    return 0;
  }
  if (g4_view_one_of(view, i, "van voor v") && !view->words.items[i].capital) { /* "minister Van Dam" */
    bool article = g4_view_kind(view, i + 1) == G4_WORD_ARTICLE && !title->plural;
    *small_allowed = !title->plural && !article;
    return g4_view_gap(view, i + 1) & ~(unsigned)G4_GAP_OTHER ? 0 : i + 1 + article;
  }
  g4_field field;
  bool named = i < view->words.count && view->words.items[i].capital && g4_ministry_field_known(search, i, &field);
  return named ? i : 0;
}

void g4_ministry_fields_read(const g4_search *search, size_t i, g4_ministry_title *title) {
  *title = (g4_ministry_title){.head = i, .several = true};
  read_fields(search, i, false, title);
}

bool g4_ministry_title_read(const g4_search *search, size_t i, g4_ministry_title *title) {
  *title = (g4_ministry_title){.head = i};
  bool small_allowed;
  if (!g4_ministry_head(&search->view, i, &title->kind, &title->plural)) {
    return false;
  }
  size_t start = fields_start(search, title, &small_allowed);
  if (start && start < search->view.words.count) {
    read_fields(search, start, small_allowed, title);
  }
  return title->field_count > 0;
}

/* Whether "Duitse" or the like stands before word i. */
static bool has_foreign_adjective(const g4_view *view, size_t i) {
  for (size_t n = 0; n < 2 && i > 0 && !g4_view_gap(view, i); n++) {
    g4_slice low = g4_view_low(view, --i);
    if (g4_foreign_adjective(low.text, low.length)) {
      return true;
    }
  }
  return false;
}

bool g4_ministry_title_is_foreign(const g4_search *search, const g4_ministry_title *title) {
  const g4_view *view = &search->view;
  if (has_foreign_adjective(view, title->head)) {
    return true;
  }
  for (size_t i = title->head; i > 0 && i + NEAR / 2 > title->head; i--) { /* "Israëlische premier X en minister" */
    g4_head kind;
    bool plural;
    bool office = g4_view_one_of(view, i - 1, "premier president") || g4_ministry_head(view, i - 1, &kind, &plural);
    if (office && g4_view_is(view, title->head - 1, "en") && has_foreign_adjective(view, i - 1)) {
      return true;
    }
  }
  for (size_t i = title->head > 4 ? title->head - 4 : 1; i < title->head; i++) { /* "De EU krijgt een eigen minister" */
    if (g4_view_one_of(view, i, "krijgt heeft") && g4_view_one_of(view, i - 1, "unie eu europa")) {
      return true;
    }
  }
  size_t after = title->fields[title->field_count - 1].last + 1;
  if (g4_view_gap(view, after) || !g4_view_one_of(view, after, "van in uit")) {
    return false;
  }
  after += g4_view_kind(view, after + 1) == G4_WORD_ARTICLE ? 2 : 1;
  char text[60];
  for (size_t k = 0; k < 3 && after + k < view->words.count; k++) {
    size_t n = join(view, after, after + k, text, sizeof text);
    if (g4_foreign_place(text, n)) {
      return true;
    }
  }
  return g4_view_one_of(view, after, "unie lidstaten lidstaat eurolanden landen eu-landen eurozone");
}

/* Whether any of the words stands within some words of the head. */
static bool near_head(const g4_view *view, size_t head, const char *words) {
  size_t from = head > NEAR ? head - NEAR : 0;
  for (size_t i = from; i < head + NEAR && i < view->words.count; i++) {
    if (g4_view_one_of(view, i, words)) {
      return true;
    }
  }
  return false;
}

/* "Er komt", "moet er ook ... komen". */
static bool there_comes(const g4_view *view, size_t head) {
  return near_head(view, head, "er") && near_head(view, head, "komt komen kome");
}

static bool is_indefinite(const g4_view *view, size_t head) {
  for (size_t n = 0; n < 4 && head > 0; n++) {
    if (g4_view_one_of(view, --head, "een aparte afzonderlijke eigen")) {
      return true;
    }
    g4_word_kind kind = g4_view_kind(view, head);
    if (kind != G4_WORD_OTHER && kind != G4_WORD_QUALIFIER) {
      return false;
    }
  }
  return false;
}

bool g4_ministry_title_is_wanted(const g4_search *search, const g4_ministry_title *title) {
  const g4_view *view = &search->view;
  size_t head = title->head;
  for (size_t i = head > 4 ? head - 4 : 0; i < head; i++) { /* "Er blijft een aparte minister voor ..." */
    if (g4_view_one_of(view, i, "blijft blijven bleef")) {
      return false;
    }
  }
  if (near_head(view, head, "gebleken")) {
    return false;
  }
  if (head > 0 && g4_view_one_of(view, head - 1, "nieuwe nieuw richten stellen")) {
    return true;
  }
  size_t after = title->fields[title->field_count - 1].last + 1;
  if (g4_view_one_of(view, after, "wordt worden moet") &&
      (near_head(view, head, "geroepen") || near_head(view, head, "opgericht heropgericht"))) {
    return true;
  }
  return is_indefinite(view, head) &&
         (there_comes(view, head) ||
          near_head(view, head,
                    "krijgt krijgen aangesteld aanstellen aanstelling benoemd benoemen stellen richten "
                    "opgericht ingesteld oprichten instellen wil willen pleit pleiten voorstander opnieuw "
                    "terug"));
}
