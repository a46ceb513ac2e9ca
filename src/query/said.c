#include "query/said.h"

#include <string.h>

#include "text/fold.h"
#include "text/words.h"

enum { LEAST_WORDS = 3 };

static const char *const amounts[] = {"euro", "euro's", "miljard", "miljoen", "mld", "mln", "procent", NULL};
static const char *const moments[] = {"jaar",
                                      "jaren",
                                      "jaarlijks",
                                      "jaarlijkse",
                                      "maand",
                                      "maanden",
                                      "week",
                                      "weken",
                                      "kwartaal",
                                      "decennium",
                                      "decennia",
                                      "termijn",
                                      "kabinetsperiode",
                                      "regeerperiode",
                                      "raadsperiode",
                                      "collegeperiode",
                                      "uiterlijk",
                                      "nu",
                                      "direct",
                                      "meteen",
                                      "onmiddellijk",
                                      "vandaag",
                                      "januari",
                                      "februari",
                                      "maart",
                                      "april",
                                      "mei",
                                      "juni",
                                      "juli",
                                      "augustus",
                                      "september",
                                      "oktober",
                                      "november",
                                      "december",
                                      "langjarig",
                                      "langjarige",
                                      "meerjarig",
                                      "meerjarige",
                                      NULL};
/* Heads: a compound of one is one (warmtefonds). */
static const char *const instruments[] = {
    "wet",         "wetten",          "wetgeving",    "regelgeving", "regeling",    "regelingen",
    "regels",      "fonds",           "fondsen",      "programma",   "programma's", "subsidie",
    "subsidies",   "akkoord",         "akkoorden",    "agenda",      "agenda's",    "convenant",
    "plan",        "plannen",         "deal",         "deals",       "norm",        "normen",
    "belasting",   "belastingen",     "heffing",      "heffingen",   "accijns",     "toeslag",
    "toeslagen",   "uitkering",       "uitkeringen",  "budget",      "vergunning",  "vergunningen",
    "verordening", "besluit",         "visie",        "pilot",       "pilots",      "richtlijn",
    "garantie",    "garantstelling",  "quotum",       "verbod",      "tarief",      "tarieven",
    "afspraken",   "instrumentarium", "wetsvoorstel", "lening",      "leningen",    "btw",
    NULL};
static const char *const no_instruments[] = {"enorm", "televisie", "verbodsbord", NULL};
static const char *const sources[] = {
    "volgens",      "bron",         "bronnen",   "blijkt",    "blijken",    "onderzoek", "onderzoeken",
    "onderzoekers", "rapport",      "cijfers",   "monitor",   "statistiek", "raming",    "ramingen",
    "berekening",   "berekeningen", "berekende", "studie",    "studies",    "advies",    "commissie",
    "rekenkamer",   "enquete",      "meting",    "metingen",  "peiling",    "cbs",       "cpb",
    "scp",          "pbl",          "rivm",      "dnb",       "uwv",        "eurostat",  "oeso",
    "http",         "https",        "www",       "becijferd", "berekend",   NULL};
/* A number beside one of these is an aim; behind "zodat" too. */
static const char *const aims[] = {"wil",     "willen",  "moet",         "moeten",  "dient",        "dienen",
                                   "streven", "streeft", "streefcijfer", "doel",    "doelstelling", "doelen",
                                   "ambitie", "zodat",   "pleit",        "pleiten", "voorstellen",  "voorstel",
                                   NULL};
/* "bijdragen aan" alone spends nothing. */
static const char *const moneys[] = {"investe", "financ",  "geld",     "budget", "subsid", "bekostig",   "betal",
                                     "fonds",   "vergoed", "middelen", "kosten", "euro",   "garantstel", NULL};
static const char *const measures[] = {"procent", "miljoen", "miljard", "duizend", "mln", "mld", NULL};

static bool is_one_of(const char *const *list, const char *word, size_t n) {
  for (; *list; list++) {
    if (strlen(*list) == n && memcmp(*list, word, n) == 0) {
      return true;
    }
  }
  return false;
}

static bool ends_in_one_of(const char *const *list, const char *word, size_t n) {
  for (; *list; list++) {
    size_t m = strlen(*list);
    if (m <= n && memcmp(*list, word + n - m, m) == 0) {
      return true;
    }
  }
  return false;
}

