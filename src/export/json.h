/* JSON as a stream: commas and nesting are kept here, values are written as they come. jansson, which the command
 * uses, builds trees; a stream must not. */
#ifndef G4_EXPORT_JSON_H
#define G4_EXPORT_JSON_H

#include "export/sink.h"

typedef struct {
  g4_sink *sink;
  bool comma; /* a value stands before this one */
} g4_json;

/* `key` NULL: an element of an array, or the whole. */
void g4_json_object(g4_json *json, const char *key);
void g4_json_object_end(g4_json *json);
void g4_json_array(g4_json *json, const char *key);
void g4_json_array_end(g4_json *json);
/* A text; NULL writes nothing, not even the key. What is not UTF-8 becomes U+FFFD. */
void g4_json_text(g4_json *json, const char *key, const char *text);
/* The same of so many bytes. */
void g4_json_part(g4_json *json, const char *key, const char *text, size_t length);
/* An IRI of three parts joined, with what an IRI may not hold percent-encoded; nothing where the last is NULL. */
void g4_json_iri(g4_json *json, const char *key, const char *base, const char *type, const char *id);
void g4_json_integer(g4_json *json, const char *key, int64_t number);
void g4_json_real(g4_json *json, const char *key, double number);
void g4_json_bool(g4_json *json, const char *key, bool value);
/* A key and an already written value. */
void g4_json_raw(g4_json *json, const char *key, const char *value);
/* A line feed between values: files that people open have lines. */
void g4_json_line(g4_json *json);

#endif
