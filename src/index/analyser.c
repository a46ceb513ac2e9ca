#include "index/analyser.h"

#include <inttypes.h>
#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/map.h"
#include "base/vec.h"
#include "index/language.h"
#include "index/split.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/words.h"

enum { VERSION = 1, MANY_WORDS = 200000, LONGEST_WORD = 256 };

typedef struct {
  const char *text;
  size_t length;
} slice;

struct g4_analyser {
  struct sb_stemmer *stemmer;
  g4_splitter splitter;
  g4_arena arena;
  g4_map words, terms; /* to places in read, and to numbers of terms */
  G4_VEC(g4_word_terms *) read;
  G4_VEC(slice) texts; /* of terms */
  g4_buf folded, joined;
};

g4_analyser *g4_analyser_new(g40_error *err) {
  g4_analyser *analyser = calloc(1, sizeof *analyser);
  if (analyser) {
    analyser->stemmer = sb_stemmer_new("dutch", "UTF_8");
  }
  if (!analyser || !analyser->stemmer || g4_splitter_build(&analyser->splitter, err) != G40_OK) {
    g4_analyser_free(analyser);
    g4_nomem(err);
    return NULL;
  }
  return analyser;
}

static void forget(g4_analyser *analyser) {
  g4_map_free(&analyser->words);
  g4_map_free(&analyser->terms);
  g4_vec_free(&analyser->read);
  g4_vec_free(&analyser->texts);
  g4_arena_free(&analyser->arena);
}

void g4_analyser_free(g4_analyser *analyser) {
  if (analyser) {
    forget(analyser);
    sb_stemmer_delete(analyser->stemmer);
    g4_splitter_free(&analyser->splitter);
    g4_buf_free(&analyser->folded);
    g4_buf_free(&analyser->joined);
    free(analyser);
  }
}

void g4_analyser_trim(g4_analyser *analyser) {
  if (analyser->read.count > MANY_WORDS) {
    forget(analyser);
  }
}

size_t g4_analyser_terms(const g4_analyser *analyser) { return analyser->texts.count; }

const char *g4_analyser_term(const g4_analyser *analyser, uint32_t term, size_t *length) {
  *length = analyser->texts.items[term].length;
  return analyser->texts.items[term].text;
}

static bool number_term(g4_analyser *analyser, const char *text, size_t n, uint32_t *number) {
  if (n > G4_TERM_LONGEST) {
    n = G4_TERM_LONGEST;
    while (((unsigned char)text[n] & 0xC0) == 0x80) {
      n--;
    }
  }
  size_t known;
  if (g4_map_get(&analyser->terms, text, n, &known)) {
    *number = (uint32_t)known;
    return true;
  }
  const char *copy = g4_arena_strndup(&analyser->arena, text, n);
  *number = (uint32_t)analyser->texts.count;
  return copy && g4_vec_push(&analyser->texts, (slice){copy, n}) && g4_map_put(&analyser->terms, copy, n, *number);
}

static bool is_letters(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (text[i] < 'a' || text[i] > 'z') {
      return false;
    }
  }
  return n > 0;
}

/* Plurals that no rule of stemming undoes; compounds of them too. Returns the new length. */
static size_t make_singular(char *word, size_t n) {
  if (n >= 6 && memcmp(word + n - 6, "steden", 6) == 0) {
    memcpy(word + n - 6, "stad", 4);
    return n - 2;
  }
  if (n == 5 && memcmp(word, "leden", 5) == 0) {
    memcpy(word, "lid", 3);
    return 3;
  }
  return n;
}

/* The stem of letters a-z; of anything else the text as it is. Dutch stems end in f and s where their other forms have
 * v and z: bedrijf, bedrijven. */
static bool add_stem(g4_analyser *analyser, const char *text, size_t n, uint32_t *number) {
  if (n < 3 || n > LONGEST_WORD || !is_letters(text, n)) {
    return number_term(analyser, text, n, number);
  }
  char copy[LONGEST_WORD + 1];
  memcpy(copy, text, n);
  n = make_singular(copy, n);
  const sb_symbol *stem = sb_stemmer_stem(analyser->stemmer, (const sb_symbol *)copy, (int)n);
  if (!stem) {
    return false;
  }
  size_t length = (size_t)sb_stemmer_length(analyser->stemmer);
  length = length < sizeof copy ? length : sizeof copy - 1;
  memcpy(copy, stem, length);
  if (length > 2) {
    char *last = &copy[length - 1];
    *last = (char)(*last == 'v' ? 'f' : *last == 'z' ? 's' : *last);
  }
  return number_term(analyser, copy, length, number);
}

static bool is_ending(const char *text, size_t n) {
  static const char *const endings[] = {"s", "er", "ers", "en", "je", "jes", "tje", "tjes"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (strlen(endings[i]) == n && memcmp(endings[i], text, n) == 0) {
      return true;
    }
  }
  return false;
}

