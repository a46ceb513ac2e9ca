/* Who is told of progress in Python. */
%{
typedef struct told_by {
  PyObject *callable;               /* borrowed from the call's arguments; None: nobody */
  PyObject *type, *value, *trace; /* what it raised */
} told_by;

/* False cancels, and so does an exception. */
static int tell_one(told_by *whom, int64_t done, int64_t total, const char *what) {
  PyGILState_STATE gil = PyGILState_Ensure();
  bool stop = whom->type || PyErr_CheckSignals() != 0;
  if (!stop && whom->callable != Py_None) {
    PyObject *answer = PyObject_CallFunction(whom->callable, "LLz", (long long)done, (long long)total, what);
    stop = !answer || answer == Py_False;
    Py_XDECREF(answer);
  }
  if (PyErr_Occurred()) {
    PyErr_Fetch(&whom->type, &whom->value, &whom->trace);
  }
  PyGILState_Release(gil);
  return stop;
}
%}
