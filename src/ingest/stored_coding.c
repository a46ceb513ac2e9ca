#include "ingest/stored_coding.h"

#include <string.h>

#include "coding/coding_file.h"
#include "coding/write.h"
#include "extract/contacts.h"
#include "ingest/unplaced.h"
#include "text/segment.h"

typedef struct {
  g4_coded *coded;
  g4_text text;
  g4_buf bytes;
  int code; /* the first failure */
  g40_error *err;
} builder;

static bool look(builder *in, const char *words, size_t from, g4_span *found) {
  g40_error why = {0};
  int code = in->code == G40_OK ? g4_text_find(&in->text, words, from, found, &why) : in->code;
  if (code != G40_OK && code != G40_NOT_FOUND && in->code == G40_OK) {
    in->code = g4_fail(in->err, code, "%s", why.message);
  }
  return code == G40_OK;
}

/* The occurrence that starts at the anchor's byte; *count: how many there are up to and with it, and *more: others. */
static bool find_own(builder *in, const g4_anchor *anchor, g4_span *own, bool *only) {
  g4_span found;
  bool seen = false;
  size_t count = 0;
  for (size_t from = 0; look(in, anchor->words, from, &found) && !(seen && count > 1); from = found.start + 1) {
    count++;
    if (!seen && g4_text_source_at(&in->text, found.start) + 1 == anchor->at) {
      *own = found;
      seen = true;
    }
  }
  *only = count == 1;
  return seen;
}

/* Where the n-th word before `at` starts. */
static size_t words_before(const char *reading, size_t at, int n) {
  while (at > 0 && n > 0) {
    while (at > 0 && reading[at - 1] == ' ') {
      at--;
    }
    while (at > 0 && reading[at - 1] != ' ' && reading[at - 1] != '\n') {
      at--;
    }
    n--;
    if (at > 0 && reading[at - 1] == '\n') {
      break;
    }
  }
  return at;
}

/* The fewest words before a place that stand nowhere earlier; NULL: there are none. */
static const char *lead_to(builder *in, size_t at) {
  const char *reading = g4_buf_text(&in->text.reading.text);
  size_t last = at + 1;
  for (int n = 3; in->code == G40_OK; n *= 2) {
    g4_span found;
    size_t start = words_before(reading, at, n), end = at;
    while (end > start && reading[end - 1] == ' ') {
      end--;
    }
    if (start == end || start == last) {
      break;
    }
    char *words = g4_arena_strndup(&in->coded->arena, reading + start, end - start);
    if (!words) {
      in->code = g4_nomem(in->err);
      break;
    }
    if (look(in, words, 0, &found) && found.start == start) {
      return words;
    }
    last = start;
  }
  return NULL;
}

static void mark_quote(builder *in, g4_anchor *anchor) {
  g4_span own = {0, 0};
  bool only = false;
  if (find_own(in, anchor, &own, &only)) {
    anchor->reading = own;
    anchor->state = G4_ANCHOR_FOUND;
    anchor->after = only ? NULL : lead_to(in, own.start);
  }
}

/* Words inside a position: which of their occurrences in its quotes they are. */
static void mark_words(builder *in, const g4_coded_position *position, g4_anchor *anchor) {
  int count = 0, own = 0;
  g4_span found;
  for (size_t i = 0; i < position->quotes.count; i++) {
    const g4_anchor *quote = &position->quotes.items[i];
    size_t from = quote->reading.start;
    while (quote->state == G4_ANCHOR_FOUND && look(in, anchor->words, from, &found) &&
           found.end <= quote->reading.end) {
      count++;
      own = !own && g4_text_source_at(&in->text, found.start) + 1 == anchor->at ? count : own;
      from = found.start + 1;
    }
  }
  anchor->nth = count > 1 ? own : 0;
}

static void mark_position(builder *in, g4_coded_position *position) {
  for (size_t i = 0; i < position->quotes.count; i++) {
    mark_quote(in, &position->quotes.items[i]);
    position->quotes.items[i].after = i ? NULL : position->quotes.items[i].after;
  }
  for (size_t i = 0; i < position->roles.count; i++) {
    mark_words(in, position, &position->roles.items[i].anchor);
  }
  for (size_t i = 0; i < position->instruments.count; i++) {
    mark_words(in, position, &position->instruments.items[i].anchor);
  }
  for (size_t i = 0; i < position->places.count; i++) {
    mark_words(in, position, &position->places.items[i].anchor);
  }
  for (size_t i = 0; i < position->figures.count; i++) {
    mark_words(in, position, &position->figures.items[i].anchor);
  }
}

static bool starts_with(const char *bytes, size_t n, const char *start) {
  return n > strlen(start) && memcmp(bytes, start, strlen(start)) == 0;
}

