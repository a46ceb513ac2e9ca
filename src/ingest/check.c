#include "ingest/check.h"

#include <stdlib.h>

#include <string.h>

#include "coding/anchor.h"
#include "extract/contacts.h"
#include "ingest/corpus.h"
#include "model/diagnose.h"
#include "text/words.h"

/* Everything of the result lives with the diagnostics' owner. */
typedef struct {
  g4_owner *owner;
  g4_corpus corpus;
  g4_privates contacts; /* to hide; none where they are asked for */
  G4_VEC(g40_anchor) anchors;
  bool with_contacts, failed;
} checker;

static const char *keep(checker *in, const char *text, size_t n) {
  const char *copy = g4_arena_strndup(&in->owner->arena, text, n);
  in->failed |= !copy;
  return copy;
}

/* --- anchors */

static void add_anchor(void *context, const char *owner, g4_anchor *anchor) {
  static const char *const states[] = {"orphaned", "found", "ambiguous", "orphaned"};
  checker *in = context;
  g4_buf words = {0};
  if (in->with_contacts) {
    g4_buf_add_text(&words, anchor->words);
  } else if (anchor->secret) {
    g4_buf_add_text(&words, "[contact]");
  } else {
    g4_contacts_mask_words(anchor->words, &words);
  }
  g40_anchor row = {.owner = in->owner,
                    .owner_id = keep(in, owner, strlen(owner)),
                    .words = words.failed ? NULL : keep(in, g4_buf_text(&words), words.length),
                    .state = anchor->moved ? "moved" : states[anchor->state],
                    .start = -1,
                    .end = -1,
                    .line = anchor->mark.line,
                    .column = anchor->mark.column};
  if (anchor->state == G4_ANCHOR_FOUND) {
    row.start = (int64_t)anchor->ranges.items[0].start;
    row.end = (int64_t)anchor->ranges.items[anchor->ranges.count - 1].end;
  }
  in->failed |= words.failed || !g4_vec_push(&in->anchors, row);
  g4_buf_free(&words);
}

static g40_anchors *finish_anchors(checker *in) {
  g40_anchors *array = g4_arena_alloc(&in->owner->arena, sizeof *array);
  g40_anchor *rows = g4_arena_array(&in->owner->arena, in->anchors.count, sizeof *rows);
  if (!array || !rows) {
    in->failed = true;
    return NULL;
  }
  if (in->anchors.count) {
    memcpy(rows, in->anchors.items, in->anchors.count * sizeof *rows);
  }
  *array = (g40_anchors){in->owner, in->anchors.count, (int64_t)in->anchors.count, rows};
  return array;
}

/* --- coverage */

/* What covers each byte of the reading form. */
typedef struct {
  const g4_text *text;
  const char **by; /* one per byte of the reading form: the owner's id, or NULL */
} cover;

static void cover_quote(cover *map, const g4_anchor *anchor, const char *owner) {
  if (anchor->state == G4_ANCHOR_FOUND) {
    for (size_t i = anchor->reading.start; i < anchor->reading.end; i++) {
      map->by[i] = map->by[i] ? map->by[i] : owner;
    }
  }
}

static void cover_quotes(cover *map, const g4_coded *coded) {
  for (size_t i = 0; i < coded->positions.count; i++) {
    const g4_coded_position *position = &coded->positions.items[i];
    for (size_t k = 0; k < position->quotes.count; k++) {
      cover_quote(map, &position->quotes.items[k], position->id ? position->id : "position");
    }
  }
  for (size_t i = 0; i < coded->context.count; i++) {
    cover_quote(map, &coded->context.items[i].anchor, "context");
  }
}

/* A heading must be one of the coding's sections, a link one of its citations, unless it is a contact. */
static const char *cover_other(const g4_coded *coded, const g4_text *text, const g4_segment *segment) {
  const g4_span *range = g4_text_segment_ranges(text, segment);
  if (segment->kind == G4_SEGMENT_NOISE) {
    return "noise";
  }
  for (size_t i = 0; segment->kind == G4_SEGMENT_HEADING && i < coded->sections.count; i++) {
    const g4_anchor *anchor = &coded->sections.items[i].anchor;
    if (anchor->state == G4_ANCHOR_FOUND && anchor->reading.start == segment->reading_start) {
      return "heading";
    }
  }
  for (size_t i = 0; segment->kind == G4_SEGMENT_LINK && i < coded->citations.count; i++) {
    const g4_coded_citation *citation = &coded->citations.items[i];
    if (citation->has_link && citation->link.start >= range->start && citation->link.end <= range->end) {
      return "citation";
    }
  }
  for (size_t i = 0; i < coded->contacts.count; i++) {
    const g4_anchor *anchor = &coded->contacts.items[i].anchor;
    if (anchor->state == G4_ANCHOR_FOUND && anchor->reading.start >= segment->reading_start &&
        anchor->reading.end <= segment->reading_end) {
      return "contact";
    }
  }
  return NULL;
}

