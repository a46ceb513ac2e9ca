#include "lexicon/title.h"

#include <string.h>

#include "lexicon/foreign.h"

/* Words that may stand before a head and say nothing about which one it is. */
static const char *const fillers[] = {
    "'t",
    "aanstaande",
    "alle",
    "andere",
    "betrokken",
    "beide",
    "de",
    "demissionair",
    "demissionaire",
    "deze",
    "die",
    "dit",
    "diverse",
    "een",
    "elk",
    "elke",
    "geen",
    "het",
    "huidig",
    "huidige",
    "ieder",
    "iedere",
    "nederlands",
    "nederlandse",
    "nieuw",
    "nieuwe",
    "ons",
    "onze",
    "toenmalig",
    "toenmalige",
    "verantwoordelijk",
    "verantwoordelijke",
    "verschillende",
    "volgende",
    "voormalig",
    "voormalige",
    "vorig",
    "vorige",
};
static const char *const articles[] = {"'t", "de", "een", "het"};
static const char *const prefixes[] = {"ex-", "mede-", "oud-", "vice-", "vice"};
/* "vakminister", "kernministerie": compounds that name no field. */
static const char *const empty_stems[] = {"kern", "super", "vak"};

typedef struct {
  const char *word;
  g4_head head;
} head_word;

static const head_word heads[] = {
    {"bewindslieden", G4_HEAD_MEMBER},
    {"bewindsman", G4_HEAD_MEMBER},
    {"bewindspersonen", G4_HEAD_MEMBER},
    {"bewindspersoon", G4_HEAD_MEMBER},
    {"bewindsvrouw", G4_HEAD_MEMBER},
    {"departement", G4_HEAD_MINISTRY},
    {"departementen", G4_HEAD_MINISTRY},
    {"min", G4_HEAD_MINISTRY},
    {"min.", G4_HEAD_MINISTRY},
    {"minister", G4_HEAD_MINISTER},
    {"ministerie", G4_HEAD_MINISTRY},
    {"ministeries", G4_HEAD_MINISTRY},
    {"ministers", G4_HEAD_MINISTER},
    {"staatssecretaris", G4_HEAD_STATE_SECRETARY},
    {"staatssecretarissen", G4_HEAD_STATE_SECRETARY},
    {"stas", G4_HEAD_STATE_SECRETARY},
    {"stas.", G4_HEAD_STATE_SECRETARY},
};
static const char *const premiers[] = {"minister-president", "ministerpresident", "premier"};

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static g4_slice slice_of(const char *text) { return (g4_slice){text, strlen(text)}; }

bool g4_slice_equal(g4_slice a, g4_slice b) {
  return a.length == b.length && (!a.length || memcmp(a.text, b.text, a.length) == 0);
}

static bool is_word(g4_slice slice, const char *word) { return g4_slice_equal(slice, slice_of(word)); }

static bool one_of(const char *const *table, size_t count, g4_slice slice) {
  for (size_t i = 0; i < count; i++) {
    if (is_word(slice, table[i])) {
      return true;
    }
  }
  return false;
}

static g4_slice from(g4_slice slice, size_t skip) { return (g4_slice){slice.text + skip, slice.length - skip}; }

static bool starts_with(g4_slice slice, const char *start) {
  size_t n = strlen(start);
  return slice.length >= n && memcmp(slice.text, start, n) == 0;
}

static bool ends_with(g4_slice slice, const char *end) {
  size_t n = strlen(end);
  return slice.length >= n && memcmp(slice.text + slice.length - n, end, n) == 0;
}

g4_slice g4_slice_trim(g4_slice slice) {
  while (slice.length && slice.text[0] == ' ') {
    slice = from(slice, 1);
  }
  while (slice.length && strchr(" .,;:", slice.text[slice.length - 1])) {
    slice.length--;
  }
  return slice;
}

/* Takes the first word off `rest`, with the comma that may close it. */
static g4_slice take_word(g4_slice *rest) {
  while (rest->length && rest->text[0] == ' ') {
    *rest = from(*rest, 1);
  }
  g4_slice word = {rest->text, 0};
  while (word.length < rest->length && rest->text[word.length] != ' ') {
    word.length++;
  }
  *rest = from(*rest, word.length);
  if (word.length && strchr(",:", word.text[word.length - 1])) {
    word.length--;
  }
  return word;
}

