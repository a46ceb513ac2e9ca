#include <stdlib.h>
#include <string.h>

#include "store/writer.h"
#include "text/fold.h"

#define SPAN_COLUMNS "byte_start, byte_end, char_start, char_end"

/* The order in which things are written: by place in the text, and as coded where that is the same. */
typedef struct {
  size_t reading, index;
} ordered;

static int compare(const void *a, const void *b) {
  const ordered *x = a, *y = b;
  if (x->reading != y->reading) {
    return x->reading < y->reading ? -1 : 1;
  }
  return x->index < y->index ? -1 : x->index > y->index;
}

static ordered *order(size_t count) { return calloc(count ? count : 1, sizeof(ordered)); }

/* --- words */

/* The exact bytes: of several ranges, joined by a line feed. */
static void add_quote(const g4_writer *writer, const g4_anchor *anchor, bool masked, g4_buf *out) {
  for (size_t i = 0; i < anchor->ranges.count; i++) {
    const g4_span *range = &anchor->ranges.items[i];
    if (i) {
      g4_buf_add_char(out, '\n');
    }
    if (masked) {
      g4_contacts_mask_bytes(&writer->contacts, writer->document->bytes, range->start, range->end, out);
    } else {
      g4_buf_add(out, writer->document->bytes + range->start, range->end - range->start);
    }
  }
}

static void add_reading(const g4_writer *writer, const g4_anchor *anchor, bool masked, g4_buf *out) {
  const g4_text *text = writer->document->text;
  if (masked) {
    g4_contacts_mask_reading(&writer->contacts, text, anchor->reading.start, anchor->reading.end, out);
  } else {
    g4_buf_add(out, g4_buf_text(&text->reading.text) + anchor->reading.start,
               anchor->reading.end - anchor->reading.start);
  }
}

static int write_ranges(g4_writer *writer, int64_t position, int64_t passage, const g4_anchor *anchor) {
  int code = G40_OK;
  for (size_t i = 0; anchor->ranges.count > 1 && i < anchor->ranges.count && code == G40_OK; i++) {
    g4_place place = g4_writer_place(writer, anchor->ranges.items[i].start, anchor->ranges.items[i].end);
    code = g4_store_run(writer->store,
                        "INSERT INTO position_range(position, passage, ordinal, " SPAN_COLUMNS
                        ") VALUES(?, ?, ?, ?, ?, ?, ?)",
                        writer->err, "iiiiiii", position, passage, (int64_t)i + 1, place.start, place.end,
                        place.char_start, place.char_end);
  }
  return code;
}

static int write_quote(g4_writer *writer, int64_t position, int64_t ordinal, const g4_anchor *anchor) {
  g4_buf words[4] = {{0}, {0}, {0}, {0}};
  bool hide = g4_contacts_touch_any(&writer->contacts, anchor->ranges.items, anchor->ranges.count);
  add_quote(writer, anchor, false, &words[0]);
  add_reading(writer, anchor, false, &words[1]);
  if (hide) {
    add_quote(writer, anchor, true, &words[2]);
    add_reading(writer, anchor, true, &words[3]);
  }
  g4_place place = g4_writer_anchor_place(writer, anchor);
  bool failed = words[0].failed || words[1].failed || words[2].failed || words[3].failed;
  int code = failed ? g4_nomem(writer->err)
                    : g4_store_run(writer->store,
                                   "INSERT INTO position_passage(position, ordinal, quote, text, masked_quote,"
                                   " masked_text, " SPAN_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                   writer->err, "iissssiiii", position, ordinal, g4_buf_text(&words[0]),
                                   g4_buf_text(&words[1]), hide ? g4_buf_text(&words[2]) : NULL,
                                   hide ? g4_buf_text(&words[3]) : NULL, place.start, place.end, place.char_start,
                                   place.char_end);
  if (code == G40_OK) {
    code = write_ranges(writer, position, ordinal, anchor);
  }
  for (size_t i = 0; i < 4; i++) {
    g4_buf_free(&words[i]);
  }
  return code;
}

/* --- what a position names */

static int write_role(g4_writer *writer, const g4_coded_position *position, int64_t pk, size_t i) {
  const g4_coded_role *role = &position->roles.items[i];
  g4_place place = g4_writer_anchor_place(writer, &role->anchor);
  g4_buf words = {0};
  add_reading(writer, &role->anchor, false, &words);
  int code = words.failed
                 ? g4_nomem(writer->err)
                 : g4_store_run(writer->store,
                                "INSERT INTO position_role(position, ordinal, stakeholder, actor, role, as_written,"
                                " state, reason, method, rule, confidence, " SPAN_COLUMNS
                                ") VALUES(?, ?, (SELECT pk"
                                " FROM stakeholder WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                writer->err, "iissssssssdiiii", pk, (int64_t)i + 1, role->actor,
                                role->is_ministry ? "ministry" : "stakeholder", role->role, g4_buf_text(&words),
                                role->state, role->reason, position->method, position->rule, position->confidence,
                                place.start, place.end, place.char_start, place.char_end);
  g4_buf_free(&words);
  return code;
}