/* A word in which one of them stands: investeringen, woonfondsen. */
static bool holds_one_of(const char *const *list, const char *word, size_t n) {
  for (; *list; list++) {
    size_t m = strlen(*list);
    for (size_t at = 0; at + m <= n; at++) {
      if (memcmp(*list, word + at, m) == 0) {
        return true;
      }
    }
  }
  return false;
}

static bool is_number(const char *word, size_t n) { return n && strspn(word, "0123456789") >= n; }

static bool is_year(const char *word, size_t n) {
  return n == 4 && is_number(word, n) && (memcmp(word, "19", 2) == 0 || memcmp(word, "20", 2) == 0);
}

/* 12.400, 1.250.000; or five digits and more that end in two zeros, as a count does and a note behind a year does not.
 */
static bool is_count(const char *number, size_t n) {
  size_t first = strspn(number, "0123456789"), at = first;
  while (at + 4 <= n && number[at] == '.' && strspn(number + at + 1, "0123456789") >= 3) {
    at += 4;
  }
  bool grouped = first > 0 && first < 4 && at > first && at == n;
  return grouped || (first == n && n > 4 && memcmp(number + n - 2, "00", 2) == 0);
}

/* A number that measures: a share, thousands and more. Years, articles and numbers of pages are none, nor is what a
 * table or a drawing left: "23,5%36%". */
static bool is_figure(const char *text, size_t n, const g4_word *word, size_t *end) {
  const char *start = text + word->start;
  size_t length = word->end - word->start, digits = strspn(start, "0123456789.,");
  g4_word next;
  *end = word->end;
  size_t behind = word->end + (word->end < n && text[word->end] == '-');
  size_t before = word->start - (word->start && start[-1] == '-');
  bool glued = (behind < n && text[behind] >= '0' && text[behind] <= '9') || (before && text[before - 1] == '%');
  bool share = length && start[length - 1] == '%';
  if (!word->number || is_year(start, length) || digits == 0 || (digits < length && !share) || glued) {
    return false;
  }
  if (g4_word_next(text, n, word->end, &next) && is_one_of(measures, text + next.start, next.end - next.start)) {
    *end = next.end;
    return true;
  }
  return share || is_count(start, length);
}

static void look_at(const char *text, size_t n, const g4_word *word, g4_said *said) {
  const char *start = text + word->start;
  size_t length = word->end - word->start;
  said->amount |= is_one_of(amounts, start, length) || (word->number && start[length - 1] == '%');
  size_t end;
  bool cited = word->start && start[-1] == '('; /* of a report: commissie-X (2020) */
  said->moment |= (is_year(start, length) && !cited) || is_one_of(moments, start, length);
  said->instrument |= ends_in_one_of(instruments, start, length) && !is_one_of(no_instruments, start, length);
  said->money |= holds_one_of(moneys, start, length);
  said->source |= is_one_of(sources, start, length);
  said->aim |= is_one_of(aims, start, length);
  if (!*said->figure && is_figure(text, n, word, &end) && end - word->start < sizeof said->figure) {
    memcpy(said->figure, start, end - word->start);
  }
}

static bool is_word(const char *text, const g4_word *word, const char *is) {
  return word->end - word->start == strlen(is) && memcmp(text + word->start, is, strlen(is)) == 0;
}

int g4_said_in(const char *text, size_t n, g4_said *said, g40_error *err) {
  g4_buf folded = {0};
  g4_word word;
  *said = (g4_said){0};
  int code = g4_fold(text, n, &folded, err);
  if (code == G40_OK && folded.failed) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    const char *in = g4_buf_text(&folded);
    said->amount = strstr(in, "\xE2\x82\xAC") != NULL;
    size_t words = 0;
    bool purpose = false; /* om ... te: what is between them is wanted */
    for (size_t at = 0; g4_word_next(in, folded.length, at, &word); at = word.end) {
      bool before = *said->figure != '\0';
      look_at(in, folded.length, &word, said);
      words += !word.number;
      purpose |= !before && is_word(in, &word, "om");
      said->aim |= purpose && before && is_word(in, &word, "te");
    }
    if (words < LEAST_WORDS) { /* a line of a table */
      said->figure[0] = '\0';
    }
  }
  g4_buf_free(&folded);
  return code;
}
