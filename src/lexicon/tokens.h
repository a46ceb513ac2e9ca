/* A text as names are compared: words, taken apart at hyphens, and what stands between them. "commissie-Borstlap" and
 * "commissie Borstlap" are the same two tokens. */
#ifndef G4_LEXICON_TOKENS_H
#define G4_LEXICON_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/words.h"

enum {
  G4_GAP_JOIN = ' ' /* spaces, hyphens; another gap is known by the first byte that is neither */
};

typedef struct {
  size_t start, end; /* bytes */
  unsigned char gap; /* what stands before it */
  bool plain, capital;
  bool inner; /* a hyphen ties it to the token before */
} g4_token;

typedef struct {
  const char *text;
  size_t length;
  g4_word word;
  size_t at; /* where the next token is looked for; inside `word` when that has more */
} g4_tokens;

/* What stands between a token that ends at `from` and a word that starts at `to`: a gap. */
unsigned char g4_token_gap(const char *text, size_t from, size_t to);
/* Where the token of an n bytes long word ends that starts at `at`, and where the next one starts (n: there is none).
 */
size_t g4_token_end(const char *word, size_t n, size_t at);
size_t g4_token_after(const char *word, size_t n, size_t end);

g4_tokens g4_tokens_of(const char *text, size_t n);
bool g4_tokens_next(g4_tokens *tokens, g4_token *token); /* false: there is no other */

#endif
