/* The words of an HTML page itself, in Dutch and English. */
#ifndef G4_EXPORT_HTML_LABELS_H
#define G4_EXPORT_HTML_LABELS_H

#include <stdbool.h>

#define LABEL(id, nl, en) G4_L_##id,
typedef enum {
#include "export/html_labels.def"
  G4_LABEL_COUNT
} g4_page_label;
#undef LABEL

const char *g4_label_text(g4_page_label label, bool dutch);

/* A word of one of the model's open lists: "stakeholder_kind", "document_kind", "instrument_kind", "state", "reason",
 * "method", "uptake", "verdict", "relation". NULL where it is not known. */
const char *g4_label_word(const char *list, const char *code, bool dutch);

#endif
