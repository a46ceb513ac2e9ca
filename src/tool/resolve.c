/* tool/resolve.c - the command resolve: what a ministry's name meant, and who answers now. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"
#include "tool/show.h"
#include "tool/wrap.h"

typedef struct phrase {
  const char *key;
  const char *text[2];
} phrase;

static const phrase PHRASES[] = {
    {"resolved", {"resolved", "herkend"}},
    {"ambiguous",
     {"ambiguous: more than one ministry bore the name; give --date",
      "meerduidig: meer dan één ministerie droeg de naam; geef --date"}},
    {"unknown",
     {"unresolved (unknown): no ministry or post of that name is known",
      "niet herkend (unknown): geen ministerie of post van die naam is bekend"}},
    {"incomplete",
     {"unresolved (incomplete): the words do not say which ministry",
      "niet herkend (incomplete): de woorden zeggen niet welk ministerie"}},
    {"not_a_ministry",
     {"unresolved (not_a_ministry): it looks like a ministry and is none",
      "niet herkend (not_a_ministry): het lijkt een ministerie en is er geen"}},
    {"renamed",
     {"unresolved (renamed): the ministry bore another name on that date",
      "niet herkend (renamed): het ministerie heette toen anders"}},
    {"ended",
     {"unresolved (ended): the ministry had ended by that date",
      "niet herkend (ended): het ministerie bestond toen niet meer"}},
    {"not_yet",
     {"unresolved (not_yet): the ministry did not exist yet on that date",
      "niet herkend (not_yet): het ministerie bestond toen nog niet"}},
    {"unresolved", {"unresolved", "niet herkend"}},
};

static const char *in_words(const json_t *row, tool_lang lang) {
  const char *state = tool_get(row, "state");
  const char *reason = tool_get(row, "reason");
  for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
    if (strcmp(PHRASES[i].key, reason ? reason : state) == 0) {
      return PHRASES[i].text[lang];
    }
  }
  return reason ? reason : state;
}

static void ministry_line(tool_page *page, const json_t *ministry) {
  const char *abbreviation = tool_get(ministry, "abbreviation");
  const char *id = tool_get(ministry, "id");
  tool_str text = {0};
  tool_str_add(&text, tool_get(ministry, "name"));
  tool_str_add(&text, ", ");
  tool_str_add(&text, id);
  if (json_object_get(ministry, "valid_from")) {
    char *period = tool_cell_period(ministry, page->lang);
    tool_str_add(&text, ", ");
    tool_str_add(&text, period);
    page->failed = page->failed || !period;
    free(period);
  }
  tool_page_pair_str(page, abbreviation ? abbreviation : "", abbreviation ? abbreviation : "", &text);
}

static void ministry_lines(tool_page *page, const json_t *list, const char *english, const char *dutch) {
  if (json_array_size(list) > 0) {
    tool_page_title(page, english, dutch);
  }
  for (size_t i = 0; i < json_array_size(list); i++) {
    ministry_line(page, json_array_get(list, i));
  }
}

static void change_lines(tool_page *page, const json_t *list, const char *english, const char *dutch) {
  if (json_array_size(list) > 0) {
    tool_page_title(page, english, dutch);
    tool_page_changes(page, list);
  }
}

/* "EZ, 2025-09-01" and the answer in words. */
static void head(tool_page *page, const json_t *row) {
  const char *date = tool_get(row, "date");
  tool_str text = {0};
  tool_str_add(&text, tool_get(row, "query"));
  tool_str_add(&text, date ? ", " : "");
  tool_str_add(&text, date);
  tool_str_add(&text, ": ");
  tool_str_add(&text, in_words(row, page->lang));
  char *line = text.failed ? NULL : tool_clean(text.text);
  page->failed = page->failed || !line;
  if (line) {
    tool_paragraph(page->out, 0, line);
  }
  free(line);
  tool_str_free(&text);
}

