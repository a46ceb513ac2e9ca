#include "lexicon/tokens.h"

#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

g4_tokens g4_tokens_of(const char *text, size_t n) { return (g4_tokens){.text = text, .length = n}; }

/* The length of the hyphen at text[at], which ties words; 0 for none. */
static size_t hyphen(const char *text, size_t n, size_t at) {
  if ((unsigned char)text[at] < 0x80) {
    return text[at] == '-' ? 1 : 0;
  }
  size_t length;
  uint32_t code = g4_utf8_decode(text + at, n - at, &length);
  return code == 0x2010 || code == 0x2011 ? length : 0;
}

/* A dash that stands free is no hyphen. */
unsigned char g4_token_gap(const char *text, size_t from, size_t to) {
  bool free_standing = false;
  for (size_t at = from, length; at < to; at += length) {
    g4_char_class kind = g4_char_at(text + at, to - at, &length);
    if (kind != G4_CHAR_SPACE && (kind != G4_CHAR_DASH || free_standing)) {
      return (unsigned char)text[at];
    }
    free_standing = kind == G4_CHAR_SPACE;
  }
  return G4_GAP_JOIN;
}

size_t g4_token_end(const char *word, size_t n, size_t at) {
  while (at < n && !hyphen(word, n, at)) {
    at++;
  }
  return at;
}

size_t g4_token_after(const char *word, size_t n, size_t end) { return end < n ? end + hyphen(word, n, end) : n; }

bool g4_tokens_next(g4_tokens *tokens, g4_token *token) {
  size_t from = tokens->at;
  bool inner = from < tokens->word.end;
  if (inner) {
    from = g4_token_after(tokens->text, tokens->word.end, from);
  } else if (!g4_word_next(tokens->text, tokens->length, from, &tokens->word)) {
    return false;
  }
  token->inner = inner;
  token->start = inner ? from : tokens->word.start;
  token->gap = inner ? G4_GAP_JOIN : g4_token_gap(tokens->text, from, token->start);
  token->plain = tokens->word.plain;
  token->end = token->plain ? tokens->word.end : g4_token_end(tokens->text, tokens->word.end, token->start);
  token->capital = tokens->word.capital;
  if (inner) {
    size_t length;
    token->capital = g4_char_at(tokens->text + from, tokens->length - from, &length) == G4_CHAR_UPPER;
  }
  tokens->at = token->end;
  return true;
}
