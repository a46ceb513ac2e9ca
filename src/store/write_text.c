#include <string.h>

#include "store/writer.h"

static const char *reading_text(const g4_writer *writer) { return g4_buf_text(&writer->document->text->reading.text); }

static const g4_segment *segments(const g4_writer *writer) { return writer->document->text->segments.items; }

/* A section runs to the next heading of its level or a higher one, or to the end of the text. */
static size_t section_end(const g4_writer *writer, size_t heading) {
  const g4_text *text = writer->document->text;
  for (size_t i = heading + 1; i < text->segments.count; i++) {
    const g4_segment *next = &text->segments.items[i];
    if (next->kind == G4_SEGMENT_HEADING && next->level <= segments(writer)[heading].level) {
      return g4_text_segment_ranges(text, next)->start;
    }
  }
  return writer->document->length;
}

/* The coded section with this heading (NULL: before the first one) gives the theme. */
static const char *section_theme(const g4_writer *writer, const g4_segment *heading) {
  const g4_coded *coded = writer->document->coded;
  for (size_t i = 0; i < coded->sections.count; i++) {
    const g4_coded_section *section = &coded->sections.items[i];
    bool same =
        heading ? section->anchor.state == G4_ANCHOR_FOUND && section->anchor.reading.start == heading->reading_start
                : !section->heading;
    if (same) {
      return section->theme;
    }
  }
  return NULL;
}

/* `heading` is the segment's ordinal, or SIZE_MAX for what stands before the first heading. */
static int write_section(g4_writer *writer, size_t heading, size_t start, size_t end, int64_t ordinal, int64_t parent,
                         int64_t *pk) {
  const g4_segment *segment = heading == SIZE_MAX ? NULL : &segments(writer)[heading];
  g4_buf words = {0};
  if (segment) {
    g4_contacts_mask_reading(&writer->contacts, writer->document->text, segment->reading_start, segment->reading_end,
                             &words);
  }
  g4_place place = g4_writer_place(writer, start, end);
  int code =
      words.failed
          ? g4_nomem(writer->err)
          : g4_store_run(writer->store,
                         "INSERT INTO section(document, ordinal, parent, level, heading, theme, byte_start,"
                         " byte_end, char_start, char_end) VALUES(?, ?, nullif(?, 0), ?, ?, (SELECT pk FROM theme"
                         " WHERE id = ?), ?, ?, ?, ?)",
                         writer->err, "iiiissiiii", writer->pk, ordinal, parent,
                         (int64_t)(segment ? segment->level : 0), segment ? g4_buf_text(&words) : NULL,
                         section_theme(writer, segment), place.start, place.end, place.char_start, place.char_end);
  *pk = g4_store_last_rowid(writer->store);
  g4_buf_free(&words);
  return code;
}

enum { LEVELS = 256 };

static int write_sections(g4_writer *writer) {
  const g4_text *text = writer->document->text;
  int64_t open[LEVELS] = {0}; /* the last section of each level */
  int64_t current = 0, ordinal = 0;
  int code = G40_OK;
  for (size_t i = 0; i < text->segments.count && code == G40_OK; i++) {
    const g4_segment *segment = &text->segments.items[i];
    size_t start = g4_text_segment_ranges(text, segment)->start;
    if (segment->kind == G4_SEGMENT_HEADING) {
      int64_t parent = 0;
      for (int level = segment->level - 1; level > 0 && !parent; level--) {
        parent = open[level];
      }
      code = write_section(writer, i, start, section_end(writer, i), ++ordinal, parent, &current);
      open[segment->level] = current;
      memset(open + segment->level + 1, 0, (size_t)(LEVELS - 1 - segment->level) * sizeof *open);
    } else if (!current && segment->kind == G4_SEGMENT_SENTENCE) {
      size_t end = writer->document->length;
      for (size_t k = i; k < text->segments.count; k++) {
        if (text->segments.items[k].kind == G4_SEGMENT_HEADING) {
          end = g4_text_segment_ranges(text, &text->segments.items[k])->start;
          break;
        }
      }
      code = write_section(writer, SIZE_MAX, start, end, ++ordinal, 0, &current);
    }
    if (code == G40_OK && !g4_vec_push(&writer->sections, current)) {
      code = g4_nomem(writer->err);
    }
  }
  return code;
}

