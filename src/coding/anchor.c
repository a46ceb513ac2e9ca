#include "coding/anchor.h"

#include <string.h>

#include "extract/contacts.h"

typedef struct {
  g4_coded *coded;
  const g4_text *text;
  g40_diagnostics *diagnostics;
  g40_error *err;
  int code; /* the first failure */
} finder;

/* A message holds no contact data. */
static void fault(finder *find, const g4_anchor *anchor, const char *code, const char *what) {
  g4_mark mark = anchor->mark;
  g4_buf words = {0};
  if (anchor->secret) {
    g4_buf_add_text(&words, "[contact]");
  } else {
    g4_contacts_mask_words(anchor->words, &words);
  }
  if (words.failed) {
    find->code = g4_nomem(find->err);
  } else {
    g4_diagnose(find->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, code, "%s: '%s'", what,
                g4_buf_text(&words));
  }
  g4_buf_free(&words);
}

/* Whether the words stand at or behind `from`; memory that runs out stops the whole. Words of which nothing is left in
 * reading form stand nowhere. */
static bool look(finder *find, const char *words, size_t from, g4_span *found) {
  if (find->code != G40_OK) {
    return false;
  }
  g40_error why = {0};
  int code = g4_text_find(find->text, words, from, found, &why);
  if (code != G40_OK && code != G40_NOT_FOUND && code != G40_ARGUMENT) {
    find->code = code;
    g4_fail(find->err, code, "%s", why.message);
  }
  return code == G40_OK;
}

static void settle(finder *find, g4_anchor *anchor, g4_span reading) {
  g4_span_list ranges = {0};
  int code = g4_text_ranges(find->text, reading.start, reading.end, &ranges, find->err);
  if (code == G40_OK) {
    anchor->ranges.items = g4_arena_array(&find->coded->arena, ranges.count, sizeof *ranges.items);
    if (anchor->ranges.items && ranges.count) {
      memcpy(anchor->ranges.items, ranges.items, ranges.count * sizeof *ranges.items);
      anchor->ranges.count = ranges.count;
      anchor->reading = reading;
      anchor->state = G4_ANCHOR_FOUND;
      anchor->moved = anchor->at && anchor->at != ranges.items[0].start + 1;
    } else if (!anchor->ranges.items) {
      code = g4_nomem(find->err);
    }
  }
  find->code = code != G40_OK ? code : find->code;
  g4_vec_free(&ranges);
}

/* Whether a heading stands between: `after` tells places of one section apart. */
static bool in_one_section(const finder *find, size_t from, size_t to) {
  const g4_segment *segment = g4_text_segment_at(find->text, from);
  while (segment && segment->reading_start < to) {
    if (segment->kind == G4_SEGMENT_HEADING && segment->reading_start >= from) {
      return false;
    }
    segment = g4_text_segment_at(find->text, segment->reading_end);
  }
  return true;
}

/* In the whole text: the only occurrence, or the first behind `after` in its section. */
static void find_in_text(finder *find, g4_anchor *anchor, const char *what) {
  g4_span found, again, lead;
  size_t from = 0;
  if (anchor->after) {
    if (!look(find, anchor->after, 0, &lead)) {
      anchor->state = G4_ANCHOR_ORPHANED;
      fault(find, anchor, "after-missing", "the words of 'after' do not stand in the text");
      return;
    }
    from = lead.end;
  }
  if (!look(find, anchor->words, from, &found) || (anchor->after && !in_one_section(find, from, found.start))) {
    anchor->state = G4_ANCHOR_ORPHANED;
    fault(find, anchor, "quote-missing",
          anchor->after ? "does not stand behind the words of 'after' in their section" : what);
  } else if (!anchor->after && look(find, anchor->words, found.start + 1, &again)) {
    anchor->state = G4_ANCHOR_AMBIGUOUS;
    fault(find, anchor, "quote-ambiguous", "stands more than once in the text, add 'after'");
  } else {
    settle(find, anchor, found);
  }
}

/* Inside the quotes of a position: the only occurrence, or the nth. */
static void find_in_quotes(finder *find, const g4_coded_position *position, g4_anchor *anchor) {
  g4_span first = {0, 0}, wanted = {0, 0}, found;
  int count = 0;
  for (size_t i = 0; i < position->quotes.count; i++) {
    const g4_anchor *quote = &position->quotes.items[i];
    if (quote->state != G4_ANCHOR_FOUND) {
      continue;
    }
    size_t from = quote->reading.start;
    while (look(find, anchor->words, from, &found) && found.end <= quote->reading.end) {
      count++;
      first = count == 1 ? found : first;
      wanted = count == anchor->nth ? found : wanted;
      from = found.start + 1;
    }
  }
  if (count == 0 || (anchor->nth > 0 && count < anchor->nth)) {
    anchor->state = G4_ANCHOR_ORPHANED;
    fault(find, anchor, "words-missing", "does not stand in the quotes of the position");
  } else if (count > 1 && !anchor->nth) {
    anchor->state = G4_ANCHOR_AMBIGUOUS;
    fault(find, anchor, "words-ambiguous", "stands more than once in the quotes of the position, add 'nth'");
  } else {
    settle(find, anchor, anchor->nth ? wanted : first);
  }
}

