/* What holds for every function in g40.i. Ownership: what C gives as `g40_x *` is the caller's; what it gives as `const g40_x *` is
 * borrowed, and retained here. So Python and Lua own all that they hold, and their garbage collectors may free in any order. */
%inline %{
#include <g40.h>
typedef const char *str; /* UTF-8; NULL is None, nil */
typedef int status;      /* 0, or a negative code that is in the error too */
%}
%include <stdint.i>
#ifdef SWIGPYTHON
%include "python/told.i"
%include "progress.i"
%include "python/values.i"
%include "python/bulk.i"
#else
%include "lua/told.i"
%include "progress.i"
%include "lua/values.i"
#define %bulk(ROWS)
#endif

#define ERR g40_error *err
#define TOLD g40_error *told
#define WRITES g40_write write, void *context, g40_error *written
#define TELL g40_progress progress, void *context
#define BYTES const char *text, int64_t length
#define LISTED const g40_query *query, g40_error *err
#define PLACE int64_t start(), end(), char_start(), char_end();

/* No constructors: functions make the objects, so that a failure can be told. */
%nodefaultctor;
%typemap(out) SWIGTYPE * { %give($1); }
/* SWIG lets None and nil pass as NULL. */
%typemap(check) SWIGTYPE *self { if (!$1) { %refuse($argnum, "self is missing"); } }

/* A type, the function that gives it back, its methods. */
%define %owned(NAME, FREE, ...)
typedef struct { %extend { ~g40_##NAME() { g40_##FREE($self); } __VA_ARGS__ } } g40_##NAME;
%enddef

%define %object(NAME, ...)
%owned(NAME, NAME##_free, __VA_ARGS__)
%enddef

/* Rows and their array. */
%define %rows(ROW, ROWS, ...)
%typemap(out) const g40_##ROW * { %give(g40_##ROW##_retain($1)); }
%typemap(out) const g40_##ROWS * { %give(g40_##ROWS##_retain($1)); }
%owned(ROW, ROW##_release, __VA_ARGS__)
%owned(ROWS, ROWS##_free, size_t count(); int64_t total(); const g40_##ROW *at(size_t i);)
%bulk(ROWS)
%enddef
