#include "coding/write.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "text/chars.h"

typedef struct {
  yaml_emitter_t emitter;
  g4_buf *out;
  bool failed;
} writer;

static int add_bytes(void *context, unsigned char *bytes, size_t n) {
  g4_buf *out = context;
  g4_buf_add(out, bytes, n);
  return !out->failed;
}

static void emit(writer *w, yaml_event_t *event, int made) {
  w->failed |= !made || w->failed || !yaml_emitter_emit(&w->emitter, event);
}

/* --- what YAML is made of */

/* libyaml copies what it is given, but does not say const. */
static unsigned char *bytes_of(const char *text) {
  union {
    const char *given;
    unsigned char *taken;
  } value = {text};
  return value.taken;
}

/* Ids and words of our vocabulary stand bare, all else in quotes, so that nothing is read as a number, date or null. */
static bool is_plain(const char *text) {
  static const char *const taken[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
    if (strcmp(text, taken[i]) == 0) {
      return false;
    }
  }
  if (*text < 'a' || *text > 'z') {
    return false;
  }
  while (g4_ascii_is_letter(*text) || g4_ascii_is_digit(*text) || *text == '_' || *text == '-') {
    text++;
  }
  return !*text;
}

static void scalar(writer *w, const char *text, bool quoted) {
  yaml_event_t event;
  emit(w, &event,
       !w->failed && yaml_scalar_event_initialize(&event, NULL, NULL, bytes_of(text), (int)strlen(text), 1, 1,
                                                  quoted ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE));
}

static void value(writer *w, const char *text) { scalar(w, text, !is_plain(text)); }

static void key(writer *w, const char *name) { scalar(w, name, false); }

static void open_list(writer *w, const char *name, bool flow) {
  yaml_event_t event;
  key(w, name);
  emit(w, &event,
       !w->failed && yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
                                                          flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE));
}

static void close_list(writer *w) {
  yaml_event_t event;
  emit(w, &event, !w->failed && yaml_sequence_end_event_initialize(&event));
}

static void open_map(writer *w, bool flow) {
  yaml_event_t event;
  emit(w, &event,
       !w->failed && yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
                                                         flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE));
}

static void close_map(writer *w) {
  yaml_event_t event;
  emit(w, &event, !w->failed && yaml_mapping_end_event_initialize(&event));
}

/* Absent values are left out. */
static void text(writer *w, const char *name, const char *words) {
  if (words) {
    key(w, name);
    value(w, words);
  }
}

/* An id without its type. */
static void id(writer *w, const char *name, const char *typed) {
  const char *slash = typed ? strchr(typed, '/') : NULL;
  text(w, name, slash ? slash + 1 : typed);
}

static void bare(writer *w, const char *name, const char *words) {
  key(w, name);
  scalar(w, words, false);
}

/* The shortest form that reads back as the same number. */
static void number(writer *w, const char *name, double number) {
  char digits[32];
  for (int precision = 6; precision <= 17; precision++) {
    snprintf(digits, sizeof digits, "%.*g", precision, number);
    double again = 0;
    if (sscanf(digits, "%lf", &again) == 1 && again >= number && again <= number) {
      break;
    }
  }
  bare(w, name, digits);
}

static void label(writer *w, const char *name, const g4_label *label) {
  if (label->nl || label->en) {
    key(w, name);
    open_map(w, false);
    text(w, "nl", label->nl);
    text(w, "en", label->en);
    close_map(w);
  }
}

/* --- parts of a position */

static void words_of(writer *w, const g4_anchor *anchor) {
  text(w, "as_written", anchor->words);
  if (anchor->nth) {
    number(w, "nth", anchor->nth);
  }
}

static void roles(writer *w, const g4_coded_position *position) {
  if (!position->roles.count) {
    return;
  }
  open_list(w, "roles", false);
  for (size_t i = 0; i < position->roles.count; i++) {
    const g4_coded_role *role = &position->roles.items[i];
    open_map(w, true);
    words_of(w, &role->anchor);
    id(w, role->is_ministry ? "ministry" : "stakeholder", role->actor);
    text(w, "actor", role->actor || role->is_ministry ? NULL : "stakeholder");
    text(w, "role", role->role);
    text(w, "state", role->actor ? NULL : role->state);
    text(w, "reason", role->reason);
    close_map(w);
  }
  close_list(w);
}

