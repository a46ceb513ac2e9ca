/* Writing: a document becomes a segment of its own; eight segments of a level become one of the next. */
#include <string.h>

#include "index/segment.h"
#include "text/words.h"

enum { LONGEST = 255 };

/* One occurrence of a term. */
typedef struct {
  uint32_t term, slot, position;
  bool part; /* of a compound */
} occurrence;

/* Where a passage stands; passages may lie in others, as noise does in a sentence. */
typedef struct {
  uint32_t slot;
  int64_t start, end, farthest; /* farthest: the highest end so far */
} place_of;

typedef struct {
  g4_store *store;
  g4_analyser *analyser;
  g40_error *err;
  G4_VEC(place_of) places;
  uint32_t first, next; /* slots */
  G4_VEC(occurrence) found;
  g4_buf lengths, headings, data, positions;
  uint32_t heading; /* the last one */
} writing;

/* --- words of passages */

/* "[contact]" stands where contact data was: it is no word of the text. */
static bool is_mask(const char *text, size_t n, const g4_word *word) {
  return word->start > 0 && text[word->start - 1] == '[' && word->end < n && text[word->end] == ']' &&
         word->end - word->start == 7 && memcmp(text + word->start, "contact", 7) == 0;
}

static bool add_word(writing *in, const g4_word_terms *word, uint32_t slot, uint32_t position) {
  bool added = word->count < 2 || g4_vec_push(&in->found, (occurrence){word->whole, slot, position, false});
  for (uint32_t i = 0; i < word->count && added; i++) {
    added = g4_vec_push(&in->found, (occurrence){word->parts[i], slot, position + i, word->count > 1});
  }
  return added;
}

static int read_passage(writing *in, const char *text, size_t n, bool masked, uint32_t slot) {
  uint32_t position = 0;
  g4_word word;
  for (size_t at = 0; g4_word_next(text, n, at, &word); at = word.end) {
    if (masked && is_mask(text, n, &word)) {
      position += 2; /* no phrase runs over it */
      continue;
    }
    const g4_word_terms *terms = g4_analyse(in->analyser, text + word.start, word.end - word.start, in->err);
    if (!terms || !add_word(in, terms, slot, position)) {
      return g4_nomem(in->err);
    }
    position += terms->count;
  }
  g4_buf_add_char(&in->lengths, (char)(position < LONGEST ? position : LONGEST));
  return in->lengths.failed || in->headings.failed ? g4_nomem(in->err) : G40_OK;
}

static bool add_place(writing *in, int64_t start, int64_t end) {
  int64_t before = in->places.count ? in->places.items[in->places.count - 1].farthest : 0;
  return g4_vec_push(&in->places, (place_of){in->next, start, end, end > before ? end : before});
}

/* Headings and sentences; other passages have numbers too, and no words. */
static int read_passages(writing *in, int64_t document) {
  sqlite3_stmt *row = g4_store_statement(in->store,
                                         "SELECT (kind = 'heading') + 2 * (kind = 'sentence'), coalesce(masked, text), "
                                         "masked IS NOT NULL, byte_start, byte_end FROM passage"
                                         " WHERE document = ? ORDER BY ordinal",
                                         in->err);
  int code = row ? g4_store_bind(in->store, row, in->err, "i", document) : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    const char *text = (const char *)sqlite3_column_text(row, 1);
    int kind = sqlite3_column_int(row, 0);
    if (kind == 1) {
      g4_varint_add(&in->headings, in->next - in->heading);
      in->heading = in->next;
    }
    if (kind && !add_place(in, sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4))) {
      code = g4_nomem(in->err);
      break;
    }
    size_t n = kind && text ? (size_t)sqlite3_column_bytes(row, 1) : 0;
    code = read_passage(in, n ? text : "", n, sqlite3_column_int(row, 2) != 0, in->next++);
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

/* --- postings */

/* Brings the occurrences of each term together, in their order: by counting. `starts` has one more than terms. */
static void group(const writing *in, uint32_t *starts, occurrence *sorted) {
  size_t terms = g4_analyser_terms(in->analyser);
  for (size_t i = 0; i < in->found.count; i++) {
    starts[in->found.items[i].term + 1]++;
  }
  for (size_t i = 0; i < terms; i++) {
    starts[i + 1] += starts[i];
  }
  for (size_t i = 0; i < in->found.count; i++) {
    sorted[starts[in->found.items[i].term]++] = in->found.items[i];
  }
  memmove(starts + 1, starts, terms * sizeof *starts); /* each had moved on to the next one's start */
  starts[0] = 0;
}

typedef struct {
  const char *text;
  size_t length;
  uint32_t term;
} named;

static int compare_names(const void *a, const void *b) {
  const named *x = a, *y = b;
  size_t n = x->length < y->length ? x->length : y->length;
  int order = memcmp(x->text, y->text, n);
  return order ? order : x->length < y->length ? -1 : x->length > y->length;
}

static int write_term(writing *in, int64_t segment, const named *name, const occurrence *found, uint32_t count) {
  uint32_t passages = 0, before = 0;
  g4_buf_clear(&in->data);
  g4_buf_clear(&in->positions);
  for (uint32_t i = 0, k; i < count; i = k) {
    g4_place_in place = {.slot = found[i].slot};
    uint32_t position = 0;
    for (k = i; k < count && found[k].slot == found[i].slot; k++) {
      g4_varint_add(&in->positions, found[k].position - position);
      position = found[k].position;
      place.count++;
      place.parts += found[k].part;
    }
    g4_posting_add(&in->data, place, &before);
    passages++;
  }
  if (in->data.failed || in->positions.failed) {
    return g4_nomem(in->err);
  }
  return g4_segment_put(in->store, segment, name->text, name->length, passages, &in->data, &in->positions, in->err);
}