/* A name that the registry does not know is found again by its folded form. */
static int write_instrument(g4_writer *writer, int64_t position, size_t i, const g4_coded_mention *mention) {
  g4_place place = g4_writer_anchor_place(writer, &mention->anchor);
  g4_buf words = {0}, folded = {0};
  add_reading(writer, &mention->anchor, false, &words);
  int code = words.failed ? g4_nomem(writer->err) : G40_OK;
  if (code == G40_OK && !mention->target) {
    code = g4_fold(g4_buf_text(&words), words.length, &folded, writer->err);
  }
  if (code == G40_OK) {
    code = g4_store_run(writer->store,
                        "INSERT INTO position_instrument(position, ordinal, instrument, type, state, as_written,"
                        " folded, " SPAN_COLUMNS
                        ") VALUES(?, ?, (SELECT pk FROM instrument WHERE id = ?), ?, ?, ?, ?,"
                        " ?, ?, ?, ?)",
                        writer->err, "iisssssiiii", position, (int64_t)i + 1, mention->target,
                        mention->is_advice ? "advice" : "instrument", mention->state, g4_buf_text(&words),
                        mention->target ? NULL : g4_buf_text(&folded), place.start, place.end, place.char_start,
                        place.char_end);
  }
  g4_buf_free(&words);
  g4_buf_free(&folded);
  return code;
}

static int write_place(g4_writer *writer, int64_t position, size_t i, const g4_coded_mention *mention) {
  g4_place place = g4_writer_anchor_place(writer, &mention->anchor);
  g4_buf words = {0};
  add_reading(writer, &mention->anchor, false, &words);
  int code = words.failed
                 ? g4_nomem(writer->err)
                 : g4_store_run(writer->store,
                                "INSERT INTO position_place(position, ordinal, stakeholder, as_written, " SPAN_COLUMNS
                                ") VALUES(?, ?, (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, ?, ?, ?)",
                                writer->err, "iissiiii", position, (int64_t)i + 1, mention->target, g4_buf_text(&words),
                                place.start, place.end, place.char_start, place.char_end);
  g4_buf_free(&words);
  return code;
}

static int write_figure(g4_writer *writer, int64_t position, const g4_coded_figure *figure, size_t *number) {
  g4_place place = g4_writer_anchor_place(writer, &figure->anchor);
  g4_buf words = {0}, id = {0};
  add_reading(writer, &figure->anchor, false, &words);
  g4_buf_add_format(&id, "figure/%s/%zu", writer->slug, ++*number);
  int code = words.failed || id.failed
                 ? g4_nomem(writer->err)
                 : g4_store_run(writer->store,
                                "INSERT INTO figure(id, document, position, value, unit, about_nl, about_en, precision,"
                                " as_written, " SPAN_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                writer->err, "siidsssssiiii", g4_buf_text(&id), writer->pk, position, figure->value,
                                figure->unit, figure->about.nl, figure->about.en, figure->precision,
                                g4_buf_text(&words), place.start, place.end, place.char_start, place.char_end);
  g4_buf_free(&words);
  g4_buf_free(&id);
  return code;
}

static int write_parts(g4_writer *writer, const g4_coded_position *position, int64_t pk, size_t *figures) {
  int code = G40_OK;
  for (size_t i = 0; i < position->quotes.count && code == G40_OK; i++) {
    code = write_quote(writer, pk, (int64_t)i + 1, &position->quotes.items[i]);
  }
  for (size_t i = 0; i < position->roles.count && code == G40_OK; i++) {
    code = write_role(writer, position, pk, i);
  }
  for (size_t i = 0; i < position->responsible.count && code == G40_OK; i++) {
    const g4_coded_responsible *responsible = &position->responsible.items[i];
    code = g4_store_run(writer->store,
                        "INSERT INTO position_responsible(position, ministry, source, method, rule, confidence)"
                        " VALUES(?, (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, ?, ?)",
                        writer->err, "issssd", pk, responsible->ministry, responsible->source,
                        responsible->rule ? "rule" : position->method,
                        responsible->rule ? responsible->rule : position->rule,
                        responsible->rule ? responsible->confidence : position->confidence);
  }
  for (size_t i = 0; i < position->instruments.count && code == G40_OK; i++) {
    code = write_instrument(writer, pk, i, &position->instruments.items[i]);
  }
  for (size_t i = 0; i < position->places.count && code == G40_OK; i++) {
    code = write_place(writer, pk, i, &position->places.items[i]);
  }
  for (size_t i = 0; i < position->figures.count && code == G40_OK; i++) {
    code = write_figure(writer, pk, &position->figures.items[i], figures);
  }
  return code;
}

