/* Who is told of progress in Python. */
%{
typedef struct told_by {
  PyObject *callable;             /* borrowed from the call's arguments; None: nobody */
  PyObject *type, *value, *trace; /* what it raised */
} told_by;

/* With the GIL: what the callable answered (NULL: it raised), or what came up before, decides. */
static int end_telling(told_by *whom, PyObject *answer) {
  int stop = !answer || answer == Py_False;
  Py_XDECREF(answer);
  if (PyErr_Occurred()) {
    PyErr_Fetch(&whom->type, &whom->value, &whom->trace);
  }
  return stop;
}

/* False cancels, and so does an exception. */
static int tell_one(told_by *whom, int64_t done, int64_t total, const char *what) {
  PyGILState_STATE gil = PyGILState_Ensure();
  PyObject *answer = NULL;
  if (!whom->type && PyErr_CheckSignals() == 0) {
    answer = whom->callable == Py_None
                 ? SWIG_Py_Void()
                 : PyObject_CallFunction(whom->callable, "LLz", (long long)done, (long long)total, what);
  }
  int stop = end_telling(whom, answer);
  PyGILState_Release(gil);
  return stop;
}

/* The same with bytes that were written. */
static int take_one(told_by *whom, const char *bytes, size_t length) {
  PyGILState_STATE gil = PyGILState_Ensure();
  PyObject *answer = NULL, *piece = NULL;
  if (!whom->type && PyErr_CheckSignals() == 0) {
    piece = PyBytes_FromStringAndSize(bytes, (Py_ssize_t)length);
    answer = piece ? PyObject_CallFunctionObjArgs(whom->callable, piece, NULL) : NULL;
    Py_XDECREF(piece);
  }
  int stop = end_telling(whom, answer);
  PyGILState_Release(gil);
  return stop;
}
%}
