#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "model/diagnose.h"

G4_DEFINE_ARRAY(diagnostics, diagnostic)
G4_DEFINE_TEXT(diagnostic, file)
G4_DEFINE_NUMBER(diagnostic, int32_t, line)
G4_DEFINE_NUMBER(diagnostic, int32_t, column)
G4_DEFINE_TEXT(diagnostic, severity)
G4_DEFINE_TEXT(diagnostic, code)
G4_DEFINE_TEXT(diagnostic, message)

G4_DEFINE_ARRAY(anchors, anchor)
const char *g40_anchor_owner(const g40_anchor *one) { return one ? one->owner_id : NULL; }
G4_DEFINE_TEXT(anchor, words)
G4_DEFINE_TEXT(anchor, state)
G4_DEFINE_NUMBER(anchor, int64_t, start)
G4_DEFINE_NUMBER(anchor, int64_t, end)
G4_DEFINE_NUMBER(anchor, int32_t, line)
G4_DEFINE_NUMBER(anchor, int32_t, column)

G4_DEFINE_ARRAY(units, unit)
G4_DEFINE_TEXT(unit, kind)
G4_DEFINE_TEXT(unit, text)
G4_DEFINE_NUMBER(unit, int64_t, start)
G4_DEFINE_NUMBER(unit, int64_t, end)
G4_DEFINE_TEXT(unit, covered_by)
G4_DEFINE_NUMBER(unit, int64_t, words)
G4_DEFINE_NUMBER(unit, int64_t, uncovered_words)

G4_DEFINE_PART(check, diagnostics, diagnostics)
G4_DEFINE_PART(check, anchors, anchors)
G4_DEFINE_PART(check, units, units)

size_t g40_diagnostics_errors(const g40_diagnostics *list) { return list ? list->errors : 0; }

size_t g40_units_covered(const g40_units *units) { return units ? units->covered : 0; }

void g40_check_free(const g40_check *check) {
  if (check) {
    g4_owner_release(check->owner);
  }
}

g40_diagnostics *g4_diagnostics_new(g40_error *err) {
  g4_owner *owner = g4_owner_new(err);
  if (!owner) {
    return NULL;
  }
  g40_diagnostics *list = g4_arena_alloc(&owner->arena, sizeof *list);
  if (!list) {
    g4_owner_release(owner);
    g4_nomem(err);
    return NULL;
  }
  list->owner = owner;
  return list;
}

static g40_diagnostic *add_row(g40_diagnostics *list) {
  if (list->count == list->capacity) {
    size_t capacity = list->capacity ? list->capacity * 2 : 16;
    g40_diagnostic *rows = g4_arena_array(&list->owner->arena, capacity, sizeof *rows);
    if (!rows) {
      return NULL;
    }
    if (list->count) {
      memcpy(rows, list->rows, list->count * sizeof *rows);
    }
    list->rows = rows;
    list->capacity = capacity;
  }
  return &list->rows[list->count];
}

void g4_diagnose(g40_diagnostics *list, g4_severity severity, const char *file, int line, int column, const char *code,
                 const char *format, ...) {
  static const char *const names[] = {"note", "warning", "error"};
  g4_buf message = {0};
  va_list args;
  va_start(args, format);
  g4_buf_add_args(&message, format, args);
  va_end(args);

  g4_arena *arena = &list->owner->arena;
  g40_diagnostic *row = message.failed ? NULL : add_row(list);
  char *file_copy = file && row ? g4_arena_strdup(arena, file) : NULL;
  char *text = row ? g4_arena_strdup(arena, g4_buf_text(&message)) : NULL;
  g4_buf_free(&message);
  if (!row || !text || (file && !file_copy)) {
    list->failed = true;
    return;
  }
  *row = (g40_diagnostic){list->owner, file_copy, names[severity], code, text, line, column};
  list->count++;
  list->total++;
  list->errors += severity == G4_ERROR;
}

void g4_diagnostics_append(g40_diagnostics *list, const g40_diagnostics *more) {
  list->failed |= more->failed;
  for (size_t i = 0; i < more->count; i++) {
    const g40_diagnostic *row = &more->rows[i];
    g4_severity severity = row->severity[0] == 'e' ? G4_ERROR : row->severity[0] == 'w' ? G4_WARNING : G4_NOTE;
    g4_diagnose(list, severity, row->file, row->line, row->column, row->code, "%s", row->message);
  }
}

int g4_diagnostics_check(const g40_diagnostics *list, g40_error *err) { return list->failed ? g4_nomem(err) : G40_OK; }

G4_DEFINE_NUMBER(ingested, int64_t, added)
G4_DEFINE_NUMBER(ingested, int64_t, replaced)
G4_DEFINE_NUMBER(ingested, int64_t, unchanged)
G4_DEFINE_NUMBER(ingested, int64_t, failed)
G4_DEFINE_PART(ingested, diagnostics, diagnostics)

void g40_ingested_free(const g40_ingested *ingested) {
  if (ingested) {
    g4_owner_release(ingested->owner);
  }
}
