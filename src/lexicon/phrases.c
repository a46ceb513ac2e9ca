#include "lexicon/phrases.h"

#include <string.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/words.h"

/* The folded words of a text, a space between. */
static int read_words(const char *text, size_t n, g4_buf *words, g40_error *err) {
  g4_buf folded = {0};
  g4_word word;
  int code = g4_fold(text, n, &folded, err);
  for (size_t at = 0; code == G40_OK && g4_word_next(g4_buf_text(&folded), folded.length, at, &word); at = word.end) {
    if (words->length) {
      g4_buf_add_char(words, ' ');
    }
    g4_buf_add(words, folded.bytes + word.start, word.end - word.start);
  }
  g4_buf_free(&folded);
  return code == G40_OK && words->failed ? g4_nomem(err) : code;
}

static size_t count_words(const char *words) {
  size_t count = *words != '\0';
  for (; *words; words++) {
    count += *words == ' ';
  }
  return count;
}

/* Most words of a text begin no phrase: one look-up tells. `words` lives as long as the phrases. */
static bool add_start(g4_phrases *phrases, const char *words) {
  size_t n = strcspn(words, " "), count = count_words(words), longest = 0;
  g4_map_get(&phrases->longest, words, n, &longest);
  return count <= longest || g4_map_put(&phrases->longest, words, n, count);
}

static int add(g4_phrases *phrases, const char *words, size_t n, size_t value, g40_error *err) {
  size_t first = 0;
  bool known = g4_map_get(&phrases->by_words, words, n, &first);
  const char *key = known ? words : g4_arena_strndup(&phrases->arena, words, n);
  g4_phrase_value one = {value, 0};
  if (!key || !g4_vec_push(&phrases->values, one)) {
    return g4_nomem(err);
  }
  size_t place = phrases->values.count;
  if (!known) {
    return g4_map_put(&phrases->by_words, key, n, place - 1) && add_start(phrases, key) ? G40_OK : g4_nomem(err);
  }
  while (phrases->values.items[first].next) {
    first = phrases->values.items[first].next - 1;
  }
  phrases->values.items[first].next = place;
  return G40_OK;
}

int g4_phrases_add(g4_phrases *phrases, const char *phrase, size_t value, g40_error *err) {
  g4_buf words = {0};
  int code = read_words(phrase, strlen(phrase), &words, err);
  if (code == G40_OK && words.length) {
    code = add(phrases, g4_buf_text(&words), words.length, value, err);
  }
  g4_buf_free(&words);
  return code;
}

void g4_phrases_free(g4_phrases *phrases) {
  g4_map_free(&phrases->by_words);
  g4_map_free(&phrases->longest);
  g4_vec_free(&phrases->values);
  g4_arena_free(&phrases->arena);
  *phrases = (g4_phrases){0};
}

/* The end of the longest phrase that starts at `at`, where a word stands up to `end`; 0: none. */
static size_t longest_at(const g4_phrases *phrases, const char *words, size_t at, size_t end, size_t *first) {
  size_t found = 0, longest = 0, value;
  g4_map_get(&phrases->longest, words + at, end - at, &longest);
  for (size_t count = 0; count < longest && (count == 0 || words[end] == ' '); count++) {
    if (count) {
      end += 1 + strcspn(words + end + 1, " ");
    }
    if (g4_map_get(&phrases->by_words, words + at, end - at, &value)) {
      found = end;
      *first = value;
    }
  }
  return found;
}

int g4_phrases_find(const g4_phrases *phrases, const char *text, size_t n, g4_phrase_hit hit, void *context,
                    g40_error *err) {
  g4_buf buffer = {0};
  int code = read_words(text, n, &buffer, err);
  const char *words = code == G40_OK ? g4_buf_text(&buffer) : "";
  for (size_t at = 0; words[at];) {
    size_t first = 0, word_end = at + strcspn(words + at, " "), end = longest_at(phrases, words, at, word_end, &first);
    for (size_t place = end ? first + 1 : 0; place; place = phrases->values.items[place - 1].next) {
      hit(context, phrases->values.items[place - 1].value);
    }
    at = end ? end : word_end;
    at += words[at] == ' ';
  }
  g4_buf_free(&buffer);
  return code;
}
