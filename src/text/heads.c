#include "text/heads.h"

#include <string.h>

#include "text/chars.h"
#include "text/pieces.h"
#include "text/repeats.h"
#include "text/utf8.h"

enum {
  NEAR_IS_HEAD = 2,
  GLUED_IS_HEAD = 3,
  FAMILY_IS_HEAD = 4,
  OPENING_IS_HEAD = 4,
  OFTEN_IS_HEAD = 5,
  OFTEN_IS_NAME = 3,
  LONGEST_HEAD = 250
};

typedef struct {
  size_t line;
  uint32_t start, end;
} cut;

/* A piece that may be a head. */
typedef struct {
  size_t line;
  g4_piece piece;
  g4_piece_key key;
} candidate;

typedef struct {
  const char *source;
  g4_lines *lines;
  bool form_feeds;
  g4_repeats seen;
  G4_VEC(candidate) candidates;
  G4_VEC(cut) cuts;
  uint32_t page;          /* ordinal of the page that is being read */
  uint32_t family_number; /* page number of the last head of a family */
} search;

/* Whether a page begins or ends within three lines, or a page number stands beside. */
static bool at_page_edge(const search *s, size_t i) {
  const g4_line *line = s->lines->items;
  for (size_t k = i >= 2 ? i - 2 : 0; k <= i + 3; k++) {
    if (k >= s->lines->count || (line[k].flags & G4_LINE_AFTER_PAGE)) {
      return true;
    }
    if (k <= i + 2 && (line[k].flags & G4_LINE_NUMBER)) {
      return true;
    }
  }
  return false;
}

static bool is_whole(const g4_line *line, const g4_piece *piece) {
  return piece->start == line->start && piece->end == line->end;
}

/* Whether a piece may be a head at all. Most lines are none, which must show fast. */
static bool is_candidate(const search *s, size_t i, const g4_piece *piece, g4_piece_key *key) {
  bool whole = is_whole(&s->lines->items[i], piece);
  bool numbered = !s->form_feeds && (s->lines->items[i].flags & G4_LINE_HAS_DIGIT);
  if (whole && !numbered && !at_page_edge(s, i)) {
    return false;
  }
  return g4_piece_key_of(s->source, piece, key);
}

/* "Kop van het hoofdstuk15": the head of each chapter begins alike and ends with the page. */
static bool is_of_family(const g4_line *line, const g4_piece *piece, const g4_piece_key *key) {
  return piece->start == line->start && key->family && key->number && key->last_digits < piece->end;
}

static bool is_number_or_stop(g4_glue glue) { return glue == G4_GLUE_NUMBER || glue == G4_GLUE_STOP; }

/* Names with a capital inside are learned first, so that they are not taken for glue. */
static bool count_name(search *s, size_t i, const g4_piece *piece) {
  uint64_t name = g4_piece_name(s->source, s->lines->items[i].end, piece);
  return !name || g4_repeats_add(&s->seen, name, (g4_occurrence){piece->start, 0, 0, false});
}

static bool count_piece(search *s, size_t i, const g4_piece *piece) {
  const g4_line *line = &s->lines->items[i];
  g4_piece_key key;
  if (!is_candidate(s, i, piece, &key)) {
    return true;
  }
  if (!g4_vec_push(&s->candidates, (candidate){i, *piece, key})) {
    return false;
  }
  g4_occurrence here = {piece->start, s->page, key.number, false};
  if (is_of_family(line, piece, &key) && !g4_repeats_add(&s->seen, key.family, here)) {
    return false;
  }
  here.glued = piece->left != G4_GLUE_NONE;
  if (here.glued && key.opening && !g4_repeats_add(&s->seen, key.opening, here)) {
    return false;
  }
  here.glued = is_number_or_stop(piece->left) || is_number_or_stop(piece->right);
  return !key.whole || g4_repeats_add(&s->seen, key.whole, here);
}

/* Where the page number of a family's head ends: the digits behind may be a chapter's ("verhaal3" + "1 Begin"). 0 where
 * no page number goes on from the last one. */
