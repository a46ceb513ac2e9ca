/* Text inside XML. */
#ifndef G4_EXPORT_XML_H
#define G4_EXPORT_XML_H

#include "export/sink.h"

/* The entity of a character that markup is made of: & < > and the double quote; NULL for all else. */
const char *g4_markup_entity(uint32_t code);

/* A text as content or as the value of an attribute in double quotes. What XML 1.0 cannot hold becomes U+FFFD. */
void g4_xml_text(g4_sink *sink, const char *text);

#endif
