/* A paper as text: headings, paragraphs and lists in reading form, with its positions marked where they stand. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "export/html.h"
#include "model/vocabulary.h"
#include "query/stored_text.h"

/* A range of a position in the source. */
typedef struct {
  size_t start, end;
  uint32_t position, passage;
  bool last; /* of its passage */
} mark;

/* The part of a mark that stands in the segment in hand, in its reading form. */
typedef struct {
  size_t start, end;
  uint32_t position, passage;
  bool ends; /* its passage ends here */
} part;

typedef enum { NOTHING, PARAGRAPH, ITEM } open_block;

typedef struct {
  g4_page *page;
  const g40_positions *positions;
  g4_stored_text stored;
  G4_VEC(mark) marks; /* by start */
  size_t longest;     /* of them, in bytes */
  G4_VEC(part) parts; /* of the segment in hand */
  G4_VEC(size_t) cuts;
  open_block open;
  uint32_t paragraph; /* that is open */
  unsigned depth;     /* of the last heading */
  size_t headings;
  g4_buf words;
} paper;

/* --- marks */

static int compare_marks(const void *a, const void *b) {
  const mark *x = a, *y = b;
  if (x->start != y->start) {
    return x->start < y->start ? -1 : 1;
  }
  if (x->end != y->end) {
    return x->end > y->end ? -1 : 1; /* the wider one first */
  }
  return x->position < y->position ? -1 : x->position > y->position;
}

static int collect_marks(paper *in) {
  for (size_t i = 0; i < in->positions->count; i++) {
    const g40_passages *passages = in->positions->rows[i].passages;
    for (size_t k = 0; k < passages->count; k++) {
      const g40_ranges *ranges = passages->rows[k].ranges;
      for (size_t r = 0; r < ranges->count; r++) {
        mark one = {(size_t)ranges->rows[r].start, (size_t)ranges->rows[r].end, (uint32_t)i, (uint32_t)k,
                    r + 1 == ranges->count};
        if (ranges->rows[r].start < 0 || one.end <= one.start || one.end > in->stored.bytes.length) {
          continue; /* a damaged table */
        }
        if (!g4_vec_push(&in->marks, one)) {
          return g4_nomem(in->page->e->err);
        }
        in->longest = one.end - one.start > in->longest ? one.end - one.start : in->longest;
      }
    }
  }
  if (in->marks.count) {
    qsort(in->marks.items, in->marks.count, sizeof *in->marks.items, compare_marks);
  }
  return G40_OK;
}

