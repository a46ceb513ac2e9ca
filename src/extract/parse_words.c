#include <string.h>

#include "extract/parse.h"
#include "text/words.h"

enum { LONGEST_WORD = 47 };

/* Latin letters with accents, U+00C0 to U+00FF, as they are looked up. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";

/* Lower case, without accents, apostrophes and hyphens at the end; cut where it is longer than any known word. */
static size_t fold_word(const char *text, size_t n, char out[LONGEST_WORD + 1]) {
  size_t length = 0;
  for (size_t i = 0; i < n && length < LONGEST_WORD; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c >= 'A' && c <= 'Z') {
      out[length++] = (char)(c + 'a' - 'A');
    } else if (c < 0x80) {
      if (c != '\'') {
        out[length++] = (char)c;
      }
    } else if (c == 0xC3 && i + 1 < n) {
      out[length++] = latin[(unsigned char)text[++i] & 0x3F];
    }
  }
  out[length] = '\0';
  return length;
}

/* The mark that counts between two words. */
static char mark_between(const char *text, size_t start, size_t end) {
  char found = 0;
  for (size_t i = start; i < end; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c == '(' || c == ')' || c == ';' || c == ':') {
      return (char)c;
    }
    if (c == ',') {
      found = ',';
    } else if ((c == '"' || c == '?' || c == '!') && !found) {
      found = '"';
    } else if (c == '-' && !found && i > start && text[i - 1] == ' ') {
      found = '-';
    } else if (c == 0xE2 && i + 2 < end && (unsigned char)text[i + 1] == 0x80) {
      unsigned char d = (unsigned char)text[i + 2];
      if (!found) {
        found = d == 0x93 || d == 0x94 ? '-' : d >= 0x98 && d <= 0x9F ? '"' : 0;
      }
      i += 2;
    }
  }
  return found;
}

size_t g4_parse_low(const g4_parse *parse, int i, char *out, size_t size) {
  char low[LONGEST_WORD + 1];
  const g4_wordform *w = g4_parse_at(parse, i);
  size_t n = fold_word(parse->text + w->start, w->end - w->start, low);
  n = n < size ? n : size - 1;
  memcpy(out, low, n);
  out[n] = '\0';
  return n;
}

void g4_parse_words(g4_parse *parse, const char *text, size_t start, size_t end) {
  parse->text = text;
  parse->start = start;
  parse->end = end;
  parse->none = (g4_wordform){.opener = G4_NOWHERE, .mention = G4_NOWHERE};
  parse->count = 0;
  parse->clause_count = 0;
  g4_word word;
  size_t at = start;
  while (parse->count < G4_PARSE_WORDS && g4_word_next(text, end, at, &word)) {
    char low[LONGEST_WORD + 1];
    size_t n = fold_word(text + word.start, word.end - word.start, low);
    g4_reading_of_word reading = g4_lexis_read(low, n);
    parse->words[parse->count++] = (g4_wordform){.start = word.start,
                                                 .end = word.end,
                                                 .classes = reading.classes,
                                                 .word = reading.word,
                                                 .verb = reading.verb,
                                                 .particle = reading.particle,
                                                 .forms = reading.forms,
                                                 .opener = G4_NOWHERE,
                                                 .mention = G4_NOWHERE,
                                                 .before = mark_between(text, at, word.start),
                                                 .capital = word.capital,
                                                 .number = word.number};
    at = word.end;
  }
  parse->question = memchr(text + at, '?', end - at) != NULL;
  parse->colon = memchr(text + at, ':', end - at) != NULL;
}

void g4_parse_mentions(g4_parse *parse, const g4_mention *mentions, size_t count) {
  size_t m = 0;
  for (int i = 0; i < parse->count; i++) {
    while (m < count && mentions[m].reading.end <= parse->words[i].start) {
      m++;
    }
    bool inside = m < count && mentions[m].reading.start < parse->words[i].end;
    parse->words[i].mention = inside ? (int16_t)m : (int16_t)G4_NOWHERE;
  }
}
