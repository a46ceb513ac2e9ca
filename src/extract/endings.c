#include "extract/endings.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

/* A tree of letters, read from the end of a word. */
enum { LETTERS = 31, SHORTEST_STEM = 2 };

typedef struct {
  uint8_t whole, last_part; /* kind + 1; 0: no entry */
  uint8_t action, effect;   /* of a noun; both 0: no entry */
  uint8_t bearer;           /* g4_bearer, bits */
} facts;

/* While the tree is made. */
typedef struct {
  uint16_t next[LETTERS]; /* 0: none */
  facts facts;
} draft;

typedef G4_VEC(draft) drafts; /* the first is the root */

/* As it is read: in 12 bytes, because walks through a tree of many pages wait for memory at each step. */
typedef struct {
  uint32_t letters; /* a bit for each that leads on */
  uint16_t first;   /* of the nodes that they lead to, which follow each other */
  facts facts;
} node;

struct g4_endings {
  node *nodes;
};

/* The place of a byte among the letters, or LETTERS. */
static size_t letter(char c) {
  unsigned place = (unsigned)(unsigned char)c - 'a';
  if (place < 26) {
    return place;
  }
  return c == '-' ? 26 : c == '\'' ? 27 : c == '&' ? 28 : c == '+' ? 29 : c >= '0' && c <= '9' ? 30 : LETTERS;
}

static bool add_node(drafts *tree) {
  static const draft empty;
  return tree->count <= UINT16_MAX && g4_vec_push(tree, empty);
}

/* The node of an ending, made where there is none; 0 where memory ran out. */
static size_t node_of(drafts *tree, const char *word, size_t n) {
  size_t at = 0;
  for (size_t i = n; i > 0; i--) {
    size_t slot = letter(word[i - 1]);
    if (!tree->items[at].next[slot]) {
      if (!add_node(tree)) {
        return 0;
      }
      tree->items[at].next[slot] = (uint16_t)(tree->count - 1);
    }
    at = tree->items[at].next[slot];
  }
  return at;
}

static bool add(drafts *tree, const char *word, size_t n, g4_word_kind kind) {
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
  size_t at = node_of(tree, word, n);
  facts *end = &tree->items[at].facts;
  if (whole) {
    end->whole = (uint8_t)(kind + 1);
  }
  if (last_part) {
    end->last_part = (uint8_t)(kind + 1);
  }
  return at > 0;
}

static bool add_nouns(drafts *tree) {
  for (const g4_noun_ending *noun = g4_noun_endings; noun->ending; noun++) {
    size_t at = node_of(tree, noun->ending, strlen(noun->ending));
    if (!at) {
      return false;
    }
    facts *end = &tree->items[at].facts;
    if (noun->bearer) {
      end->bearer = (uint8_t)(end->bearer | noun->bearer);
    } else {
      end->action = noun->action;
      end->effect = noun->effect;
    }
  }
  return true;
}

static bool add_lists(drafts *tree, const g4_word_list *lists) {
  for (; lists->words; lists++) {
    for (const char *word = lists->words; *word;) {
      size_t n = strcspn(word, " ");
      if (n && !add(tree, word, n, lists->kind)) {
        return false;
      }
      word += n + (word[n] == ' ');
    }
  }
  return true;
}

/* The tree in order of depth. NULL: out of memory. */
static node *pack(const drafts *tree) {
  node *nodes = calloc(tree->count, sizeof *nodes);
  uint16_t *from = calloc(tree->count, sizeof *from); /* the draft of each node */
  size_t count = 1;
  for (size_t at = 0; nodes && from && at < tree->count; at++) {
    const draft *old = &tree->items[from[at]];
    nodes[at] = (node){.first = (uint16_t)count, .facts = old->facts};
    for (size_t slot = 0; slot < LETTERS; slot++) {
      if (old->next[slot]) {
        nodes[at].letters |= UINT32_C(1) << slot;
        from[count++] = old->next[slot];
      }
    }
  }
  if (!from) {
    free(nodes);
    nodes = NULL;
  }
  free(from);
  return nodes;
}

g4_endings *g4_endings_new(g40_error *err) {
  g4_endings *endings = calloc(1, sizeof *endings);
  drafts tree = {0};
  if (endings && add_node(&tree) && add_lists(&tree, g4_small_words) && add_lists(&tree, g4_actor_words) &&
      add_lists(&tree, g4_instrument_words) && add_nouns(&tree)) {
    endings->nodes = pack(&tree);
  }
  g4_vec_free(&tree);
  if (!endings || !endings->nodes) {
    g4_endings_free(endings);
    g4_nomem(err);
    return NULL;
  }
  return endings;
}

void g4_endings_free(g4_endings *endings) {
  if (endings) {
    free(endings->nodes);
    free(endings);
  }
}

/* The node that a letter leads to; NULL: none. */
static const node *step(const g4_endings *endings, const node *from, char c) {
  size_t slot = letter(c);
  if (slot == LETTERS || !(from->letters >> slot & 1)) {
    return NULL;
  }
  uint32_t before = from->letters & ((UINT32_C(1) << slot) - 1);
  return &endings->nodes[from->first + __builtin_popcount(before)];
}

g4_ending g4_endings_read(const g4_endings *endings, g4_slice word) {
  const node *at = endings->nodes;
  g4_ending read = {.kind = G4_WORD_OTHER};
  for (size_t i = word.length; i > 0; i--) {
    at = step(endings, at, word.text[i - 1]);
    if (!at) {
      return read;
    }
    if (i > SHORTEST_STEM && at->facts.last_part) {
      read.kind = (g4_word_kind)(at->facts.last_part - 1);
      read.stem = i - 1;
    }
    if (at->facts.action || at->facts.effect) {
      read.noun.action = at->facts.action;
      read.noun.effect = at->facts.effect;
    }
    read.noun.bearer = read.noun.bearer || (at->facts.bearer & G4_BEARER_END);
  }
  if (at->facts.whole) {
    read.kind = (g4_word_kind)(at->facts.whole - 1);
    read.stem = 0;
  }
  read.noun.bearer = read.noun.bearer || at->facts.bearer;
  return read;
}