static uint32_t family_end(const search *s, const g4_piece *piece, const g4_piece_key *key) {
  const g4_repeat *family = g4_repeats_get(&s->seen, key->family);
  if (!family || family->near < FAMILY_IS_HEAD) {
    return 0;
  }
  for (uint32_t end = piece->end; end > key->last_digits; end--) {
    uint32_t number = g4_page_number(s->source, key->last_digits, end);
    if (s->family_number ? g4_goes_on(number, s->family_number, 2 * G4_LONGEST_STEP) : number > 0) {
      return end;
    }
  }
  return 0;
}

static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Where a head ends that begins as many others do, after glue. 0: it is none. */
static uint32_t opening_end(const search *s, size_t i, const g4_piece *piece, const g4_piece_key *key) {
  const g4_repeat *opening = key->opening && piece->left ? g4_repeats_get(&s->seen, key->opening) : NULL;
  if (!opening || opening->glued < OPENING_IS_HEAD) {
    return 0;
  }
  uint32_t other = opening->last != piece->start ? opening->last : opening->first;
  uint32_t last = s->lines->items[s->lines->count - 1].end;
  uint32_t longest = smaller(s->lines->items[i].end - piece->start, smaller(last - other, LONGEST_HEAD));
  return g4_piece_same_until(s->source, piece->start, piece->start + longest, other);
}

/* Where the head that a piece is, or begins with, ends; 0: it is none. */
static uint32_t head_end(search *s, size_t i, const g4_piece *piece, const g4_piece_key *key) {
  uint32_t end = is_of_family(&s->lines->items[i], piece, key) ? family_end(s, piece, key) : 0;
  if (end) {
    s->family_number = g4_page_number(s->source, key->last_digits, end);
    return end;
  }
  const g4_repeat *whole = key->whole ? g4_repeats_get(&s->seen, key->whole) : NULL;
  if (whole && (whole->near >= NEAR_IS_HEAD || whole->glued >= GLUED_IS_HEAD)) {
    return piece->end;
  }
  /* A whole line with a number in it that comes back that often is no text: "Concept 2021-2025". */
  const g4_line *line = &s->lines->items[i];
  if (whole && whole->count >= OFTEN_IS_HEAD && is_whole(line, piece) && (line->flags & G4_LINE_HAS_DIGIT)) {
    return piece->end;
  }
  return opening_end(s, i, piece, key);
}

/* Where the head stands a second time behind its page number, past that too. */
static uint32_t past_repeat(const search *s, size_t i, uint32_t start, uint32_t end) {
  uint32_t title = end, again = end;
  while (title > start && g4_ascii_is_digit(s->source[title - 1])) {
    title--;
  }
  while (again < s->lines->items[i].end && s->source[again] == ' ') {
    again++;
  }
  uint32_t n = title - start;
  bool repeated = n && s->lines->items[i].end - again >= n && memcmp(s->source + start, s->source + again, n) == 0;
  return repeated ? again + n : end;
}

static bool cut_piece(search *s, size_t i, const g4_piece *piece, const g4_piece_key *key) {
  uint32_t start = piece->start, end = head_end(s, i, piece, key);
  cut *last = s->cuts.count ? &s->cuts.items[s->cuts.count - 1] : NULL;
  bool same_line = last && last->line == i;
  end = end ? past_repeat(s, i, start, end) : 0;
  if (same_line && start < last->end) {
    start = last->end;
  }
  if (end <= start) {
    return true;
  }
  if (same_line && last->end == start) {
    last->end = end;
    return true;
  }
  return g4_vec_push(&s->cuts, (cut){i, start, end});
}

typedef bool visit(search *s, size_t i, const g4_piece *piece);

/* To the next piece of a line. Names are no glue. */
static void next_piece(const search *s, const g4_line *line, bool names, g4_piece *piece) {
  if (s->form_feeds || !(line->flags & G4_LINE_MAY_BE_GLUED)) { /* where pages have a mark, nothing is glued */
    piece->end = line->end;
    return;
  }
  g4_piece_next(s->source, line->end, piece);
  while (names && piece->right == G4_GLUE_CAMEL) {
    uint64_t name = g4_piece_name(s->source, line->end, piece);
    const g4_repeat *known = name ? g4_repeats_get(&s->seen, name) : NULL;
    if (!known || known->count < OFTEN_IS_NAME) {
      break;
    }
    g4_piece_extend(s->source, line->end, piece);
  }
}