static void responsible(writer *w, const g4_coded_position *position) {
  if (!position->responsible.count) {
    return;
  }
  open_list(w, "responsible", false);
  for (size_t i = 0; i < position->responsible.count; i++) {
    const g4_coded_responsible *one = &position->responsible.items[i];
    open_map(w, true);
    id(w, "ministry", one->ministry);
    text(w, "source", one->source);
    if (one->rule) {
      text(w, "rule", one->rule);
      number(w, "confidence", one->confidence);
    }
    close_map(w);
  }
  close_list(w);
}

/* Instruments and advices stand in one list in memory, and in two in the file. */
static void instruments(writer *w, const g4_coded_position *position, bool advices) {
  bool opened = false;
  for (size_t i = 0; i < position->instruments.count; i++) {
    const g4_coded_mention *mention = &position->instruments.items[i];
    if (mention->is_advice != advices) {
      continue;
    }
    if (!opened) {
      open_list(w, advices ? "advices" : "instruments", false);
      opened = true;
    }
    open_map(w, true);
    words_of(w, &mention->anchor);
    id(w, advices ? "advice" : "instrument", mention->target);
    text(w, "state", mention->target ? NULL : mention->state);
    close_map(w);
  }
  if (opened) {
    close_list(w);
  }
}

static void places(writer *w, const g4_coded_position *position) {
  if (!position->places.count) {
    return;
  }
  open_list(w, "places", false);
  for (size_t i = 0; i < position->places.count; i++) {
    open_map(w, true);
    words_of(w, &position->places.items[i].anchor);
    id(w, "stakeholder", position->places.items[i].target);
    close_map(w);
  }
  close_list(w);
}

static void figures(writer *w, const g4_coded_position *position) {
  if (!position->figures.count) {
    return;
  }
  open_list(w, "figures", false);
  for (size_t i = 0; i < position->figures.count; i++) {
    const g4_coded_figure *figure = &position->figures.items[i];
    open_map(w, false);
    words_of(w, &figure->anchor);
    number(w, "value", figure->value);
    text(w, "unit", figure->unit);
    label(w, "about", &figure->about);
    text(w, "precision", figure->precision);
    close_map(w);
  }
  close_list(w);
}

static void quotes(writer *w, const g4_coded_position *position) {
  open_list(w, "quotes", false);
  for (size_t i = 0; i < position->quotes.count; i++) {
    scalar(w, position->quotes.items[i].words, true);
  }
  close_list(w);
  text(w, "after", position->quotes.count ? position->quotes.items[0].after : NULL);
  if (position->quotes.count && position->quotes.items[0].at) {
    open_list(w, "at", true);
    for (size_t i = 0; i < position->quotes.count; i++) {
      char at[32];
      snprintf(at, sizeof at, "%zu", position->quotes.items[i].at - 1);
      scalar(w, at, false);
    }
    close_list(w);
  }
}

static void position(writer *w, const g4_coded_position *one) {
  open_map(w, false);
  text(w, "id", one->id);
  text(w, "kind", one->kind);
  id(w, "theme", one->theme);
  text(w, "action", one->action);
  quotes(w, one);
  if (one->reasons.count) {
    open_list(w, "reasons", true);
    for (size_t i = 0; i < one->reasons.count; i++) {
      value(w, one->reasons.items[i]);
    }
    close_list(w);
  }
  label(w, "summary", &one->summary);
  roles(w, one);
  responsible(w, one);
  instruments(w, one, false);
  instruments(w, one, true);
  figures(w, one);
  places(w, one);
  if (one->rule) {
    text(w, "rule", one->rule);
    number(w, "confidence", one->confidence);
  }
  bare(w, "reviewed", one->reviewed ? "true" : "false");
  close_map(w);
}

/* --- the file */

static void meta(writer *w, const g4_coded_meta *meta) {
  char date[G4_DATE_TEXT];
  key(w, "meta");
  open_map(w, false);
  text(w, "title", meta->title);
  id(w, "holder", meta->holder);
  text(w, "kind", meta->kind);
  text(w, "language", meta->language);
  if (meta->date_issued) {
    bare(w, "date_issued", g4_date_format(meta->date_issued, date));
  }
  text(w, "date_precision", meta->date_precision);
  label(w, "occasion", &meta->occasion);
  text(w, "url", meta->url);
  text(w, "text", meta->text_file);
  text(w, "licence", meta->licence);
  close_map(w);
}

