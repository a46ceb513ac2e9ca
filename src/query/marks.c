#include "query/marks.h"

#include <string.h>

#include "text/fold.h"
#include "text/words.h"

/* A part of a word, in the order of positions. */
typedef struct {
  uint32_t term;
  size_t word;
} part;

typedef struct {
  size_t start, end;
  bool marked;
} word_of;

typedef struct {
  G4_VEC(part) parts;
  G4_VEC(word_of) words;
} passage;

static int read_passage(g4_index *index, const char *text, passage *in, g40_error *err) {
  size_t n = strlen(text);
  g4_word word;
  for (size_t at = 0; g4_word_next(text, n, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(index->analyser, text + word.start, word.end - word.start, err);
    bool added = terms && g4_vec_push(&in->words, (word_of){word.start, word.end, false});
    for (uint32_t i = 0; added && i < terms->count; i++) {
      added = g4_vec_push(&in->parts, (part){terms->parts[i], in->words.count - 1});
    }
    if (!added) {
      return g4_nomem(err);
    }
  }
  return G40_OK;
}

static void mark_phrase(passage *in, const g4_phrase *phrase) {
  for (size_t i = 0; i + phrase->count <= in->parts.count; i++) {
    uint32_t k = 0;
    while (k < phrase->count && in->parts.items[i + k].term == phrase->terms[k]) {
      k++;
    }
    for (uint32_t m = 0; k == phrase->count && m < k; m++) {
      in->words.items[in->parts.items[i + m].word].marked = true;
    }
  }
}

/* Any word of which the whole or a part begins so. */
static void mark_prefix(g4_index *index, passage *in, const char *prefix) {
  size_t n = strlen(prefix), length;
  for (size_t i = 0; i < in->parts.count; i++) {
    const char *term = g4_analyser_term(index->analyser, in->parts.items[i].term, &length);
    if (length >= n && memcmp(term, prefix, n) == 0) {
      in->words.items[in->parts.items[i].word].marked = true;
    }
  }
}

static int mark_written(passage *in, const char *text, const char *prefix, g40_error *err) {
  g4_buf folded = {0};
  size_t n = strlen(prefix);
  int code = G40_OK;
  for (size_t i = 0; i < in->words.count && code == G40_OK; i++) {
    word_of *word = &in->words.items[i];
    g4_buf_clear(&folded);
    code = g4_fold(text + word->start, word->end - word->start, &folded, err);
    if (code == G40_OK && folded.length >= n && memcmp(folded.bytes, prefix, n) == 0) {
      word->marked = true;
    }
  }
  g4_buf_free(&folded);
  return code;
}

static int mark_item(g4_index *index, passage *in, const char *text, const g4_wanted_item *item, g40_error *err) {
  for (size_t i = 0; i < item->phrases.count; i++) {
    mark_phrase(in, &item->phrases.items[i]);
  }
  for (size_t i = 0; i < item->others.count; i++) {
    mark_phrase(in, &item->others.items[i]);
  }
  if (item->prefix) {
    mark_prefix(index, in, item->prefix);
    return mark_written(in, text, item->prefix, err);
  }
  return G40_OK;
}

static int make_rows(g4_loader *loader, const passage *in, const g40_marks **marks) {
  size_t count = 0, at = 0;
  void *rows = NULL;
  for (size_t i = 0; i < in->words.count; i++) {
    count += in->words.items[i].marked;
  }
  g40_marks *made = g4_loader_array(loader, count, (int64_t)count, sizeof(g40_marked), &rows);
  for (size_t i = 0; i < in->words.count && made; i++) {
    if (in->words.items[i].marked) {
      made->rows[at].start = (int64_t)in->words.items[i].start;
      made->rows[at++].end = (int64_t)in->words.items[i].end;
    }
  }
  *marks = made;
  return made ? G40_OK : g4_nomem(loader->err);
}

int g4_marks_find(g4_loader *loader, g4_index *index, const g4_wanted *wanted, const char *text,
                  const g40_marks **marks) {
  passage in = {0};
  int code = read_passage(index, text, &in, loader->err);
  for (size_t i = 0; i < wanted->items.count && code == G40_OK; i++) {
    if (!wanted->items.items[i].negated) {
      code = mark_item(index, &in, text, &wanted->items.items[i], loader->err);
    }
  }
  code = code == G40_OK ? make_rows(loader, &in, marks) : code;
  g4_vec_free(&in.parts);
  g4_vec_free(&in.words);
  return code;
}
