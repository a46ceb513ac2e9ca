#include "index/wording.h"

#include <string.h>

#include "text/words.h"

/* "[contact]" stands where contact data was: it is no word of the text. */
static bool is_mask(const char *text, size_t n, const g4_word *word) {
  return word->start > 0 && text[word->start - 1] == '[' && word->end < n && text[word->end] == ']' &&
         word->end - word->start == 7 && memcmp(text + word->start, "contact", 7) == 0;
}

static bool number_word(g4_wording *wording, const char *word, size_t n, uint32_t *number) {
  size_t known;
  if (g4_map_get(&wording->known, word, n, &known)) {
    *number = (uint32_t)known;
    return true;
  }
  const char *copy = g4_arena_strndup(&wording->arena, word, n);
  *number = (uint32_t)wording->distinct.count;
  return copy && g4_vec_push(&wording->distinct, (g4_word_text){copy, n}) &&
         g4_map_put(&wording->known, copy, n, *number);
}

int g4_wording_add(g4_wording *wording, g4_worded passage, const char *text, size_t n, bool masked, g40_error *err) {
  bool added = true;
  g4_word word;
  for (size_t at = 0; added && passage.kind != G4_WORDS_NONE && g4_word_next(text, n, at, &word); at = word.end) {
    uint32_t number = G4_WORD_HIDDEN;
    added =
        (masked && is_mask(text, n, &word)) || number_word(wording, text + word.start, word.end - word.start, &number);
    added = added && g4_vec_push(&wording->words, number);
  }
  passage.words_end = wording->words.count;
  return added && g4_vec_push(&wording->passages, passage) ? G40_OK : g4_nomem(err);
}

static g4_words_kind kind_of(const g4_segment *segment) {
  return segment->kind == G4_SEGMENT_HEADING    ? G4_WORDS_HEADING
         : segment->kind == G4_SEGMENT_SENTENCE ? G4_WORDS_SENTENCE
                                                : G4_WORDS_NONE;
}

int g4_wording_read(g4_wording *wording, const g4_text *text, const g4_privates *contacts, g40_error *err) {
  g4_buf masked = {0};
  int code = G40_OK;
  for (size_t i = 0; i < text->segments.count && code == G40_OK; i++) {
    const g4_segment *segment = &text->segments.items[i];
    const g4_span *ranges = g4_text_segment_ranges(text, segment);
    g4_worded passage = {kind_of(segment), (int64_t)ranges[0].start, (int64_t)ranges[segment->range_count - 1].end, 0};
    bool hide = passage.kind != G4_WORDS_NONE && g4_contacts_touch_any(contacts, ranges, segment->range_count);
    const char *words = g4_buf_text(&text->reading.text) + segment->reading_start;
    size_t length = segment->reading_end - segment->reading_start;
    if (hide) {
      g4_buf_clear(&masked);
      g4_contacts_mask_reading(contacts, text, segment->reading_start, segment->reading_end, &masked);
      words = g4_buf_text(&masked);
      length = masked.length;
    }
    code = masked.failed ? g4_nomem(err) : g4_wording_add(wording, passage, words, length, hide, err);
  }
  g4_buf_free(&masked);
  return code;
}

void g4_wording_free(g4_wording *wording) {
  g4_arena_free(&wording->arena);
  g4_map_free(&wording->known);
  g4_vec_free(&wording->distinct);
  g4_vec_free(&wording->words);
  g4_vec_free(&wording->passages);
}
