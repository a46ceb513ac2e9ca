/* tool/check.c - the command coding check: anchors of a coding file against its text, and what nothing accounts for. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/diagnostics.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/table.h"

typedef struct report {
  tool_context *context;
  const char *file;
  const g40_diagnostics *diagnostics;
  const g40_anchors *anchors;
  const g40_units *units;
  int faults;
} report;

static bool is(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

/* Whether a diagnostic already names this place. */
static bool reported(const report *r, int32_t line, int32_t column) {
  for (size_t i = 0; i < g40_diagnostics_count(r->diagnostics); i++) {
    const g40_diagnostic *one = g40_diagnostics_at(r->diagnostics, i);
    if (line > 0 && g40_diagnostic_line(one) == line && g40_diagnostic_column(one) == column) {
      return true;
    }
  }
  return false;
}

static int complain_of(report *r, const char *before, const char *text, int32_t line, int32_t column,
                       const char *code) {
  tool_str message = {0};
  tool_str_add(&message, before);
  tool_str_add(&message, ": '");
  tool_str_add(&message, text);
  tool_str_add(&message, "'");
  if (!message.failed) {
    tool_complain_at(r->file, line, column, "error", message.text, code);
  }
  int status = message.failed ? -1 : 0;
  tool_str_free(&message);
  return status;
}

/* Adds the anchors that were not found where they stood to `rows`, and a line for each that was not found. */
static int bad_anchors(report *r, json_t *rows) {
  for (size_t i = 0; i < g40_anchors_count(r->anchors); i++) {
    const g40_anchor *anchor = g40_anchors_at(r->anchors, i);
    const char *state = g40_anchor_state(anchor);
    if (is(state, "found")) {
      continue;
    }
    json_t *row = tool_row_anchor(anchor);
    if (!row || json_array_append_new(rows, row) != 0) {
      return -1;
    }
    bool orphaned = is(state, "orphaned");
    if (is(state, "moved")) {
      continue;
    }
    r->faults++;
    if (!reported(r, g40_anchor_line(anchor), g40_anchor_column(anchor)) &&
        complain_of(r, orphaned ? "does not stand in the text" : "stands more than once in the text",
                    tool_get(row, "words"), g40_anchor_line(anchor), g40_anchor_column(anchor),
                    orphaned ? "anchor-orphaned" : "anchor-ambiguous") != 0) {
      return -1;
    }
  }
  return 0;
}

/* Of a draft by rules nobody has said that it is complete. */
static bool is_draft(const report *r) {
  for (size_t i = 0; i < g40_diagnostics_count(r->diagnostics); i++) {
    if (is(g40_diagnostic_code(g40_diagnostics_at(r->diagnostics, i)), "draft")) {
      return true;
    }
  }
  return false;
}

/* The same of the units that nothing accounts for. */
static int bare_units(report *r, json_t *rows) {
  bool draft = is_draft(r);
  for (size_t i = 0; i < g40_units_count(r->units) && !draft; i++) {
    const g40_unit *unit = g40_units_at(r->units, i);
    if (g40_unit_covered_by(unit)) {
      continue;
    }
    const char *text = g40_unit_text(unit);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "kind", g40_unit_kind(unit));
    tool_json_text_put(&row, "text", text);
    tool_json_int_put(&row, "start", g40_unit_start(unit));
    tool_json_int_put(&row, "end", g40_unit_end(unit));
    json_t *value = tool_json_take(&row);
    int status = value && json_array_append(rows, value) == 0 ? 0 : -1;
    json_decref(value);
    status = status == 0 ? complain_of(r, "nothing accounts for", text, 0, 0, "uncovered") : status;
    r->faults++;
    if (status != 0) {
      return -1;
    }
  }
  return 0;
}

static size_t anchors_in(const report *r, const char *state) {
  size_t count = 0;
  for (size_t i = 0; i < g40_anchors_count(r->anchors); i++) {
    count += is(g40_anchor_state(g40_anchors_at(r->anchors, i)), state);
  }
  return count;
}

