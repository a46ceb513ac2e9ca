#include "text/hyphens.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"
#include "text/compounds.h"
#include "text/utf8.h"

enum { SMALLEST_TABLE = 64, LONGEST_PART = 60 };

#define SEED UINT64_C(14695981039346656037)

/* A word that a line breaks: its two parts. */
typedef struct {
  const char *left, *right;
  size_t left_length, right_length;
  bool loose; /* white space stands before the hyphen */
} broken;

/* ASCII letters and the bytes of Latin letters beyond; apostrophes and quotes start with E2 and are none. */
static bool is_word_byte(char c) {
  unsigned char byte = (unsigned char)c;
  return g4_ascii_is_letter(c) || (byte >= 0x80 && byte < 0xE2 && byte != 0xC2);
}

static uint64_t mix(uint64_t hash, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    hash = (hash ^ (unsigned char)g4_ascii_lower(text[i])) * UINT64_C(1099511628211);
  }
  return hash;
}

static uint64_t hash_of(const broken *word, bool hyphen) {
  uint64_t hash = mix(SEED, word->left, word->left_length);
  hash = hyphen ? mix(hash, "-", 1) : hash;
  return mix(hash, word->right, word->right_length) | 1;
}

/* Length of the hyphen that a line ends with, a soft one too; 0 for none. */
static size_t final_hyphen(const char *source, const g4_line *line) {
  size_t length;
  uint32_t code = g4_utf8_decode_before(source, line->end, &length);
  bool hyphen = code == '-' || code == 0x2010 || code == 0xAD;
  return hyphen && line->end - line->start > length ? length : 0;
}

/* The parts of the word that breaks between two lines; false: none does. */
static bool parts_of(const char *source, const g4_line *line, const g4_line *next, broken *word) {
  size_t hyphen = final_hyphen(source, line);
  if (!hyphen) {
    return false;
  }
  size_t end = line->end - hyphen, right = next->start;
  word->loose = source[end - 1] == ' ' && end - 1 > line->start;
  end -= word->loose;
  size_t start = end;
  while (start > line->start && end - start < LONGEST_PART && is_word_byte(source[start - 1])) {
    start--;
  }
  while (right < next->end && right - next->start < LONGEST_PART && is_word_byte(source[right])) {
    right++;
  }
  word->left = source + start;
  word->left_length = end - start;
  word->right = source + next->start;
  word->right_length = right - next->start;
  return end > start && right > next->start;
}

static g4_hyphen_word *slot(g4_hyphen_word *words, size_t capacity, uint64_t hash) {
  size_t i = (size_t)(hash >> 8) & (capacity - 1);
  while (words[i].hash && words[i].hash != hash) {
    i = (i + 1) & (capacity - 1);
  }
  return &words[i];
}

static bool grow(g4_hyphens *set) {
  size_t capacity = set->capacity ? set->capacity * 2 : SMALLEST_TABLE;
  g4_hyphen_word *words = calloc(capacity, sizeof *words);
  if (!words) {
    return false;
  }
  for (size_t i = 0; i < set->capacity; i++) {
    if (set->words[i].hash) {
      *slot(words, capacity, set->words[i].hash) = set->words[i];
    }
  }
  free(set->words);
  set->words = words;
  set->capacity = capacity;
  return true;
}

static bool add(g4_hyphens *set, uint64_t hash) {
  if (set->count * 4 >= set->capacity && !grow(set)) {
    return false;
  }
  g4_hyphen_word *word = slot(set->words, set->capacity, hash);
  set->count += !word->hash;
  word->hash = hash;
  return true;
}

static uint32_t occurrences(const g4_hyphens *set, const broken *word, bool hyphen) {
  return set->capacity ? slot(set->words, set->capacity, hash_of(word, hyphen))->count : 0;
}

typedef bool visit(g4_hyphens *set, const broken *word, void *data);

/* Shows every word that breaks over two lines of text; false where `see` said so. */
static bool each_broken(g4_hyphens *set, const char *source, const g4_lines *lines, visit *see, void *data) {
  const g4_line *before = NULL;
  for (size_t i = 0; i < lines->count; i++) {
    const g4_line *line = &lines->items[i];
    if (line->flags & G4_LINE_NOISE) {
      continue;
    }
    broken word;
    if (before && parts_of(source, before, line, &word) && !see(set, &word, data)) {
      return false;
    }
    before = line;
  }
  return true;
}

static bool add_forms(g4_hyphens *set, const broken *word, void *data) {
  (void)data;
  return add(set, hash_of(word, false)) && add(set, hash_of(word, true));
}

enum { FILTER_BITS = 10, FILTER_HEAD = 4 };

/* Which words are worth hashing: a bit for each length, by their first four bytes. Shorter words are not counted. */
typedef struct {
  uint64_t lengths[1 << FILTER_BITS];
} word_filter;

static uint64_t *filter_of(word_filter *filter, const char head[FILTER_HEAD]) {
  uint32_t bytes;
  memcpy(&bytes, head, sizeof bytes);
  bytes |= 0x20202020u; /* lower case; what else it does to a byte it does to every such byte */
  return &filter->lengths[bytes * 2654435761u >> (32 - FILTER_BITS)];
}

static uint64_t length_bit(size_t n) { return UINT64_C(1) << (n < 63 ? n : 63); }

