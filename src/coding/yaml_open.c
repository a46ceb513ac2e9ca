/* From bytes to libyaml's tree, after a look at their events: what is too large, too deep or more than one document is
 * refused before libyaml builds a tree of it (its work on nested brackets grows with their square). */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "coding/yaml.h"

enum {
  SIZE_MOST = 64 << 20, /* bytes of a file */
  DEPTH_MOST = 16       /* the deepest that a file of ours has is 7 */
};

static void fault(g4_yaml *yaml, yaml_mark_t mark, const char *code, const char *message) {
  g4_diagnose(yaml->diagnostics, G4_ERROR, yaml->file, (int)mark.line + 1, (int)mark.column + 1, code, "%s", message);
}

static void parser_fault(g4_yaml *yaml, const yaml_parser_t *parser) {
  if (parser->error == YAML_MEMORY_ERROR || !parser->problem) { /* libyaml forgets to say which */
    yaml->failed = true;
  } else {
    fault(yaml, parser->problem_mark, "yaml", parser->problem);
  }
}

typedef struct {
  int depth, documents;
} shape;

/* False: this event is a fault, which was told. */
static bool look_at(g4_yaml *yaml, const yaml_event_t *event, shape *seen) {
  switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
      if (seen->documents++) {
        fault(yaml, event->start_mark, "yaml", "a second document stands in this file; one is read");
        return false;
      }
      return true;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
      if (++seen->depth > DEPTH_MOST) {
        fault(yaml, event->start_mark, "too-deep", "lists and mappings are nested too deep here");
        return false;
      }
      return true;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      seen->depth--;
      return true;
    case YAML_ALIAS_EVENT:
      fault(yaml, event->start_mark, "form", "no aliases (*name): write it out");
      return false;
    default:
      return true;
  }
}

static bool look(g4_yaml *yaml, const g4_buf *bytes) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    yaml->failed = true;
    return false;
  }
  yaml_parser_set_input_string(&parser, (const unsigned char *)g4_buf_text(bytes), bytes->length);
  shape seen = {0, 0};
  bool good = true, ended = false;
  while (good && !ended) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      parser_fault(yaml, &parser);
      good = false;
    } else {
      ended = event.type == YAML_STREAM_END_EVENT;
      good = look_at(yaml, &event, &seen);
      yaml_event_delete(&event);
    }
  }
  yaml_parser_delete(&parser);
  return good;
}

static void load(g4_yaml *yaml, const g4_buf *bytes) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    yaml->failed = true;
    return;
  }
  yaml_parser_set_input_string(&parser, (const unsigned char *)g4_buf_text(bytes), bytes->length);
  if (yaml_parser_load(&parser, &yaml->document)) {
    yaml->loaded = true;
    yaml->root = yaml_document_get_root_node(&yaml->document);
  } else {
    parser_fault(yaml, &parser);
  }
  yaml_parser_delete(&parser);
}

static int parse(g4_yaml *yaml, const g4_buf *bytes, g40_error *err) {
  if (bytes->length > SIZE_MOST) {
    fault(yaml, (yaml_mark_t){0}, "too-large", "the file is larger than 64 MB");
  } else if (look(yaml, bytes)) {
    load(yaml, bytes);
  }
  return yaml->failed ? g4_nomem(err) : G40_OK;
}

/* One byte more than is allowed is enough to know. */
static int read_bytes(const char *path, g4_buf *bytes, g40_error *err) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    return g4_fail(err, G40_IO, "cannot read %s: %s", path, strerror(errno));
  }
  char chunk[16384];
  size_t n;
  while (bytes->length <= SIZE_MOST && (n = fread(chunk, 1, sizeof chunk, file)) > 0) {
    g4_buf_add(bytes, chunk, n);
    if (bytes->failed) {
      break;
    }
  }
  int code = bytes->failed ? g4_nomem(err) : ferror(file) ? g4_fail(err, G40_IO, "cannot read %s", path) : G40_OK;
  fclose(file);
  return code;
}

static int begin(g4_yaml *yaml, const char *shown, g4_arena *arena, g40_diagnostics *diagnostics, g40_error *err) {
  *yaml = (g4_yaml){.arena = arena, .diagnostics = diagnostics};
  yaml->file = g4_arena_strdup(arena, shown);
  return yaml->file ? G40_OK : g4_nomem(err);
}

int g4_yaml_open(g4_yaml *yaml, const char *path, const char *shown, g4_arena *arena, g40_diagnostics *diagnostics,
                 g40_error *err) {
  g4_buf bytes = {0};
  int code = begin(yaml, shown, arena, diagnostics, err);
  if (code == G40_OK) {
    code = read_bytes(path, &bytes, err);
  }
  if (code == G40_OK) {
    code = parse(yaml, &bytes, err);
  }
  g4_buf_free(&bytes);
  return code;
}

int g4_yaml_open_bytes(g4_yaml *yaml, const char *bytes, size_t n, const char *shown, g4_arena *arena,
                       g40_diagnostics *diagnostics, g40_error *err) {
  g4_buf copy = {0};
  int code = begin(yaml, shown, arena, diagnostics, err);
  g4_buf_add(&copy, bytes, n);
  if (code == G40_OK) {
    code = copy.failed ? g4_nomem(err) : parse(yaml, &copy, err);
  }
  g4_buf_free(&copy);
  return code;
}

void g4_yaml_close(g4_yaml *yaml) {
  if (yaml->loaded) {
    yaml_document_delete(&yaml->document);
    yaml->loaded = false;
  }
  yaml->root = NULL;
}
