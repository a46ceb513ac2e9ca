#include "coding/yaml.h"

#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "model/vocabulary.h"

g4_mark g4_yaml_mark(const g4_yaml *yaml, const yaml_node_t *node) {
  g4_mark mark = {yaml->file, 1, 1};
  if (node) {
    mark.line = (int)node->start_mark.line + 1;
    mark.column = (int)node->start_mark.column + 1;
  }
  return mark;
}

void g4_yaml_fault(g4_yaml *yaml, const yaml_node_t *node, const char *code, const char *format, ...) {
  g4_buf message = {0};
  va_list args;
  va_start(args, format);
  g4_buf_add_args(&message, format, args);
  va_end(args);
  g4_mark mark = g4_yaml_mark(yaml, node);
  if (message.failed) {
    yaml->failed = true;
  } else {
    g4_diagnose(yaml->diagnostics, G4_ERROR, mark.file, mark.line, mark.column, code, "%s", g4_buf_text(&message));
  }
  g4_buf_free(&message);
}

static const char *key_name(const yaml_node_t *key) {
  return key && key->type == YAML_SCALAR_NODE ? (const char *)key->data.scalar.value : NULL;
}

bool g4_yaml_mapping(g4_yaml *yaml, yaml_node_t *node, const char *const *keys) {
  if (!node || node->type != YAML_MAPPING_NODE) {
    g4_yaml_fault(yaml, node, "form", "a mapping (key: value) is expected here");
    return false;
  }
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = yaml_document_get_node(&yaml->document, pair->key);
    const char *name = key_name(key);
    if (!name || !g4_is_code(keys, name)) {
      g4_yaml_fault(yaml, key, "unknown-key", "unknown key '%s'", name ? name : "?");
      continue;
    }
    for (yaml_node_pair_t *other = node->data.mapping.pairs.start; other < pair; other++) {
      const char *earlier = key_name(yaml_document_get_node(&yaml->document, other->key));
      if (earlier && strcmp(earlier, name) == 0) {
        g4_yaml_fault(yaml, key, "duplicate-key", "key '%s' stands here a second time", name);
        break;
      }
    }
  }
  return true;
}

static bool is_null(const yaml_node_t *node) {
  if (node->type != YAML_SCALAR_NODE || node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) {
    return false;
  }
  const char *value = (const char *)node->data.scalar.value;
  return !*value || strcmp(value, "~") == 0 || strcmp(value, "null") == 0;
}

yaml_node_t *g4_yaml_get(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  if (!mapping || mapping->type != YAML_MAPPING_NODE) {
    return NULL;
  }
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start; pair < mapping->data.mapping.pairs.top; pair++) {
    const char *name = key_name(yaml_document_get_node(&yaml->document, pair->key));
    if (name && strcmp(name, key) == 0) {
      yaml_node_t *value = yaml_document_get_node(&yaml->document, pair->value);
      return value && !is_null(value) ? value : NULL;
    }
  }
  return NULL;
}

size_t g4_yaml_count(g4_yaml *yaml, yaml_node_t *sequence) {
  if (!sequence) {
    return 0;
  }
  if (sequence->type != YAML_SEQUENCE_NODE) {
    g4_yaml_fault(yaml, sequence, "form", "a list is expected here");
    return 0;
  }
  return (size_t)(sequence->data.sequence.items.top - sequence->data.sequence.items.start);
}

yaml_node_t *g4_yaml_item(g4_yaml *yaml, yaml_node_t *sequence, size_t i) {
  return yaml_document_get_node(&yaml->document, sequence->data.sequence.items.start[i]);
}

const char *g4_yaml_keep(g4_yaml *yaml, const char *text, size_t n) {
  char *copy = g4_arena_strndup(yaml->arena, text, n);
  if (!copy) {
    yaml->failed = true;
  }
  return copy;
}

const char *g4_yaml_format(g4_yaml *yaml, const char *format, ...) {
  g4_buf buf = {0};
  va_list args;
  va_start(args, format);
  g4_buf_add_args(&buf, format, args);
  va_end(args);
  const char *kept = NULL;
  if (buf.failed) {
    yaml->failed = true;
  } else {
    kept = g4_yaml_keep(yaml, g4_buf_text(&buf), buf.length);
  }
  g4_buf_free(&buf);
  return kept;
}

const char *g4_yaml_node_text(g4_yaml *yaml, yaml_node_t *node) {
  if (node->type != YAML_SCALAR_NODE) {
    g4_yaml_fault(yaml, node, "form", "text is expected here");
    return NULL;
  }
  const char *value = (const char *)node->data.scalar.value;
  size_t length = node->data.scalar.length;
  if (strlen(value) != length) {
    g4_yaml_fault(yaml, node, "form", "a NUL character stands in this text");
    return NULL;
  }
  return g4_yaml_keep(yaml, value, length);
}

const char *g4_yaml_text(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  return node ? g4_yaml_node_text(yaml, node) : NULL;
}