static bool add_to_filter(g4_hyphens *set, const broken *word, void *data) {
  (void)set;
  for (size_t hyphen = 0; hyphen < 2; hyphen++) {
    char head[FILTER_HEAD] = {0};
    for (size_t i = 0; i < FILTER_HEAD; i++) {
      size_t right = i - word->left_length - hyphen; /* only used where it is not below 0 */
      if (i < word->left_length) {
        head[i] = word->left[i];
      } else if (i < word->left_length + hyphen) {
        head[i] = '-';
      } else {
        head[i] = right < word->right_length ? word->right[right] : '\0';
      }
    }
    *filter_of(data, head) |= length_bit(word->left_length + word->right_length + hyphen);
  }
  return true;
}

/* Where the word ends that starts at `at`; a hyphen inside is part of it. */
static size_t word_end(const bool word_byte[256], const char *source, size_t length, size_t at) {
  for (;;) {
    while (at < length && word_byte[(unsigned char)source[at]]) {
      at++;
    }
    if (at + 1 >= length || source[at] != '-' || !word_byte[(unsigned char)source[at + 1]]) {
      return at;
    }
    at++;
  }
}

/* Counts how often the forms stand inside lines, in one pass over the source. Where letters start is listed a block at
 * a time, without a branch, and most of it is no word that the filter knows. */
static void count_forms(g4_hyphens *set, const char *source, size_t length, word_filter *filter) {
  enum { BLOCK = 512 };
  bool word_byte[256], before = false;
  size_t starts[BLOCK] = {0};
  for (int i = 0; i < 256; i++) {
    word_byte[i] = is_word_byte((char)i);
  }
  for (size_t at = 0; at < length;) {
    size_t count = 0, stop = length - at > BLOCK ? at + BLOCK : length;
    for (; at < stop; at++) {
      bool inside = word_byte[(unsigned char)source[at]];
      starts[count] = at;
      count += inside & !before;
      before = inside;
    }
    for (size_t k = 0; k < count && length - starts[k] >= FILTER_HEAD; k++) {
      size_t start = starts[k];
      uint64_t lengths = *filter_of(filter, source + start);
      bool second = start > 1 && source[start - 1] == '-' && word_byte[(unsigned char)source[start - 2]];
      size_t n = lengths && !second ? word_end(word_byte, source, length, start) - start : 0;
      if (n >= FILTER_HEAD && (lengths & length_bit(n))) {
        g4_hyphen_word *word = slot(set->words, set->capacity, mix(SEED, source + start, n) | 1);
        word->count += word->hash != 0;
      }
    }
  }
}

typedef struct {
  size_t all, known;
} loose_count;

static bool count_loose(g4_hyphens *set, const broken *word, void *data) {
  loose_count *counts = data;
  counts->all += word->loose;
  counts->known += word->loose && occurrences(set, word, false) > 0;
  return true;
}

int g4_hyphens_learn(g4_hyphens *hyphens, const char *source, size_t length, const g4_lines *lines, g40_error *err) {
  if (!each_broken(hyphens, source, lines, add_forms, NULL)) {
    return g4_nomem(err);
  }
  if (hyphens->count) {
    loose_count counts = {0};
    word_filter filter = {0};
    each_broken(hyphens, source, lines, add_to_filter, &filter);
    count_forms(hyphens, source, length, &filter);
    each_broken(hyphens, source, lines, count_loose, &counts);
    hyphens->loose = counts.known >= 3 && counts.known * 3 >= counts.all;
  }
  return G40_OK;
}

void g4_hyphens_free(g4_hyphens *hyphens) {
  free(hyphens->words);
  *hyphens = (g4_hyphens){0};
}

g4_join g4_hyphens_join(const g4_hyphens *hyphens, const char *source, const g4_line *line, const g4_line *next) {
  size_t hyphen = final_hyphen(source, line), length;
  if (!hyphen) {
    return G4_JOIN_SPACE;
  }
  bool spaced = g4_char_before(source, line->end - hyphen, &length) == G4_CHAR_SPACE;
  if ((unsigned char)source[line->end - 1] == 0xAD) {
    return spaced ? G4_JOIN_SPACE : G4_JOIN_DROP;
  }
  g4_char_class begin = g4_char_at(source + next->start, next->end - next->start, &length);
  broken word;
  bool parted = parts_of(source, line, next, &word);
  if (parted && word.loose) {
    bool drop = begin == G4_CHAR_LOWER && (hyphens->loose || occurrences(hyphens, &word, false));
    return drop ? G4_JOIN_DROP : G4_JOIN_SPACE;
  }
  if (spaced) {
    return G4_JOIN_SPACE; /* a dash */
  }
  if (!parted) {
    return g4_char_is_word(begin) ? G4_JOIN_KEEP : G4_JOIN_SPACE;
  }
  if (g4_compound_is_open(word.left, word.left_length, word.right, word.right_length)) {
    return G4_JOIN_SPACE;
  }
  uint32_t joined = occurrences(hyphens, &word, false), kept = occurrences(hyphens, &word, true);
  if (joined != kept) {
    return joined > kept ? G4_JOIN_DROP : G4_JOIN_KEEP;
  }
  return g4_compound_has_hyphen(word.left, word.left_length, word.right, word.right_length) ? G4_JOIN_KEEP
                                                                                            : G4_JOIN_DROP;
}
