/* How values and failures look in Python. */
%namewarn("") id;
%namewarn("") file;
%pythonnondynamic;
#define %give(POINTER) $result = SWIG_NewPointerObj((void *)(POINTER), $1_descriptor, SWIG_POINTER_OWN)
#define %refuse(ARGUMENT, WHY) SWIG_exception_fail(SWIG_TypeError, "$symname: " WHY)

%typemap(out) status { $result = $1 == G40_OK ? SWIG_Py_Void() : NULL; }
%typemap(out) const char *g40_text::bytes { $result = PyBytes_FromStringAndSize($1, (Py_ssize_t)g40_text_length(arg1)); }

%typemap(freearg) const char * "";
%typemap(in) const char * (Py_ssize_t size) {
  if ($input != Py_None) {
    if (!PyUnicode_Check($input)) {
      SWIG_exception_fail(SWIG_TypeError, "$symname: $1_name must be a str");
    }
    $1 = (char *)PyUnicode_AsUTF8AndSize($input, &size);
    if (!$1) {
      SWIG_fail;
    }
    if (strlen($1) != (size_t)size) {
      SWIG_exception_fail(SWIG_ValueError, "$symname: $1_name must not hold a NUL");
    }
  }
}

/* The exceptions are classes of the hand-written face. */
%{
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
