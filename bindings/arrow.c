#include "arrow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 4096, NULLABLE = 2 };

/* Tables from the root to here: a column whose table is among them would go on for ever. */
typedef struct path {
  const struct path *up;
  const table *at;
} path;

static bool goes_on(const path *way, const column *field) {
  for (; field->table && way; way = way->up) {
    if (way->at == field->table) {
      return true;
    }
  }
  return false;
}

static size_t width(const path *way) {
  size_t fields = 0;
  for (size_t i = 0; i < way->at->width; i++) {
    fields += !goes_on(way, &way->at->columns[i]);
  }
  return fields;
}

/* --- schema ------------------------------------------------------------------------------------------------------- */

static void release_schema(struct ArrowSchema *schema) {
  for (int64_t i = 0; i < schema->n_children; i++) {
    struct ArrowSchema *child = schema->children[i];
    if (child && child->release) {
      child->release(child);
    }
    free(child);
  }
  free(schema->children);
  schema->release = NULL;
}

static bool start_schema(struct ArrowSchema *schema, const char *format, const char *name, int64_t flags,
                         size_t children) {
  *schema = (struct ArrowSchema){.format = format, .name = name, .flags = flags, .release = release_schema};
  if (children) {
    schema->children = calloc(children, sizeof *schema->children);
    for (size_t i = 0; schema->children && i < children; i++) {
      schema->children[i] = calloc(1, sizeof **schema->children);
      schema->n_children = (int64_t)i + 1;
      if (!schema->children[i]) {
        return false;
      }
    }
  }
  return !children || schema->children;
}

static bool struct_schema(struct ArrowSchema *schema, const path *way, const char *name, int64_t flags) {
  static const char *const formats[] = {"u", "l", "i", "l", "g", "b", "+l"};
  bool made = start_schema(schema, "+s", name, flags, width(way));
  for (size_t i = 0, at = 0; made && i < way->at->width; i++) {
    const column *field = &way->at->columns[i];
    if (goes_on(way, field)) {
      continue;
    }
    struct ArrowSchema *child = schema->children[at++];
    path inner = {way, field->table};
    if (field->kind == COLUMN_ROW) {
      made = struct_schema(child, &inner, field->name, NULLABLE);
      continue;
    }
    bool rows = field->kind == COLUMN_ROWS;
    made = start_schema(child, formats[field->kind], field->name, rows ? 0 : NULLABLE, rows ? 1 : 0);
    if (made && rows) {
      made = struct_schema(child->children[0], &inner, "item", 0);
    }
  }
  return made;
}

/* --- arrays ------------------------------------------------------------------------------------------------------- */

static void release_array(struct ArrowArray *array) {
  for (int64_t i = 0; i < array->n_children; i++) {
    struct ArrowArray *child = array->children[i];
    if (child && child->release) {
      child->release(child);
    }
    free(child);
  }
  for (int64_t i = 0; array->buffers && i < array->n_buffers; i++) {
    free((void *)array->buffers[i]);
  }
  free(array->children);
  free(array->buffers);
  array->release = NULL;
}

static bool start_array(struct ArrowArray *array, size_t length, size_t buffers, size_t children) {
  *array = (struct ArrowArray){.length = (int64_t)length, .n_buffers = (int64_t)buffers, .release = release_array};
  array->buffers = calloc(buffers, sizeof *array->buffers);
  array->children = children ? calloc(children, sizeof *array->children) : NULL;
  for (size_t i = 0; array->children && i < children; i++) {
    array->children[i] = calloc(1, sizeof **array->children);
    array->n_children = (int64_t)i + 1;
    if (!array->children[i]) {
      return false;
    }
  }
  return array->buffers && (!children || array->children);
}

/* Space for `count` items of `size` bytes, zeroed; at least one byte, since a buffer may not be NULL. */
static void *buffer(struct ArrowArray *array, size_t which, size_t count, size_t size) {
  void *made = calloc(count + 1, size);
  array->buffers[which] = made;
  return made;
}