const char *g4_yaml_need_text(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  if (!node) {
    g4_yaml_fault(yaml, mapping, "missing-key", "'%s' is missing", key);
    return NULL;
  }
  return g4_yaml_node_text(yaml, node);
}

const char *g4_yaml_need_id(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  const char *id = g4_yaml_need_text(yaml, mapping, key);
  if (id && (!*id || id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")])) {
    g4_yaml_fault(yaml, g4_yaml_get(yaml, mapping, key), "id", "'%.100s' is no id: small letters, digits and '-'", id);
  }
  return id;
}

static g4_date node_date(g4_yaml *yaml, yaml_node_t *node) {
  g4_date date = 0;
  const char *text = g4_yaml_node_text(yaml, node);
  if (text && !g4_date_parse(text, &date)) {
    g4_yaml_fault(yaml, node, "date", "'%s' is no date of the form YYYY-MM-DD", text);
  }
  return date;
}

g4_date g4_yaml_date(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  return node ? node_date(yaml, node) : 0;
}

g4_period g4_yaml_period(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  g4_period period = {0, 0};
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  if (!node) {
    return period;
  }
  if (node->type != YAML_SEQUENCE_NODE || g4_yaml_count(yaml, node) != 2) {
    g4_yaml_fault(yaml, node, "form", "a period is [from, to]; null is open");
    return period;
  }
  yaml_node_t *from = g4_yaml_item(yaml, node, 0), *to = g4_yaml_item(yaml, node, 1);
  period.from = is_null(from) ? 0 : node_date(yaml, from);
  period.to = is_null(to) ? 0 : node_date(yaml, to);
  if (period.from && period.to && period.from >= period.to) {
    g4_yaml_fault(yaml, node, "period", "the period ends before it starts");
  }
  return period;
}

/* Not strtod(): its decimal point depends on the locale. */
static bool parse_decimal(const char *text, double *value) {
  bool negative = *text == '-';
  text += negative;
  double mantissa = 0, scale = 1;
  size_t digits = 0;
  for (; *text >= '0' && *text <= '9'; text++, digits++) {
    mantissa = mantissa * 10 + (*text - '0');
  }
  if (*text == '.') {
    for (text++; *text >= '0' && *text <= '9'; text++, digits++) {
      mantissa = mantissa * 10 + (*text - '0');
      scale *= 10;
    }
  }
  *value = (negative ? -mantissa : mantissa) / scale;
  return digits > 0 && digits <= 15 && !*text;
}

bool g4_yaml_number(g4_yaml *yaml, yaml_node_t *mapping, const char *key, double *value) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  const char *text = node ? g4_yaml_node_text(yaml, node) : NULL;
  if (!text) {
    return false;
  }
  if (!parse_decimal(text, value)) {
    g4_yaml_fault(yaml, node, "number", "'%s' is no number (write 1000.5)", text);
    return false;
  }
  return true;
}

bool g4_yaml_flag(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  const char *text = node ? g4_yaml_node_text(yaml, node) : NULL;
  if (text && strcmp(text, "true") != 0 && strcmp(text, "false") != 0) {
    g4_yaml_fault(yaml, node, "form", "'%s' must be true or false", key);
  }
  return text && strcmp(text, "true") == 0;
}

static g4_label node_label(g4_yaml *yaml, yaml_node_t *node) {
  static const char *const keys[] = {"nl", "en", NULL};
  g4_label label = {NULL, NULL};
  if (node->type == YAML_SCALAR_NODE) {
    label.nl = g4_yaml_node_text(yaml, node);
  } else if (g4_yaml_mapping(yaml, node, keys)) {
    label.nl = g4_yaml_text(yaml, node, "nl");
    label.en = g4_yaml_text(yaml, node, "en");
  }
  return label;
}

g4_label g4_yaml_label(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  return node ? node_label(yaml, node) : (g4_label){NULL, NULL};
}

g4_forms g4_yaml_forms(g4_yaml *yaml, yaml_node_t *mapping, const char *key) {
  g4_forms forms = {NULL, 0};
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  size_t count = g4_yaml_count(yaml, node);
  if (!count) {
    return forms;
  }
  forms.items = g4_arena_array(yaml->arena, count * 2, sizeof *forms.items);
  if (!forms.items) {
    yaml->failed = true;
    return forms;
  }
  for (size_t i = 0; i < count; i++) {
    g4_label label = node_label(yaml, g4_yaml_item(yaml, node, i));
    if (label.nl) {
      forms.items[forms.count++] = (g4_form){label.nl, "nl"};
    }
    if (label.en) {
      forms.items[forms.count++] = (g4_form){label.en, "en"};
    }
  }
  return forms;
}

const char *g4_yaml_word(g4_yaml *yaml, yaml_node_t *mapping, const char *key, const char *const *allowed) {
  yaml_node_t *node = g4_yaml_get(yaml, mapping, key);
  const char *word = node ? g4_yaml_node_text(yaml, node) : NULL;
  if (word && !g4_is_code(allowed, word)) {
    g4_yaml_fault(yaml, node, "vocabulary", "'%s' is not a known %s", word, key);
    return NULL;
  }
  return word;
}
