/* What a Dutch word is, as far as finding names needs it: told from the whole word, or from its last part, which in a
 * compound says what the whole is (a zorgondernemer is an ondernemer). The longest entry that fits decides, so an
 * exception is a longer entry. Words are folded. */
#ifndef G4_EXTRACT_ENDINGS_H
#define G4_EXTRACT_ENDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "lexicon/title.h"

typedef enum {
  G4_WORD_OTHER,

  /* small words: what may stand inside a name, and where a name ends */
  G4_WORD_ARTICLE,     /* de, het, een */
  G4_WORD_DETERMINER,  /* deze, alle, onze, veel, twee */
  G4_WORD_AND,         /* en, of */
  G4_WORD_PREPOSITION, /* met, voor */
  G4_WORD_PLACE_IN,    /* prepositions of place: in, op, naar */
  G4_WORD_VERB,        /* finite verbs and auxiliaries: moeten, wordt */
  G4_WORD_BREAK,       /* other small words that end a name: die, dat, ook, niet */
  G4_WORD_QUALIFIER,   /* adjectives that say which ones are meant: Nederlandse, kleine, werkloze */

  G4_WORD_OFFICE, /* minister, ministerie, bewindspersonen */

  /* people and bodies */
  G4_WORD_PEOPLE,     /* nouns for people: huurders, werkgever */
  G4_WORD_PEOPLE_ERS, /* any other plural in -ers */
  G4_WORD_PARTICIPLE, /* people called by what they do or underwent: werkenden, gedupeerden */
  G4_WORD_FOLK,       /* mensen, personen: a group only with what follows */
  G4_WORD_BODY,       /* bedrijven, zorginstelling */
  G4_WORD_PLACE_BODY, /* bodies that are also places: scholen, ziekenhuizen, landen */
  G4_WORD_PUBLIC,     /* bodies of government: wijkraden, arbeidsinspectie */
  G4_WORD_SECTOR,     /* sectors and branches: actors where they act */

  /* instruments */
  G4_WORD_ACT,       /* wet */
  G4_WORD_LAW,       /* Jeugdwet */
  G4_WORD_SCHEME,    /* kroongetuigenregeling */
  G4_WORD_TAX,       /* vliegbelasting, hypotheekrenteaftrek */
  G4_WORD_BENEFIT,   /* energietoeslag, kinderbijslag */
  G4_WORD_LEAVE,     /* rouwverlof */
  G4_WORD_FUND,      /* klimaatfonds */
  G4_WORD_AGREEMENT, /* zorgakkoord, migratiepact */
  G4_WORD_EU_LAW,    /* nitraatrichtlijn, AI-verordening */
  G4_WORD_PROGRAMME, /* heads of names: programma, actieplan, agenda */
  G4_WORD_QUOTABLE,  /* what may be called by a name in quotes: lening, garantie */
  G4_WORD_COMMITTEE, /* commissie */
  G4_WORD_REPORT     /* rapport, advies */
} g4_word_kind;

typedef struct {
  g4_word_kind kind;
  const char *words; /* separated by spaces; "=wet": only the whole word, "-wet": only the end of a longer one */
} g4_word_list;

/* The lists, ended by one without words: endings_actors.c, endings_names.c. */
extern const g4_word_list g4_small_words[];
extern const g4_word_list g4_actor_words[];
extern const g4_word_list g4_instrument_words[];

typedef struct {
  uint8_t action; /* g4_action; none: it is no noun of an act */
  uint8_t effect; /* g4_effect on those whom the act is for */
  bool bearer;    /* it may bear a role and is no actor: sectoren, iedereen, winkelgebieden */
} g4_noun;

/* Nouns that say what is done, or may bear a role (nouns.c); the last has no ending. */
typedef enum { G4_BEARER_NONE, G4_BEARER_END = 1, G4_BEARER_WHOLE = 2 } g4_bearer;
typedef struct {
  const char *ending;
  uint8_t action, effect;
  uint8_t bearer; /* g4_bearer: a bearer has no action */
} g4_noun_ending;
extern const g4_noun_ending g4_noun_endings[];

typedef struct g4_endings g4_endings; /* immutable; may be shared by threads */

/* NULL: out of memory. */
g4_endings *g4_endings_new(g40_error *err);
void g4_endings_free(g4_endings *endings);

typedef struct {
  g4_word_kind kind;
  size_t stem; /* bytes before the part that decided, 0 for a whole word */
  g4_noun noun;
} g4_ending;

/* By the longest entries that fit. The kind is that of the folded word, the noun that of the form of the lexis; most
 * words are the same in both. */
g4_ending g4_endings_read(const g4_endings *endings, g4_slice word);

#endif
