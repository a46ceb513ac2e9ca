/* What an HTML element is to a reader of the text. */
#ifndef G4_READER_HTML_TAGS_H
#define G4_READER_HTML_TAGS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  G4_TAG_INLINE, /* also every unknown one */
  G4_TAG_BLOCK,
  G4_TAG_HEADING,
  G4_TAG_LIST, /* numbered */
  G4_TAG_ITEM,
  G4_TAG_ROW,
  G4_TAG_CELL,
  G4_TAG_BREAK,
  G4_TAG_LINK,
  G4_TAG_PRE,
  G4_TAG_CODE,
  G4_TAG_MAIN,
  G4_TAG_FOOTER,
  G4_TAG_DROPPED /* with all that it holds: scripts, styles, navigation, forms' controls, pictures */
} g4_tag_kind;

typedef struct {
  g4_tag_kind kind;
  uint8_t level; /* of a heading */
} g4_tag;

/* `name` in lower case. */
g4_tag g4_tag_of(const char *name);

/* Whether attributes (name, value, ..., NULL; a value may be NULL) say that nobody sees the element: hidden, display:
 * none, a role of navigation. */
bool g4_tag_is_hidden(const char *const *attributes);

#endif
