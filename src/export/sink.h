/* Where an export's bytes go: gathered, then handed to the caller's function. The first failure sticks. */
#ifndef G4_EXPORT_SINK_H
#define G4_EXPORT_SINK_H

#include <stdbool.h>

#include "base/buf.h"
#include "g40/formats.h"

typedef struct {
  g40_write write;
  void *context;
  g4_buf gathered;
  bool refused;
} g4_sink;

void g4_sink_add(g4_sink *sink, const char *bytes, size_t length);
void g4_sink_text(g4_sink *sink, const char *text);
void g4_sink_char(g4_sink *sink, char c);
void g4_sink_number(g4_sink *sink, int64_t number);
/* A text as a string of JSON or Turtle, with its quotes. */
void g4_sink_string(g4_sink *sink, const char *text, size_t n);
/* Part of an IRI: what none may hold is percent-encoded. */
void g4_sink_iri(g4_sink *sink, const char *text);
/* The shortest decimal form that reads back the same, with a point in every locale. */
void g4_sink_real(g4_sink *sink, double number);
/* Hands over what is gathered. 0, G40_IO or G40_NOMEM. */
int g4_sink_flush(g4_sink *sink, g40_error *err);
static inline bool g4_sink_failed(const g4_sink *sink) { return sink->refused || sink->gathered.failed; }
void g4_sink_free(g4_sink *sink);

#endif
