#include "ingest/analyze.h"

#include <string.h>

#include "extract/contacts.h"

typedef struct {
  const g4_registry *registry;
  const g4_analysis *analysis;
  const g4_paper *paper; /* NULL: a text in memory, whose offsets are as they are */
  g4_privates contacts;  /* to be masked; none where they may be seen */
  g4_owner *owner;
  g4_buf masked;
  bool failed;
} filler;

static const char *copy(filler *in, const char *text, size_t n) {
  const char *copied = g4_arena_strndup(&in->owner->arena, text, n);
  in->failed |= !copied;
  return copied;
}

static const char *copy_text(filler *in, const char *text) { return text ? copy(in, text, strlen(text)) : NULL; }

/* The reading form of [start, end). */
static const char *reading_text(filler *in, size_t start, size_t end) {
  const g4_text *text = &in->analysis->text;
  size_t first = g4_text_source_at(text, start), last = g4_text_source_at(text, end - 1) + 1;
  if (!g4_contacts_touch(&in->contacts, first, last)) {
    return copy(in, text->reading.text.bytes + start, end - start);
  }
  g4_buf_clear(&in->masked);
  g4_contacts_mask_reading(&in->contacts, text, start, end, &in->masked);
  in->failed |= in->masked.failed;
  return in->failed ? NULL : copy(in, g4_buf_text(&in->masked), in->masked.length);
}

static int64_t given_offset(const filler *in, size_t at) {
  return (int64_t)(in->paper ? g4_paper_file_offset(in->paper, at) : at);
}

static void fill_ministry(filler *in, const g4_mention *mention, g40_actor *row) {
  row->form = g4_name_form_name(mention->form);
  if (mention->version != G4_NO_VERSION) {
    const g4_ministry_version *version = &in->registry->versions.items[mention->version];
    row->id = copy_text(in, version->id);
    row->abbreviation = copy_text(in, version->abbreviation);
  }
}

static void fill_actor(filler *in, const g4_mention *mention, g40_actor *row) {
  const g4_text *text = &in->analysis->text;
  row->owner = in->owner;
  row->start = given_offset(in, g4_text_source_at(text, mention->reading.start));
  row->end = given_offset(in, g4_text_source_at(text, mention->reading.end - 1) + 1);
  row->text = reading_text(in, mention->reading.start, mention->reading.end);
  row->type = g4_mention_type_name(mention->type);
  row->state = g4_state_name(mention->state);
  row->reason = g4_reason_name(mention->reason);
  row->role = g4_role_name(mention->role);
  row->rule = mention->rule;
  if (mention->type == G4_MENTION_MINISTRY) {
    fill_ministry(in, mention, row);
  } else if (mention->entity >= 0) {
    row->id = copy_text(in, in->registry->entities.items[mention->entity].id);
  }
}

static void *make_rows(filler *in, size_t count, size_t size) {
  void *rows = g4_arena_array(&in->owner->arena, count, size);
  in->failed |= !rows;
  return rows;
}

static const g40_actors *make_actors(filler *in, const g4_read_segment *read) {
  g40_actors *actors = make_rows(in, 1, sizeof *actors);
  g40_actor *rows = make_rows(in, read->count, sizeof *rows);
  if (in->failed) {
    return NULL;
  }
  for (size_t i = 0; i < read->count && !in->failed; i++) {
    fill_actor(in, &in->analysis->mentions.items[read->first + i], &rows[i]);
  }
  *actors = (g40_actors){in->owner, read->count, (int64_t)read->count, rows};
  return actors;
}

