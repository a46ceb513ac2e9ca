/* Many rows at once, without a loop in Python: an Arrow stream, and lists of values by column. */
%{
#include "arrow.h"

#include <math.h>

/* All rows of the slice must lie in the array. */
static bool get_slice(const table *of, const void *array, int64_t start, int64_t step, int64_t count, slice *part) {
  int64_t rows = (int64_t)of->count(array);
  bool inside = count == 0 || (start >= 0 && start < rows && count > 0 && count <= rows);
  if (inside && count > 1) {
    inside = step >= -rows && step <= rows && start + step * (count - 1) >= 0 && start + step * (count - 1) < rows;
  }
  if (!inside) {
    PyErr_SetString(PyExc_IndexError, "rows beyond the array");
  }
  *part = (slice){(size_t)start, (ptrdiff_t)step, (size_t)count};
  return inside;
}

static void free_stream(PyObject *capsule) {
  struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");
  if (stream && stream->release) { /* else its consumer took it */
    stream->release(stream);
  }
  free(stream);
}

static PyObject *arrow_capsule(const table *of, const void *array, int64_t start, int64_t step, int64_t count) {
  slice part;
  if (!get_slice(of, array, start, step, count, &part)) {
    return NULL;
  }
  struct ArrowArrayStream *stream = malloc(sizeof *stream);
  if (!stream || !arrow_stream(of, array, part, stream)) {
    free(stream);
    return PyErr_NoMemory();
  }
  PyObject *capsule = PyCapsule_New(stream, "arrow_array_stream", free_stream);
  if (!capsule) {
    stream->release(stream);
    free(stream);
  }
  return capsule;
}

/* What making many values shares: the names of each table's columns, in a dict to copy, and texts that came before. */
enum { SEEN = 256, LONGEST_SEEN = 128 };
typedef struct {
  struct {
    const table *of;
    PyObject **names, *empty;
  } *known;
  size_t count;
  struct {
    const char *text; /* of a row */
    size_t length;
    PyObject *made;
  } seen[SEEN];
} maker;

static void end_making(maker *with) {
  for (size_t i = 0; i < with->count; i++) {
    for (size_t name = 0; with->known[i].names && name < with->known[i].of->width; name++) {
      Py_XDECREF(with->known[i].names[name]);
    }
    PyMem_Free(with->known[i].names);
    Py_XDECREF(with->known[i].empty);
  }
  PyMem_Free(with->known);
  for (size_t i = 0; i < SEEN; i++) {
    Py_XDECREF(with->seen[i].made);
  }
}

/* The number of a table in `known`, or -1 with an exception. */
static int64_t know(maker *with, const table *of) {
  for (size_t i = 0; i < with->count; i++) {
    if (with->known[i].of == of) {
      return (int64_t)i;
    }
  }
  void *larger = PyMem_Realloc(with->known, (with->count + 1) * sizeof *with->known);
  if (!larger) {
    PyErr_NoMemory();
    return -1;
  }
  with->known = larger;
  size_t at = with->count++;
  with->known[at].of = of;
  with->known[at].empty = PyDict_New();
  PyObject **names = with->known[at].names = PyMem_Calloc(of->width, sizeof *names);
  if (!names) {
    PyErr_NoMemory();
  }
  bool good = names && with->known[at].empty;
  for (size_t i = 0; good && i < of->width; i++) {
    names[i] = PyUnicode_InternFromString(of->columns[i].name);
    good = names[i] && PyDict_SetItem(with->known[at].empty, names[i], Py_None) == 0;
  }
  return good ? (int64_t)at : -1;
}

/* Many columns have few texts, which are then the same object. */
static PyObject *plain_text(maker *with, const char *text) {
  if (!text) {
    return SWIG_Py_Void();
  }
  size_t length = strlen(text);
  if (length > LONGEST_SEEN) {
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, NULL);
  }
  uint64_t first = 0, last = 0;
  size_t some = length < sizeof first ? length : sizeof first;
  memcpy(&first, text, some);
  memcpy(&last, text + length - some, some);
  size_t place = (first * 0x9E3779B97F4A7C15u ^ last * 0xC2B2AE3D27D4EB4Fu ^ (uint64_t)length << 56) >> 56;
  if (!with->seen[place].made || with->seen[place].length != length || memcmp(with->seen[place].text, text, length) != 0) {
    PyObject *made = PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, NULL);
    if (!made) {
      return NULL;
    }
    Py_XDECREF(with->seen[place].made);
    with->seen[place].text = text;
    with->seen[place].length = length;
    with->seen[place].made = made;
  }
  Py_INCREF(with->seen[place].made);
  return with->seen[place].made;
}

static PyObject *plain_row(maker *with, const table *of, const void *row);

