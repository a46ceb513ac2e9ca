#include "reader/html_tags.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"

typedef struct {
  const char *name;
  g4_tag tag;
} entry;

/* In order of their names. */
static const entry entries[] = {
    {"a", {G4_TAG_LINK, 0}},           {"address", {G4_TAG_BLOCK, 0}},    {"applet", {G4_TAG_DROPPED, 0}},
    {"article", {G4_TAG_BLOCK, 0}},    {"aside", {G4_TAG_BLOCK, 0}},      {"audio", {G4_TAG_DROPPED, 0}},
    {"blockquote", {G4_TAG_BLOCK, 0}}, {"body", {G4_TAG_BLOCK, 0}},       {"br", {G4_TAG_BREAK, 0}},
    {"button", {G4_TAG_DROPPED, 0}},   {"canvas", {G4_TAG_DROPPED, 0}},   {"caption", {G4_TAG_BLOCK, 0}},
    {"center", {G4_TAG_BLOCK, 0}},     {"code", {G4_TAG_CODE, 0}},        {"datalist", {G4_TAG_DROPPED, 0}},
    {"dd", {G4_TAG_BLOCK, 0}},         {"details", {G4_TAG_BLOCK, 0}},    {"dialog", {G4_TAG_DROPPED, 0}},
    {"dir", {G4_TAG_BLOCK, 0}},        {"div", {G4_TAG_BLOCK, 0}},        {"dl", {G4_TAG_BLOCK, 0}},
    {"dt", {G4_TAG_BLOCK, 0}},         {"embed", {G4_TAG_DROPPED, 0}},    {"fieldset", {G4_TAG_BLOCK, 0}},
    {"figcaption", {G4_TAG_BLOCK, 0}}, {"figure", {G4_TAG_BLOCK, 0}},     {"footer", {G4_TAG_FOOTER, 0}},
    {"form", {G4_TAG_BLOCK, 0}},       {"frameset", {G4_TAG_DROPPED, 0}}, {"h1", {G4_TAG_HEADING, 1}},
    {"h2", {G4_TAG_HEADING, 2}},       {"h3", {G4_TAG_HEADING, 3}},       {"h4", {G4_TAG_HEADING, 4}},
    {"h5", {G4_TAG_HEADING, 5}},       {"h6", {G4_TAG_HEADING, 6}},       {"head", {G4_TAG_DROPPED, 0}},
    {"header", {G4_TAG_BLOCK, 0}},     {"hgroup", {G4_TAG_BLOCK, 0}},     {"hr", {G4_TAG_BLOCK, 0}},
    {"html", {G4_TAG_BLOCK, 0}},       {"iframe", {G4_TAG_DROPPED, 0}},   {"legend", {G4_TAG_BLOCK, 0}},
    {"li", {G4_TAG_ITEM, 0}},          {"main", {G4_TAG_MAIN, 0}},        {"map", {G4_TAG_DROPPED, 0}},
    {"math", {G4_TAG_DROPPED, 0}},     {"menu", {G4_TAG_BLOCK, 0}},       {"nav", {G4_TAG_DROPPED, 0}},
    {"noframes", {G4_TAG_DROPPED, 0}}, {"noscript", {G4_TAG_DROPPED, 0}}, {"object", {G4_TAG_DROPPED, 0}},
    {"ol", {G4_TAG_LIST, 0}},          {"p", {G4_TAG_BLOCK, 0}},          {"pre", {G4_TAG_PRE, 0}},
    {"script", {G4_TAG_DROPPED, 0}},   {"section", {G4_TAG_BLOCK, 0}},    {"select", {G4_TAG_DROPPED, 0}},
    {"style", {G4_TAG_DROPPED, 0}},    {"summary", {G4_TAG_BLOCK, 0}},    {"svg", {G4_TAG_DROPPED, 0}},
    {"table", {G4_TAG_BLOCK, 0}},      {"tbody", {G4_TAG_BLOCK, 0}},      {"td", {G4_TAG_CELL, 0}},
    {"template", {G4_TAG_DROPPED, 0}}, {"textarea", {G4_TAG_DROPPED, 0}}, {"tfoot", {G4_TAG_BLOCK, 0}},
    {"th", {G4_TAG_CELL, 0}},          {"thead", {G4_TAG_BLOCK, 0}},      {"title", {G4_TAG_DROPPED, 0}},
    {"tr", {G4_TAG_ROW, 0}},           {"ul", {G4_TAG_BLOCK, 0}},         {"video", {G4_TAG_DROPPED, 0}}};

static int compare(const void *name, const void *item) { return strcmp(name, ((const entry *)item)->name); }

g4_tag g4_tag_of(const char *name) {
  const entry *found = bsearch(name, entries, sizeof entries / sizeof *entries, sizeof *entries, compare);
  return found ? found->tag : (g4_tag){G4_TAG_INLINE, 0};
}

/* Whether value, without white space and case, holds the words. */
static bool holds(const char *value, const char *words) {
  for (const char *start = value; *start; start++) {
    const char *at = start, *word = words;
    while (*word && *at) {
      if (*at == ' ' || (*at >= '\t' && *at <= '\r')) {
        at++;
      } else if (g4_ascii_lower(*at) == *word) {
        at++;
        word++;
      } else {
        break;
      }
    }
    if (!*word) {
      return true;
    }
  }
  return false;
}

static bool is_role_of_site(const char *role) {
  static const char *const roles[] = {"navigation", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    if (strcmp(role, roles[i]) == 0) {
      return true;
    }
  }
  return false;
}

bool g4_tag_is_hidden(const char *const *attributes) {
  for (size_t i = 0; attributes && attributes[i]; i += 2) {
    const char *name = attributes[i], *value = attributes[i + 1] ? attributes[i + 1] : "";
    bool hidden = strcmp(name, "hidden") == 0 || (strcmp(name, "aria-hidden") == 0 && strcmp(value, "true") == 0) ||
                  (strcmp(name, "style") == 0 && (holds(value, "display:none") || holds(value, "visibility:hidden"))) ||
                  (strcmp(name, "role") == 0 && is_role_of_site(value));
    if (hidden) {
      return true;
    }
  }
  return false;
}
