/* Prints the terms of texts, as the library's index has them: a line a sentence, words by spaces. Between the terms of
 * a compound stands "+"; the compound itself comes first. For tools/learn_vectors.py. usage: terms FILE... */
#include <stdio.h>
#include <stdlib.h>

#include "index/analyser.h"
#include "ingest/files.h"
#include "text/segment.h"
#include "text/words.h"

static void print_term(const g4_analyser *analyser, uint32_t term, const char *before) {
  size_t length;
  const char *text = g4_analyser_term(analyser, term, &length);
  printf("%s%.*s", before, (int)length, text);
}

static int print_sentence(g4_analyser *analyser, const char *text, size_t n, g40_error *err) {
  g4_word word;
  const char *between = "";
  for (size_t at = 0; g4_word_next(text, n, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(analyser, text + word.start, word.end - word.start, err);
    if (!terms) {
      return err->code;
    }
    if (terms->count) {
      print_term(analyser, terms->whole, between);
      between = " ";
    }
    for (uint32_t i = 0; terms->count > 1 && i < terms->count; i++) {
      print_term(analyser, terms->parts[i], "+");
    }
  }
  putchar('\n');
  return G40_OK;
}

static int print_file(g4_analyser *analyser, const char *path, g40_error *err) {
  g4_buf bytes = {0};
  g4_text text = {0};
  int code = g4_read_file(path, &bytes, err);
  if (code == G40_OK) {
    code = g4_text_read(&text, g4_buf_text(&bytes), bytes.length, err);
  }
  const char *reading = g4_buf_text(&text.reading.text);
  for (size_t i = 0; code == G40_OK && i < text.segments.count; i++) {
    const g4_segment *one = &text.segments.items[i];
    if (one->kind == G4_SEGMENT_SENTENCE || one->kind == G4_SEGMENT_HEADING) {
      code = print_sentence(analyser, reading + one->reading_start, one->reading_end - one->reading_start, err);
    }
  }
  g4_text_free(&text);
  g4_buf_free(&bytes);
  return code;
}

int main(int argc, char **argv) {
  g40_error err = {0};
  g4_analyser *analyser = g4_analyser_new(&err);
  for (int i = 1; i < argc && err.code == G40_OK; i++) {
    print_file(analyser, argv[i], &err);
  }
  g4_analyser_free(analyser);
  if (err.code != G40_OK) {
    fprintf(stderr, "terms: %s\n", err.message);
  }
  return err.code == G40_OK ? 0 : 1;
}
