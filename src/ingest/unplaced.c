#include "ingest/unplaced.h"

#include <string.h>

#include "coding/coding_file.h"
#include "coding/write.h"
#include "model/diagnose.h"

bool g4_is_placed(const g4_coded_position *position) {
  for (size_t i = 0; i < position->quotes.count; i++) {
    if (position->quotes.items[i].state != G4_ANCHOR_FOUND) {
      return false;
    }
  }
  return position->quotes.count > 0;
}

static int write_one(g4_store *store, int64_t document, const g4_coded *coded, size_t i, g40_error *err) {
  const g4_coded_position *position = &coded->positions.items[i];
  g4_buf yaml = {0};
  bool twice = false;
  for (size_t k = 0; k < position->quotes.count; k++) {
    twice |= position->quotes.items[k].state == G4_ANCHOR_AMBIGUOUS;
  }
  int code = g4_coding_write_position(coded, i, &yaml, err);
  if (code == G40_OK) {
    code = g4_store_run(store, "INSERT OR REPLACE INTO unplaced(document, id, state, coding) VALUES(?, ?, ?, ?)", err,
                        "isss", document, position->id, twice ? "ambiguous" : "orphaned", g4_buf_text(&yaml));
  }
  g4_buf_free(&yaml);
  return code;
}

int g4_write_unplaced(g4_store *store, int64_t document, const g4_coded *coded, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < coded->positions.count && code == G40_OK; i++) {
    if (!g4_is_placed(&coded->positions.items[i])) {
      code = write_one(store, document, coded, i, err);
    }
  }
  return code;
}

/* Moves the positions of one coding behind those of another; strings are copied by parsing into its arena. */
static int take_positions(g4_coded *from, g4_coded *coded, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < from->positions.count; i++) {
    if (code == G40_OK && g4_vec_push(&coded->positions, from->positions.items[i])) {
      from->positions.items[i] = (g4_coded_position){0};
    } else {
      code = g4_nomem(err);
    }
  }
  return code;
}

/* The text is ours, but the file may be from elsewhere: what cannot be read is left out. */
static int read_one(const char *yaml, size_t n, g4_coded *coded, g40_error *err) {
  g4_coded one = {.arena = coded->arena};
  g40_diagnostics *faults = g4_diagnostics_new(err);
  if (!faults) {
    return err->code;
  }
  int code = g4_coding_read_text(&one, yaml, n, "unplaced", faults, err);
  if (code == G40_OK && !g40_diagnostics_errors(faults)) {
    code = take_positions(&one, coded, err);
  }
  coded->arena = one.arena;
  one.arena = (g4_arena){0};
  g4_coded_free(&one);
  g40_diagnostics_free(faults);
  return code;
}

int g4_read_unplaced(g4_store *store, int64_t document, g4_coded *coded, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store, "SELECT coding FROM unplaced WHERE document = ? ORDER BY id", err);
  int code = row ? g4_store_bind(store, row, err, "i", document) : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    const char *yaml = (const char *)sqlite3_column_text(row, 0);
    code = yaml ? read_one(yaml, (size_t)sqlite3_column_bytes(row, 0), coded, err) : G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}