static bool skip_word(g4_slice *rest, const char *const *table, size_t count) {
  g4_slice after = *rest;
  g4_slice word = take_word(&after);
  if (!word.length || !one_of(table, count, word)) {
    return false;
  }
  *rest = after;
  return true;
}

static void skip_articles(g4_slice *rest) {
  while (skip_word(rest, articles, LENGTH(articles))) {
  }
  *rest = g4_slice_trim(*rest);
}

static bool find_head(g4_slice word, g4_head *head) {
  for (size_t i = 0; i < LENGTH(heads); i++) {
    if (is_word(word, heads[i].word)) {
      *head = heads[i].head;
      return true;
    }
  }
  return false;
}

typedef struct {
  g4_head head;
  g4_slice stem;
  bool premier, vice, foreign;
} head_found;

/* "landbouwminister", "EZ-ministerie": the stem is the field; of "EU-minister" it is a place. */
static bool find_compound(g4_slice word, head_found *found) {
  const char *end = ends_with(word, "minister") ? "minister" : ends_with(word, "ministerie") ? "ministerie" : NULL;
  if (!end || word.length <= strlen(end)) {
    return false;
  }
  found->head = strcmp(end, "minister") == 0 ? G4_HEAD_MINISTER : G4_HEAD_MINISTRY;
  g4_slice stem = {word.text, word.length - strlen(end)};
  if (stem.text[stem.length - 1] == '-') {
    stem.length--;
  }
  bool elsewhere = g4_foreign_place(stem.text, stem.length);
  found->foreign = found->foreign || elsewhere;
  if (!elsewhere && !one_of(empty_stems, LENGTH(empty_stems), stem)) {
    found->stem = stem;
  }
  return true;
}

/* Takes fillers and a head off `rest`; without a head nothing is taken. */
static bool take_head(g4_slice *rest, head_found *found) {
  g4_slice after = *rest, word;
  *found = (head_found){0};
  for (;;) {
    word = take_word(&after);
    if (g4_foreign_adjective(word.text, word.length)) {
      found->foreign = true;
    } else if (!one_of(fillers, LENGTH(fillers), word)) {
      break;
    }
  }
  for (size_t i = 0; i < LENGTH(prefixes); i++) {
    if (starts_with(word, prefixes[i])) {
      found->vice = found->vice || starts_with(word, "vice");
      word = from(word, strlen(prefixes[i]));
    }
  }
  g4_slice next = after;
  if (one_of(premiers, LENGTH(premiers), word)) {
    found->premier = true;
    found->head = G4_HEAD_MINISTER;
  } else if (is_word(word, "minister") && is_word(take_word(&next), "president")) {
    found->premier = true;
    found->head = G4_HEAD_MINISTER;
    after = next;
  } else if (!find_head(word, &found->head) && !find_compound(word, found)) {
    return false;
  }
  *rest = after;
  return true;
}

/* "van", "voor de", "v.": between head and field. */
static void skip_preposition(g4_slice *rest, bool *voor) {
  static const char *const prepositions[] = {"v", "v.", "van", "voor"};
  g4_slice after = *rest;
  bool is_voor = is_word(take_word(&after), "voor");
  if (skip_word(rest, prepositions, LENGTH(prepositions))) {
    *voor = *voor || is_voor;
  }
  skip_articles(rest);
}

/* Cuts "van Nederland" off the field; says whether the field is of or in another country. */
static bool foreign_tail(g4_slice *field) {
  static const char *const links[] = {" van ", " uit ", " in "};
  g4_slice place = *field;
  size_t cut = 0;
  for (size_t i = field->length; i > 0 && !cut; i--) {
    for (size_t k = 0; k < LENGTH(links); k++) {
      if (starts_with(from(*field, i - 1), links[k])) {
        cut = i - 1;
        place = from(*field, cut + strlen(links[k]));
      }
    }
  }
  skip_articles(&place);
  if (is_word(place, "nederland") || is_word(place, "koninkrijk der nederlanden")) {
    field->length = cut;
    return false;
  }
  return g4_foreign_place(place.text, place.length);
}

