/* How values and failures look in Python. */
%namewarn("") id;
%namewarn("") file;
%namewarn("") type;
%namewarn("") bytes;
%namewarn("") any;
%pythonnondynamic;
#define %give(POINTER) $result = SWIG_NewPointerObj((void *)(POINTER), $1_descriptor, SWIG_POINTER_OWN)
#define %refuse(ARGUMENT, WHY) SWIG_exception_fail(SWIG_TypeError, "$symname: " WHY)

%typemap(out) status { $result = $1 == G40_OK ? SWIG_Py_Void() : NULL; }
%typemap(out) const char *g40_text::bytes { $result = PyBytes_FromStringAndSize($1, (Py_ssize_t)g40_text_length(arg1)); }

/* Only what the stable ABI of Python 3.9 has: one wheel serves all versions from there on. So UTF-8 is an object of its own. */
%typemap(in) const char * (PyObject *utf8 = NULL, char *words = NULL, Py_ssize_t size) {
  if ($input != Py_None) {
    if (!PyUnicode_Check($input)) {
      wrong_type("$1_name must be a str", $input);
      SWIG_fail;
    }
    utf8 = get_utf8($input, "$1_name", &words, &size);
    if (!utf8) {
      SWIG_fail;
    }
    $1 = words;
    if (strlen(words) != (size_t)size) {
      SWIG_exception_fail(SWIG_ValueError, "$1_name must not hold a NUL");
    }
  }
}
%typemap(freearg) const char * { Py_XDECREF(utf8$argnum); }
/* Bytes as they are, or a str in UTF-8; a NUL is a byte like others. */
%typemap(in) (const char *text, int64_t length) (PyObject *utf8 = NULL, char *words = NULL, Py_ssize_t size) {
  if (!PyBytes_Check($input) && !PyUnicode_Check($input)) {
    wrong_type("$1_name must be a str or bytes", $input);
    SWIG_fail;
  }
  utf8 = get_utf8($input, "$1_name", &words, &size);
  if (!utf8) {
    SWIG_fail;
  }
  $1 = words;
  $2 = (int64_t)size;
}
%typemap(freearg) (const char *text, int64_t length) { Py_XDECREF(utf8$argnum); }

%typemap(in) int, int32_t, int64_t, size_t {
  int64_t number;
  if (!get_integer($input, "$1_name", std_min($1_type), std_max($1_type), &number)) {
    SWIG_fail;
  }
  $1 = ($1_type)number;
}
%typemap(in) bool {
  if (!PyBool_Check($input)) {
    wrong_type("$1_name must be a bool", $input);
    SWIG_fail;
  }
  $1 = $input == Py_True;
}
%{
#define std_min(TYPE) ((TYPE)-1 > 0 ? 0 : sizeof(TYPE) == 4 ? INT32_MIN : INT64_MIN)
#define std_max(TYPE) (sizeof(TYPE) == 4 ? INT32_MAX : INT64_MAX)

/* A lone surrogate is no text: Python's own words do not say in which argument. */
static void bad_text(const char *name) {
  if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) {
    PyErr_Format(PyExc_ValueError, "%s must be text: it holds a lone surrogate", name);
  }
}

/* "x must be a str", what it is instead. */
static void wrong_type(const char *what, PyObject *given) {
  PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(given), "__name__");
  if (name) {
    PyErr_Format(PyExc_TypeError, "%s, not %S", what, name);
    Py_DECREF(name);
  }
}

/* The bytes of a str or bytes, which live as long as the object that is returned; NULL: none, and an exception is set. */
static PyObject *get_utf8(PyObject *from, const char *name, char **text, Py_ssize_t *size) {
  PyObject *bytes = PyUnicode_Check(from) ? PyUnicode_AsUTF8String(from) : from;
  if (!bytes) {
    bad_text(name);
    return NULL;
  }
  if (bytes == from) {
    Py_INCREF(from);
  }
  if (PyBytes_AsStringAndSize(bytes, text, size) != 0) {
    Py_CLEAR(bytes);
  }
  return bytes;
}

static bool get_integer(PyObject *from, const char *name, int64_t least, int64_t most, int64_t *number) {
  if (!PyLong_Check(from) || PyBool_Check(from)) {
    char what[64];
    snprintf(what, sizeof what, "%s must be an int", name);
    wrong_type(what, from);
    return false;
  }
  int overflow = 0;
  *number = PyLong_AsLongLongAndOverflow(from, &overflow);
  if (overflow || *number < least || *number > most) {
    PyErr_Format(PyExc_OverflowError, "%s is out of range", name);
    return false;
  }
  return true;
}

/* The exceptions are classes of the hand-written face. */
static void raise_error(const g40_error *err) {
  PyObject *module = PyImport_ImportModule("g40.errors");
  PyObject *error = module ? PyObject_CallMethod(module, "make", "sii", err->message, (int)err->code, (int)err->offset) : NULL;
  if (error) {
    PyErr_SetObject((PyObject *)Py_TYPE(error), error);
  }
  Py_XDECREF(error);
  Py_XDECREF(module);
}
%}
%typemap(in, numinputs=0) g40_error *err (g40_error err) {
  err.code = G40_OK;
  $1 = &err;
}
%typemap(argout) g40_error *err {
  if ($1->code != G40_OK) {
    Py_XDECREF($result);
    raise_error($1);
    SWIG_fail;
  }
}

/* A long call tells a callable, or None. What that raises ends the call and is raised by it; without a callable Ctrl-C ends
 * it too. */
%typemap(in) g40_error *told (g40_error err, telling call = NOT_TELLING) {
  if ($input != Py_None && !PyCallable_Check($input)) {
    wrong_type("progress must be a callable or None", $input);
    SWIG_fail;
  }
  err.code = G40_OK;
  $1 = &err;
  call.whom.callable = $input;
  telling_begin(&call, arg1);
}
%define %told(ERROR)
  if (call$argnum.whom.type) {
    Py_XDECREF($result);
    PyErr_Restore(call$argnum.whom.type, call$argnum.whom.value, call$argnum.whom.trace);
    SWIG_fail;
  }
  if (ERROR->code != G40_OK) {
    Py_XDECREF($result);
    raise_error(ERROR);
    SWIG_fail;
  }
%enddef
%typemap(argout) g40_error *told { %told($1) }
%typemap(freearg) g40_error *told { telling_end(&call$argnum); }

/* What is written goes to a callable, piece by piece. */
%typemap(in) (g40_write write, void *context, g40_error *written) (g40_error err, telling call = NOT_TELLING) {
  if (!PyCallable_Check($input)) {
    wrong_type("write must be a callable", $input);
    SWIG_fail;
  }
  err.code = G40_OK;
  $1 = hand_over;
  $2 = &call;
  $3 = &err;
  call.whom.callable = $input;
  call.writes = true;
  telling_begin(&call, arg1);
}
%typemap(argout) (g40_write write, void *context, g40_error *written) { %told($3) }
%typemap(freearg) (g40_write write, void *context, g40_error *written) { telling_end(&call$argnum); }

/* Calls that take time, or may wait for a handle's lock, let other threads run. */
%define %slow
%exception {
  if (is_telling(arg1)) {
    SWIG_exception_fail(SWIG_RuntimeError, "a callback must not use the database that is at work");
  }
  Py_BEGIN_ALLOW_THREADS
  $action
  Py_END_ALLOW_THREADS
}
%enddef
%define %quick
%exception;
%enddef