static void notes(tool_page *page, const json_t *row, const g40_info *info) {
  const json_t *list = json_object_get(row, "notes");
  for (size_t i = 0; i < json_array_size(list); i++) {
    const char *note = json_string_value(json_array_get(list, i));
    bool beyond = note && strcmp(note, "beyond_registry") == 0;
    bool dutch = page->lang == LANG_NL;
    tool_str text = {0};
    if (beyond) {
      tool_str_add(&text, dutch ? "een datum ligt na " : "a date lies after ");
      tool_str_add(&text, g40_info_known_through(info));
      tool_str_add(&text, dutch ? ", de laatste dag die het register kent" : ", the last day that the registry knows");
    } else {
      tool_str_add(&text,
                   dutch ? "een datum ligt voor wat het register kent" : "a date lies before what the registry knows");
    }
    tool_page_pair_str(page, "note", "let op", &text);
  }
}

static void print_resolution(tool_page *page, const json_t *row, const g40_info *info) {
  head(page, row);
  if (tool_get(row, "id")) {
    tool_out_text(page->out, "\n");
    ministry_line(page, row);
    tool_page_pair(page, "version", "versie", tool_get(row, "version"));
  }
  tool_page_pair(page, "post", "post", tool_get(row, "post"));
  tool_page_pair(page, "source", "bron", tool_get(row, "source"));
  tool_page_pair(page, "doubt", "twijfel", tool_get(row, "doubt"));
  ministry_lines(page, json_object_get(row, "now"), "Who answers now", "Wie er nu over gaat");
  if (tool_get(row, "id") && json_array_size(json_object_get(row, "now")) == 0) {
    tool_page_title(page, "Nobody answers for it now", "Niemand gaat er nu over");
  }
  change_lines(page, json_object_get(row, "changes"), "Changes", "Wijzigingen");
  change_lines(page, json_object_get(row, "transfers"), "Tasks that moved", "Taken die overgingen");
  ministry_lines(page, json_object_get(row, "candidates"), "Candidates", "Kandidaten");
  tool_out_text(page->out, "\n");
  tool_page_pair(page, "now", "nu", tool_get(row, "as_of"));
  notes(page, row, info);
}

int tool_run_resolve(tool_context *context) {
  static const tool_field csv[] = {
      {.head = {"query"}, .path = {"query"}},
      {.head = {"date"}, .path = {"date"}},
      {.head = {"as_of"}, .path = {"as_of"}},
      {.head = {"state"}, .path = {"state"}},
      {.head = {"reason"}, .path = {"reason"}},
      {.head = {"id"}, .path = {"id"}},
      {.head = {"abbreviation"}, .path = {"abbreviation"}},
      {.head = {"name"}, .path = {"name"}},
      {.head = {"form"}, .path = {"form"}},
      {.head = {"post"}, .path = {"post"}},
      {.head = {"valid_from"}, .path = {"valid_from"}},
      {.head = {"valid_to"}, .path = {"valid_to"}},
      {.head = {"now"}, .path = {"now.abbreviation"}},
      {.head = {"now_id"}, .path = {"now.id"}},
      {.head = {"changes"}, .path = {"changes.kind"}},
      {.head = {"change_dates"}, .path = {"changes.date"}},
      {.head = {"candidates"}, .path = {"candidates.version"}},
      {.head = {"notes"}, .path = {"notes"}},
      TOOL_FIELDS_END,
  };
  const tool_options *options = context->options;
  const char *name = context->operands[0];
  tool_format format = options->format;
  g40_error err;
  g40_info *info = g40_db_info(context->db, &err);
  g40_resolution *resolution = info ? g40_db_resolve(context->db, name, options->date, options->as_of, &err) : NULL;
  int status = 0;
  if (!resolution) {
    g40_info_free(info);
    return tool_failed(&err);
  }
  json_t *row = tool_row_resolution(resolution, name);
  if (row && format == FORMAT_CSV) {
    status = tool_csv_head(csv, context->out) || tool_csv_row(csv, row, context->out);
  } else if (row && format == FORMAT_TABLE) {
    tool_page page = {.out = context->out, .lang = options->lang};
    print_resolution(&page, row, info);
    status = page.failed;
  } else if (row) {
    tool_json_line(context->out, row, format == FORMAT_JSON);
  }
  status = row && status == 0 ? 0 : tool_no_memory();
  json_decref(row);
  g40_resolution_free(resolution);
  g40_info_free(info);
  return status;
}