static void sections(writer *w, const g4_coded *coded) {
  if (!coded->sections.count) {
    return;
  }
  open_list(w, "sections", false);
  for (size_t i = 0; i < coded->sections.count; i++) {
    open_map(w, true);
    text(w, "heading", coded->sections.items[i].heading);
    id(w, "theme", coded->sections.items[i].theme);
    close_map(w);
  }
  close_list(w);
}

static void citations(writer *w, const g4_coded *coded) {
  if (!coded->citations.count) {
    return;
  }
  open_list(w, "citations", false);
  for (size_t i = 0; i < coded->citations.count; i++) {
    const g4_coded_citation *citation = &coded->citations.items[i];
    open_map(w, false);
    text(w, "url", citation->url);
    text(w, "kind", citation->kind);
    text(w, "cited_by", citation->anchor.words);
    text(w, "after", citation->anchor.after);
    text(w, "position", citation->position);
    text(w, "target", citation->target);
    close_map(w);
  }
  close_list(w);
}

static void contacts(writer *w, const g4_coded *coded) {
  if (!coded->contacts.count) {
    return;
  }
  open_list(w, "contacts", false);
  for (size_t i = 0; i < coded->contacts.count; i++) {
    open_map(w, true);
    text(w, "as_written", coded->contacts.items[i].anchor.words);
    text(w, "kind", coded->contacts.items[i].kind);
    text(w, "after", coded->contacts.items[i].anchor.after);
    close_map(w);
  }
  close_list(w);
}

static void verdicts(writer *w, const g4_coded *coded) {
  if (!coded->verdicts.count) {
    return;
  }
  open_list(w, "verdicts", false);
  for (size_t i = 0; i < coded->verdicts.count; i++) {
    const g4_coded_verdict *verdict = &coded->verdicts.items[i];
    open_map(w, false);
    id(w, "ask", verdict->ask);
    text(w, "verdict", verdict->verdict);
    text(w, "quote", verdict->anchor.words);
    text(w, "after", verdict->anchor.after);
    if (verdict->anchor.at) {
      number(w, "at", (double)(verdict->anchor.at - 1));
    }
    text(w, "note", verdict->note);
    close_map(w);
  }
  close_list(w);
}

static void root(writer *w, const g4_coded *coded, size_t first, size_t count, bool whole) {
  open_map(w, false);
  id(w, "document", coded->meta.id);
  if (whole) {
    meta(w, &coded->meta);
    sections(w, coded);
  }
  if (count) {
    open_list(w, "positions", false);
    for (size_t i = first; i < first + count; i++) {
      position(w, &coded->positions.items[i]);
    }
    close_list(w);
  }
  if (whole) {
    citations(w, coded);
    contacts(w, coded);
    verdicts(w, coded);
  }
  close_map(w);
}

static int write_file(const g4_coded *coded, size_t first, size_t count, bool whole, g4_buf *out, g40_error *err) {
  writer w = {.out = out};
  yaml_event_t event;
  if (!yaml_emitter_initialize(&w.emitter)) {
    return g4_nomem(err);
  }
  yaml_emitter_set_output(&w.emitter, add_bytes, out);
  yaml_emitter_set_unicode(&w.emitter, 1);
  yaml_emitter_set_width(&w.emitter, -1);
  emit(&w, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
  emit(&w, &event, !w.failed && yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
  root(&w, coded, first, count, whole);
  emit(&w, &event, !w.failed && yaml_document_end_event_initialize(&event, 1));
  emit(&w, &event, !w.failed && yaml_stream_end_event_initialize(&event));
  yaml_emitter_delete(&w.emitter);
  return w.failed || out->failed ? g4_nomem(err) : G40_OK;
}

int g4_coding_write(const g4_coded *coded, g4_buf *out, g40_error *err) {
  return write_file(coded, 0, coded->positions.count, true, out, err);
}

int g4_coding_write_position(const g4_coded *coded, size_t position, g4_buf *out, g40_error *err) {
  return write_file(coded, position, 1, false, out, err);
}
