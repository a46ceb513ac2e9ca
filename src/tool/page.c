/* tool/page.c - layouts of show: labelled lines, words in context, chains of changes. */
#include <stdlib.h>
#include <string.h>

#include "tool/show.h"
#include "tool/wrap.h"

#define ARROW " \xe2\x86\x92 "
#define DASH " \xe2\x80\x93 "

enum { LABEL = 14 };

static const char *word(const tool_page *page, const char *english, const char *dutch) {
  return page->lang == LANG_NL ? dutch : english;
}

void tool_page_title(tool_page *page, const char *english, const char *dutch) {
  tool_out_text(page->out, "\n");
  tool_out_style(page->out, TOOL_STRONG);
  tool_out_text(page->out, word(page, english, dutch));
  tool_out_style(page->out, TOOL_PLAIN);
  tool_out_text(page->out, "\n");
}

void tool_page_pair(tool_page *page, const char *english, const char *dutch, const char *text) {
  if (!text || !*text) {
    return;
  }
  char *label = tool_clean(word(page, english, dutch));
  char *clean = tool_clean(text);
  if (label && clean) {
    tool_pair(page->out, 2, LABEL, label, clean);
  } else {
    page->failed = true;
  }
  free(label);
  free(clean);
}

void tool_page_pair_str(tool_page *page, const char *english, const char *dutch, tool_str *text) {
  char *built = tool_str_take(text);
  if (built) {
    tool_page_pair(page, english, dutch, built);
  } else {
    page->failed = true;
  }
  free(built);
}

void tool_page_fields(tool_page *page, const tool_field *fields, const json_t *row) {
  for (const tool_field *field = fields; field->head[0]; field++) {
    char *text = tool_field_text(field, row, page->lang);
    page->failed = page->failed || !text;
    tool_page_pair(page, field->head[0], tool_field_head(field, LANG_NL), text);
    free(text);
  }
}

static void in_brackets(tool_str *text, const char *inner) {
  if (inner) {
    tool_str_add(text, text->length ? " (" : "(");
    tool_str_add(text, inner);
    tool_str_add(text, ")");
  }
}

static const char *end_name(const json_t *end) {
  const char *abbreviation = tool_get(end, "abbreviation");
  return abbreviation ? abbreviation : tool_get(end, "id");
}

void tool_page_changes(tool_page *page, const json_t *changes) {
  for (size_t i = 0; i < json_array_size(changes); i++) {
    const json_t *change = json_array_get(changes, i);
    const char *from = end_name(json_object_get(change, "from"));
    const char *to = end_name(json_object_get(change, "to"));
    const char *note = tool_get(change, "note");
    tool_str text = {0};
    tool_str_add(&text, tool_get(change, "kind"));
    tool_str_add(&text, " ");
    tool_str_add(&text, from);
    tool_str_add(&text, from && to ? ARROW : "");
    tool_str_add(&text, to);
    tool_str_add(&text, note ? ": " : "");
    tool_str_add(&text, note);
    const char *date = tool_get(change, "date");
    tool_page_pair_str(page, date ? date : "?", date ? date : "?", &text);
  }
}

/* The quote in its sentence, marked by strong print or by « ». */
static void context_words(tool_page *page, const json_t *context) {
  const char *before = tool_get(context, "before");
  const char *after = tool_get(context, "after");
  bool strong = page->out->colour;
  tool_str text = {0};
  char *parts[3] = {tool_clean(before ? before : ""), tool_clean(tool_get(context, "quote")),
                    tool_clean(after ? after : "")};
  if (parts[0] && parts[1] && parts[2]) {
    tool_str_add(&text, parts[0]);
    tool_str_add(&text, *parts[0] && parts[0][strlen(parts[0]) - 1] != ' ' ? " " : "");
    tool_str_add(&text, strong ? TOOL_ON : "\xc2\xab");
    tool_str_add(&text, parts[1]);
    tool_str_add(&text, strong ? TOOL_OFF : "\xc2\xbb");
    tool_str_add(&text, *parts[2] && !strchr(" .,;:!?)", parts[2][0]) ? " " : "");
    tool_str_add(&text, parts[2]);
  } else {
    text.failed = true;
  }
  char *all = tool_str_take(&text);
  if (all) {
    tool_paragraph(page->out, 2, all);
  } else {
    page->failed = true;
  }
  free(all);
  for (size_t i = 0; i < 3; i++) {
    free(parts[i]);
  }
}