static void find_position(finder *find, g4_coded_position *position) {
  for (size_t i = 0; i < position->quotes.count; i++) {
    find_in_text(find, &position->quotes.items[i], "this quote does not stand in the text");
  }
  for (size_t i = 0; i < position->roles.count; i++) {
    find_in_quotes(find, position, &position->roles.items[i].anchor);
  }
  for (size_t i = 0; i < position->instruments.count; i++) {
    find_in_quotes(find, position, &position->instruments.items[i].anchor);
  }
  for (size_t i = 0; i < position->places.count; i++) {
    find_in_quotes(find, position, &position->places.items[i].anchor);
  }
  for (size_t i = 0; i < position->figures.count; i++) {
    find_in_quotes(find, position, &position->figures.items[i].anchor);
  }
}

/* A section's heading must be a heading of the text, all of it. */
static void find_section(finder *find, g4_coded_section *section) {
  g4_anchor *anchor = &section->anchor;
  g4_span found;
  for (size_t from = 0; look(find, anchor->words, from, &found); from = found.start + 1) {
    const g4_segment *segment = g4_text_segment_at(find->text, found.start);
    if (segment && segment->kind == G4_SEGMENT_HEADING && segment->reading_start == found.start &&
        segment->reading_end == found.end) {
      settle(find, anchor, found);
      return;
    }
  }
  anchor->state = G4_ANCHOR_ORPHANED;
  fault(find, anchor, "heading-missing", "is no heading of the text");
}

/* The address of a citation may stand in the text, on a line of its own or not. */
static void find_link(finder *find, g4_coded_citation *citation) {
  g4_span found;
  if (look(find, citation->url, 0, &found)) {
    citation->has_link = true;
    citation->link.start = g4_text_source_at(find->text, found.start);
    citation->link.end = g4_text_source_at(find->text, found.end - 1) + 1;
  }
}

int g4_coding_anchor(g4_coded *coded, const g4_text *text, g40_diagnostics *diagnostics, g40_error *err) {
  finder find = {.coded = coded, .text = text, .diagnostics = diagnostics, .err = err};
  for (size_t i = 0; i < coded->sections.count; i++) {
    if (coded->sections.items[i].heading) {
      find_section(&find, &coded->sections.items[i]);
    }
  }
  for (size_t i = 0; i < coded->positions.count; i++) {
    find_position(&find, &coded->positions.items[i]);
  }
  for (size_t i = 0; i < coded->context.count; i++) {
    find_in_text(&find, &coded->context.items[i].anchor, "this quote does not stand in the text");
  }
  for (size_t i = 0; i < coded->citations.count; i++) {
    find_in_text(&find, &coded->citations.items[i].anchor, "the words that cite do not stand in the text");
    find_link(&find, &coded->citations.items[i]);
  }
  for (size_t i = 0; i < coded->contacts.count; i++) {
    find_in_text(&find, &coded->contacts.items[i].anchor, "this contact does not stand in the text");
  }
  for (size_t i = 0; i < coded->verdicts.count; i++) {
    if (coded->verdicts.items[i].anchor.words) {
      find_in_text(&find, &coded->verdicts.items[i].anchor, "the words of this verdict do not stand in the text");
    }
  }
  return find.code != G40_OK ? find.code : g4_diagnostics_check(diagnostics, err);
}

static void visit_position(g4_coded_position *position, g4_visit_anchor visit, void *context) {
  const char *owner = position->id ? position->id : "position";
  for (size_t i = 0; i < position->quotes.count; i++) {
    visit(context, owner, &position->quotes.items[i]);
  }
  for (size_t i = 0; i < position->roles.count; i++) {
    visit(context, owner, &position->roles.items[i].anchor);
  }
  for (size_t i = 0; i < position->instruments.count; i++) {
    visit(context, owner, &position->instruments.items[i].anchor);
  }
  for (size_t i = 0; i < position->places.count; i++) {
    visit(context, owner, &position->places.items[i].anchor);
  }
  for (size_t i = 0; i < position->figures.count; i++) {
    visit(context, owner, &position->figures.items[i].anchor);
  }
}

void g4_coded_anchors(g4_coded *coded, g4_visit_anchor visit, void *context) {
  for (size_t i = 0; i < coded->sections.count; i++) {
    if (coded->sections.items[i].heading) {
      visit(context, "section", &coded->sections.items[i].anchor);
    }
  }
  for (size_t i = 0; i < coded->positions.count; i++) {
    visit_position(&coded->positions.items[i], visit, context);
  }
  for (size_t i = 0; i < coded->context.count; i++) {
    visit(context, "context", &coded->context.items[i].anchor);
  }
  for (size_t i = 0; i < coded->citations.count; i++) {
    visit(context, "citation", &coded->citations.items[i].anchor);
  }
  for (size_t i = 0; i < coded->contacts.count; i++) {
    visit(context, "contact", &coded->contacts.items[i].anchor);
  }
  for (size_t i = 0; i < coded->verdicts.count; i++) {
    if (coded->verdicts.items[i].anchor.words) {
      visit(context, "verdict", &coded->verdicts.items[i].anchor);
    }
  }
}