/* A piece between hyphens, made plain in place: endings behind an apostrophe (mkb'ers) and other apostrophes go; of a
 * number the stops between its digits and the per cent sign. */
static size_t make_plain(char *text, size_t n) {
  char *mark = memchr(text, '\'', n);
  if (mark && mark > text && is_ending(mark + 1, n - (size_t)(mark + 1 - text))) {
    n = (size_t)(mark - text);
  }
  bool number = n > 0 && g4_ascii_is_digit(text[0]);
  size_t kept = 0;
  for (size_t i = 0; i < n; i++) {
    if (text[i] != '\'' && !(number && (text[i] == '.' || text[i] == '%'))) {
      text[kept++] = text[i];
    }
  }
  return kept;
}

/* Adds the parts of one piece, as long as there is room. */
static bool add_parts(g4_analyser *analyser, const char *text, size_t n, g4_word_terms *word) {
  g4_span parts[G4_SPLIT_MAX] = {{0, n}};
  size_t count = is_letters(text, n) ? g4_split(&analyser->splitter, text, n, parts) : 0;
  if (!count) {
    parts[0] = (g4_span){0, n};
    count = 1;
  }
  for (size_t i = 0; i < count && word->count < G4_WORD_PARTS; i++) {
    if (!add_stem(analyser, text + parts[i].start, parts[i].end - parts[i].start, &word->parts[word->count++])) {
      return false;
    }
  }
  return true;
}

/* 's-Hertogenbosch, 't: what stands before the hyphen is no part. */
static size_t clitic(const char *text, size_t n) {
  if (n >= 2 && text[0] == '\'' && (n == 2 || text[2] == '-')) {
    return n == 2 ? 2 : 3;
  }
  return 0;
}

static bool read_word(g4_analyser *analyser, g4_word_terms *word) {
  char *text = analyser->folded.bytes;
  size_t n = analyser->folded.length;
  g4_buf_clear(&analyser->joined);
  for (size_t at = clitic(text, n), end; at < n; at = end + 1) {
    char *hyphen = memchr(text + at, '-', n - at);
    end = hyphen ? (size_t)(hyphen - text) : n;
    size_t length = make_plain(text + at, end - at);
    if (length) {
      g4_buf_add(&analyser->joined, text + at, length);
      if (!add_parts(analyser, text + at, length, word)) {
        return false;
      }
    }
  }
  if (word->count == 1) {
    word->whole = word->parts[0];
  }
  return !analyser->joined.failed &&
         (word->count < 2 || add_stem(analyser, g4_buf_text(&analyser->joined), analyser->joined.length, &word->whole));
}

const g4_word_terms *g4_analyse(g4_analyser *analyser, const char *word, size_t n, g40_error *err) {
  size_t known;
  if (g4_map_get(&analyser->words, word, n, &known)) {
    return analyser->read.items[known];
  }
  g4_buf_clear(&analyser->folded);
  const char *key = g4_arena_strndup(&analyser->arena, word, n);
  g4_word_terms *made = g4_arena_alloc(&analyser->arena, sizeof *made);
  bool done = key && made && g4_fold(word, n, &analyser->folded, err) == G40_OK &&
              (!analyser->folded.length || read_word(analyser, made)) && g4_vec_push(&analyser->read, made) &&
              g4_map_put(&analyser->words, key, n, analyser->read.count - 1);
  if (!done) {
    g4_buf_free(&analyser->folded); /* a failed one would stay so */
    g4_buf_free(&analyser->joined);
    g4_nomem(err);
    return NULL;
  }
  return made;
}

static uint64_t fnv1a(uint64_t hash, const char *bytes, size_t n) {
  for (size_t i = 0; i < n; i++) {
    hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
  }
  return hash;
}

int g4_analyser_fingerprint(g4_analyser *analyser, char fingerprint[G4_FINGERPRINT], g40_error *err) {
  static const char probes[] =
      "arbeidsmarktregio's netcongestie mkb'ers 's-Hertogenbosch I&W D66 100.000 15% bedrijventerreinen woningbouw "
      "werkgelegenheid circulaire aanbestedingen zelfstandigen gemeenten onderwijs \xC3\xA9\xC3\xA9nmanszaken "
      "hervorming";
  uint64_t hash =
      fnv1a(14695981039346656037u + VERSION, g4_compounds_text, g4_embedded_size(g4_compounds_text, g4_compounds_end));
  g4_word word;
  for (size_t at = 0; g4_word_next(probes, sizeof probes - 1, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(analyser, probes + word.start, word.end - word.start, err);
    if (!terms) {
      return G40_NOMEM;
    }
    for (uint32_t i = 0; i < terms->count; i++) {
      size_t length;
      const char *text = g4_analyser_term(analyser, terms->parts[i], &length);
      hash = fnv1a(hash, text, length + 1);
    }
  }
  snprintf(fingerprint, G4_FINGERPRINT, "%016" PRIx64, hash);
  return G40_OK;
}