/* The first mark that may reach to `at`. */
static size_t first_mark(const paper *in, size_t at) {
  size_t low = 0, high = in->marks.count, from = at > in->longest ? at - in->longest : 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (in->marks.items[middle].start < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Parts of one passage that only a space keeps apart are one. */
static bool add_part(paper *in, part one) {
  const char *reading = g4_buf_text(&in->stored.text.reading.text);
  for (size_t i = in->parts.count; i-- > 0;) {
    part *before = &in->parts.items[i];
    if (before->position == one.position && before->passage == one.passage &&
        (one.start <= before->end || (one.start == before->end + 1 && reading[before->end] == ' '))) {
      before->end = one.end > before->end ? one.end : before->end;
      before->ends |= one.ends;
      return true;
    }
  }
  return g4_vec_push(&in->parts, one);
}

static bool add_cut(paper *in, size_t at) {
  size_t i = 0;
  while (i < in->cuts.count && in->cuts.items[i] < at) {
    i++;
  }
  if (i < in->cuts.count && in->cuts.items[i] == at) {
    return true;
  }
  if (!g4_vec_push(&in->cuts, at)) {
    return false;
  }
  memmove(in->cuts.items + i + 1, in->cuts.items + i, (in->cuts.count - 1 - i) * sizeof *in->cuts.items);
  in->cuts.items[i] = at;
  return true;
}

/* What of the marks stands in a segment, and where the set of marks changes. */
static int cut_segment(paper *in, const g4_segment *segment) {
  const g4_text *text = &in->stored.text;
  const g4_span *ranges = g4_text_segment_ranges(text, segment);
  in->parts.count = in->cuts.count = 0;
  bool ok = add_cut(in, segment->reading_start) && add_cut(in, segment->reading_end);
  for (size_t r = 0; r < segment->range_count && ok; r++) {
    for (size_t i = first_mark(in, ranges[r].start);
         i < in->marks.count && in->marks.items[i].start < ranges[r].end && ok; i++) {
      const mark *one = &in->marks.items[i];
      if (one->end <= ranges[r].start) {
        continue;
      }
      size_t from = one->start > ranges[r].start ? one->start : ranges[r].start;
      size_t to = one->end < ranges[r].end ? one->end : ranges[r].end;
      part piece = {g4_text_reading_at(text, segment, from), g4_text_reading_at(text, segment, to), one->position,
                    one->passage, one->last && one->end <= ranges[r].end};
      ok = piece.end <= piece.start || add_part(in, piece);
    }
  }
  for (size_t i = 0; i < in->parts.count && ok; i++) {
    ok = add_cut(in, in->parts.items[i].start) && add_cut(in, in->parts.items[i].end);
  }
  return ok ? G40_OK : g4_nomem(in->page->e->err);
}

/* --- text */

static int put_words(paper *in, size_t start, size_t end) {
  g4_buf_clear(&in->words);
  g4_contacts_mask_reading(&in->stored.contacts, &in->stored.text, start, end, &in->words);
  if (in->words.failed) {
    return g4_nomem(in->page->e->err);
  }
  g4_page_text(in->page, g4_buf_text(&in->words), in->words.length);
  return G40_OK;
}

static const char *kind_of(const paper *in, uint32_t position) {
  const char *kind = in->positions->rows[position].kind;
  return kind ? kind : "";
}

/* Of several kinds a stretch has the colour of the first in the vocabulary: asks come first. */
static size_t rank_of(const char *kind) {
  size_t i = 0;
  while (g4_kind_codes[i] && strcmp(g4_kind_codes[i], kind) != 0) {
    i++;
  }
  return i;
}

static int put_stretch(paper *in, size_t start, size_t end) {
  const char *kind = NULL;
  size_t count = 0;
  for (size_t i = 0; i < in->parts.count; i++) {
    const part *one = &in->parts.items[i];
    if (one->start <= start && end <= one->end) {
      const char *this_kind = kind_of(in, one->position);
      kind = kind && rank_of(kind) <= rank_of(this_kind) ? kind : this_kind;
      count++;
    }
  }
  if (!count) {
    return put_words(in, start, end);
  }
  g4_page_put(in->page, "<mark class=\"k-%t%t\" data-p=\"", kind, count > 1 ? " several" : "");
  bool first = true;
  for (size_t i = 0; i < in->parts.count; i++) {
    const part *one = &in->parts.items[i];
    if (one->start <= start && end <= one->end) {
      g4_page_put(in->page, first ? "%n" : " %n", in->page->numbered + one->position + 1);
      first = false;
    }
  }
  g4_page_put(in->page, "\">");
  int code = put_words(in, start, end);
  g4_page_put(in->page, "</mark>");
  return code;
}

/* The numbers of the positions whose words end here, as notes of a text have them. */
static void put_notes(paper *in, size_t end) {
  for (size_t i = 0; i < in->parts.count; i++) {
    const part *one = &in->parts.items[i];
    if (one->end != end || !one->ends) {
      continue;
    }
    size_t number = in->page->numbered + one->position + 1;
    const char *kind = kind_of(in, one->position);
    g4_page_put(in->page, "<a class=\"k-%t\"", kind);
    if (one->passage == 0) {
      g4_page_put(in->page, " id=\"r%n\"", number);
    }
    g4_page_put(in->page, " href=\"#p%n\" aria-label=\"%l %n: %t\" lang=\"%t\">%n</a>", number, G4_L_POSITION, number,
                g4_page_word(in->page, "kind", kind), in->page->dutch ? "nl" : "en", number);
  }
}

static int put_segment(paper *in, const g4_segment *segment) {
  int code = cut_segment(in, segment);
  for (size_t i = 0; i + 1 < in->cuts.count && code == G40_OK; i++) {
    code = put_stretch(in, in->cuts.items[i], in->cuts.items[i + 1]);
    put_notes(in, in->cuts.items[i + 1]);
  }
  return code;
}

/* --- blocks */

static void close_block(paper *in, bool list_too) {
  g4_page_put(in->page, in->open == PARAGRAPH ? "</p>\n" : in->open == ITEM ? "</li>\n" : "");
  g4_page_put(in->page, in->open == ITEM && list_too ? "</ul>\n" : "");
  in->open = list_too || in->open == PARAGRAPH ? NOTHING : in->open;
}

static int put_heading(paper *in, const g4_segment *segment) {
  unsigned level = segment->level ? segment->level : 1;
  close_block(in, true);
  in->depth = level < in->depth + 1 ? level : in->depth + 1; /* no level is left out */
  in->depth = in->depth < 4 ? in->depth : 4;
  g4_page_put(in->page, "<h%n id=\"s%n-%n\">", (size_t)in->depth + 2, in->page->document, ++in->headings);
  int code = put_segment(in, segment);
  g4_page_put(in->page, "</h%n>\n", (size_t)in->depth + 2);
  return code;
}

static int put_running(paper *in, const g4_segment *segment) {
  bool goes_on = in->open != NOTHING && segment->paragraph && segment->paragraph == in->paragraph;
  if (goes_on) {
    g4_page_put(in->page, " ");
  } else if (segment->list_item) {
    bool in_list = in->open == ITEM;
    close_block(in, !in_list);
    g4_page_put(in->page, in_list ? "<li>" : "<ul>\n<li>");
    in->open = ITEM;
  } else {
    close_block(in, true);
    g4_page_put(in->page, segment->kind == G4_SEGMENT_SENTENCE ? "<p>" : "<p class=\"apart\">");
    in->open = PARAGRAPH;
  }
  in->paragraph = segment->paragraph;
  return put_segment(in, segment);
}

/* The upper headings, as links. */
static int put_contents(paper *in) {
  const g4_text *text = &in->stored.text;
  size_t number = 0, upper = 0;
  for (size_t i = 0; i < text->segments.count; i++) {
    upper += text->segments.items[i].kind == G4_SEGMENT_HEADING && text->segments.items[i].level < 3;
  }
  if (upper < 2) {
    return G40_OK;
  }
  g4_page_put(in->page, "<details class=\"contents\"><summary>%l</summary><ol>\n", G4_L_CONTENTS);
  int code = G40_OK;
  for (size_t i = 0; i < text->segments.count && code == G40_OK; i++) {
    const g4_segment *segment = &text->segments.items[i];
    number += segment->kind == G4_SEGMENT_HEADING;
    if (segment->kind == G4_SEGMENT_HEADING && segment->level < 3) {
      g4_page_put(in->page, "<li class=\"c%n\"><a lang=\"%t\" href=\"#s%n-%n\">",
                  (size_t)(segment->level ? segment->level : 1), in->page->language, in->page->document, number);
      code = put_words(in, segment->reading_start, segment->reading_end);
      g4_page_put(in->page, "</a></li>\n");
    }
  }
  g4_page_put(in->page, "</ol></details>\n");
  return code;
}

static int put_text(paper *in) {
  const g4_text *text = &in->stored.text;
  int code = collect_marks(in);
  code = code == G40_OK ? put_contents(in) : code;
  g4_page_put(in->page, "<div class=\"paper\" lang=\"%t\">\n", in->page->language);
  for (size_t i = 0; i < text->segments.count && code == G40_OK && !g4_sink_failed(&in->page->e->sink); i++) {
    const g4_segment *segment = &text->segments.items[i];
    if (segment->kind == G4_SEGMENT_HEADING) {
      code = put_heading(in, segment);
    } else if (segment->kind != G4_SEGMENT_NOISE) {
      code = put_running(in, segment);
    }
  }
  close_block(in, true);
  g4_page_put(in->page, "</div>\n");
  return code;
}

int g4_html_paper(g4_page *page, const g40_document *document, const g40_positions *positions) {
  paper in = {.page = page, .positions = positions};
  int code =
      g4_stored_text_read(page->e->session, document->slug, page->e->query->with_contacts, &in.stored, page->e->err);
  if (code == G40_OK) {
    code = put_text(&in);
  }
  g4_stored_text_free(&in.stored);
  g4_vec_free(&in.marks);
  g4_vec_free(&in.parts);
  g4_vec_free(&in.cuts);
  g4_buf_free(&in.words);
  return code;
}