/* --- positions, reasons, citations */

static int write_position(g4_writer *writer, const g4_coded_position *position, size_t *figures) {
  g4_buf id = {0};
  g4_buf_add_format(&id, "position/%s/%s", writer->slug, position->id);
  int64_t section = g4_writer_section(writer, position->quotes.items[0].reading.start);
  int code =
      id.failed
          ? g4_nomem(writer->err)
          : g4_store_run(writer->store,
                         "INSERT INTO position(id, document, section, theme, kind, action, summary_nl,"
                         " summary_en, method, rule, confidence, reviewed, origin) VALUES(?, ?, nullif(?, 0),"
                         " (SELECT pk FROM theme WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         writer->err, "siisssssssdis", g4_buf_text(&id), writer->pk, section, position->theme,
                         position->kind, position->action, position->summary.nl, position->summary.en, position->method,
                         position->rule, position->confidence, (int64_t)position->reviewed, writer->document->origin);
  g4_buf_free(&id);
  return code == G40_OK ? write_parts(writer, position, g4_store_last_rowid(writer->store), figures) : code;
}

static int write_in_order(g4_writer *writer) {
  const g4_coded *coded = writer->document->coded;
  ordered *positions = order(coded->positions.count);
  if (!positions) {
    return g4_nomem(writer->err);
  }
  for (size_t i = 0; i < coded->positions.count; i++) {
    positions[i] = (ordered){coded->positions.items[i].quotes.items[0].reading.start, i};
  }
  qsort(positions, coded->positions.count, sizeof *positions, compare);
  int code = G40_OK;
  size_t figures = 0;
  for (size_t i = 0; i < coded->positions.count && code == G40_OK; i++) {
    code = write_position(writer, &coded->positions.items[positions[i].index], &figures);
  }
  free(positions);
  return code;
}

static int write_reasons(g4_writer *writer) {
  static const char sql[] =
      "INSERT OR IGNORE INTO position_reason(position, reason) VALUES((SELECT pk FROM position WHERE id = 'position/' "
      "||"
      " ?1 || '/' || ?2), (SELECT pk FROM position WHERE id = 'position/' || ?1 || '/' || ?3))";
  const g4_coded *coded = writer->document->coded;
  int code = G40_OK;
  for (size_t i = 0; i < coded->positions.count; i++) {
    const g4_coded_position *position = &coded->positions.items[i];
    for (size_t k = 0; k < position->reasons.count && code == G40_OK; k++) {
      code =
          g4_store_run(writer->store, sql, writer->err, "sss", writer->slug, position->id, position->reasons.items[k]);
    }
  }
  return code;
}

static int write_citation(g4_writer *writer, const g4_coded_citation *citation, size_t number) {
  g4_place place = g4_writer_anchor_place(writer, &citation->anchor);
  g4_buf words = {0}, id = {0};
  add_reading(writer, &citation->anchor, false, &words);
  g4_buf_add_format(&id, "citation/%s/%zu", writer->slug, number);
  int code = words.failed || id.failed
                 ? g4_nomem(writer->err)
                 : g4_store_run(writer->store,
                                "INSERT INTO citation(id, document, position, url, kind, target, as_written,"
                                " " SPAN_COLUMNS
                                ", link_start, link_end) VALUES(?1, ?2, (SELECT pk FROM position"
                                " WHERE id = 'position/' || ?3 || '/' || ?4), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                " nullif(?13, -1), nullif(?14, -1))",
                                writer->err, "sissssssiiiiii", g4_buf_text(&id), writer->pk, writer->slug,
                                citation->position, citation->url, citation->kind, citation->target,
                                g4_buf_text(&words), place.start, place.end, place.char_start, place.char_end,
                                citation->has_link ? (int64_t)citation->link.start : (int64_t)-1,
                                citation->has_link ? (int64_t)citation->link.end : (int64_t)-1);
  g4_buf_free(&words);
  g4_buf_free(&id);
  return code;
}

static int write_citations(g4_writer *writer) {
  const g4_coded *coded = writer->document->coded;
  ordered *citations = order(coded->citations.count);
  if (!citations) {
    return g4_nomem(writer->err);
  }
  for (size_t i = 0; i < coded->citations.count; i++) {
    citations[i] = (ordered){coded->citations.items[i].anchor.reading.start, i};
  }
  qsort(citations, coded->citations.count, sizeof *citations, compare);
  int code = G40_OK;
  for (size_t i = 0; i < coded->citations.count && code == G40_OK; i++) {
    code = write_citation(writer, &coded->citations.items[citations[i].index], i + 1);
  }
  free(citations);
  return code;
}

int g4_write_positions(g4_writer *writer) {
  int code = write_in_order(writer);
  if (code == G40_OK) {
    code = write_reasons(writer);
  }
  return code == G40_OK ? write_citations(writer) : code;
}
