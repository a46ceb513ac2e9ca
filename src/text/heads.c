#include "text/heads.h"

#include <stdlib.h>

#include "text/chars.h"
#include "text/pieces.h"
#include "text/utf8.h"

/* Evidence for one string that came back. */
typedef struct {
  uint64_t hash; /* 0: a free entry */
  uint32_t near; /* occurrences one or two pages after the one before, or whose page number goes on from it */
  uint32_t glued;
  uint32_t page, number; /* of the last occurrence */
} head;

enum { SMALLEST_TABLE = 256, NEAR_IS_HEAD = 2, GLUED_IS_HEAD = 3, FAMILY_IS_HEAD = 4, LONGEST_STEP = 4 };

typedef struct {
  size_t line;
  uint32_t start, end;
} cut;

typedef struct {
  const char *source;
  g4_lines *lines;
  bool form_feeds;
  head *heads;
  size_t capacity, count;
  G4_VEC(cut) cuts;
  uint32_t page;          /* ordinal of the page that is being read */
  uint32_t family_number; /* page number of the last head that had one */
} search;

static head *slot(head *heads, size_t capacity, uint64_t hash) {
  size_t i = (size_t)(hash >> 1) & (capacity - 1);
  while (heads[i].hash && heads[i].hash != hash) {
    i = (i + 1) & (capacity - 1);
  }
  return &heads[i];
}

static bool grow(search *s) {
  size_t capacity = s->capacity ? s->capacity * 2 : SMALLEST_TABLE;
  head *heads = calloc(capacity, sizeof *heads);
  if (!heads) {
    return false;
  }
  for (size_t i = 0; i < s->capacity; i++) {
    if (s->heads[i].hash) {
      *slot(heads, capacity, s->heads[i].hash) = s->heads[i];
    }
  }
  free(s->heads);
  s->heads = heads;
  s->capacity = capacity;
  return true;
}

static bool follows(uint32_t now, uint32_t before, uint32_t most) { return now > before && now - before <= most; }

/* Counts one occurrence; false: out of memory. */
static bool count(search *s, uint64_t hash, uint32_t number, bool glued) {
  if (s->count * 2 >= s->capacity && !grow(s)) {
    return false;
  }
  head *entry = slot(s->heads, s->capacity, hash);
  if (!entry->hash) {
    *entry = (head){.hash = hash};
    s->count++;
  } else if ((entry->number && follows(number, entry->number, LONGEST_STEP)) || follows(s->page, entry->page, 2)) {
    entry->near++;
  }
  entry->glued += glued;
  entry->page = s->page;
  entry->number = number;
  return true;
}

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
  if (whole && !at_page_edge(s, i) && !g4_piece_has_number(s->source, piece)) {
    return false;
  }
  return g4_piece_key_of(s->source, piece, key);
}

/* "Kop van het hoofdstuk15": the head of each chapter begins alike and ends with the page. */
static bool is_of_family(const g4_line *line, const g4_piece *piece, const g4_piece_key *key) {
  return piece->start == line->start && key->family && key->number && key->last_digits < piece->end;
}

static bool count_piece(search *s, size_t i, const g4_piece *piece) {
  const g4_line *line = &s->lines->items[i];
  g4_piece_key key;
  if (!is_candidate(s, i, piece, &key)) {
    return true;
  }
  bool glued = !is_whole(line, piece) && piece->left != G4_GLUE_CAMEL;
  return count(s, key.hash, key.number, glued) &&
         (!is_of_family(line, piece, &key) || count(s, key.family, key.number, false));
}

/* Where the page number of a family's head ends: the digits behind may be a chapter's ("verhaal3" + "1 Begin").
 * 0 where no page number goes on from the last one. */
static uint32_t family_end(const search *s, const g4_piece *piece, const g4_piece_key *key) {
  for (uint32_t end = piece->end; end > key->last_digits; end--) {
    uint32_t number = g4_page_number(s->source, key->last_digits, end);
    if (follows(number, s->family_number, s->family_number ? 2 * LONGEST_STEP : 1000)) {
      return end;
    }
  }
  return 0;
}

static bool cut_piece(search *s, size_t i, const g4_piece *piece) {
  g4_piece_key key;
  if (!s->capacity || !is_candidate(s, i, piece, &key)) {
    return true;
  }
  uint32_t end = piece->end;
  const head *entry = slot(s->heads, s->capacity, key.hash);
  bool family = is_of_family(&s->lines->items[i], piece, &key) &&
                slot(s->heads, s->capacity, key.family)->near >= FAMILY_IS_HEAD;
  if (family) {
    end = family_end(s, piece, &key);
  }
  if (!family || !end) {
    if (!entry->hash || (entry->near < NEAR_IS_HEAD && entry->glued < GLUED_IS_HEAD)) {
      return true;
    }
    end = piece->end;
  }
  if (family) {
    s->family_number = g4_page_number(s->source, key.last_digits, end);
  }
  cut *last = s->cuts.count ? &s->cuts.items[s->cuts.count - 1] : NULL;
  if (last && last->line == i && last->end == piece->start) {
    last->end = end;
    return true;
  }
  return g4_vec_push(&s->cuts, (cut){i, piece->start, end});
}

typedef bool visit(search *s, size_t i, const g4_piece *piece);

/* Shows every piece of every line; false: out of memory. */
static bool each_piece(search *s, visit *see) {
  s->page = 0;
  for (size_t i = 0; i < s->lines->count; i++) {
    g4_line line = s->lines->items[i];
    s->page += (line.flags & (s->form_feeds ? G4_LINE_AFTER_PAGE : G4_LINE_NUMBER)) != 0;
    if (line.flags & G4_LINE_NOISE) {
      continue;
    }
    g4_piece piece = {line.start, line.start, G4_GLUE_NONE};
    do {
      if (s->form_feeds) { /* pages have their own mark, so nothing is glued */
        piece.end = line.end;
      } else {
        g4_piece_next(s->source, line.end, &piece);
      }
      if (!see(s, i, &piece)) {
        return false;
      }
    } while (piece.end < line.end);
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
  uint8_t flags = line.flags;
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
  bool ok = each_piece(&s, count_piece) && each_piece(&s, cut_piece) && (!s.cuts.count || apply_cuts(&s));
  free(s.heads);
  g4_vec_free(&s.cuts);
  return ok ? G40_OK : g4_nomem(err);
}