static PyObject *list_of_dicts(maker *with, const table *of, const void *array) {
  size_t count = of->count(array);
  PyObject *list = PyList_New((Py_ssize_t)count);
  for (size_t i = 0; list && i < count; i++) {
    PyObject *row = plain_row(with, of, of->at(array, i));
    if (!row) {
      Py_CLEAR(list);
      break;
    }
    PyList_SetItem(list, (Py_ssize_t)i, row); /* of a new list, within: does not fail */
  }
  return list;
}

static PyObject *plain_value(maker *with, const column *field, const void *row) {
  int64_t number;
  const void *inner;
  switch (field->kind) {
    case COLUMN_TEXT:
      return plain_text(with, field->get.text(row));
    case COLUMN_DOUBLE:
      return PyFloat_FromDouble(field->get.real(row));
    case COLUMN_BOOL:
      return PyBool_FromLong(field->get.flag(row));
    case COLUMN_ROWS:
      return list_of_dicts(with, field->table, field->get.rows(row));
    case COLUMN_ROW:
      inner = field->get.rows(row);
      return inner ? plain_row(with, field->table, inner) : SWIG_Py_Void();
    default:
      number = field->get.number(row);
      return number < 0 ? SWIG_Py_Void() : PyLong_FromLongLong((long long)number);
  }
}

static PyObject *plain_row(maker *with, const table *of, const void *row) {
  int64_t at = know(with, of);
  PyObject *made = at < 0 ? NULL : PyDict_Copy(with->known[at].empty);
  for (size_t i = 0; made && i < of->width; i++) {
    PyObject *value = plain_value(with, &of->columns[i], row);
    if (!value || PyDict_SetItem(made, with->known[at].names[i], value) != 0) {
      Py_CLEAR(made);
    }
    Py_XDECREF(value);
  }
  return made;
}

static PyObject *list_column(const column *field, const table *of, const void *array, const slice *part) {
  maker with = {0};
  PyObject *list = PyList_New((Py_ssize_t)part->count);
  for (size_t i = 0; list && i < part->count; i++) {
    PyObject *value = plain_value(&with, field, of->at(array, slice_at(part, i)));
    if (!value) {
      Py_CLEAR(list);
      break;
    }
    PyList_SetItem(list, (Py_ssize_t)i, value);
  }
  end_making(&with);
  return list;
}

/* Numbers as numpy takes them: the code of a type ("q", "d", "?") and the bytes. One that is absent makes the column one of
 * doubles, and is not a number. */
static PyObject *number_column(const column *field, const table *of, const void *array, const slice *part) {
  bool flags = field->kind == COLUMN_BOOL, real = field->kind == COLUMN_DOUBLE;
  PyObject *bytes = PyByteArray_FromStringAndSize(NULL, (Py_ssize_t)(part->count * (flags ? 1 : 8)));
  char *into = bytes ? PyByteArray_AsString(bytes) : NULL;
  bool absent = false;
  for (size_t i = 0; into && i < part->count; i++) {
    const void *row = of->at(array, slice_at(part, i));
    if (flags) {
      into[i] = field->get.flag(row);
    } else if (real) {
      memcpy(into + 8 * i, &(double){field->get.real(row)}, 8);
    } else {
      int64_t number = field->get.number(row);
      absent = absent || number < 0;
      memcpy(into + 8 * i, &number, 8);
    }
  }
  for (size_t i = 0; absent && i < part->count; i++) {
    int64_t number;
    memcpy(&number, into + 8 * i, 8);
    memcpy(into + 8 * i, &(double){number < 0 ? NAN : (double)number}, 8);
  }
  return bytes ? Py_BuildValue("(sN)", flags ? "?" : real || absent ? "d" : "q", bytes) : NULL;
}

/* A column by its name: a list, with lists of dicts for rows in rows, or of numbers as above. */
static PyObject *one_column(const table *of, const void *array, const char *name, int64_t start, int64_t step, int64_t count) {
  slice part;
  if (!get_slice(of, array, start, step, count, &part)) {
    return NULL;
  }
  for (size_t i = 0; i < of->width; i++) {
    const column *field = &of->columns[i];
    if (strcmp(field->name, name) == 0) {
      bool listed = field->kind == COLUMN_TEXT || field->kind == COLUMN_ROWS || field->kind == COLUMN_ROW;
      return listed ? list_column(field, of, array, &part) : number_column(field, of, array, &part);
    }
  }
  PyErr_SetString(PyExc_KeyError, name);
  return NULL;
}
%}

%define %bulk(ROWS)
%extend g40_##ROWS {
  PyObject *arrow(int64_t start, int64_t step, int64_t count) { return arrow_capsule(&table_##ROWS, $self, start, step, count); }
  PyObject *column(const char *name, int64_t start, int64_t step, int64_t count) {
    return one_column(&table_##ROWS, $self, name ? name : "", start, step, count);
  }
}
%enddef