static int write_postings(writing *in, int64_t segment) {
  size_t terms = g4_analyser_terms(in->analyser), count = 0;
  uint32_t *starts = calloc(terms + 1, sizeof *starts);
  occurrence *sorted = malloc((in->found.count + 1) * sizeof *sorted);
  named *names = malloc((in->found.count + 1) * sizeof *names);
  int code = starts && sorted && names ? G40_OK : g4_nomem(in->err);
  if (code == G40_OK) {
    group(in, starts, sorted);
  }
  for (uint32_t i = 0; i < terms && code == G40_OK; i++) {
    if (starts[i] < starts[i + 1]) {
      names[count].term = i;
      names[count].text = g4_analyser_term(in->analyser, i, &names[count].length);
      count++;
    }
  }
  if (code == G40_OK && count) {
    qsort(names, count, sizeof *names, compare_names);
  }
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    uint32_t start = starts[names[i].term];
    code = write_term(in, segment, &names[i], sorted + start, starts[names[i].term + 1] - start);
  }
  free(starts);
  free(sorted);
  free(names);
  return code;
}

/* --- positions */

/* The passages that share bytes with [start, end), from the last one back. */
static int link_position(writing *in, int64_t position, int64_t start, int64_t end) {
  size_t low = 0, high = in->places.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (in->places.items[middle].start < end) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  int code = G40_OK;
  for (size_t i = low; i-- > 0 && in->places.items[i].farthest > start && code == G40_OK;) {
    const place_of *one = &in->places.items[i];
    if (one->end > start) {
      code = g4_store_run(in->store, "INSERT OR IGNORE INTO index_position(passage, position) VALUES(?, ?)", in->err,
                          "ii", (int64_t)one->slot, position);
    }
  }
  return code;
}

static int link_positions(writing *in, int64_t document) {
  sqlite3_stmt *row = g4_store_statement(in->store,
                                         "SELECT p.pk, q.byte_start, q.byte_end FROM position p JOIN position_passage q"
                                         " ON q.position = p.pk WHERE p.document = ?",
                                         in->err);
  int code = row ? g4_store_bind(in->store, row, in->err, "i", document) : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    code = link_position(in, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2));
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static int write_document(writing *in, int64_t document) {
  int64_t first = 0, segment = 0;
  int code = g4_segment_next(in->store, &segment, &first, in->err);
  in->first = in->next = in->heading = (uint32_t)first;
  if (code == G40_OK) {
    code = read_passages(in, document);
  }
  if (code == G40_OK) {
    code = g4_store_run(in->store, "INSERT INTO index_segment(pk, level) VALUES(?, 0)", in->err, "i", segment);
  }
  if (code == G40_OK) {
    code = g4_store_run(
        in->store, "INSERT INTO index_document(document, segment, first, lengths, headings) VALUES(?, ?, ?, ?, ?)",
        in->err, "iiibb", document, segment, first, (const void *)g4_buf_text(&in->lengths),
        (int64_t)in->lengths.length, (const void *)g4_buf_text(&in->headings), (int64_t)in->headings.length);
  }
  if (code == G40_OK) {
    code = write_postings(in, segment);
  }
  if (code == G40_OK) {
    code = link_positions(in, document);
  }
  return code == G40_OK ? g4_segments_settle(in->store, in->err) : code;
}

static int index_document(g4_store *store, int64_t document, g40_error *err) {
  g4_index *index = g4_index_of(store, err);
  if (!index) {
    return err->code;
  }
  g4_analyser_trim(index->analyser);
  writing in = {.store = store, .analyser = index->analyser, .err = err};
  int code = write_document(&in, document);
  g4_vec_free(&in.found);
  g4_vec_free(&in.places);
  g4_buf_free(&in.lengths);
  g4_buf_free(&in.headings);
  g4_buf_free(&in.data);
  g4_buf_free(&in.positions);
  return code;
}

int g4_index_add(g4_store *store, const char *id, g40_error *err) {
  int code = g4_index_sign(store, G4_SIGN_WRITE, err);
  sqlite3_stmt *row = code == G40_OK ? g4_store_statement(store, "SELECT pk FROM document WHERE id = ?", err) : NULL;
  if (!row) {
    return err->code;
  }
  code = g4_store_bind(store, row, err, "s", id);
  code = code == G40_OK ? g4_store_step(store, row, err) : code;
  int64_t document = code == 1 ? sqlite3_column_int64(row, 0) : 0;
  g4_store_done(row);
  return code == 1  ? index_document(store, document, err)
         : code < 0 ? code
                    : g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", id);
}

int g4_index_rebuild(g4_store *store, g40_error *err) {
  G4_VEC(int64_t) documents = {0};
  int code = g4_store_script(store,
                             "DELETE FROM index_posting; DELETE FROM index_segment; DELETE FROM index_document;"
                             "DELETE FROM index_position",
                             err);
  code = code == G40_OK ? g4_index_sign(store, G4_SIGN_ANEW, err) : code;
  sqlite3_stmt *row = code == G40_OK ? g4_store_statement(store, "SELECT pk FROM document ORDER BY pk", err) : NULL;
  code = code == G40_OK && !row ? err->code : code;
  while (row && (code = g4_store_step(store, row, err)) == 1) {
    if (!g4_vec_push(&documents, sqlite3_column_int64(row, 0))) {
      code = g4_nomem(err);
      break;
    }
  }
  if (row) {
    g4_store_done(row);
  }
  for (size_t i = 0; i < documents.count && code == G40_OK; i++) {
    code = index_document(store, documents.items[i], err);
  }
  g4_vec_free(&documents);
  return code;
}
