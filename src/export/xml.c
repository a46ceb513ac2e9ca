#include "export/xml.h"

#include <string.h>

#include "text/utf8.h"

const char *g4_markup_entity(uint32_t code) {
  switch (code) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return NULL;
  }
}

static const char *entity(uint32_t code) {
  switch (code) {
    case '\t': /* as they are they would be read as spaces */
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return code < 0x20 || code == 0xFFFE || code == 0xFFFF ? "\xEF\xBF\xBD" : g4_markup_entity(code);
  }
}

void g4_xml_text(g4_sink *sink, const char *text) {
  size_t left = strlen(text);
  for (size_t length; left; text += length, left -= length) {
    uint32_t code = g4_utf8_decode(text, left, &length);
    bool malformed = length == 1 && (unsigned char)*text >= 0x80;
    const char *instead = malformed ? "\xEF\xBF\xBD" : entity(code);
    g4_sink_add(sink, instead ? instead : text, instead ? strlen(instead) : length);
  }
}
