#include <string.h>

#include "extract/parse.h"

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
  const g4_entry *entry = g4_parse_at(parse, i)->entry;
  g4_slice bare = entry ? g4_entry_bare(entry) : (g4_slice){"", 0};
  size_t n = bare.length < size ? bare.length : size - 1;
  memcpy(out, bare.text, n);
  out[n] = '\0';
  return n;
}

void g4_parse_words(g4_parse *parse, const g4_wordbook *book, const char *text, size_t start, size_t end) {
  parse->text = text;
  parse->start = start;
  parse->end = end;
  parse->none = (g4_wordform){.opener = G4_NOWHERE, .mention = G4_NOWHERE};
  parse->clause_count = 0;
  size_t at = start, count = book->words.count < G4_PARSE_WORDS ? book->words.count : G4_PARSE_WORDS;
  for (size_t i = 0; i < count; i++) {
    const g4_word *word = &book->words.items[i].at;
    const g4_reading_of_word *reading = &book->words.items[i].entry->reading;
    parse->words[i] = (g4_wordform){.start = start + word->start,
                                    .end = start + word->end,
                                    .entry = book->words.items[i].entry,
                                    .classes = reading->classes,
                                    .word = reading->word,
                                    .verb = reading->verb,
                                    .particle = reading->particle,
                                    .forms = reading->forms,
                                    .opener = G4_NOWHERE,
                                    .mention = G4_NOWHERE,
                                    .before = mark_between(text, at, start + word->start),
                                    .capital = word->capital,
                                    .number = word->number};
    at = start + word->end;
  }
  parse->count = (int)count;
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
