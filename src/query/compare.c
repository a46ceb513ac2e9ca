#include "query/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "query/pairs.h"
#include "text/difference.h"

typedef struct {
  const g40_positions *positions;
  const char **texts; /* of each, in the arena */
  size_t count;
} edition;

/* Where a row stands: behind what is at `place` of the later edition, of these first what is in it. */
typedef struct {
  size_t place, order;
  const g4_pair *pair; /* NULL: in one edition only */
  size_t before, after;
  bool dropped;
} line;

typedef struct {
  g4_owner *owner;
  edition before, after;
  g4_pairs pairs;
  G4_VEC(line) lines;
  g40_differences *result;
  size_t limit;
  g40_error *err;
} comparison;

/* --- editions */

static const char *text_of(g4_arena *arena, const g40_position *position) {
  const g40_passages *passages = g40_position_passages(position);
  g4_buf joined = {0};
  for (size_t i = 0; i < g40_passages_count(passages); i++) {
    g4_buf_add_text(&joined, i ? "\n" : "");
    g4_buf_add_text(&joined, g40_passage_text(g40_passages_at(passages, i)));
  }
  const char *text = joined.failed ? NULL : g4_arena_strndup(arena, g4_buf_text(&joined), joined.length);
  g4_buf_free(&joined);
  return text;
}

static int read_edition(comparison *in, const g40_positions *positions, edition *one) {
  g4_arena *arena = &in->owner->arena;
  one->positions = positions;
  one->count = g40_positions_count(positions);
  one->texts = g4_arena_array(arena, one->count, sizeof *one->texts);
  for (size_t i = 0; one->texts && i < one->count; i++) {
    one->texts[i] = text_of(arena, g40_positions_at(positions, i));
    if (!one->texts[i]) {
      return g4_nomem(in->err);
    }
  }
  return one->texts ? G40_OK : g4_nomem(in->err);
}

/* --- the order of rows */

static int compare_lines(const void *a, const void *b) {
  const line *x = a, *y = b;
  if (x->place != y->place) {
    return x->place < y->place ? -1 : 1;
  }
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Pairs and what is new stand at their place in the later edition, from 1. */
static bool add_later(comparison *in) {
  const g4_pair **pair_of = calloc(in->after.count + 1, sizeof *pair_of);
  bool done = pair_of != NULL;
  for (size_t i = 0; done && i < in->pairs.count; i++) {
    pair_of[in->pairs.items[i].after] = &in->pairs.items[i];
  }
  for (size_t k = 0; done && k < in->after.count; k++) {
    const g4_pair *pair = pair_of[k];
    done = g4_vec_push(&in->lines, (line){k + 1, 0, pair, pair ? pair->before : 0, k, false});
  }
  free(pair_of);
  return done;
}

/* What was dropped stands behind the pair that it followed. */
static bool add_dropped(comparison *in) {
  size_t place = 0, next = 0;
  bool done = true;
  for (size_t i = 0; done && i < in->before.count; i++) {
    if (next < in->pairs.count && in->pairs.items[next].before == i) {
      place = in->pairs.items[next++].after + 1;
    } else {
      done = g4_vec_push(&in->lines, (line){place, i + 1, NULL, i, 0, true});
    }
  }
  return done;
}

static int order_lines(comparison *in) {
  if (!add_later(in) || !add_dropped(in)) {
    return g4_nomem(in->err);
  }
  if (in->lines.count > 1) {
    qsort(in->lines.items, in->lines.count, sizeof *in->lines.items, compare_lines);
  }
  return G40_OK;
}

/* --- rows */

static const g40_marks *make_marks(comparison *in, const g4_word_spans *spans) {
  g40_marks *marks = g4_arena_alloc(&in->owner->arena, sizeof *marks);
  g40_marked *rows = g4_arena_array(&in->owner->arena, spans->count, sizeof *rows);
  if (!marks || !rows) {
    g4_nomem(in->err);
    return NULL;
  }
  for (size_t i = 0; i < spans->count; i++) {
    rows[i] = (g40_marked){in->owner, (int64_t)spans->items[i].start, (int64_t)spans->items[i].end};
  }
  *marks = (g40_marks){in->owner, spans->count, (int64_t)spans->count, rows};
  return marks;
}

static int mark_words(comparison *in, g40_difference *row) {
  g4_word_spans gone = {0}, come = {0};
  int code =
      row->before && row->after ? g4_difference(row->before_text, row->after_text, &gone, &come, in->err) : G40_OK;
  if (code == G40_OK) {
    row->gone = make_marks(in, &gone);
    row->come = make_marks(in, &come);
    code = row->gone && row->come ? G40_OK : in->err->code;
  }
  g4_vec_free(&gone);
  g4_vec_free(&come);
  return code;
}

static int fill(comparison *in, const line *from, g40_difference *row) {
  *row = (g40_difference){.owner = in->owner, .state = from->dropped ? "dropped" : "new"};
  if (from->pair || from->dropped) {
    row->before = g40_positions_at(in->before.positions, from->before);
    row->before_text = in->before.texts[from->before];
  }
  if (!from->dropped) {
    row->after = g40_positions_at(in->after.positions, from->after);
    row->after_text = in->after.texts[from->after];
  }
  int code = mark_words(in, row);
  if (code == G40_OK && from->pair) {
    row->state = row->gone->count || row->come->count ? "changed" : "kept";
    row->moved = from->pair->moved;
    row->likeness = from->pair->likeness;
  }
  return code;
}

/* All rows are made, also those beyond the limit: their words say of which state they are. */
static int make_rows(comparison *in) {
  size_t count = in->lines.count;
  g40_differences *result = g4_arena_alloc(&in->owner->arena, sizeof *result);
  g40_difference *rows = g4_arena_array(&in->owner->arena, count, sizeof *rows);
  if (!result || !rows) {
    return g4_nomem(in->err);
  }
  *result = (g40_differences){.owner = in->owner, .total = (int64_t)count, .rows = rows};
  result->count = in->limit && in->limit < count ? in->limit : count;
  for (size_t i = 0; i < count; i++) {
    int code = fill(in, &in->lines.items[i], &rows[i]);
    if (code != G40_OK) {
      return code;
    }
    int64_t *counter = !rows[i].before                         ? &result->added
                       : !rows[i].after                        ? &result->dropped
                       : strcmp(rows[i].state, "changed") == 0 ? &result->changed
                                                               : &result->kept;
    ++*counter;
    result->moved += rows[i].moved;
  }
  in->result = result;
  return G40_OK;
}

g40_differences *g4_compare(const g40_positions *before, const g40_positions *after, size_t limit, g40_error *err) {
  comparison in = {.owner = g4_owner_new(err), .limit = limit, .err = err};
  if (!in.owner) {
    return NULL;
  }
  int code = read_edition(&in, before, &in.before);
  code = code == G40_OK ? read_edition(&in, after, &in.after) : code;
  if (code == G40_OK) {
    code = g4_pairs_find(in.before.texts, in.before.count, in.after.texts, in.after.count, &in.pairs, err);
  }
  code = code == G40_OK ? order_lines(&in) : code;
  code = code == G40_OK ? make_rows(&in) : code;
  g4_vec_free(&in.pairs);
  g4_vec_free(&in.lines);
  if (code != G40_OK) {
    g4_owner_release(in.owner);
    return NULL;
  }
  g4_owner_keep(in.owner, before->owner);
  g4_owner_keep(in.owner, after->owner);
  return in.result;
}
