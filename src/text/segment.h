/* A document taken apart: headings, list items, sentences, and what is no running text, each with the exact ranges of
 * its bytes; and the reading form of it all, in which words and quotes are looked for, with a map back to the source.
 */
#ifndef G4_TEXT_SEGMENT_H
#define G4_TEXT_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"
#include "text/hints.h"
#include "text/reading.h"
#include "text/span.h"

typedef enum {
  G4_SEGMENT_HEADING,
  G4_SEGMENT_SENTENCE, /* also an unfinished one, and a list item without a stop */
  G4_SEGMENT_NOISE,    /* running heads, page numbers, tables of contents */
  G4_SEGMENT_LINK,     /* a link on a line of its own */
  G4_SEGMENT_CONTACT   /* a line of personal contact data */
} g4_segment_kind;

typedef struct {
  g4_segment_kind kind;
  uint8_t level;      /* of a heading, 1 and up; else 0 */
  bool list_item;     /* the first sentence of a list item */
  uint32_t paragraph; /* ordinal; sentences of one paragraph or list item share it; 0 for noise */
  uint32_t first_range, range_count;
  size_t reading_start, reading_end; /* in the reading form */
} g4_segment;

/* A zeroed g4_text is an empty one. */
typedef struct {
  const char *source; /* borrowed: it must outlive the text */
  size_t length;
  G4_VEC(g4_segment) segments; /* in order of their first byte */
  G4_VEC(g4_span) ranges;      /* of all segments; in the source, see g4_text_segment_ranges */
  g4_reading reading; /* headings and sentences in order, a space between; then a line each for the other kinds */
  size_t running;     /* length of the part with headings and sentences */
  G4_VEC(uint32_t) by_reading; /* segments in order of their reading form */
} g4_text;

typedef G4_VEC(g4_span) g4_span_list;

/* Reads valid UTF-8 (else G40_INVALID, with the offset) of less than 4 GiB (else G40_UNSUPPORTED). */
int g4_text_read(g4_text *text, const char *source, size_t length, g40_error *err);
/* The same where the format of the text says what its blocks are; NULL: it does not, as above. G40_CORRUPT where the
 * hints do not fit the text. They are not needed afterwards. */
int g4_text_read_hinted(g4_text *text, const char *source, size_t length, const g4_hints *hints, g40_error *err);
/* The same with hints in written form; NULL: none. */
int g4_text_read_stored(g4_text *text, const char *source, size_t length, const char *hints, g40_error *err);
void g4_text_free(g4_text *text);

/* The ranges of a segment: ascending, on code point boundaries, without white space at their ends, the mark of a list
 * item or a NUL. More than one where a sentence runs on over noise. */
const g4_span *g4_text_segment_ranges(const g4_text *text, const g4_segment *segment);

/* Looks for a quote from reading offset `from` on, made into reading form itself. It may run over several segments, but
 * starts and ends where words do. G40_NOT_FOUND where it is not there. */
int g4_text_find(const g4_text *text, const char *quote, size_t from, g4_span *found, g40_error *err);

/* Appends the source ranges of the reading span [start, end) to `ranges`: those of the segments that it touches, cut to
 * it, and joined where only white space lies between. */
int g4_text_ranges(const g4_text *text, size_t start, size_t end, g4_span_list *ranges, g40_error *err);

/* The segment whose reading form holds the byte at `reading`, or the first one behind it; NULL where there is none. */
const g4_segment *g4_text_segment_at(const g4_text *text, size_t reading);

/* Where a byte of the reading form lies in the source. */
size_t g4_text_source_at(const g4_text *text, size_t reading);
/* The other way: the first byte of the segment's reading form that comes from `source` or behind it. */
size_t g4_text_reading_at(const g4_text *text, const g4_segment *segment, size_t source);

#endif
