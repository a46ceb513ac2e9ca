#include "text/char_index.h"

#include "text/utf8.h"

enum { STEP = 128 };

bool g4_char_index_build(g4_char_index *index, const char *text, size_t length) {
  *index = (g4_char_index){.text = text, .length = length};
  int64_t characters = 0;
  for (size_t at = 0; at <= length; at += STEP) {
    if (!g4_vec_push(&index->marks, characters)) {
      g4_vec_free(&index->marks);
      return false;
    }
    size_t rest = length - at;
    characters += (int64_t)g4_utf8_count(text + at, rest < STEP ? rest : STEP);
  }
  return true;
}

void g4_char_index_free(g4_char_index *index) { g4_vec_free(&index->marks); }

int64_t g4_char_index_at(const g4_char_index *index, size_t at) {
  at = at < index->length ? at : index->length;
  size_t mark = at / STEP;
  return index->marks.items[mark] + (int64_t)g4_utf8_count(index->text + mark * STEP, at - mark * STEP);
}
