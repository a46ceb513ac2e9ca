/* From words to terms: what is indexed, and what a query looks for. A word is folded, taken apart at hyphens and where
 * it is a compound, and its parts are stemmed. Each distinct word is read once. */
#ifndef G4_INDEX_ANALYSER_H
#define G4_INDEX_ANALYSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

typedef struct g4_analyser g4_analyser; /* not for two threads at once */

g4_analyser *g4_analyser_new(g40_error *err);
void g4_analyser_free(g4_analyser *analyser);

enum { G4_TERM_LONGEST = 64, G4_WORD_PARTS = 8 };

/* A word read. Its parts stand at consecutive positions; `whole` is the word unopened, at the first of them. */
typedef struct {
  uint32_t whole; /* terms by number; that of the only part where there is one */
  uint32_t count; /* parts; 0: nothing to index ("'s") */
  uint32_t parts[G4_WORD_PARTS];
} g4_word_terms;

/* `word` is one that g4_word_next() gives. The result lives until the analyser is freed or trimmed. NULL: out of
 * memory. */
const g4_word_terms *g4_analyse(g4_analyser *analyser, const char *word, size_t n, g40_error *err);

/* Terms are numbered from 0 as they come. */
size_t g4_analyser_terms(const g4_analyser *analyser);
const char *g4_analyser_term(const g4_analyser *analyser, uint32_t term, size_t *length);

/* Forgets all words and terms where there are very many. */
void g4_analyser_trim(g4_analyser *analyser);

/* What this analyser makes of some words, and its word list: another analyser has another fingerprint. */
enum { G4_FINGERPRINT = 17 };
int g4_analyser_fingerprint(g4_analyser *analyser, char fingerprint[G4_FINGERPRINT], g40_error *err);

#endif