static void set_bit(uint8_t *bits, size_t i) { bits[i / 8] = (uint8_t)(bits[i / 8] | 1u << i % 8); }

/* 0, or an errno. */
static int texts(struct ArrowArray *array, const column *field, const void *const *rows, size_t count) {
  uint8_t *valid = buffer(array, 0, count / 8, 1);
  int32_t *ends = buffer(array, 1, count, sizeof *ends);
  size_t room = 64 + count * 16, used = 0;
  char *data = malloc(room);
  for (size_t i = 0; valid && ends && data && i < count; i++) {
    const char *text = field->get.text(rows[i]);
    size_t length = text ? strlen(text) : 0;
    if (text) {
      set_bit(valid, i);
    } else {
      array->null_count++;
    }
    if (length > INT32_MAX - used) {
      array->buffers[2] = data;
      return EOVERFLOW;
    }
    if (used + length > room) {
      room = (used + length) * 2;
      char *larger = realloc(data, room);
      if (!larger) {
        free(data);
        return ENOMEM;
      }
      data = larger;
    }
    if (length) {
      memcpy(data + used, text, length);
    }
    used += length;
    ends[i + 1] = (int32_t)used;
  }
  array->buffers[2] = data;
  return valid && ends && data ? 0 : ENOMEM;
}

static int numbers(struct ArrowArray *array, const column *field, const void *const *rows, size_t count) {
  bool narrow = field->kind == COLUMN_INT32;
  uint8_t *valid = buffer(array, 0, count / 8, 1);
  void *values = buffer(array, 1, count, narrow ? sizeof(int32_t) : sizeof(int64_t));
  for (size_t i = 0; valid && values && i < count; i++) {
    int64_t value = field->get.number(rows[i]);
    if (value < 0) {
      array->null_count++;
      continue;
    }
    set_bit(valid, i);
    if (narrow) {
      ((int32_t *)values)[i] = (int32_t)value;
    } else {
      ((int64_t *)values)[i] = value;
    }
  }
  return valid && values ? 0 : ENOMEM;
}

static int reals(struct ArrowArray *array, const column *field, const void *const *rows, size_t count) {
  double *values = buffer(array, 1, count, sizeof *values);
  for (size_t i = 0; values && i < count; i++) {
    values[i] = field->get.real(rows[i]);
  }
  return values ? 0 : ENOMEM;
}

static int flags(struct ArrowArray *array, const column *field, const void *const *rows, size_t count) {
  uint8_t *bits = buffer(array, 1, count / 8, 1);
  for (size_t i = 0; bits && i < count; i++) {
    if (field->get.flag(rows[i])) {
      set_bit(bits, i);
    }
  }
  return bits ? 0 : ENOMEM;
}

static int struct_array(struct ArrowArray *array, const path *way, const void *const *rows, size_t count);

static int lists(struct ArrowArray *array, const path *way, const column *field, const void *const *rows,
                 size_t count) {
  int32_t *ends = buffer(array, 1, count, sizeof *ends);
  size_t total = 0;
  for (size_t i = 0; ends && i < count; i++) {
    total += field->table->count(field->get.rows(rows[i]));
    if (total > INT32_MAX) {
      return EOVERFLOW;
    }
    ends[i + 1] = (int32_t)total;
  }
  const void **held = ends ? malloc((total + 1) * sizeof *held) : NULL;
  if (!held) {
    return ENOMEM;
  }
  for (size_t i = 0, at = 0; i < count; i++) {
    const void *inner = ends[i + 1] > ends[i] ? field->get.rows(rows[i]) : NULL;
    for (size_t j = 0; at < (size_t)ends[i + 1]; j++) {
      held[at++] = field->table->at(inner, j);
    }
  }
  int fault = struct_array(array->children[0], &(path){way, field->table}, held, total);
  free(held);
  return fault;
}

