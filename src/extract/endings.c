#include "extract/endings.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

/* A tree of letters, read from the end of a word. */
enum { LETTERS = 31, SHORTEST_STEM = 2 };

typedef struct {
  uint16_t next[LETTERS];   /* 0: none */
  uint8_t whole, last_part; /* kind + 1; 0: no entry */
  uint8_t action, effect;   /* of a noun; both 0: no entry */
  uint8_t bearer;           /* g4_bearer, bits */
} node;

struct g4_endings {
  G4_VEC(node) nodes; /* the first is the root */
};

/* The place of a byte among the letters, or LETTERS. */
static size_t letter(char c) {
  unsigned place = (unsigned)(unsigned char)c - 'a';
  if (place < 26) {
    return place;
  }
  return c == '-' ? 26 : c == '\'' ? 27 : c == '&' ? 28 : c == '+' ? 29 : c >= '0' && c <= '9' ? 30 : LETTERS;
}

static bool add_node(g4_endings *endings) {
  static const node empty;
  return endings->nodes.count <= UINT16_MAX && g4_vec_push(&endings->nodes, empty);
}

/* The node of an ending, made where there is none; 0 where memory ran out. */
static size_t node_of(g4_endings *endings, const char *word, size_t n) {
  size_t at = 0;
  for (size_t i = n; i > 0; i--) {
    size_t slot = letter(word[i - 1]);
    if (!endings->nodes.items[at].next[slot]) {
      if (!add_node(endings)) {
        return 0;
      }
      endings->nodes.items[at].next[slot] = (uint16_t)(endings->nodes.count - 1);
    }
    at = endings->nodes.items[at].next[slot];
  }
  return at;
}

static bool add(g4_endings *endings, const char *word, size_t n, g4_word_kind kind) {
  bool whole = word[0] != '-', last_part = word[0] != '=';
  if (!whole || !last_part) {
    word++;
    n--;
  }
  for (size_t i = 0; i < n; i++) {
    if (letter(word[i]) == LETTERS) {
      return true; /* not a word that is ever looked up */
    }
  }
  size_t at = node_of(endings, word, n);
  node *end = &endings->nodes.items[at];
  if (whole) {
    end->whole = (uint8_t)(kind + 1);
  }
  if (last_part) {
    end->last_part = (uint8_t)(kind + 1);
  }
  return at > 0;
}

static bool add_nouns(g4_endings *endings) {
  for (const g4_noun_ending *noun = g4_noun_endings; noun->ending; noun++) {
    size_t at = node_of(endings, noun->ending, strlen(noun->ending));
    if (!at) {
      return false;
    }
    node *end = &endings->nodes.items[at];
    if (noun->bearer) {
      end->bearer = (uint8_t)(end->bearer | noun->bearer);
    } else {
      end->action = noun->action;
      end->effect = noun->effect;
    }
  }
  return true;
}

static bool add_lists(g4_endings *endings, const g4_word_list *lists) {
  for (; lists->words; lists++) {
    for (const char *word = lists->words; *word;) {
      size_t n = strcspn(word, " ");
      if (n && !add(endings, word, n, lists->kind)) {
        return false;
      }
      word += n + (word[n] == ' ');
    }
  }
  return true;
}

g4_endings *g4_endings_new(g40_error *err) {
  g4_endings *endings = calloc(1, sizeof *endings);
  if (endings && add_node(endings) && add_lists(endings, g4_small_words) && add_lists(endings, g4_actor_words) &&
      add_lists(endings, g4_instrument_words) && add_nouns(endings)) {
    return endings;
  }
  g4_endings_free(endings);
  g4_nomem(err);
  return NULL;
}

void g4_endings_free(g4_endings *endings) {
  if (endings) {
    g4_vec_free(&endings->nodes);
    free(endings);
  }
}

g4_word_kind g4_endings_find(const g4_endings *endings, g4_slice word, size_t *stem) {
  const node *nodes = endings->nodes.items;
  size_t at = 0;
  g4_word_kind kind = G4_WORD_OTHER;
  *stem = 0;
  for (size_t i = word.length; i > 0; i--) {
    size_t slot = letter(word.text[i - 1]);
    at = slot < LETTERS ? nodes[at].next[slot] : 0;
    if (!at) {
      return kind;
    }
    if (i > SHORTEST_STEM && nodes[at].last_part) {
      kind = (g4_word_kind)(nodes[at].last_part - 1);
      *stem = i - 1;
    }
  }
  if (nodes[at].whole) {
    kind = (g4_word_kind)(nodes[at].whole - 1);
    *stem = 0;
  }
  return kind;
}

g4_noun g4_endings_noun(const g4_endings *endings, g4_slice word) {
  const node *nodes = endings->nodes.items;
  g4_noun noun = {0};
  size_t at = 0, i = word.length;
  for (; i > 0; i--) {
    size_t slot = letter(word.text[i - 1]);
    at = slot < LETTERS ? nodes[at].next[slot] : 0;
    if (!at) {
      return noun;
    }
    if (nodes[at].action || nodes[at].effect) {
      noun.action = nodes[at].action;
      noun.effect = nodes[at].effect;
    }
    noun.bearer = noun.bearer || (nodes[at].bearer & G4_BEARER_END);
  }
  noun.bearer = noun.bearer || nodes[at].bearer;
  return noun;
}
