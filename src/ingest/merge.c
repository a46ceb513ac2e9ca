#include "ingest/merge.h"

#include <string.h>

#include "base/map.h"
#include "coding/anchor.h"
#include "ingest/stored_coding.h"
#include "ingest/unplaced.h"
#include "model/diagnose.h"

typedef struct {
  g4_store *store;
  const g4_stored *stored;
  g4_draft *draft;
  g4_map before; /* sentences of the older text */
  g4_map ids;    /* of what rules read in it */
  g40_error *err;
} merger;

static void drop_position(g4_coded *coded, size_t i) {
  g4_coded_position_free(&coded->positions.items[i]);
  coded->positions.count--;
  memmove(coded->positions.items + i, coded->positions.items + i + 1,
          (coded->positions.count - i) * sizeof *coded->positions.items);
}

/* --- what was there before */

static int remember_sentences(merger *in) {
  sqlite3_stmt *row = g4_store_statement(in->store, "SELECT text FROM passage WHERE document = ?", in->err);
  int code = row ? g4_store_bind(in->store, row, in->err, "i", in->stored->pk) : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    int failed = 0;
    const char *text = g4_store_text(row, 0, &in->draft->kept.arena, &failed);
    bool kept = !failed && (!text || g4_map_put(&in->before, text, strlen(text), 0));
    code = kept ? G40_OK : g4_nomem(in->err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* Keeps the reviewed positions; of the others the ids. */
static int remember_positions(merger *in) {
  g4_coded *kept = &in->draft->kept;
  for (size_t i = kept->positions.count; i-- > 0;) {
    const g4_coded_position *position = &kept->positions.items[i];
    if (!position->reviewed) {
      if (!g4_map_put(&in->ids, position->id, strlen(position->id), 0)) {
        return g4_nomem(in->err);
      }
      drop_position(kept, i);
    }
  }
  return G40_OK;
}

/* --- what rules read now */

static bool overlaps(const g4_coded_position *a, const g4_coded_position *b) {
  for (size_t i = 0; i < a->quotes.count; i++) {
    for (size_t k = 0; k < b->quotes.count; k++) {
      const g4_span *x = &a->quotes.items[i].reading, *y = &b->quotes.items[k].reading;
      if (x->start < y->end && y->start < x->end) {
        return true;
      }
    }
  }
  return false;
}

static bool is_wanted(const merger *in, const g4_coded_position *position) {
  const g4_coded *kept = &in->draft->kept;
  const g4_span *words = &position->quotes.items[0].reading;
  const char *reading = g4_buf_text(&in->draft->analysis.text.reading.text);
  size_t unused;
  for (size_t i = 0; i < kept->positions.count; i++) {
    if (g4_is_placed(&kept->positions.items[i]) && overlaps(&kept->positions.items[i], position)) {
      return false;
    }
  }
  bool seen = g4_map_get(&in->before, reading + words->start, words->end - words->start, &unused);
  return !seen || g4_map_get(&in->ids, position->id, strlen(position->id), &unused);
}

static void drop_unwanted(merger *in) {
  g4_coded *coded = &in->draft->coded;
  size_t wanted = 0;
  for (size_t i = 0; i < coded->positions.count; i++) {
    if (is_wanted(in, &coded->positions.items[i])) {
      coded->positions.items[wanted++] = coded->positions.items[i];
    } else {
      g4_coded_position_free(&coded->positions.items[i]);
    }
  }
  coded->positions.count = wanted;
}

/* --- putting them together */

static void say(merger *in, const g4_coded_position *position) {
  bool twice = false;
  for (size_t i = 0; i < position->quotes.count; i++) {
    twice |= position->quotes.items[i].state == G4_ANCHOR_AMBIGUOUS;
  }
  g4_draft_fault(in->draft, G4_WARNING, twice ? "anchor-ambiguous" : "anchor-orphaned",
                 twice ? "the words of the reviewed position '%s' stand more than once in the new text"
                       : "the words of the reviewed position '%s' do not stand in the new text",
                 position->id);
}

static int take_positions(merger *in) {
  g4_coded *kept = &in->draft->kept, *coded = &in->draft->coded;
  size_t moved = 0, left = 0;
  for (size_t i = 0; i < kept->positions.count; i++) {
    g4_coded_position position = kept->positions.items[i];
    if (!g4_is_placed(&position)) {
      say(in, &position);
      kept->positions.items[left++] = position;
    } else if (g4_vec_push(&coded->positions, position)) {
      moved += position.quotes.items[0].moved;
    } else {
      kept->positions.items[left++] = position;
      kept->positions.count = left;
      return g4_nomem(in->err);
    }
  }
  kept->positions.count = left;
  if (moved) {
    g4_draft_fault(in->draft, G4_NOTE, "anchor-moved", "%zu reviewed position%s elsewhere in the new text", moved,
                   moved == 1 ? " stands" : "s stand");
  }
  return G40_OK;
}

static bool found(const g4_anchor *anchor) { return anchor->state == G4_ANCHOR_FOUND; }

/* Themes that people gave to sections, citations, and contact data that only they marked. */
static int take_rest(merger *in) {
  g4_coded *kept = &in->draft->kept, *coded = &in->draft->coded;
  bool ok = true;
  size_t automatic = coded->sections.count;
  for (size_t i = 0; i < kept->sections.count && ok; i++) {
    const g4_coded_section *section = &kept->sections.items[i];
    ok = (section->heading && !found(&section->anchor)) || g4_vec_push(&coded->sections, *section);
  }
  for (size_t i = 0; i < automatic && ok && automatic < coded->sections.count; i++) {
    /* The first that fits counts, so that people's come first. */
    g4_coded_section one = coded->sections.items[0];
    memmove(coded->sections.items, coded->sections.items + 1, (coded->sections.count - 1) * sizeof one);
    coded->sections.items[coded->sections.count - 1] = one;
  }
  for (size_t i = 0; i < kept->citations.count && ok; i++) {
    ok = !found(&kept->citations.items[i].anchor) || g4_vec_push(&coded->citations, kept->citations.items[i]);
  }
  for (size_t i = 0; i < kept->contacts.count && ok; i++) {
    ok = !found(&kept->contacts.items[i].anchor) || g4_vec_push(&coded->contacts, kept->contacts.items[i]);
  }
  return ok ? G40_OK : g4_nomem(in->err);
}

/* Verdicts stay, also without their words: these may return. */
static int take_verdicts(merger *in) {
  const g4_coded *kept = &in->draft->kept;
  for (size_t i = 0; i < kept->verdicts.count; i++) {
    const g4_coded_verdict *verdict = &kept->verdicts.items[i];
    if (verdict->anchor.words && !found(&verdict->anchor)) {
      bool twice = verdict->anchor.state == G4_ANCHOR_AMBIGUOUS;
      g4_draft_fault(in->draft, G4_WARNING, twice ? "anchor-ambiguous" : "anchor-orphaned",
                     twice ? "the words of the verdict on '%.100s' stand more than once in the new text"
                           : "the words of the verdict on '%.100s' do not stand in the new text",
                     verdict->ask);
    }
    if (!g4_vec_push(&in->draft->coded.verdicts, *verdict)) {
      return g4_nomem(in->err);
    }
  }
  return G40_OK;
}

static int place(merger *in) {
  g40_diagnostics *unsaid = g4_diagnostics_new(in->err);
  int code = unsaid ? g4_coding_anchor(&in->draft->kept, &in->draft->analysis.text, unsaid, in->err) : in->err->code;
  g40_diagnostics_free(unsaid);
  return code;
}

int g4_merge_reviewed(g4_store *store, const g4_stored *stored, g4_draft *draft, g40_error *err) {
  merger in = {.store = store, .stored = stored, .draft = draft, .err = err};
  g4_coded_free(&draft->kept);
  int code = g4_stored_coding(store, stored->pk, true, &draft->kept, err);
  if (code == G40_OK) {
    code = g4_read_unplaced(store, stored->pk, &draft->kept, err);
  }
  if (code == G40_OK) {
    code = remember_sentences(&in);
  }
  if (code == G40_OK) {
    code = remember_positions(&in);
  }
  if (code == G40_OK) {
    code = place(&in);
  }
  if (code == G40_OK) {
    drop_unwanted(&in);
    code = take_positions(&in);
  }
  if (code == G40_OK) {
    code = take_rest(&in);
  }
  if (code == G40_OK) {
    code = take_verdicts(&in);
  }
  g4_map_free(&in.before);
  g4_map_free(&in.ids);
  return code;
}