static void add_offset(tool_str *text, const json_t *value) {
  tool_str_number(text, (double)json_integer_value(value));
}

static void place(tool_page *page, const json_t *row) {
  tool_str text = {0};
  if (!json_is_integer(json_object_get(row, "start"))) {
    return;
  }
  tool_str_add(&text, "bytes ");
  add_offset(&text, json_object_get(row, "start"));
  tool_str_add(&text, DASH);
  add_offset(&text, json_object_get(row, "end"));
  tool_str_add(&text, word(page, ", characters ", ", tekens "));
  add_offset(&text, json_object_get(row, "char_start"));
  tool_str_add(&text, DASH);
  add_offset(&text, json_object_get(row, "char_end"));
  tool_page_pair_str(page, "place", "plaats", &text);
}

static void words_and_place(tool_page *page, const json_t *row) {
  const json_t *context = json_object_get(row, "context");
  if (json_array_size(context) == 0) {
    return;
  }
  tool_page_title(page, "Words", "Woorden");
  for (size_t i = 0; i < json_array_size(context); i++) {
    context_words(page, json_array_get(context, i));
  }
  place(page, row);
}

/* --- a position -------------------------------------------------------------------------------------------------- */

static void ministry_names(tool_str *text, const json_t *now) {
  for (size_t i = 0; i < json_array_size(now); i++) {
    tool_str_add(text, i == 0 ? "" : " + ");
    tool_str_add(text, tool_get(json_array_get(now, i), "name"));
  }
}

static void ministry_lines(tool_page *page, const json_t *ministry, bool responsible) {
  const json_t *now = json_object_get(ministry, "now");
  const char *written = tool_get(ministry, "as_written");
  tool_str text = {0};
  tool_then_now(&text, ministry);
  if (tool_get(ministry, "name")) {
    tool_str names = {0};
    tool_str_add(&names, tool_get(ministry, "name"));
    if (json_array_size(now) != 1 ||
        strcmp(tool_get(ministry, "name"), tool_get(json_array_get(now, 0), "name")) != 0) {
      tool_str_add(&names, ARROW);
      ministry_names(&names, now);
    }
    in_brackets(&text, names.text);
    text.failed = text.failed || names.failed;
    tool_str_free(&names);
  }
  if (written && tool_get(ministry, "id")) {
    tool_str_add(&text, word(page, ", written \"", ", geschreven \""));
    tool_str_add(&text, written);
    tool_str_add(&text, "\"");
  }
  const char *source = tool_get(ministry, "source");
  if (source) {
    tool_str_add(&text, word(page, "; source: ", "; bron: "));
    tool_str_add(&text, source);
  }
  const char *relation = responsible ? word(page, "ministry", "ministerie") : tool_get(ministry, "relation");
  tool_page_pair_str(page, relation, relation, &text);
  tool_page_changes(page, json_object_get(ministry, "changes"));
}

static void ministries(tool_page *page, const json_t *row, bool responsible) {
  const json_t *list = json_object_get(row, "ministries");
  bool first = true;
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *ministry = json_array_get(list, i);
    const char *relation = tool_get(ministry, "relation");
    if ((relation && strcmp(relation, "responsible") == 0) == responsible) {
      if (first && responsible) {
        tool_page_title(page, "Responsible by portfolio", "Verantwoordelijk naar portefeuille");
      } else if (first) {
        tool_page_title(page, "Ministries that it names", "Ministeries die het noemt");
      }
      ministry_lines(page, ministry, responsible);
      first = false;
    }
  }
}