int64_t g4_writer_section(const g4_writer *writer, size_t reading) {
  const g4_segment *segment = g4_text_segment_at(writer->document->text, reading);
  return segment ? writer->sections.items[segment - segments(writer)] : 0;
}

static const char *kind_name(g4_segment_kind kind) {
  static const char *const names[] = {"heading", "sentence", "noise", "link", "contact"};
  return names[kind];
}

static int write_ranges(g4_writer *writer, int64_t passage, const g4_span *ranges, size_t count) {
  int code = G40_OK;
  for (size_t i = 0; count > 1 && i < count && code == G40_OK; i++) {
    g4_place place = g4_writer_place(writer, ranges[i].start, ranges[i].end);
    code = g4_store_run(writer->store,
                        "INSERT INTO passage_range(passage, ordinal, byte_start, byte_end, char_start, char_end)"
                        " VALUES(?, ?, ?, ?, ?, ?)",
                        writer->err, "iiiiii", passage, (int64_t)i + 1, place.start, place.end, place.char_start,
                        place.char_end);
  }
  return code;
}

static int write_passage(g4_writer *writer, size_t i) {
  const g4_text *text = writer->document->text;
  const g4_segment *segment = &text->segments.items[i];
  const g4_span *ranges = g4_text_segment_ranges(text, segment);
  g4_place place = g4_writer_place(writer, ranges[0].start, ranges[segment->range_count - 1].end);
  g4_buf masked = {0};
  bool hide = g4_contacts_touch_any(&writer->contacts, ranges, segment->range_count);
  if (hide) {
    g4_contacts_mask_reading(&writer->contacts, text, segment->reading_start, segment->reading_end, &masked);
  }
  int code =
      masked.failed
          ? g4_nomem(writer->err)
          : g4_store_run(writer->store,
                         "INSERT INTO passage(document, ordinal, section, kind, list_item, text, masked,"
                         " byte_start, byte_end, char_start, char_end)"
                         " VALUES(?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?)",
                         writer->err, "iiisitsiiii", writer->pk, (int64_t)i + 1, writer->sections.items[i],
                         kind_name(segment->kind), (int64_t)segment->list_item,
                         reading_text(writer) + segment->reading_start,
                         (int64_t)(segment->reading_end - segment->reading_start), hide ? g4_buf_text(&masked) : NULL,
                         place.start, place.end, place.char_start, place.char_end);
  if (code == G40_OK) {
    code = write_ranges(writer, g4_store_last_rowid(writer->store), ranges, segment->range_count);
  }
  g4_buf_free(&masked);
  return code;
}

static int write_contacts(g4_writer *writer) {
  int code = G40_OK;
  for (size_t i = 0; i < writer->contacts.count && code == G40_OK; i++) {
    const g4_private *contact = &writer->contacts.items[i];
    g4_place place = g4_writer_place(writer, contact->start, contact->end);
    code = g4_store_run(writer->store,
                        "INSERT INTO contact(document, kind, byte_start, byte_end, char_start, char_end)"
                        " VALUES(?, ?, ?, ?, ?, ?)",
                        writer->err, "isiiii", writer->pk, contact->kind, place.start, place.end, place.char_start,
                        place.char_end);
  }
  return code;
}

int g4_write_text(g4_writer *writer) {
  int code = write_sections(writer);
  for (size_t i = 0; i < writer->document->text->segments.count && code == G40_OK; i++) {
    code = write_passage(writer, i);
  }
  return code == G40_OK ? write_contacts(writer) : code;
}
