#include "query/wanted.h"

#include <string.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

void g4_wanted_free(g4_wanted *wanted) {
  for (size_t i = 0; i < wanted->items.count; i++) {
    g4_vec_free(&wanted->items.items[i].phrases);
    g4_vec_free(&wanted->items.items[i].others);
  }
  g4_vec_free(&wanted->items);
  g4_vec_free(&wanted->names);
  g4_arena_free(&wanted->arena);
}

/* Words beyond the longest phrase do not count. */
static void add_parts(g4_phrase *phrase, const g4_word_terms *word) {
  for (uint32_t i = 0; i < word->count && phrase->count < G4_PHRASE_LONGEST; i++) {
    phrase->terms[phrase->count++] = word->parts[i];
  }
}

int g4_phrase_of(g4_index *index, const char *text, size_t n, g4_phrase *phrase, g40_error *err) {
  g4_word word;
  *phrase = (g4_phrase){0};
  for (size_t at = 0; g4_word_next(text, n, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(index->analyser, text + word.start, word.end - word.start, err);
    if (!terms) {
      return G40_NOMEM;
    }
    add_parts(phrase, terms);
  }
  return G40_OK;
}

typedef struct {
  g4_index *index;
  g4_wanted *wanted;
  g40_error *err;
} reader;

static int add_item(const reader *in, g4_wanted_item item, const g4_phrase *phrase) {
  g4_wanted *wanted = in->wanted;
  if (wanted->items.count >= G4_WANTED_MOST || (phrase && !phrase->count)) {
    return G40_OK;
  }
  if ((phrase && !g4_vec_push(&item.phrases, *phrase)) || !g4_vec_push(&wanted->items, item)) {
    g4_vec_free(&item.phrases);
    return g4_nomem(in->err);
  }
  return G40_OK;
}

static int add_quoted(const reader *in, g4_span at, bool negated) {
  g4_phrase phrase;
  int code = g4_phrase_of(in->index, in->wanted->text + at.start, at.end - at.start, &phrase, in->err);
  return code == G40_OK ? add_item(in, (g4_wanted_item){.negated = negated, .typed = at}, &phrase) : code;
}

static int add_prefix(const reader *in, g4_span at, bool negated) {
  g4_buf folded = {0};
  int code = g4_fold(in->wanted->text + at.start, at.end - at.start, &folded, in->err);
  const char *copy = code == G40_OK ? g4_arena_strdup(&in->wanted->arena, g4_buf_text(&folded)) : NULL;
  g4_buf_free(&folded);
  if (!copy) {
    return g4_nomem(in->err);
  }
  return add_item(in, (g4_wanted_item){.negated = negated, .prefix = copy, .typed = at}, NULL);
}

/* What stands between spaces and quotes: mostly one word. */
static int add_bare(const reader *in, g4_span at, bool negated) {
  const char *text = in->wanted->text;
  g4_word word;
  int code = G40_OK;
  for (size_t from = at.start; code == G40_OK && g4_word_next(text, at.end, from, &word); from = word.end) {
    g4_span typed = {word.start, word.end};
    g4_phrase phrase = {0};
    if (word.end + 1 == at.end && text[word.end] == '*') {
      code = add_prefix(in, typed, negated);
      continue;
    }
    const g4_word_terms *terms = g4_analyse(in->index->analyser, text + word.start, word.end - word.start, in->err);
    if (!terms) {
      return G40_NOMEM;
    }
    add_parts(&phrase, terms);
    code = add_item(in, (g4_wanted_item){.negated = negated, .typed = typed, .word = !negated}, &phrase);
  }
  return code;
}

/* Length of a double quotation mark, straight or typographic. */
static size_t quotation(const char *text, size_t n) {
  size_t length = 0;
  uint32_t code = n ? g4_utf8_decode(text, n, &length) : 0;
  return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB ? length : 0;
}

static size_t space(const char *text, size_t n) {
  size_t length = 0;
  return n && g4_char_at(text, n, &length) == G4_CHAR_SPACE ? length : 0;
}

static int read_items(const reader *in) {
  const char *text = in->wanted->text;
  size_t n = in->wanted->length, at = 0;
  int code = G40_OK;
  while (at < n && code == G40_OK) {
    size_t skip = space(text + at, n - at);
    if (skip) {
      at += skip;
      continue;
    }
    bool negated = text[at] == '-' && at + 1 < n && !space(text + at + 1, n - at - 1);
    at += negated;
    size_t mark = quotation(text + at, n - at), end = at + mark;
    while (end < n && !quotation(text + end, n - end) && (mark || !space(text + end, n - end))) {
      end++;
    }
    code = mark ? add_quoted(in, (g4_span){at + mark, end}, negated) : add_bare(in, (g4_span){at, end}, negated);
    at = end + (mark ? quotation(text + end, n - end) : 0);
  }
  return code;
}

int g4_wanted_read(g4_session *session, g4_index *index, const char *text, bool related, g4_wanted *wanted,
                   g40_error *err) {
  wanted->text = text;
  wanted->length = strnlen(text, G4_WANTED_LONGEST);
  reader in = {index, wanted, err};
  int code = read_items(&in);
  return code == G40_OK ? g4_wanted_add_names(session, index, related, wanted, err) : code;
}