/* A list of things with a label each: its `label` key, then the name, the words as written, the id. */
static void things(tool_page *page, const json_t *row, const char *key, const char *label, const char *english,
                   const char *dutch) {
  const json_t *list = json_object_get(row, key);
  if (json_array_size(list) > 0) {
    tool_page_title(page, english, dutch);
  }
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *thing = json_array_get(list, i);
    const char *name = tool_name_of(thing, page->lang);
    const char *written = tool_get(thing, "as_written");
    const char *head = tool_get(thing, label);
    tool_str text = {0};
    tool_str_add(&text, name);
    if (written) {
      tool_str_add(&text, name ? word(page, ", written \"", ", geschreven \"") : "\"");
      tool_str_add(&text, written);
      tool_str_add(&text, "\"");
    }
    const char *reason = tool_get(thing, "reason");
    if (!tool_get(thing, "id")) {
      in_brackets(&text, reason ? reason : tool_get(thing, "state"));
    }
    in_brackets(&text, tool_get(thing, "id"));
    tool_page_pair_str(page, head ? head : "", head ? head : "", &text);
  }
}

static void figures(tool_page *page, const json_t *row) {
  const json_t *list = json_object_get(row, "figures");
  if (json_array_size(list) > 0) {
    tool_page_title(page, "Figures", "Getallen");
  }
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *figure = json_array_get(list, i);
    const char *english = page->lang == LANG_EN ? tool_get(figure, "about_en") : NULL;
    char *value = tool_cell_value(figure, page->lang);
    tool_str text = {0};
    tool_str_add(&text, english ? english : tool_get(figure, "about"));
    tool_str_add(&text, " \xc2\xab");
    tool_str_add(&text, tool_get(figure, "quote"));
    tool_str_add(&text, "\xc2\xbb");
    in_brackets(&text, tool_get(figure, "precision"));
    page->failed = page->failed || !value;
    tool_page_pair_str(page, value ? value : "", value ? value : "", &text);
    free(value);
  }
}

static void reasons(tool_page *page, const json_t *row) {
  const json_t *list = json_object_get(row, "reasons");
  const char *kind = tool_get(row, "kind");
  if (json_array_size(list) > 0 && kind && strcmp(kind, "ask") == 0) {
    tool_page_title(page, "Reasons given for it", "Redenen die ervoor worden gegeven");
  } else if (json_array_size(list) > 0) {
    tool_page_title(page, "Gives reasons for", "Geeft redenen voor");
  }
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *reason = json_array_get(list, i);
    tool_str text = {0};
    tool_str_add(&text, "\xc2\xab");
    tool_str_add(&text, tool_get(reason, "text"));
    tool_str_add(&text, "\xc2\xbb");
    in_brackets(&text, tool_short_id(tool_get(reason, "id")));
    tool_page_pair_str(page, tool_get(reason, "kind"), tool_get(reason, "kind"), &text);
  }
}

static void head_line(tool_page *page, const char *id) {
  char *clean = tool_clean(id ? id : "");
  page->failed = page->failed || !clean;
  tool_out_style(page->out, TOOL_NAME);
  if (clean) {
    tool_paragraph(page->out, 0, clean);
  }
  tool_out_style(page->out, TOOL_PLAIN);
  free(clean);
}