static void fill_ranges(filler *in, const g4_segment *segment, g40_segment *row) {
  const g4_span *ranges = g4_text_segment_ranges(&in->analysis->text, segment);
  size_t count = segment->range_count;
  int64_t *kept = make_rows(in, 2 * count, sizeof *kept);
  for (size_t i = 0; i < count && kept; i++) {
    kept[2 * i] = given_offset(in, ranges[i].start);
    kept[2 * i + 1] = given_offset(in, ranges[i].end);
  }
  row->ranges = kept;
  row->range_count = count;
  row->start = given_offset(in, ranges[0].start);
  row->end = given_offset(in, ranges[count - 1].end);
  row->page = in->paper && in->paper->pages.count > 1 ? (int64_t)g4_paper_page(in->paper, ranges[0].start) : 0;
}

static void fill_segment(filler *in, const g4_segment *segment, const g4_read_segment *read, g40_segment *row) {
  static const char *const forms[] = {"heading", "sentence", "noise", "link", "contact"};
  row->owner = in->owner;
  fill_ranges(in, segment, row);
  row->text = reading_text(in, segment->reading_start, segment->reading_end);
  row->form = forms[segment->kind];
  row->kind = g4_kind_name(read->judgement.kind);
  row->type = g4_position_type_name(read->judgement.type);
  row->action = read->judgement.action;
  row->rule = read->judgement.rule;
  row->confidence = read->judgement.confidence;
  row->actors = make_actors(in, read);
}

static g40_segments *fill(filler *in) {
  const g4_text *text = &in->analysis->text;
  size_t count = text->segments.count;
  g40_segments *segments = make_rows(in, 1, sizeof *segments);
  g40_segment *rows = make_rows(in, count, sizeof *rows);
  if (in->failed) {
    return NULL;
  }
  for (size_t i = 0; i < count && !in->failed; i++) {
    fill_segment(in, &text->segments.items[i], &in->analysis->segments.items[i], &rows[i]);
  }
  const char *note = in->paper && *in->paper->note ? copy_text(in, in->paper->note) : NULL;
  *segments = (g40_segments){in->owner, count, (int64_t)count, rows, note};
  return segments;
}

static g40_segments *rows_of(const g4_registry *registry, const g4_analysis *analysis, const g4_paper *paper,
                             bool with_contacts, g40_error *err) {
  filler in = {.registry = registry, .analysis = analysis, .paper = paper, .owner = g4_owner_new(err)};
  if (!in.owner) {
    return NULL;
  }
  g40_segments *segments = NULL;
  if (with_contacts || g4_contacts_collect(&analysis->text, NULL, &in.contacts, err) == G40_OK) {
    segments = fill(&in);
    if (in.failed) {
      g4_nomem(err);
    }
  }
  g4_vec_free(&in.contacts);
  g4_buf_free(&in.masked);
  if (in.failed || !segments) {
    g4_owner_release(in.owner);
    return NULL;
  }
  return segments;
}

static g40_segments *analyze(const g4_lexicon *lexicon, const char *text, size_t length, const g4_paper *paper,
                             g4_date date, bool with_contacts, g40_error *err) {
  g4_analyzer *analyzer = g4_analyzer_new(lexicon, err);
  const g4_hints *hints = paper && paper->has_hints ? &paper->hints : NULL;
  g40_segments *segments = NULL;
  g4_analysis analysis = {0};
  if (analyzer && g4_text_read_hinted(&analysis.text, text, length, hints, err) == G40_OK &&
      g4_analyze_text(analyzer, date, NULL, &analysis, err) == G40_OK) {
    segments = rows_of(g4_lexicon_registry(lexicon), &analysis, paper, with_contacts, err);
    g4_analysis_free(&analysis);
  }
  g4_analyzer_free(analyzer);
  return segments;
}

g40_segments *g4_analyze_rows(const g4_lexicon *lexicon, const char *text, size_t length, g4_date date,
                              bool with_contacts, g40_error *err) {
  return analyze(lexicon, text, length, NULL, date, with_contacts, err);
}

g40_segments *g4_analyze_paper(const g4_lexicon *lexicon, const g4_paper *paper, g4_date date, bool with_contacts,
                               g40_error *err) {
  return analyze(lexicon, g4_buf_text(&paper->text), paper->text.length, paper, date, with_contacts, err);
}
