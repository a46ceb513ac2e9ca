/* What is known of single words: the closed classes of Dutch (words.def) and the verbs of policy papers (verbs.def),
 * with the morphology that leads from a form to its verb. Constant tables; a look-up costs a few comparisons. */
#ifndef G4_EXTRACT_LEXIS_H
#define G4_EXTRACT_LEXIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes of words; a word may be of several. */
enum {
  G4_DET = 1u << 0,         /* de, een, deze, onze */
  G4_QUANT = 1u << 1,       /* alle, meer, geen, twee */
  G4_PREP = 1u << 2,        /* van, voor, met */
  G4_CONJ = 1u << 3,        /* en, maar, want */
  G4_SUB = 1u << 4,         /* omdat, zodat, als */
  G4_REL = 1u << 5,         /* die, dat, waarin, wie */
  G4_PRON = 1u << 6,        /* may be a subject by itself: hij, ze, men, er */
  G4_WE = 1u << 7,          /* the author: we, wij, ik */
  G4_OBJ = 1u << 8,         /* hen, hem, ons, zich */
  G4_DEM = 1u << 9,         /* points back: dit, dat, deze, zij */
  G4_NEG = 1u << 10,        /* niet, geen, nooit */
  G4_PART = 1u << 11,       /* the split part of a verb: af, aan, terug */
  G4_ADV = 1u << 12,        /* ook, daarom, weer */
  G4_CONSEQ = 1u << 13,     /* what follows is a consequence: zo, daarmee, hierdoor */
  G4_REASON = 1u << 14,     /* ... a reason: want, immers */
  G4_NOW = 1u << 15,        /* tells how things are: nu, vaak, steeds, helaas */
  G4_FIRM = 1u << 16,       /* tells what follows from a decision: voortaan, daarom */
  G4_GOAL = 1u << 17,       /* doel, ambitie, uitgangspunt */
  G4_NEED = 1u << 18,       /* nodig, belangrijk, wenselijk */
  G4_DUTY = 1u << 19,       /* verplicht, verboden, verantwoordelijk */
  G4_RIGHT = 1u << 20,      /* recht, toegang */
  G4_BURDEN = 1u << 21,     /* plicht, boete, verbod */
  G4_GENERIC = 1u << 22,    /* everyone, or no one in particular: mensen, iedereen, samenleving */
  G4_FAVOUR = 1u << 23,     /* voorstander */
  G4_TIME = 1u << 24,       /* jaar */
  G4_KNOWN_NOUN = 1u << 25, /* a noun that looks like a form of a verb: inkomen, ruimte */
  G4_LIST = 1u << 26,       /* what follows is a list: volgende, concreet */
  G4_ACT_NOUN = 1u << 27,   /* the noun of an act: invoering, verbod, aanpak */
  G4_COMPARED = 1u << 28,   /* meer, betere, strengere */
  G4_HOLDS = 1u << 30,      /* (van) mening, overtuigd */
  G4_VAGUE = 1u << 29       /* what an act without a measure is about: ruimte, focus, keuze */
};

/* sterk, eerlijk, duurzaam: good, and no measure. (No enumerator has the highest bit.) */
#define G4_VALUE (1u << 31)

/* Forms of verbs. A word may be several: "werken" is infinitive and plural, "beperkt" third person and participle. */
enum {
  G4_STEM = 1u << 0, /* werk: first person, imperative */
  G4_THIRD = 1u << 1,
  G4_PLURAL = 1u << 2,
  G4_INFINITIVE = 1u << 3,
  G4_PARTICIPLE = 1u << 4,
  G4_PAST = 1u << 5,
  G4_CONDITIONAL = 1u << 6, /* zou */
  G4_SURE = 1u << 7         /* an irregular form that is nothing but a finite verb: is, moet, gaat */
};

/* What is done (docs/data.md). */
typedef enum {
  G4_ACTION_NONE,
  G4_ACTION_REGULATE,
  G4_ACTION_DEREGULATE,
  G4_ACTION_FUND,
  G4_ACTION_INVEST,
  G4_ACTION_TAX,
  G4_ACTION_ALLOW,
  G4_ACTION_SET_NORM,
  G4_ACTION_COORDINATE,
  G4_ACTION_GUARANTEE,
  G4_ACTION_REFORM,
  G4_ACTION_ENFORCE,
  G4_ACTION_ORGANISE,
  G4_ACTION_STIMULATE,
  G4_ACTION_RESEARCH,
  G4_ACTION_BUNDLE,
  G4_ACTION_STOP,
  G4_ACTION_PROTECT,
  G4_ACTION_OTHER
} g4_action;

/* What an act does to its object. */
typedef enum { G4_EFFECT_NONE, G4_EFFECT_GAIN, G4_EFFECT_LOSS, G4_EFFECT_CALL } g4_effect;

/* Flags of verbs. */
enum {
  G4_VERB_NOUN = 1u << 0,   /* its stem or plural is a noun as well: steun, prijzen */
  G4_VERB_STATE = 1u << 1,  /* no act: zijn, vinden, groeien */
  G4_VERB_MODAL = 1u << 2,  /* moeten, kunnen */
  G4_VERB_LIGHT = 1u << 3,  /* means what stands with it: gaan, laten, krijgen */
  G4_VERB_SPEECH = 1u << 4, /* vragen, pleiten, verwachten */
};

typedef struct {
  char text[24];
  uint32_t classes;
  uint16_t verb;
  uint16_t forms;
} g4_lexis_word;

typedef struct {
  char stem[16];
  uint8_t action, effect, flags;
} g4_lexis_verb;

/* G4_W_<word>, G4_V_<stem>: places in the tables; 0 is no word. The names of a letter's first are G4_W_AT_<letter>. */
#define LETTER(c) G4_W_AT_##c, G4_W_BEFORE_##c = G4_W_AT_##c - 1,
#define WORD(word, classes) G4_W_##word,
#define FORM(word, classes, verb, forms) G4_W_##word,
typedef enum {
  G4_W_NONE,
#include "extract/words.def"
  G4_W_COUNT
} g4_w;
#undef LETTER
#undef WORD
#undef FORM

#define LETTER(c) G4_V_AT_##c, G4_V_BEFORE_##c = G4_V_AT_##c - 1,
#define VERB(stem, action, effect, flags) G4_V_##stem,
typedef enum {
  G4_V_NONE,
#include "extract/verbs.def"
  G4_V_COUNT
} g4_v;
#undef LETTER
#undef VERB

const g4_lexis_word *g4_lexis_word_at(uint16_t word);
const g4_lexis_verb *g4_lexis_verb_at(uint16_t verb);

typedef struct {
  uint16_t word;     /* G4_W_...; 0: of no closed class */
  uint16_t verb;     /* G4_V_...; 0: no form of a verb */
  uint16_t particle; /* G4_W_...: the part glued to the verb, as in "afgeschaft" */
  uint8_t forms;
  uint32_t classes;
} g4_reading_of_word;

enum { G4_LEXIS_LONGEST = 47 }; /* bytes of a word that are looked at: no known word has more */

/* Writes a word in lower case, without accents and apostrophes, cut where it is longer than any known word, with a NUL.
 * Returns its length. */
size_t g4_lexis_fold(const char *text, size_t n, char out[G4_LEXIS_LONGEST + 1]);

/* Reads a word in that form. */
g4_reading_of_word g4_lexis_read(const char *word, size_t n);
/* The verb that "afschaffing" and "verhogingen" are nouns of; false where there is none. */
bool g4_lexis_read_act(const char *word, size_t n, g4_reading_of_word *verb);

#endif
