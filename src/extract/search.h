/* Finding mentions in one segment: what the finders share. Each looks through the words and adds what it found; what
 * overlaps is settled at the end. Used by mention.c and the files that it calls. */
#ifndef G4_EXTRACT_SEARCH_H
#define G4_EXTRACT_SEARCH_H

#include "extract/mention.h"
#include "extract/view.h"

/* What mentions of an entity are, told once. */
typedef enum {
  G4_PLACE_NONE,
  G4_PLACE_TOWN,   /* a municipality or province: a body only where it is called one */
  G4_PLACE_REGION, /* the same, but "regio's" may act */
  G4_PLACE_UNION   /* EU, NAVO, Schiphol: an actor where it acts or is asked */
} g4_place;

typedef struct {
  unsigned char type;  /* g4_mention_type; other: none is made */
  unsigned char place; /* g4_place */
  bool committee;
  bool small; /* one of its Dutch names starts with a small letter */
} g4_entity_use;

struct g4_mention_finder {
  const g4_lexicon *lexicon;
  const g4_registry *registry;
  g4_spotter *spotter;
  g4_endings *endings;
  g4_entity_use *uses; /* by entity */
};

/* What is known of a word. */
enum {
  G4_MARK_MINISTRY = 1,    /* part of a ministry's name: closed to all other finders */
  G4_MARK_INSTRUMENT = 2,  /* part of an instrument or advice that the registry names */
  G4_MARK_STAKEHOLDER = 4, /* a stakeholder's name starts here */
  G4_MARK_PLACE = 8        /* ... which may be a place's */
};

struct g4_search {
  g4_search *next; /* of those that an analyzer keeps */
  const g4_mention_finder *finder;
  g4_wordbook book;
  g4_date date;
  g4_view view;
  g4_spot_tokens tokens;
  g4_spots spots;
  g4_mentions found; /* spans from the segment's start; in any order, overlapping */
  bool failed;       /* out of memory */
};

/* Adds what the words first..last name. Nothing where one of them is part of a ministry's name. */
void g4_search_add(g4_search *search, size_t first, size_t last, g4_mention_type type, const char *rule);
/* The same with all that is known. */
void g4_search_add_mention(g4_search *search, g4_mention mention);
/* Whether word i bears any of the marks. */
bool g4_search_is_marked(const g4_search *search, size_t i, unsigned marks);
void g4_search_mark(g4_search *search, size_t first, size_t last, unsigned mark);

/* A mention of nothing that the registry knows. */
g4_mention g4_mention_unknown(size_t start, size_t end, g4_mention_type type, const char *rule);

/* Runs to the left over adjectives that say which people or bodies are meant, "dak- en" and "(mkb)": the first word. */
size_t g4_search_qualified(const g4_search *search, size_t first);
/* Where the words from `first` on start: with the bracket of "(mkb)bedrijven". */
size_t g4_search_start(const g4_view *view, size_t first);
/* Behind a preposition of place, with articles and adjectives between: where something happens, not who acts. */
bool g4_search_is_place(const g4_search *search, size_t first);
/* Whether a sector acts: it opens the sentence or clause, follows a verb, or stands behind "met" or "door". */
bool g4_search_acts(const g4_search *search, size_t first);
/* Whether a body that is also a place acts or is acted on. */
bool g4_search_is_body(const g4_search *search, size_t first, size_t last);
/* By its last letter; no plural ends otherwise than in -n or -s, but for musea and politici. */
bool g4_search_is_singular(const g4_view *view, size_t i);
/* A noun for people with a capital inside the sentence, and one only: a surname (De Boer, Visser), but for "iedere
 * Nederlander". */
bool g4_search_is_surname(const g4_view *view, size_t i);
/* One person or body that the words first..last do not name as an actor: "advocaat Jansen" (a title), "van winkelstraat
 * tot startup", "opgeleid tot leraar" (what something becomes). */
bool g4_search_is_nobody(const g4_view *view, size_t first, size_t last);
/* The last word of a name in capitals that starts at word i: "Bestuur en Toezicht Rechtspersonen". Small words count
 * where a capital follows. */
size_t g4_search_name_end(const g4_search *search, size_t i);
/* Where an abbreviation in brackets behind word `last` ends, or 0: "Participatiewet (P-wet)". The word itself, not the
 * bracket. */
size_t g4_search_brackets(const g4_search *search, size_t last);

/* The finders, in their order. */
void g4_find_ministries(g4_search *search); /* ministry_mentions.c */
g4_entity_use g4_entity_use_of(const g4_entity *entity);
void g4_find_known(g4_search *search);       /* known_mentions.c: names of the registry */
void g4_find_actors(g4_search *search);      /* actor_mentions.c: people and bodies by their form */
void g4_find_instruments(g4_search *search); /* instrument_mentions.c: laws, schemes, taxes by their form */
void g4_find_titles(g4_search *search);      /* title_mentions.c: names of programmes, reports, committees */

#endif
