/* Many rows at once, without a loop in Python: an Arrow stream, and lists of values by column. */
%{
#include "arrow.h"

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

static PyObject *plain_row(const table *of, const void *row);
static PyObject *list_of_dicts(const table *of, const void *array);

static PyObject *plain_value(const column *field, const void *row) {
  int64_t number;
  const char *text;
  const void *inner;
  switch (field->kind) {
    case COLUMN_TEXT:
      text = field->get.text(row);
      return text ? PyUnicode_FromString(text) : SWIG_Py_Void();
    case COLUMN_DOUBLE:
      return PyFloat_FromDouble(field->get.real(row));
    case COLUMN_BOOL:
      return PyBool_FromLong(field->get.flag(row));
    case COLUMN_ROWS:
      return list_of_dicts(field->table, field->get.rows(row));
    case COLUMN_ROW:
      inner = field->get.rows(row);
      return inner ? plain_row(field->table, inner) : SWIG_Py_Void();
    default:
      number = field->get.number(row);
      return number < 0 ? SWIG_Py_Void() : PyLong_FromLongLong((long long)number);
  }
}

static PyObject *plain_row(const table *of, const void *row) {
  PyObject *made = PyDict_New();
  for (size_t i = 0; made && i < of->width; i++) {
    PyObject *value = plain_value(&of->columns[i], row);
    if (!value || PyDict_SetItemString(made, of->columns[i].name, value) != 0) {
      Py_CLEAR(made);
    }
    Py_XDECREF(value);
  }
  return made;
}

static PyObject *list_of_dicts(const table *of, const void *array) {
  size_t count = of->count(array);
  PyObject *list = PyList_New((Py_ssize_t)count);
  for (size_t i = 0; list && i < count; i++) {
    PyObject *row = plain_row(of, of->at(array, i));
    if (!row) {
      Py_CLEAR(list);
      break;
    }
    PyList_SetItem(list, (Py_ssize_t)i, row); /* of a new list, within: does not fail */
  }
  return list;
}

static PyObject *one_column(const column *field, const table *of, const void *array, const slice *part) {
  PyObject *list = PyList_New((Py_ssize_t)part->count);
  for (size_t i = 0; list && i < part->count; i++) {
    PyObject *value = plain_value(field, of->at(array, slice_at(part, i)));
    if (!value) {
      Py_CLEAR(list);
      break;
    }
    PyList_SetItem(list, (Py_ssize_t)i, value);
  }
  return list;
}

/* {name: [value, ...]}; rows in rows are lists of dicts. */
static PyObject *dict_of_columns(const table *of, const void *array, int64_t start, int64_t step, int64_t count) {
  slice part;
  PyObject *made = get_slice(of, array, start, step, count, &part) ? PyDict_New() : NULL;
  for (size_t i = 0; made && i < of->width; i++) {
    PyObject *list = one_column(&of->columns[i], of, array, &part);
    if (!list || PyDict_SetItemString(made, of->columns[i].name, list) != 0) {
      Py_CLEAR(made);
    }
    Py_XDECREF(list);
  }
  return made;
}
%}

%define %bulk(ROWS)
%extend g40_##ROWS {
  PyObject *arrow(int64_t start, int64_t step, int64_t count) { return arrow_capsule(&table_##ROWS, $self, start, step, count); }
  PyObject *columns(int64_t start, int64_t step, int64_t count) { return dict_of_columns(&table_##ROWS, $self, start, step, count); }
}
%enddef
