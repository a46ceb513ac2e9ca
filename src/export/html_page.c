/* Text into a page, and the words it is labelled with. */
#include <stdarg.h>
#include <string.h>

#include "export/html.h"
#include "export/xml.h"
#include "model/vocabulary.h"

/* What stands in the place of a byte; NULL: the byte itself. Characters that HTML has no text for become U+FFFD. */
static const char *instead_of(unsigned char c) {
  switch (c) {
    case '\'':
      return "&#39;";
    case '\r':
      return " ";
    case '\t':
    case '\n':
      return NULL;
    default:
      return c < 0x20 || c == 0x7f ? "\xEF\xBF\xBD" : g4_markup_entity(c);
  }
}

void g4_page_text(g4_page *page, const char *text, size_t n) {
  g4_sink *sink = &page->e->sink;
  size_t from = 0;
  for (size_t i = 0; i < n; i++) {
    const char *instead = instead_of((unsigned char)text[i]);
    if (instead) {
      g4_sink_add(sink, text + from, i - from);
      g4_sink_text(sink, instead);
      from = i + 1;
    }
  }
  g4_sink_add(sink, text + from, n - from);
}

static void put_directive(g4_page *page, char letter, va_list *arguments) {
  const char *text;
  switch (letter) {
    case 't':
      text = va_arg(*arguments, const char *);
      g4_page_text(page, text ? text : "", text ? strlen(text) : 0);
      break;
    case 'l':
      text = g4_label_text(va_arg(*arguments, g4_page_label), page->dutch);
      g4_page_text(page, text, strlen(text));
      break;
    case 'a':
      text = va_arg(*arguments, const char *);
      if (text && strcmp(text, page->dutch ? "nl" : "en") != 0) {
        g4_sink_text(&page->e->sink, " lang=\"");
        g4_page_text(page, text, strlen(text));
        g4_sink_char(&page->e->sink, '"');
      }
      break;
    case 'n':
      g4_sink_number(&page->e->sink, (int64_t)va_arg(*arguments, size_t));
      break;
    default:
      g4_sink_char(&page->e->sink, letter);
  }
}

void g4_page_put(g4_page *page, const char *template, ...) {
  va_list arguments;
  va_start(arguments, template);
  for (const char *next; (next = strchr(template, '%')) != NULL && next[1]; template = next + 2) {
    g4_sink_add(&page->e->sink, template, (size_t)(next - template));
    put_directive(page, next[1], &arguments);
  }
  va_end(arguments);
  g4_sink_text(&page->e->sink, template);
}

const char *g4_page_word(const g4_page *page, const char *list, const char *code) {
  const g4_vocabulary *in;
  if (!code) {
    return "";
  }
  for (size_t i = 0; (in = g4_vocabulary_at(i)) != NULL; i++) {
    for (size_t k = 0; strcmp(in->name, list) == 0 && k < in->count; k++) {
      if (strcmp(in->terms[k].code, code) == 0) {
        return page->dutch ? in->terms[k].nl : in->terms[k].en;
      }
    }
  }
  const char *word = g4_label_word(list, code, page->dutch);
  return word ? word : code;
}

const char *g4_page_theme(const g4_page *page, const char *slug, const char **language) {
  *language = NULL;
  for (size_t i = 0; slug && i < page->themes->count; i++) {
    const g40_theme *theme = &page->themes->rows[i];
    if (strcmp(theme->slug, slug) == 0) {
      const char *label = g4_page_choose(page, theme->label_nl, theme->label_en);
      *language = label && label == theme->label_en ? "en" : "nl";
      return label;
    }
  }
  return slug;
}

const char *g4_page_slug(const char *id) {
  const char *slash = id ? strchr(id, '/') : NULL;
  return slash ? slash + 1 : id;
}

const char *g4_page_text_language(const g40_document *document) {
  return document && document->language ? document->language : "nl";
}

const char *g4_page_title(const g40_document *document) { return document->title ? document->title : document->slug; }
