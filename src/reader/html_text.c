#include "reader/html_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/lines.h"
#include "text/marks.h"

enum { LARGEST_NUMBER = 1000000 };

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_control(char c) { return (unsigned char)c < ' ' || c == 0x7F; }

static g4_html_element current(const g4_html_text *html) {
  return html->open.count ? html->open.items[html->open.count - 1] : (g4_html_element){0};
}

static void put(g4_html_text *html, const char *text, size_t n) {
  g4_buf_add(&html->text, text, n);
  html->failed = html->failed || html->text.failed;
}

static void need(g4_html_text *html, bool done) { html->failed = html->failed || !done; }

static const char *attribute(const char *const *attributes, const char *name) {
  for (size_t i = 0; attributes && attributes[i]; i += 2) {
    if (strcmp(attributes[i], name) == 0) {
      return attributes[i + 1] ? attributes[i + 1] : "";
    }
  }
  return NULL;
}

/* --- links */

static bool is_anchor(const g4_html_text *html) { return html->linking && g4_buf_text(&html->target)[0] == '#'; }

/* Only links to elsewhere are told: not mail addresses, which are contacts, nor pages of the same site. */
static void end_link(g4_html_text *html, size_t end) {
  const char *target = g4_buf_text(&html->target);
  bool elsewhere = strncmp(target, "https://", 8) == 0 || strncmp(target, "http://", 7) == 0;
  if (html->linking && html->link_start < end && elsewhere) {
    need(html, g4_hints_link(&html->hints, html->link_start, end, target, html->target.length));
  }
  html->link_start = SIZE_MAX;
}

/* White space at the end of a block goes, and its link with it. */
static void cut_links(g4_html_text *html) {
  size_t length = html->text.length;
  while (html->hints.links.count && html->hints.links.items[html->hints.links.count - 1].end > length) {
    g4_link *last = &html->hints.links.items[html->hints.links.count - 1];
    last->end = length;
    html->hints.links.count -= last->start >= length;
  }
}

static void open_link(g4_html_text *html, const char *const *attributes) {
  const char *target = attribute(attributes, "href");
  g4_buf_clear(&html->target);
  html->linking = target != NULL;
  html->link_start = SIZE_MAX;
  if (target) {
    g4_buf_add_text(&html->target, target);
    need(html, !html->target.failed);
  }
}

/* --- blocks */

/* A mark that somebody typed at the start of a line; bare numbers count as words. */
static size_t typed_mark(const char *text, size_t n) {
  g4_item_mark mark = g4_item_mark_of(text, n);
  return mark.kind == G4_MARK_NONE || mark.kind == G4_MARK_PLAIN || mark.length >= n ? 0 : mark.length;
}

/* Adds the words [start, end) as blocks: typed lists become items, and an empty line parts. */
static void add_blocks(g4_html_text *html, size_t start, size_t end, g4_hint_kind kind) {
  const char *text = html->text.bytes;
  size_t from = start, to = start;
  for (size_t at = start; at < end;) {
    const char *stop = memchr(text + at, '\n', end - at);
    size_t next = stop ? (size_t)(stop - text) + 1 : end, first = at, last = next;
    g4_trim(text, &first, &last);
    size_t mark = first < last ? typed_mark(text + first, last - first) : 0;
    if (first == last || mark) {
      need(html, g4_hints_block(&html->hints, from, to, kind, 0));
      kind = mark ? G4_HINT_ITEM : G4_HINT_TEXT;
      first += mark;
      from = mark ? first : next;
    } else if (from == to) {
      from = first;
    }
    to = first < last ? last : from;
    at = next;
  }
  need(html, g4_hints_block(&html->hints, from, to, kind, 0));
}

