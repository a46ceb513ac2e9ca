#include "model/rows.h"

G4_DEFINE_ARRAY(names, name)
G4_DEFINE_TEXT(name, text)
G4_DEFINE_TEXT(name, language)
G4_DEFINE_TEXT(name, relation)

G4_DEFINE_ARRAY(stakeholders, stakeholder)
G4_DEFINE_TEXT(stakeholder, id)
G4_DEFINE_TEXT(stakeholder, kind)
G4_DEFINE_TEXT(stakeholder, name)
G4_DEFINE_TEXT(stakeholder, name_en)
G4_DEFINE_PART(stakeholder, names, names)
G4_DEFINE_TEXT(stakeholder, broader)
G4_DEFINE_TEXT(stakeholder, tooi)
G4_DEFINE_TEXT(stakeholder, cbs_code)
G4_DEFINE_TEXT(stakeholder, wikidata)
G4_DEFINE_TEXT(stakeholder, source)
G4_DEFINE_TEXT(stakeholder, doubt)
G4_DEFINE_NUMBER(stakeholder, int64_t, positions)

G4_DEFINE_ARRAY(themes, theme)
G4_DEFINE_TEXT(theme, id)
G4_DEFINE_TEXT(theme, slug)
G4_DEFINE_TEXT(theme, label_nl)
G4_DEFINE_TEXT(theme, label_en)
G4_DEFINE_TEXT(theme, broader)
G4_DEFINE_TEXT(theme, scheme)
G4_DEFINE_NUMBER(theme, int64_t, positions)
G4_DEFINE_NUMBER(theme, int64_t, asks)

G4_DEFINE_ARRAY(instruments, instrument)
G4_DEFINE_TEXT(instrument, id)
G4_DEFINE_TEXT(instrument, kind)
G4_DEFINE_TEXT(instrument, name)
G4_DEFINE_TEXT(instrument, name_en)
G4_DEFINE_PART(instrument, names, names)
G4_DEFINE_TEXT(instrument, url)
G4_DEFINE_TEXT(instrument, date)
G4_DEFINE_TEXT(instrument, source)
G4_DEFINE_TEXT(instrument, doubt)
G4_DEFINE_NUMBER(instrument, int64_t, positions)
G4_DEFINE_TEXT(instrument, quote)

G4_DEFINE_ARRAY(documents, document)
G4_DEFINE_TEXT(document, id)
G4_DEFINE_TEXT(document, slug)
G4_DEFINE_TEXT(document, title)
G4_DEFINE_TEXT(document, holder)
G4_DEFINE_TEXT(document, holder_name)
G4_DEFINE_TEXT(document, kind)
G4_DEFINE_TEXT(document, language)
G4_DEFINE_TEXT(document, date_issued)
G4_DEFINE_TEXT(document, date_precision)
G4_DEFINE_TEXT(document, occasion)
G4_DEFINE_TEXT(document, occasion_en)
G4_DEFINE_TEXT(document, url)
G4_DEFINE_TEXT(document, licence)
G4_DEFINE_TEXT(document, sha256)
G4_DEFINE_TEXT(document, source_sha256)
G4_DEFINE_NUMBER(document, int64_t, bytes)
G4_DEFINE_NUMBER(document, int64_t, characters)
G4_DEFINE_NUMBER(document, int64_t, positions)
G4_DEFINE_NUMBER(document, int64_t, asks)

G4_DEFINE_ARRAY(members, member)
G4_DEFINE_TEXT(member, id)
G4_DEFINE_TEXT(member, network)
G4_DEFINE_TEXT(member, name)
G4_DEFINE_TEXT(member, cbs_code)
G4_DEFINE_TEXT(member, tooi)
G4_DEFINE_TEXT(member, oin)
G4_DEFINE_TEXT(member, wikidata)
G4_DEFINE_TEXT(member, labour_market_region)
G4_DEFINE_TEXT(member, province)
G4_DEFINE_TEXT(member, source)

const char *g40_text_bytes(const g40_text *text) { return text ? text->bytes : NULL; }
int64_t g40_text_length(const g40_text *text) { return text ? text->length : 0; }
void g40_text_free(const g40_text *text) {
  if (text) {
    g4_owner_release(text->owner);
  }
}

const char *g40_context_before(const g40_context *context) { return context ? context->before : NULL; }
const char *g40_context_quote(const g40_context *context) { return context ? context->quote : NULL; }
const char *g40_context_after(const g40_context *context) { return context ? context->after : NULL; }
void g40_context_free(const g40_context *context) {
  if (context) {
    g4_owner_release(context->owner);
  }
}