static void count_words(const cover *map, const g4_segment *segment, g40_unit *unit) {
  const char *reading = g4_buf_text(&map->text->reading.text);
  g4_word word;
  for (size_t from = segment->reading_start;
       g4_word_next(reading, segment->reading_end, from, &word) && word.start < segment->reading_end; from = word.end) {
    unit->words++;
    if (map->by[word.start]) {
      unit->covered_by = unit->covered_by ? unit->covered_by : map->by[word.start];
    } else {
      unit->uncovered_words++;
    }
  }
}

static void fill_unit(checker *in, const cover *map, const g4_segment *segment, g40_unit *unit) {
  static const char *const kinds[] = {"heading", "sentence", "noise", "link", "contact"};
  const g4_text *text = map->text;
  const g4_span *ranges = g4_text_segment_ranges(text, segment);
  unit->owner = in->owner;
  unit->kind = kinds[segment->kind];
  g4_buf words = {0};
  g4_contacts_mask_reading(&in->contacts, text, segment->reading_start, segment->reading_end, &words);
  unit->text = words.failed ? NULL : keep(in, g4_buf_text(&words), words.length);
  in->failed |= words.failed;
  g4_buf_free(&words);
  unit->start = (int64_t)ranges[0].start;
  unit->end = (int64_t)ranges[segment->range_count - 1].end;
  count_words(map, segment, unit);
  if (segment->kind != G4_SEGMENT_SENTENCE) {
    unit->uncovered_words = 0;
  }
  const char *other = cover_other(&in->corpus.coded, text, segment);
  unit->covered_by = other ? other : unit->covered_by;
  unit->covered_by = unit->covered_by ? keep(in, unit->covered_by, strlen(unit->covered_by)) : NULL;
}

static g40_units *make_units(checker *in) {
  const g4_text *text = &in->corpus.text;
  size_t count = in->corpus.readable ? text->segments.count : 0;
  g40_units *units = g4_arena_alloc(&in->owner->arena, sizeof *units);
  g40_unit *rows = g4_arena_array(&in->owner->arena, count, sizeof *rows);
  cover map = {text, calloc(text->reading.text.length + 1, sizeof *map.by)};
  if (!units || !rows || !map.by) {
    in->failed = true;
    free(map.by);
    return NULL;
  }
  cover_quotes(&map, &in->corpus.coded);
  *units = (g40_units){.owner = in->owner, .count = count, .total = (int64_t)count, .rows = rows};
  for (size_t i = 0; i < count; i++) {
    fill_unit(in, &map, &text->segments.items[i], &rows[i]);
    units->covered += rows[i].covered_by != NULL;
  }
  free(map.by);
  return units;
}

/* What rules made need not account for the whole text: a draft is told as one. */
static void say_draft(const checker *in, const char *coding, g40_diagnostics *diagnostics) {
  const g4_coded *coded = &in->corpus.coded;
  size_t open = 0;
  for (size_t i = 0; i < coded->positions.count; i++) {
    open += coded->positions.items[i].rule && !coded->positions.items[i].reviewed;
  }
  if (open) {
    g4_diagnose(diagnostics, G4_NOTE, coding, 0, 0, "draft", "%zu of %zu position%s %s made by rules and not reviewed",
                open, coded->positions.count, coded->positions.count == 1 ? "" : "s", open == 1 ? "is" : "are");
  }
}

g40_check *g4_check_coding(const char *coding, bool with_contacts, g40_error *err) {
  g40_diagnostics *diagnostics = g4_diagnostics_new(err);
  if (!diagnostics) {
    return NULL;
  }
  checker in = {.owner = diagnostics->owner, .with_contacts = with_contacts};
  int code = g4_corpus_read(&in.corpus, coding, coding, NULL, diagnostics, err);
  if (code == G40_OK && in.corpus.readable && !with_contacts) {
    code = g4_contacts_collect(&in.corpus.text, &in.corpus.coded, &in.contacts, err);
  }
  g40_check *check = NULL;
  if (code == G40_OK && in.corpus.readable) {
    say_draft(&in, coding, diagnostics);
  }
  if (code == G40_OK) {
    g4_coded_anchors(&in.corpus.coded, add_anchor, &in);
    check = g4_arena_alloc(&in.owner->arena, sizeof *check);
    in.failed |= !check;
  }
  if (check) {
    check->owner = in.owner;
    check->diagnostics = diagnostics;
    check->anchors = finish_anchors(&in);
    check->units = make_units(&in);
  }
  g4_vec_free(&in.anchors);
  g4_vec_free(&in.contacts);
  g4_corpus_free(&in.corpus);
  if (code != G40_OK || in.failed) {
    if (code == G40_OK) {
      g4_nomem(err);
    }
    g40_diagnostics_free(diagnostics);
    return NULL;
  }
  return check;
}