static void print_counts(const report *r) {
  int64_t words = 0;
  size_t count = g40_units_count(r->units);
  size_t covered = g40_units_covered(r->units);
  for (size_t i = 0; i < count; i++) {
    words += g40_unit_uncovered_words(g40_units_at(r->units, i));
  }
  bool dutch = r->context->options->lang == LANG_NL;
  char line[200], moved[40] = "";
  if (anchors_in(r, "moved") > 0) {
    snprintf(moved, sizeof moved, dutch ? ", %zu verplaatst" : ", %zu moved", anchors_in(r, "moved"));
  }
  snprintf(line, sizeof line,
           dutch ? "ankers: %zu gevonden%s, %zu meerduidig, %zu verweesd"
                 : "anchors: %zu found%s, %zu ambiguous, %zu orphaned",
           anchors_in(r, "found"), moved, anchors_in(r, "ambiguous"), anchors_in(r, "orphaned"));
  tool_paragraph(r->context->out, 0, line);
  snprintf(line, sizeof line,
           dutch ? "eenheden: %zu van %zu verantwoord (%zu %%); %lld woord%s buiten elk citaat"
                 : "units: %zu of %zu accounted for (%zu %%); %lld word%s outside every quote",
           covered, count, count ? covered * 100 / count : 100, (long long)words,
           tool_ending(words, dutch ? "en" : "s"));
  tool_paragraph(r->context->out, 0, line);
}

static int print_report(const report *r, const json_t *anchors, const json_t *units) {
  static const tool_field anchor_fields[] = {
      {.head = {"state", "toestand"}, .path = {"state"}},
      {.head = {"of", "van"}, .path = {"owner"}},
      {.head = {"line", "regel"}, .path = {"line"}, .right = true},
      {.head = {"words", "woorden"}, .path = {"words"}, .weight = 3},
      TOOL_FIELDS_END,
  };
  static const tool_field unit_fields[] = {
      {.head = {"not accounted for", "niet verantwoord"}, .path = {"text"}, .weight = 3},
      {.head = {"kind", "soort"}, .path = {"kind"}},
      {.head = {"start"}, .path = {"start"}, .right = true},
      {.head = {"end", "eind"}, .path = {"end"}, .right = true},
      TOOL_FIELDS_END,
  };
  tool_lang lang = r->context->options->lang;
  tool_out *out = r->context->out;
  int status = tool_fields_table(anchor_fields, anchors, lang, out);
  tool_out_text(out, json_array_size(anchors) > 0 ? "\n" : "");
  status = status == 0 ? tool_fields_table(unit_fields, units, lang, out) : status;
  tool_out_text(out, json_array_size(units) > 0 ? "\n" : "");
  print_counts(r);
  return status;
}

static int print_anchors(const report *r) {
  static const tool_field csv[] = {
      {.head = {"owner"}, .path = {"owner"}},   {.head = {"words"}, .path = {"words"}},
      {.head = {"state"}, .path = {"state"}},   {.head = {"start"}, .path = {"start"}},
      {.head = {"end"}, .path = {"end"}},       {.head = {"line"}, .path = {"line"}},
      {.head = {"column"}, .path = {"column"}}, TOOL_FIELDS_END,
  };
  tool_out *out = r->context->out;
  tool_format format = r->context->options->format;
  size_t count = g40_anchors_count(r->anchors);
  int status = format == FORMAT_CSV ? tool_csv_head(csv, out) : 0;
  tool_out_text(out, format != FORMAT_JSON ? "" : count ? "[\n" : "[");
  for (size_t i = 0; status == 0 && i < count; i++) {
    json_t *row = tool_row_anchor(g40_anchors_at(r->anchors, i));
    if (!row) {
      status = -1;
    } else if (format == FORMAT_CSV) {
      status = tool_csv_row(csv, row, out);
    } else {
      tool_json_print(out, row, format == FORMAT_JSON);
      tool_out_text(out, format == FORMAT_JSON && i + 1 < count ? ",\n" : "\n");
    }
    json_decref(row);
  }
  tool_out_text(out, format == FORMAT_JSON ? "]\n" : "");
  return status;
}

int tool_run_check(tool_context *context) {
  const char *file = context->operands[0];
  g40_error err;
  g40_check *check = g40_coding_check(file, tool_given(context->options, OPT_WITH_CONTACTS), &err);
  if (!check) {
    return tool_failed(&err);
  }
  report r = {.context = context,
              .file = file,
              .diagnostics = g40_check_diagnostics(check),
              .anchors = g40_check_anchors(check),
              .units = g40_check_units(check)};
  json_t *anchors = json_array();
  json_t *units = json_array();
  int faulty = tool_print_diagnostics(r.diagnostics);
  int status = anchors && units ? 0 : -1;
  status = status == 0 ? bad_anchors(&r, anchors) : status;
  status = status == 0 ? bare_units(&r, units) : status;
  if (status == 0) {
    status = context->options->format == FORMAT_TABLE ? print_report(&r, anchors, units) : print_anchors(&r);
  }
  json_decref(anchors);
  json_decref(units);
  g40_check_free(check);
  return status != 0 ? tool_no_memory() : faulty || r.faults > 0;
}