/* The prime minister is the minister of Algemene Zaken; who stands in for him leads another ministry, unnamed. */
static void read_premier(const head_found *found, g4_slice rest, g4_title *title) {
  title->field = rest;
  title->foreign = title->foreign || foreign_tail(&title->field);
  if (!title->field.length && !found->vice) {
    title->field = slice_of("algemene zaken");
  }
}

/* "minister-president, minister van ...", "vicepremier en minister van ...": the second says which ministry. */
static bool second_office(g4_slice *rest) {
  g4_slice after = *rest;
  static const char *const links[] = {"en", "tevens"};
  while (skip_word(&after, links, LENGTH(links))) {
  }
  g4_slice probe = after;
  head_found found;
  if (!take_head(&probe, &found)) {
    return false;
  }
  *rest = after;
  return true;
}

static void read_heads(g4_slice rest, g4_title *title) {
  head_found found;
  while (take_head(&rest, &found)) {
    title->head = title->head > G4_HEAD_MINISTRY ? title->head : found.head;
    title->foreign = title->foreign || found.foreign;
    if (found.premier && !second_office(&rest)) {
      skip_preposition(&rest, &title->voor);
      read_premier(&found, rest, title);
      return;
    }
    skip_preposition(&rest, &title->voor);
    if (found.stem.length) {
      bool elsewhere = foreign_tail(&rest);
      title->foreign = title->foreign || elsewhere;
      rest = elsewhere || !rest.length ? found.stem : rest;
      break;
    }
  }
  title->field = is_word(rest, "zonder portefeuille") ? (g4_slice){rest.text, 0} : rest;
  title->foreign = title->foreign || (title->head && foreign_tail(&title->field));
}

static void take_brackets(g4_slice *rest, g4_title *title) {
  if (!rest->length || rest->text[rest->length - 1] != ')') {
    return;
  }
  size_t open = rest->length - 1;
  while (open > 0 && rest->text[open] != '(') {
    open--;
  }
  if (rest->text[open] == '(') {
    title->brackets = g4_slice_trim((g4_slice){rest->text + open + 1, rest->length - open - 2});
    rest->length = open;
    *rest = g4_slice_trim(*rest);
  }
}

/* "Inspectie SZW", "Nederlandse Arbeidsinspectie". */
static bool is_inspectorate(g4_slice field) {
  while (field.length) {
    g4_slice word = take_word(&field);
    if (starts_with(word, "inspectie") || ends_with(word, "inspectie")) {
      return true;
    }
  }
  return false;
}

void g4_title_parse(const char *folded, size_t n, g4_title *title) {
  *title = (g4_title){0};
  g4_slice rest = g4_slice_trim((g4_slice){folded, n});
  take_brackets(&rest, title);
  title->field = rest;
  skip_articles(&title->field);
  read_heads(title->field, title);
  if (!title->field.length) { /* "minister (EZ)" */
    title->field = title->brackets;
    title->brackets.length = 0;
  }
  title->inspectorate = is_inspectorate(title->field);
}

/* The length of the separator that starts here, or 0. */
static size_t separator(g4_slice rest) {
  return starts_with(rest, ",") ? 1 : starts_with(rest, " en ") ? 4 : starts_with(rest, " & ") ? 3 : 0;
}

void g4_parts_split(g4_slice field, g4_parts *parts) {
  parts->count = 0;
  size_t start = 0;
  for (size_t i = 0; i <= field.length; i++) {
    size_t skip = i < field.length ? separator(from(field, i)) : 1;
    if (!skip) {
      continue;
    }
    g4_slice part = g4_slice_trim((g4_slice){field.text + start, i > start ? i - start : 0});
    if (part.length && parts->count == G4_PARTS_MAX) {
      parts->items[0] = field;
      parts->count = 1;
      return;
    }
    if (part.length) {
      parts->items[parts->count++] = part;
    }
    start = i + skip;
    i = skip > 1 ? start - 2 : i; /* the closing space may open the next separator */
  }
}

bool g4_parts_within(const g4_parts *some, const g4_slice *whole, size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count && found < some->count; i++) {
    found += g4_slice_equal(some->items[found], whole[i]);
  }
  return found == some->count;
}
