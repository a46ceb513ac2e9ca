#include "extract/contacts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/contact.h"

static const char mask[] = "[contact]";

static const char *const kinds[] = {"email", "phone", "link"};

/* What lies in the reading form only, because a line end or a soft hyphen stands inside of it. */
static int add_joined(const g4_text *text, g4_privates *found, g40_error *err) {
  const char *reading = g4_buf_text(&text->reading.text);
  g4_span_list ranges = {0};
  g4_contact contact;
  int code = G40_OK;
  for (size_t from = 0; code == G40_OK && g4_contact_next(reading, text->reading.text.length, from, &contact);
       from = contact.end) {
    ranges.count = 0;
    code = g4_text_ranges(text, contact.start, contact.end, &ranges, err);
    for (size_t i = 0; i < ranges.count && code == G40_OK; i++) {
      g4_private one = {ranges.items[i].start, ranges.items[i].end, kinds[contact.kind]};
      code = g4_vec_push(found, one) ? G40_OK : g4_nomem(err);
    }
  }
  g4_vec_free(&ranges);
  return code;
}

static int add_found(const g4_text *text, g4_privates *found, g40_error *err) {
  g4_contact contact;
  for (size_t from = 0; g4_contact_next(text->source, text->length, from, &contact); from = contact.end) {
    g4_private one = {contact.start, contact.end, kinds[contact.kind]};
    if (!g4_vec_push(found, one)) {
      return g4_nomem(err);
    }
  }
  return G40_OK;
}

static int add_coded(const g4_coded *coded, g4_privates *found, g40_error *err) {
  for (size_t i = 0; i < coded->contacts.count; i++) {
    const g4_coded_contact *contact = &coded->contacts.items[i];
    for (size_t k = 0; k < contact->anchor.ranges.count; k++) {
      g4_private one = {contact->anchor.ranges.items[k].start, contact->anchor.ranges.items[k].end, contact->kind};
      if (!g4_vec_push(found, one)) {
        return g4_nomem(err);
      }
    }
  }
  return G40_OK;
}

/* By start; of those with one start the longest first. */
static int compare(const void *a, const void *b) {
  const g4_private *x = a, *y = b;
  if (x->start != y->start) {
    return x->start < y->start ? -1 : 1;
  }
  return x->end == y->end ? 0 : x->end > y->end ? -1 : 1;
}

static void merge(g4_privates *found) {
  size_t kept = 0;
  for (size_t i = 0; i < found->count; i++) {
    g4_private one = found->items[i];
    if (kept && one.start < found->items[kept - 1].end) {
      g4_private *last = &found->items[kept - 1];
      last->end = one.end > last->end ? one.end : last->end;
    } else {
      found->items[kept++] = one;
    }
  }
  found->count = kept;
}

int g4_contacts_collect(const g4_text *text, const g4_coded *coded, g4_privates *found, g40_error *err) {
  int code = add_found(text, found, err);
  if (code == G40_OK) {
    code = add_joined(text, found, err);
  }
  if (code == G40_OK && coded) {
    code = add_coded(coded, found, err);
  }
  if (code == G40_OK && found->count > 1) {
    qsort(found->items, found->count, sizeof *found->items, compare);
    merge(found);
  }
  return code;
}

/* The first contact that ends behind `at`. */
static size_t first_behind(const g4_privates *contacts, size_t at) {
  size_t low = 0, high = contacts->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (contacts->items[middle].end <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void g4_contacts_mask_words(const char *words, g4_buf *out) {
  size_t length = strlen(words), at = 0;
  g4_contact contact;
  for (size_t from = 0; g4_contact_next(words, length, from, &contact); from = contact.end) {
    g4_buf_add(out, words + at, contact.start - at);
    g4_buf_add_text(out, mask);
    at = contact.end;
  }
  g4_buf_add(out, words + at, length - at);
}

bool g4_contacts_touch(const g4_privates *contacts, size_t start, size_t end) {
  size_t i = first_behind(contacts, start);
  return i < contacts->count && contacts->items[i].start < end;
}

bool g4_contacts_touch_any(const g4_privates *contacts, const g4_span *ranges, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (g4_contacts_touch(contacts, ranges[i].start, ranges[i].end)) {
      return true;
    }
  }
  return false;
}

void g4_contacts_mask_bytes(const g4_privates *contacts, const char *source, size_t start, size_t end, g4_buf *out) {
  size_t at = start;
  for (size_t i = first_behind(contacts, start); i < contacts->count && contacts->items[i].start < end; i++) {
    if (contacts->items[i].start > at) {
      g4_buf_add(out, source + at, contacts->items[i].start - at);
    }
    g4_buf_add_text(out, mask);
    at = contacts->items[i].end < end ? contacts->items[i].end : end;
  }
  g4_buf_add(out, source + at, end - at);
}

void g4_contacts_mask_reading(const g4_privates *contacts, const g4_text *text, size_t start, size_t end, g4_buf *out) {
  const char *reading = g4_buf_text(&text->reading.text);
  size_t hidden = SIZE_MAX; /* the contact that the bytes before stand in */
  for (size_t i = start; i < end; i++) {
    size_t at = g4_text_source_at(text, i);
    size_t contact = first_behind(contacts, at);
    bool inside = contact < contacts->count && contacts->items[contact].start <= at;
    if (!inside) {
      g4_buf_add_char(out, reading[i]);
      hidden = SIZE_MAX;
    } else if (contact != hidden) {
      g4_buf_add_text(out, mask);
      hidden = contact;
    }
  }
}
