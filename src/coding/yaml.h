/* Reading YAML with diagnostics: every fault has a file, a line and a column, and reading goes on behind it.
 * Strings are copied into an arena. A failed allocation sets `failed`, checked once at the end. */
#ifndef G4_CODING_YAML_H
#define G4_CODING_YAML_H

#include <stdbool.h>
#include <yaml.h>

#include "lexicon/registry.h"
#include "model/diagnose.h"

typedef struct {
  const char *file; /* as shown in diagnostics; in the arena */
  yaml_document_t document;
  yaml_node_t *root; /* NULL: the file is empty */
  g40_diagnostics *diagnostics;
  g4_arena *arena;
  bool loaded, failed;
} g4_yaml;

/* Parses one document. Malformed YAML, a second document, an alias, too much depth or size are a diagnostic (and root
 * stays NULL); G40_IO or G40_NOMEM are returned. */
int g4_yaml_open(g4_yaml *yaml, const char *path, const char *shown, g4_arena *arena, g40_diagnostics *diagnostics,
                 g40_error *err);
/* The same of n bytes in memory. */
int g4_yaml_open_bytes(g4_yaml *yaml, const char *bytes, size_t n, const char *shown, g4_arena *arena,
                       g40_diagnostics *diagnostics, g40_error *err);
void g4_yaml_close(g4_yaml *yaml);

g4_mark g4_yaml_mark(const g4_yaml *yaml, const yaml_node_t *node);
void g4_yaml_fault(g4_yaml *yaml, const yaml_node_t *node, const char *code, const char *format, ...) G4_PRINTF(4, 5);

/* `node` as a mapping whose keys are all in `keys` (NULL-terminated), each once; else a fault and, for no mapping,
 * false. */
bool g4_yaml_mapping(g4_yaml *yaml, yaml_node_t *node, const char *const *keys);
/* The value of a key, or NULL where it is absent or null. */
yaml_node_t *g4_yaml_get(g4_yaml *yaml, yaml_node_t *mapping, const char *key);
/* Items of a sequence: NULL past the end. A node that is no sequence is a fault and has none. */
size_t g4_yaml_count(g4_yaml *yaml, yaml_node_t *sequence);
yaml_node_t *g4_yaml_item(g4_yaml *yaml, yaml_node_t *sequence, size_t i);

/* Values by key. Absent: NULL, 0, false; `need_*`: absent is a fault. A value of the wrong form is a fault. */
const char *g4_yaml_text(g4_yaml *yaml, yaml_node_t *mapping, const char *key);
const char *g4_yaml_need_text(g4_yaml *yaml, yaml_node_t *mapping, const char *key);
const char *g4_yaml_need_id(g4_yaml *yaml, yaml_node_t *mapping, const char *key); /* [a-z0-9-]+, else a fault too */
const char *g4_yaml_node_text(g4_yaml *yaml, yaml_node_t *node);                   /* NULL and a fault: not a scalar */
g4_date g4_yaml_date(g4_yaml *yaml, yaml_node_t *mapping, const char *key);
g4_period g4_yaml_period(g4_yaml *yaml, yaml_node_t *mapping, const char *key); /* [from, to], from before to */
bool g4_yaml_number(g4_yaml *yaml, yaml_node_t *mapping, const char *key, double *value);
bool g4_yaml_flag(g4_yaml *yaml, yaml_node_t *mapping, const char *key);
g4_label g4_yaml_label(g4_yaml *yaml, yaml_node_t *mapping, const char *key); /* a string (nl) or {nl, en} */
g4_forms g4_yaml_forms(g4_yaml *yaml, yaml_node_t *mapping, const char *key); /* a list of those */
/* One of the words in `allowed` (NULL-terminated), or a fault and NULL. Absent: NULL. */
const char *g4_yaml_word(g4_yaml *yaml, yaml_node_t *mapping, const char *key, const char *const *allowed);

const char *g4_yaml_keep(g4_yaml *yaml, const char *text, size_t n);                /* copy in the arena */
const char *g4_yaml_format(g4_yaml *yaml, const char *format, ...) G4_PRINTF(2, 3); /* made in the arena */

#endif
