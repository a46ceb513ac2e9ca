#include "extract/topic.h"

#include <string.h>

#include "base/buf.h"

/* "leven-lang-leren" names the theme of that slug as words. */
static int add_slug(g4_topics *topics, const char *id, size_t i, g40_error *err) {
  g4_buf words = {0};
  for (const char *c = strchr(id, '/') + 1; *c; c++) {
    g4_buf_add_char(&words, *c == '-' ? ' ' : *c);
  }
  int code = words.failed ? g4_nomem(err) : g4_phrases_add(&topics->names, g4_buf_text(&words), i, err);
  g4_buf_free(&words);
  return code;
}

static int add_theme(g4_topics *topics, size_t i, g40_error *err) {
  const g4_entity *theme = &topics->registry->entities.items[i];
  int code = g4_phrases_add(&topics->names, theme->name.nl, i, err);
  for (size_t k = 0; k < theme->same_as.count && code == G40_OK; k++) {
    code = g4_phrases_add(&topics->names, theme->same_as.items[k].text, i, err);
  }
  return code == G40_OK && strchr(theme->id, '/') ? add_slug(topics, theme->id, i, err) : code;
}

int g4_topics_make(g4_topics *topics, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  topics->registry = registry;
  for (size_t i = 0; i < registry->entities.count && code == G40_OK; i++) {
    if (registry->entities.items[i].type == G4_THEME) {
      code = add_theme(topics, i, err);
    }
  }
  if (code != G40_OK) {
    g4_topics_free(topics);
  }
  return code;
}

void g4_topics_free(g4_topics *topics) { g4_phrases_free(&topics->names); }

typedef struct {
  size_t theme;
  bool seen, several;
} finder;

static void see(void *context, size_t value) {
  finder *in = context;
  in->several |= in->seen && in->theme != value;
  in->theme = value;
  in->seen = true;
}

int g4_topic_of(const g4_topics *topics, const char *text, size_t n, const char **theme, g40_error *err) {
  finder in = {0};
  int code = g4_phrases_find(&topics->names, text, n, see, &in, err);
  bool clear = code == G40_OK && in.seen && !in.several;
  *theme = clear ? topics->registry->entities.items[in.theme].id : NULL;
  return code;
}