static void end_block(g4_html_text *html) {
  g4_html_block *block = &html->block;
  if (!block->open || html->failed) {
    return;
  }
  size_t start = block->start, end = html->text.length;
  g4_trim(html->text.bytes, &start, &end);
  block->open = false;
  html->text.length = start < end ? end : block->before;
  html->text.bytes[html->text.length] = '\0';
  end_link(html, html->text.length);
  cut_links(html);
  if (start == end) {
    return;
  }
  html->tight = block->tight;
  if (block->kind == G4_HINT_NOISE || (block->anchored && !block->plain)) {
    need(html, g4_hints_block(&html->hints, start, end, G4_HINT_NOISE, 0));
  } else if (block->kind == G4_HINT_HEADING) {
    need(html, g4_hints_block(&html->hints, start, end, G4_HINT_HEADING, block->level));
  } else {
    add_blocks(html, start, end, block->kind);
  }
}

static void begin_block(g4_html_text *html) {
  g4_html_element in = current(html);
  g4_html_block block = {.open = true, .before = html->text.length, .level = in.heading};
  block.kind = in.footer || in.code ? G4_HINT_NOISE
               : in.heading         ? G4_HINT_HEADING
               : html->item         ? G4_HINT_ITEM
                                    : G4_HINT_TEXT;
  block.tight = html->item || in.row;
  if (html->text.length) {
    put(html, "\n\n", block.tight && html->tight ? 1 : 2);
  }
  if (html->item && html->numbered) {
    g4_buf_add_format(&html->text, "%ld. ", html->number);
  } else if (html->item) {
    g4_buf_add_text(&html->text, "\xE2\x80\xA2 ");
  }
  html->failed = html->failed || html->text.failed;
  html->item = false;
  block.start = html->text.length;
  html->block = block;
}

/* --- words */

/* What stands between the words so far and the next one. */
static void put_gap(g4_html_text *html) {
  g4_html_block *block = &html->block;
  if (block->open && block->breaks > 1) {
    end_block(html);
  }
  if (!block->open) {
    begin_block(html);
  } else if (html->text.length > block->start) {
    const char *gap = block->breaks ? "\n" : block->cell ? "\t" : block->space ? " " : "";
    put(html, gap, strlen(gap));
  }
  block->breaks = 0;
  block->cell = block->space = false;
}

static void put_word(g4_html_text *html, const char *text, size_t n) {
  put_gap(html);
  if (html->linking && html->link_start == SIZE_MAX) {
    html->link_start = html->text.length;
  }
  bool anchor = is_anchor(html);
  html->block.anchored = html->block.anchored || anchor;
  html->block.plain = html->block.plain || !anchor;
  put(html, text, n);
}

/* Text in which white space counts. A form feed would part pages. */
static void put_preformatted(g4_html_text *html, const char *text, size_t n) {
  for (size_t at = 0, next; at < n && !html->failed; at = next) {
    next = at + 1;
    char c = text[at];
    if (c == '\n' || c == '\t' || c == ' ' || c == '\f' || c == '\v') {
      if (html->block.open) {
        put(html, c == '\n' || c == '\t' ? &c : " ", 1);
      }
    } else if (!is_control(c)) {
      while (next < n && !is_space(text[next]) && !is_control(text[next])) {
        next++;
      }
      put_word(html, text + at, next - at);
    }
  }
}

void g4_html_text_characters(g4_html_text *html, const char *text, size_t n) {
  g4_html_element in = current(html);
  if (in.hidden || html->too_deep) {
    return;
  }
  if (in.pre) {
    put_preformatted(html, text, n);
    return;
  }
  for (size_t at = 0, next; at < n && !html->failed; at = next) {
    next = at + 1;
    if (is_space(text[at])) {
      html->block.space = true;
    } else if (!is_control(text[at])) {
      while (next < n && !is_space(text[next]) && !is_control(text[next])) {
        next++;
      }
      put_word(html, text + at, next - at);
    }
  }
}

/* --- elements */

static long number_of(const char *value, long otherwise) {
  char *end;
  long number = value ? strtol(value, &end, 10) : 0;
  return value && end != value && number >= -LARGEST_NUMBER && number <= LARGEST_NUMBER ? number : otherwise;
}

