/* How values and failures look in Lua 5.4. */
%header %{
#undef SWIG_LUA_MODULE_GLOBAL /* `require` returns the module; it is no global */
%}
%namewarn("") end;
#define %give(POINTER) SWIG_NewPointerObj(L, (void *)(POINTER), $1_descriptor, SWIG_POINTER_OWN); SWIG_arg++
#define %refuse(ARGUMENT, WHY) luaL_argerror(L, ARGUMENT, WHY)

/* SWIG makes every number a float. */
%typemap(in) int, int32_t, int64_t, size_t { $1 = ($1_ltype)luaL_checkinteger(L, $input); }
%typemap(out) int, int32_t, int64_t, size_t { lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++; }
%typemap(out) status { lua_pushboolean(L, $1 == G40_OK); SWIG_arg++; }
%typemap(out) const char *g40_text::bytes { lua_pushlstring(L, $1, (size_t)g40_text_length(arg1)); SWIG_arg++; }

%typemap(in) const char * (size_t size) {
  if (!lua_isnil(L, $input)) {
    luaL_checktype(L, $input, LUA_TSTRING);
    $1 = (char *)lua_tolstring(L, $input, &size);
    luaL_argcheck(L, strlen($1) == size, $input, "must not hold a NUL");
  }
}

/* A failure is nil and an error, which has code, offset and message and is its message as a string. */
typedef struct {
  %immutable;
  int32_t code, offset;
  char message[ANY];
  %mutable;
  %extend {
    ~g40_error() { free($self); }
    const char *__tostring() { return $self->message; }
  }
} g40_error;
%typemap(in, numinputs=0) g40_error *err (g40_error err) {
  err.code = G40_OK;
  $1 = &err;
}
%typemap(argout) g40_error *err {
  if ($1->code != G40_OK) {
    g40_error *copy = malloc(sizeof *copy);
    if (!copy) {
      luaL_error(L, "not enough memory");
    }
    *copy = *$1;
    lua_pushnil(L);
    SWIG_NewPointerObj(L, copy, $1_descriptor, SWIG_POINTER_OWN);
    SWIG_arg = 2;
  }
}
