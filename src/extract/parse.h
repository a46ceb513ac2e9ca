/* A sentence taken apart: its words with their classes, and its main clauses with finite verb, subject and verb of
 * action. No grammar in full: what the judge needs, in one walk over the words, without memory of its own. */
#ifndef G4_EXTRACT_PARSE_H
#define G4_EXTRACT_PARSE_H

#include "extract/lexis.h"
#include "extract/mention.h"
#include "extract/wordbook.h"

enum { G4_PARSE_WORDS = 200, G4_PARSE_CLAUSES = 8, G4_NOWHERE = -1 };

/* Where in the sentence a word stands. */
typedef enum {
  G4_IN_MAIN,
  G4_IN_SUBORDINATE, /* omdat, zodat, dat */
  G4_IN_RELATIVE,    /* die, waarin */
  G4_IN_PURPOSE,     /* om ... te */
  G4_IN_BRACKETS
} g4_nesting;

typedef struct {
  size_t start, end;     /* in the reading form of the text */
  const g4_entry *entry; /* the book's; NULL beyond the ends */
  uint32_t classes;
  uint16_t word, verb, particle; /* as in g4_reading_of_word */
  uint8_t forms;
  uint8_t nesting;
  int16_t opener;  /* the word that opened the clause it is nested in, or G4_NOWHERE */
  int16_t mention; /* of the segment's mentions, or G4_NOWHERE */
  char before;     /* the mark between it and the word before: , ; : ( ) " - or 0 */
  bool capital, number;
} g4_wordform;

/* Who or what the subject of a clause is. */
typedef enum {
  G4_SUBJECT_NONE,
  G4_SUBJECT_AUTHOR,  /* we, the party that speaks */
  G4_SUBJECT_PUBLIC,  /* a government body, a ministry */
  G4_SUBJECT_ACTOR,   /* an organisation, a group of people */
  G4_SUBJECT_GENERIC, /* mensen, iedereen, je */
  G4_SUBJECT_THEY,    /* zij, hij, deze: someone or something named before */
  G4_SUBJECT_THIS,    /* dit, dat, het */
  G4_SUBJECT_THERE,   /* er */
  G4_SUBJECT_THING
} g4_subject;

typedef struct {
  int first, end;                 /* words of the clause, with what is nested in it */
  int finite;                     /* its finite verb, or G4_NOWHERE */
  int subject_first, subject_end; /* G4_NOWHERE: none */
  g4_subject subject;
  int verb_at;       /* the word that says what is done: infinitive, participle, or the finite verb */
  uint16_t verb;     /* G4_V_...; 0: not known */
  uint16_t particle; /* its split part, G4_W_... or 0 */
  uint16_t modal;    /* G4_V_moeten ...; 0: none */
  bool passive, perfect, past, inverted, negated, imperative;
  uint16_t opener; /* its first word, if of a closed class: daarom, zo, maar */
} g4_clause;

typedef struct {
  const char *text; /* the reading form of the document */
  size_t start, end;
  g4_wordform words[G4_PARSE_WORDS];
  g4_wordform none; /* stands for what lies beyond both ends */
  int count;
  g4_clause clauses[G4_PARSE_CLAUSES];
  int clause_count;
  bool question, colon; /* how it ends */
} g4_parse;

/* Takes the words of [start, end), as the book has read them, and the marks between. What lies behind the word
 * G4_PARSE_WORDS is left out. */
void g4_parse_words(g4_parse *parse, const g4_wordbook *book, const char *text, size_t start, size_t end);
/* Says of each word which mention it belongs to. */
void g4_parse_mentions(g4_parse *parse, const g4_mention *mentions, size_t count);
/* Marks brackets and nested clauses, and finds the finite verbs of the main clauses. */
void g4_parse_clauses(g4_parse *parse);
/* Subject, modal, verb and voice of each main clause. */
void g4_parse_roles(g4_parse *parse, const g4_mention *mentions, const g4_registry *registry, const char *holder);

/* The word at i in lower case, without accents and apostrophes, cut to `size` with its NUL. Returns its length. */
size_t g4_parse_low(const g4_parse *parse, int i, char *out, size_t size);

/* Whether the word at i may be the finite verb of a main clause, by its form and neighbours. */
bool g4_parse_is_finite(const g4_parse *parse, int i, int clause_start);
/* Whether the word at i, which opens a clause, commands. */
bool g4_parse_is_imperative(const g4_parse *parse, int i);
/* Whether the word at i is an infinitive or a participle that is used as a verb. */
bool g4_parse_is_nonfinite(const g4_parse *parse, int i);

static inline const g4_wordform *g4_parse_at(const g4_parse *parse, int i) {
  return i >= 0 && i < parse->count ? &parse->words[i] : &parse->none;
}
static inline bool g4_parse_has(const g4_parse *parse, int i, uint32_t classes) {
  return (g4_parse_at(parse, i)->classes & classes) != 0;
}
static inline uint16_t g4_parse_word(const g4_parse *parse, int i) { return g4_parse_at(parse, i)->word; }
/* The last byte of the word, 0 beyond the ends. */
static inline char g4_parse_last(const g4_parse *parse, int i) {
  const g4_wordform *w = g4_parse_at(parse, i);
  return w->end > w->start ? parse->text[w->end - 1] : '\0';
}
/* The ending of an adjective before its noun: sterke, but not identificatie. */
static inline bool g4_parse_ends_as_adjective(const g4_parse *parse, int i) {
  const g4_wordform *w = g4_parse_at(parse, i);
  return w->end > w->start + 2 && parse->text[w->end - 1] == 'e' && parse->text[w->end - 2] != 'i';
}

#endif