static void open_item(g4_html_text *html, const char *const *attributes) {
  g4_html_element *list = NULL;
  for (size_t i = html->open.count; i > 0 && !list; i--) {
    g4_html_element *element = &html->open.items[i - 1];
    if (element->kind == G4_TAG_BLOCK || element->kind == G4_TAG_ITEM) {
      break;
    }
    list = element->kind == G4_TAG_LIST ? element : NULL;
  }
  html->item = true;
  html->numbered = list != NULL;
  if (list) {
    html->number = number_of(attribute(attributes, "value"), list->next_item);
    list->next_item = html->number + 1;
  }
}

/* What an element does to the block before it. */
static void turn(g4_html_text *html, g4_tag_kind kind, bool pre) {
  switch (kind) {
    case G4_TAG_INLINE:
    case G4_TAG_LINK:
    case G4_TAG_CODE:
    case G4_TAG_DROPPED:
      break;
    case G4_TAG_BREAK:
      if (pre && html->block.open) {
        put(html, "\n", 1);
      } else {
        html->block.breaks += html->block.open;
      }
      break;
    case G4_TAG_CELL:
      html->block.cell = true;
      break;
    default:
      end_block(html);
  }
}

void g4_html_text_open(g4_html_text *html, const char *name, const char *const *attributes) {
  if (html->open.count >= G4_HTML_DEEPEST) {
    html->too_deep = true;
  }
  if (html->too_deep || html->failed) {
    return;
  }
  g4_tag tag = g4_tag_of(name);
  g4_html_element element = current(html);
  element.hidden = element.hidden || tag.kind == G4_TAG_DROPPED || g4_tag_is_hidden(attributes);
  if (!element.hidden) {
    turn(html, tag.kind, element.pre);
    if (tag.kind == G4_TAG_ITEM) {
      open_item(html, attributes);
    } else if (tag.kind == G4_TAG_LINK) {
      open_link(html, attributes);
    } else if (tag.kind == G4_TAG_MAIN && !html->main_depth && html->main_from == html->main_to) {
      html->main_depth = html->open.count + 1;
      html->main_from = html->hints.blocks.count;
    }
  }
  element.kind = tag.kind;
  element.footer = element.footer || tag.kind == G4_TAG_FOOTER;
  element.pre = element.pre || tag.kind == G4_TAG_PRE;
  element.code = element.code || (tag.kind == G4_TAG_CODE && element.pre);
  element.row = element.row || tag.kind == G4_TAG_ROW;
  element.heading = tag.level ? tag.level : element.heading;
  element.next_item = tag.kind == G4_TAG_LIST ? number_of(attribute(attributes, "start"), 1) : 0;
  need(html, g4_vec_push(&html->open, element));
}

void g4_html_text_close(g4_html_text *html) {
  if (html->too_deep || html->failed || !html->open.count) {
    return;
  }
  g4_html_element element = current(html);
  if (!element.hidden) {
    if (element.kind == G4_TAG_LINK) {
      end_link(html, html->text.length);
      html->linking = false;
    } else if (element.kind != G4_TAG_BREAK && element.kind != G4_TAG_CELL) {
      turn(html, element.kind, element.pre);
    }
    html->item = html->item && element.kind != G4_TAG_ITEM;
    if (html->main_depth == html->open.count) {
      html->main_depth = 0;
      html->main_to = html->hints.blocks.count;
    }
  }
  html->open.count--;
}

void g4_html_text_finish(g4_html_text *html) {
  end_block(html);
  size_t to = html->main_depth ? html->hints.blocks.count : html->main_to;
  for (size_t i = 0; i < html->hints.blocks.count && to > html->main_from; i++) {
    if (i < html->main_from || i >= to) {
      html->hints.blocks.items[i].kind = G4_HINT_NOISE;
      html->hints.blocks.items[i].level = 0;
    }
  }
  g4_vec_free(&html->open);
  g4_buf_free(&html->target);
}