/* A contact as a coding lists it: of a link the address. */
static g4_coded_contact contact_of(builder *in, const g4_private *one, bool by_rule) {
  const char *bytes = g4_buf_text(&in->bytes) + one->start;
  size_t n = one->end - one->start, skip = 0;
  g4_coded_contact contact = {.kind = by_rule ? one->kind : "person"};
  if (starts_with(bytes, n, "mailto:")) {
    skip = strlen("mailto:");
    contact.kind = "email";
  } else if (starts_with(bytes, n, "tel:")) {
    skip = strlen("tel:");
    contact.kind = "phone";
  }
  contact.anchor =
      (g4_anchor){.words = g4_arena_strndup(&in->coded->arena, bytes + skip, n - skip), .at = one->start + skip + 1};
  return contact;
}

/* What rules find is listed where it can be found again by its words; what only a coding knew in any case. */
static void add_contacts(builder *in, const g4_privates *list, const g4_privates *others, bool by_rule) {
  for (size_t i = 0; i < list->count && in->code == G40_OK; i++) {
    const g4_private *one = &list->items[i];
    if (one->end > in->bytes.length || (others && g4_contacts_touch(others, one->start, one->end))) {
      continue;
    }
    g4_coded_contact contact = contact_of(in, one, by_rule);
    g4_span own;
    bool only = false;
    if (!contact.anchor.words) {
      in->code = g4_nomem(in->err);
      return;
    }
    mark_quote(in, &contact.anchor);
    bool found = contact.anchor.state == G4_ANCHOR_FOUND && find_own(in, &contact.anchor, &own, &only);
    bool clear = found && (only || contact.anchor.after);
    if (in->code == G40_OK && (clear || !by_rule) && !g4_vec_push(&in->coded->contacts, contact)) {
      in->code = g4_nomem(in->err);
    }
  }
}

static void list_contacts(builder *in, g4_store *store) {
  g4_privates stored = {0}, known = {0};
  in->code = g4_store_read_contacts(store, in->coded->meta.id, in->bytes.length, &stored, in->err);
  if (in->code == G40_OK) {
    in->code = g4_contacts_collect(&in->text, NULL, &known, in->err);
  }
  if (in->code == G40_OK) {
    add_contacts(in, &known, NULL, true);
    add_contacts(in, &stored, &known, false);
  }
  g4_vec_free(&stored);
  g4_vec_free(&known);
}

int g4_stored_coding(g4_store *store, int64_t document, bool contacts, g4_coded *coded, g40_error *err) {
  builder in = {.coded = coded, .err = err};
  in.code = g4_store_read_coded(store, document, contacts, coded, err);
  if (in.code == G40_OK) {
    in.code = g4_store_read_text(store, coded->meta.id, true, &in.bytes, err);
  }
  g4_buf hints = {0};
  bool hinted = false;
  if (in.code == G40_OK) {
    in.code = g4_store_read_hints(store, coded->meta.id, &hints, &hinted, err);
  }
  if (in.code == G40_OK) {
    in.code = g4_text_read_stored(&in.text, g4_buf_text(&in.bytes), in.bytes.length,
                                  hinted ? g4_buf_text(&hints) : NULL, err);
  }
  g4_buf_free(&hints);
  for (size_t i = 0; i < coded->positions.count && in.code == G40_OK; i++) {
    mark_position(&in, &coded->positions.items[i]);
  }
  for (size_t i = 0; i < coded->citations.count && in.code == G40_OK; i++) {
    mark_quote(&in, &coded->citations.items[i].anchor);
  }
  for (size_t i = 0; i < coded->verdicts.count && in.code == G40_OK; i++) {
    if (coded->verdicts.items[i].anchor.words) {
      mark_quote(&in, &coded->verdicts.items[i].anchor);
    }
  }
  if (in.code == G40_OK && contacts) {
    list_contacts(&in, store);
  }
  g4_text_free(&in.text);
  g4_buf_free(&in.bytes);
  return in.code;
}

int g4_export_coding(g4_store *store, const char *document, bool contacts, g4_buf *out, g40_error *err) {
  g4_coded coded = {0};
  g4_stored stored;
  int code = g4_store_find_document(store, document, &coded.arena, &stored, err);
  if (code == G40_OK && !stored.pk) {
    code = g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", document);
  }
  if (code == G40_OK) {
    code = g4_stored_coding(store, stored.pk, contacts, &coded, err);
  }
  if (code == G40_OK) {
    code = g4_read_unplaced(store, stored.pk, &coded, err);
  }
  if (code == G40_OK) {
    code = g4_coding_write(&coded, out, err);
  }
  g4_coded_free(&coded);
  return code;
}