/* Shows every piece of every line; false: out of memory. */
static bool each_piece(search *s, bool names, visit *see) {
  s->page = 0;
  for (size_t i = 0; i < s->lines->count; i++) {
    g4_line line = s->lines->items[i];
    s->page += (line.flags & (s->form_feeds ? G4_LINE_AFTER_PAGE : G4_LINE_NUMBER)) != 0;
    if (line.flags & G4_LINE_NOISE) {
      continue;
    }
    g4_piece piece = G4_PIECE_BEFORE(line.start);
    do {
      next_piece(s, &line, names, &piece);
      if (!see(s, i, &piece)) {
        return false;
      }
    } while (piece.end < line.end);
  }
  return true;
}

/* Whether anything came back often enough. In most texts without pages nothing did. */
static bool any_head(const search *s) {
  for (size_t i = 0; i < s->seen.capacity; i++) {
    const g4_repeat *entry = &s->seen.entries[i];
    if (entry->near >= NEAR_IS_HEAD || entry->glued >= GLUED_IS_HEAD || entry->count >= OFTEN_IS_HEAD) {
      return true;
    }
  }
  return false;
}

static bool cut_pieces(search *s) {
  for (size_t k = 0; k < s->candidates.count; k++) {
    const candidate *c = &s->candidates.items[k];
    if (!cut_piece(s, c->line, &c->piece, &c->key)) {
      return false;
    }
  }
  return true;
}

static bool add_part(const search *s, g4_lines *out, g4_line part) {
  size_t start = part.start, end = part.end;
  g4_trim(s->source, &start, &end);
  if (start == end) {
    return true;
  }
  part.start = (uint32_t)start;
  part.end = (uint32_t)end;
  part.width = (uint32_t)g4_utf8_count(s->source + start, end - start);
  return g4_vec_push(out, part);
}

/* Puts the parts of the line that `*k` and the cuts after it cut into `out`. */
static bool add_cut_line(const search *s, size_t *k, g4_lines *out) {
  const size_t i = s->cuts.items[*k].line;
  g4_line line = s->lines->items[i];
  uint32_t at = line.start;
  uint16_t flags = line.flags;
  for (; *k < s->cuts.count && s->cuts.items[*k].line == i; ++*k) {
    const cut *c = &s->cuts.items[*k];
    size_t before = out->count;
    if (!add_part(s, out, (g4_line){at, c->start, 0, flags})) {
      return false;
    }
    flags = out->count > before ? G4_LINE_GLUED : flags;
    if (!add_part(s, out, (g4_line){c->start, c->end, 0, flags | G4_LINE_NOISE})) {
      return false;
    }
    flags = G4_LINE_GLUED;
    at = c->end;
  }
  return add_part(s, out, (g4_line){at, line.end, 0, flags});
}

static bool apply_cuts(search *s) {
  g4_lines out = {0};
  size_t k = 0;
  bool ok = true;
  for (size_t i = 0; ok && i < s->lines->count; i++) {
    bool is_cut = k < s->cuts.count && s->cuts.items[k].line == i;
    ok = is_cut ? add_cut_line(s, &k, &out) : g4_vec_push(&out, s->lines->items[i]);
  }
  if (ok) {
    g4_vec_free(s->lines);
    *s->lines = out;
  } else {
    g4_vec_free(&out);
  }
  return ok;
}

int g4_heads_find(const char *source, g4_lines *lines, bool form_feeds, g40_error *err) {
  search s = {.source = source, .lines = lines, .form_feeds = form_feeds};
  bool ok = (form_feeds || each_piece(&s, false, count_name)) && each_piece(&s, true, count_piece) &&
            (!any_head(&s) || cut_pieces(&s)) && (!s.cuts.count || apply_cuts(&s));
  g4_repeats_free(&s.seen);
  g4_vec_free(&s.candidates);
  g4_vec_free(&s.cuts);
  return ok ? G40_OK : g4_nomem(err);
}
