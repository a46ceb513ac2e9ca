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
static unsigned char gap_before(const char *text, size_t from, size_t to) {
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

/* Where the token that starts at `at` ends: at the next hyphen, or with its word. */
static size_t token_end(const g4_tokens *tokens, size_t at) {
  if (tokens->word.plain) {
    return tokens->word.end;
  }
  while (at < tokens->word.end && !hyphen(tokens->text, tokens->word.end, at)) {
    at++;
  }
  return at;
}

bool g4_tokens_next(g4_tokens *tokens, g4_token *token) {
  size_t from = tokens->at;
  bool inner = from < tokens->word.end;
  if (inner) {
    from += hyphen(tokens->text, tokens->word.end, from);
  } else if (!g4_word_next(tokens->text, tokens->length, from, &tokens->word)) {
    return false;
  }
  token->inner = inner;
  token->start = inner ? from : tokens->word.start;
  token->gap = inner ? G4_GAP_JOIN : gap_before(tokens->text, from, token->start);
  token->end = token_end(tokens, token->start);
  token->plain = tokens->word.plain;
  token->capital = tokens->word.capital;
  if (inner) {
    size_t length;
    token->capital = g4_char_at(tokens->text + from, tokens->length - from, &length) == G4_CHAR_UPPER;
  }
  tokens->at = token->end;
  return true;
}