/* One row a row, or none: every getter takes NULL. */
static int single(struct ArrowArray *array, const path *way, const column *field, const void *const *rows,
                  size_t count) {
  const void **held = malloc((count + 1) * sizeof *held);
  for (size_t i = 0; held && i < count; i++) {
    held[i] = field->get.rows(rows[i]);
  }
  int fault = held ? struct_array(array, &(path){way, field->table}, held, count) : ENOMEM;
  uint8_t *valid = fault ? NULL : buffer(array, 0, count / 8, 1);
  for (size_t i = 0; valid && i < count; i++) {
    if (held[i]) {
      set_bit(valid, i);
    } else {
      array->null_count++;
    }
  }
  free(held);
  return fault || valid ? fault : ENOMEM;
}

static int one_column(struct ArrowArray *array, const path *way, const column *field, const void *const *rows,
                      size_t count) {
  if (field->kind == COLUMN_ROW) {
    return single(array, way, field, rows, count);
  }
  bool is_text = field->kind == COLUMN_TEXT, is_rows = field->kind == COLUMN_ROWS;
  if (!start_array(array, count, is_text ? 3 : 2, is_rows ? 1 : 0)) {
    return ENOMEM;
  }
  switch (field->kind) {
    case COLUMN_TEXT:
      return texts(array, field, rows, count);
    case COLUMN_DOUBLE:
      return reals(array, field, rows, count);
    case COLUMN_BOOL:
      return flags(array, field, rows, count);
    case COLUMN_ROWS:
      return lists(array, way, field, rows, count);
    default:
      return numbers(array, field, rows, count);
  }
}

static int struct_array(struct ArrowArray *array, const path *way, const void *const *rows, size_t count) {
  int fault = start_array(array, count, 1, width(way)) ? 0 : ENOMEM;
  for (size_t i = 0, at = 0; !fault && i < way->at->width; i++) {
    if (!goes_on(way, &way->at->columns[i])) {
      fault = one_column(array->children[at++], way, &way->at->columns[i], rows, count);
    }
  }
  return fault;
}

/* --- the stream ----------------------------------------------------------------------------------------------------
 */

typedef struct {
  const table *of;
  const void *array;
  slice part;
  size_t done;
  const char *error;
} stream;

static int failed(stream *from, int fault) {
  from->error = fault == EOVERFLOW ? "a column of a batch is larger than 2 GB" : "not enough memory";
  return fault;
}

static int get_schema(struct ArrowArrayStream *self, struct ArrowSchema *out) {
  stream *from = self->private_data;
  if (struct_schema(out, &(path){NULL, from->of}, "", 0)) {
    return 0;
  }
  release_schema(out);
  return failed(from, ENOMEM);
}

static int get_next(struct ArrowArrayStream *self, struct ArrowArray *out) {
  stream *from = self->private_data;
  size_t left = from->part.count - from->done, count = left < BATCH ? left : BATCH;
  *out = (struct ArrowArray){0};
  if (!count) { /* the end: an array that is released */
    return 0;
  }
  const void **rows = malloc(count * sizeof *rows);
  if (!rows) {
    return failed(from, ENOMEM);
  }
  for (size_t i = 0; i < count; i++) {
    rows[i] = from->of->at(from->array, slice_at(&from->part, from->done + i));
  }
  int fault = struct_array(out, &(path){NULL, from->of}, rows, count);
  free(rows);
  if (fault) {
    release_array(out);
    return failed(from, fault);
  }
  from->done += count;
  return 0;
}

static const char *get_last_error(struct ArrowArrayStream *self) { return ((stream *)self->private_data)->error; }

static void release_stream(struct ArrowArrayStream *self) {
  stream *from = self->private_data;
  from->of->free(from->array);
  free(from);
  self->release = NULL;
}

bool arrow_stream(const table *of, const void *array, slice part, struct ArrowArrayStream *out) {
  stream *made = malloc(sizeof *made);
  if (!made) {
    return false;
  }
  *made = (stream){.of = of, .array = of->retain(array), .part = part};
  *out = (struct ArrowArrayStream){get_schema, get_next, get_last_error, release_stream, made};
  return true;
}
