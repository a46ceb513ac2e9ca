#include "index/split.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/embedded.h"
#include "index/language.h"

enum { SHORTEST_PART = 3, SHORTEST_WORD = 7, LINKS = 4 };

int g4_splitter_build(g4_splitter *splitter, g40_error *err) {
  size_t size = g4_embedded_size(g4_compounds_text, g4_compounds_end);
  for (const char *line = g4_compounds_text; (size_t)(line - g4_compounds_text) < size;) {
    if (!g4_vec_push(&splitter->lines, (uint32_t)(line - g4_compounds_text))) {
      g4_splitter_free(splitter);
      return g4_nomem(err);
    }
    const char *end = memchr(line, '\n', (size_t)(g4_compounds_end - line));
    line = end ? end + 1 : g4_compounds_end;
  }
  return G40_OK;
}

void g4_splitter_free(g4_splitter *splitter) { g4_vec_free(&splitter->lines); }

/* Lines whose words begin alike: [first, end). */
typedef struct {
  size_t first, end;
} range;

/* The first line of those that share their first `at` bytes whose next byte is `c` or comes behind it. */
static size_t first_from(const g4_splitter *splitter, range lines, size_t at, char c) {
  while (lines.first < lines.end) {
    size_t middle = lines.first + (lines.end - lines.first) / 2;
    if (g4_compounds_text[splitter->lines.items[middle] + at] < c) {
      lines.first = middle + 1;
    } else {
      lines.end = middle;
    }
  }
  return lines.first;
}

/* Those of the lines whose next byte is the letter `c`. */
static range narrow(const g4_splitter *splitter, range lines, size_t at, char c) {
  lines.first = first_from(splitter, lines, at, c);
  lines.end = first_from(splitter, lines, at, (char)(c + 1));
  return lines;
}

/* How often the word was counted that n bytes are which all the lines share; 0: it is not in the list. Its line is the
 * first, because a space stands behind it. */
static double frequency_in(const g4_splitter *splitter, range lines, size_t n) {
  const char *line = g4_compounds_text + (lines.first < lines.end ? splitter->lines.items[lines.first] : 0);
  if (lines.first == lines.end || line[n] != ' ') {
    return 0;
  }
  double count = 0;
  for (const char *digit = line + n + 1; *digit >= '0' && *digit <= '9'; digit++) {
    count = count * 10 + (*digit - '0');
  }
  return count;
}

static double frequency(const g4_splitter *splitter, const char *word, size_t n) {
  range lines = {0, splitter->lines.count};
  for (size_t i = 0; i < n && lines.first < lines.end; i++) {
    lines = narrow(splitter, lines, i, word[i]);
  }
  return frequency_in(splitter, lines, n);
}

/* The best way to cut what stands before a place: fewest parts, then the most frequent ones. */
typedef struct {
  size_t parts; /* 0: there is none */
  double weight;
  size_t from, end; /* the last part; between its end and the place stands a link */
} cut;

static bool better(const cut *a, const cut *b) {
  return !b->parts || a->parts < b->parts || (a->parts == b->parts && a->weight > b->weight);
}

/* Lets the part [from, end) lead to the places behind it. */
static void follow(cut *cuts, const char *word, size_t n, size_t from, size_t end, double count) {
  static const char *const links[LINKS] = {"", "s", "e", "en"};
  cut one = {from ? cuts[from].parts + 1 : 1, (from ? cuts[from].weight : 0) + log(count), from, end};
  for (int i = 0; i < LINKS; i++) {
    size_t length = strlen(links[i]), at = end + length;
    bool fits = at == n ? length == 0 : at + SHORTEST_PART <= n && memcmp(word + end, links[i], length) == 0;
    if (fits && better(&one, &cuts[at])) {
      cuts[at] = one;
    }
  }
}

static size_t split(const g4_splitter *splitter, const char *word, size_t start, size_t n, g4_span *parts,
                    size_t room) {
  cut cuts[G4_SPLIT_LONGEST + 1] = {{0}};
  for (size_t from = 0; from + SHORTEST_PART <= n; from++) {
    if (from && !cuts[from].parts) {
      continue;
    }
    range lines = {0, splitter->lines.count};
    for (size_t end = from + 1; end <= n && lines.first < lines.end; end++) {
      lines = narrow(splitter, lines, end - from - 1, word[start + end - 1]);
      bool part = end - from >= SHORTEST_PART && end - from < n;
      double count = part ? frequency_in(splitter, lines, end - from) : 0;
      if (count > 0) {
        follow(cuts, word + start, n, from, end, count);
      }
    }
  }
  const cut *last = &cuts[n];
  if (last->parts < 2 || exp(last->weight / (double)last->parts) <= frequency(splitter, word + start, n)) {
    return 0;
  }
  g4_span found[G4_SPLIT_LONGEST / SHORTEST_PART] = {{0}};
  size_t count = last->parts;
  for (size_t i = count, at = n; i-- > 0; at = cuts[at].from) {
    found[i] = (g4_span){start + cuts[at].from, start + cuts[at].end};
  }
  size_t made = 0;
  for (size_t i = 0; i < count; i++) {
    size_t length = found[i].end - found[i].start, left = count - i - 1;
    if (made + left >= room) {
      return 0;
    }
    size_t inner =
        length < SHORTEST_WORD ? 0 : split(splitter, word, found[i].start, length, parts + made, room - made - left);
    if (!inner) {
      parts[made] = found[i];
    }
    made += inner ? inner : 1;
  }
  return made;
}

size_t g4_split(const g4_splitter *splitter, const char *word, size_t n, g4_span parts[G4_SPLIT_MAX]) {
  return n < SHORTEST_WORD || n > G4_SPLIT_LONGEST ? 0 : split(splitter, word, 0, n, parts, G4_SPLIT_MAX);
}