void tool_page_position(tool_page *page, const json_t *position) {
  static const tool_field before[] = {
      {.head = {"summary", "samenvatting"}, .path = {"summary_en", "summary_nl"}},
      {.head = {"kind", "soort"}, .path = {"kind", NULL}},
      {.head = {"action", "actie"}, .path = {"action", NULL}},
      {.head = {"theme", "thema"}, .path = {"theme", NULL}},
      {.head = {"section", "kop"}, .path = {"section", NULL}},
      {.head = {"document", NULL}, .path = {"source_document.title", NULL}},
      {.head = {"holder", "houder"}, .path = {"source_document.holder_name", NULL}},
      {.head = {"date", "datum"}, .path = {"source_document.date_issued", NULL}},
      {.head = {"SHA-256", NULL}, .path = {"sha256", NULL}},
      {.head = {"method", "methode"}, .path = {"method", NULL}},
      {.head = {"rule", "regel"}, .path = {"rule", NULL}},
      {.head = {"confidence", "zekerheid"}, .path = {"confidence", NULL}},
      TOOL_FIELDS_END,
  };
  head_line(page, tool_get(position, "id"));
  tool_page_fields(page, before, position);
  words_and_place(page, position);
  ministries(page, position, false);
  ministries(page, position, true);
  things(page, position, "stakeholders", "role", "Stakeholders", "Betrokkenen");
  things(page, position, "instruments", "kind", "Instruments", "Instrumenten");
  things(page, position, "advices", "kind", "Advices", "Adviezen");
  figures(page, position);
  things(page, position, "places", "kind", "Places", "Plaatsen");
  reasons(page, position);
}

/* --- other rows -------------------------------------------------------------------------------------------------- */

static void evidence(tool_page *page, const json_t *row) {
  const json_t *list = json_object_get(row, "evidence");
  size_t count = json_array_size(list);
  if (!list) {
    return;
  }
  tool_page_title(page, "Positions", "Standpunten");
  for (size_t i = 0; i < count; i++) {
    const json_t *one = json_array_get(list, i);
    const char *relation = tool_get(one, "relation");
    tool_str text = {0};
    tool_str_add(&text, "\xc2\xab");
    tool_str_add(&text, tool_get(one, "text"));
    tool_str_add(&text, "\xc2\xbb");
    in_brackets(&text, tool_short_id(tool_get(one, "position")));
    tool_page_pair_str(page, relation ? relation : tool_get(one, "kind"), relation ? relation : tool_get(one, "kind"),
                       &text);
  }
  char counts[24];
  snprintf(counts, sizeof counts, "%zu", count);
  tool_page_pair(page, "count", "aantal", counts);
}

void tool_page_entity(tool_page *page, const tool_listing *listing, const json_t *row) {
  head_line(page, tool_get(row, "id"));
  tool_page_fields(page, listing->page, row);
  words_and_place(page, row);
  evidence(page, row);
}

void tool_page_ministry(tool_page *page, const json_t *ministry) {
  const json_t *versions = json_object_get(ministry, "versions");
  head_line(page, tool_get(ministry, "id"));
  tool_page_pair(page, "TOOI", "TOOI", tool_get(ministry, "tooi"));
  tool_page_title(page, "By period", "Per periode");
  for (size_t i = 0; i < json_array_size(versions); i++) {
    const json_t *version = json_array_get(versions, i);
    char *period = tool_cell_period(version, page->lang);
    tool_str text = {0};
    tool_then_now(&text, version);
    in_brackets(&text, tool_get(version, "name"));
    tool_str_add(&text, ", ");
    tool_str_add(&text, period);
    page->failed = page->failed || !period;
    free(period);
    tool_page_pair_str(page, tool_get(version, "abbreviation"), tool_get(version, "abbreviation"), &text);
    tool_page_pair(page, "source", "bron", tool_get(version, "source"));
    tool_page_pair(page, "doubt", "twijfel", tool_get(version, "doubt"));
  }
  if (json_array_size(json_object_get(ministry, "changes")) > 0) {
    tool_page_title(page, "Changes", "Wijzigingen");
    tool_page_changes(page, json_object_get(ministry, "changes"));
  }
  if (json_array_size(json_object_get(ministry, "transfers")) > 0) {
    tool_page_title(page, "Tasks that moved", "Taken die overgingen");
    tool_page_changes(page, json_object_get(ministry, "transfers"));
  }
  evidence(page, ministry);
}
