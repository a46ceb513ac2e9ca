/* How values and failures look in Lua: 5.4, and 5.1 and LuaJIT, which have no integers. */
%header %{
#undef SWIG_LUA_MODULE_GLOBAL /* `require` returns the module; it is no global */
%}
%namewarn("") end;
#define %give(POINTER) SWIG_NewPointerObj(L, (void *)(POINTER), $1_descriptor, SWIG_POINTER_OWN); SWIG_arg++
#define %refuse(ARGUMENT, WHY) luaL_argerror(L, ARGUMENT, WHY)

/* SWIG makes every number a float. */
%typemap(in) int, int32_t, int64_t, size_t {
  $1 = ($1_type)get_integer(L, $input, "$1_name", std_min($1_type), std_max($1_type));
}
%typemap(out) int, int32_t, int64_t, size_t { push_integer(L, (int64_t)$1); SWIG_arg++; }
%typemap(out) status { lua_pushboolean(L, $1 == G40_OK); SWIG_arg++; }
%typemap(out) const char *g40_text::bytes { lua_pushlstring(L, $1, (size_t)g40_text_length(arg1)); SWIG_arg++; }
%typemap(in) bool {
  if (!lua_isboolean(L, $input)) {
    wrong_type(L, $input, "$1_name", "a boolean");
  }
  $1 = lua_toboolean(L, $input) != 0;
}

%typemap(in) const char * (size_t size) {
  if (!lua_isnil(L, $input)) {
    if (lua_type(L, $input) != LUA_TSTRING) {
      wrong_type(L, $input, "$1_name", "a string");
    }
    $1 = (char *)lua_tolstring(L, $input, &size);
    luaL_argcheck(L, strlen($1) == size, $input, "$1_name must not hold a NUL");
  }
}
/* A NUL is a byte like others. */
%typemap(in) (const char *text, int64_t length) (size_t size) {
  if (lua_type(L, $input) != LUA_TSTRING) {
    wrong_type(L, $input, "$1_name", "a string");
  }
  $1 = (char *)lua_tolstring(L, $input, &size);
  $2 = (int64_t)size;
}
%{
#define std_min(TYPE) ((TYPE)-1 > 0 ? 0 : sizeof(TYPE) == 4 ? INT32_MIN : INT64_MIN)
#define std_max(TYPE) (sizeof(TYPE) == 4 ? INT32_MAX : INT64_MAX)

static void wrong_type(lua_State *L, int index, const char *name, const char *wanted) {
  luaL_argerror(L, index, lua_pushfstring(L, "%s must be %s, not %s", name, wanted, luaL_typename(L, index)));
}

#if LUA_VERSION_NUM >= 503
#define push_integer(L, NUMBER) lua_pushinteger(L, (lua_Integer)(NUMBER))
#else
#define push_integer(L, NUMBER) lua_pushnumber(L, (lua_Number)(NUMBER))
#endif

static int64_t get_integer(lua_State *L, int index, const char *name, int64_t least, int64_t most) {
  int exact = 0;
  int64_t number = 0;
  if (lua_type(L, index) == LUA_TNUMBER) {
#if LUA_VERSION_NUM >= 503
    number = lua_tointegerx(L, index, &exact);
#else /* numbers are doubles: whole ones below 2^53 are what was meant */
    lua_Number given = lua_tonumber(L, index);
    exact = given > -9007199254740992.0 && given < 9007199254740992.0 && (lua_Number)(int64_t)given == given;
    number = exact ? (int64_t)given : 0;
#endif
  }
  if (!exact) {
    wrong_type(L, index, name, "an integer");
  }
  luaL_argcheck(L, number >= least && number <= most, index, lua_pushfstring(L, "%s is out of range", name));
  return number;
}
%}

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
%{
static void push_error(lua_State *L, const g40_error *err, swig_type_info *type) {
  g40_error *copy = malloc(sizeof *copy);
  if (!copy) {
    luaL_error(L, "not enough memory");
  }
  *copy = *err;
  lua_pushnil(L);
  SWIG_NewPointerObj(L, copy, type, SWIG_POINTER_OWN);
}
%}
%typemap(in, numinputs=0) g40_error *err (g40_error err) {
  err.code = G40_OK;
  $1 = &err;
}
%typemap(argout) g40_error *err {
  if ($1->code != G40_OK) {
    push_error(L, $1, $1_descriptor);
    SWIG_arg = 2;
  }
}

%{
/* Raised before the call is noted (telling_begin): an error of Lua leaves without noting its end. */
static void not_at_work(lua_State *L, const void *handle) {
  if (is_telling(handle)) {
    luaL_error(L, "a callback must not use the database that is at work");
  }
}
%}
/* A long call tells a function, or nil. An error in it ends the call and is raised by it. */
%typemap(in) g40_error *told (g40_error err, telling call = NOT_TELLING) {
  if (!lua_isnil(L, $input) && !lua_isfunction(L, $input)) {
    wrong_type(L, $input, "progress", "a function or nil");
  }
  not_at_work(L, arg1);
  err.code = G40_OK;
  $1 = &err;
  call.whom.state = L;
  call.whom.index = lua_isnil(L, $input) ? 0 : $input;
  telling_begin(&call, arg1);
}
%define %told(ERROR, TYPE)
  telling_end(&call$argnum);
  if (call$argnum.whom.failed) {
    lua_pushvalue(L, call$argnum.whom.index);
    lua_error(L);
  }
  if (ERROR->code != G40_OK) {
    push_error(L, ERROR, TYPE);
    SWIG_arg = 2;
  }
%enddef
%typemap(argout) g40_error *told { %told($1, $1_descriptor) }

/* What is written goes to a function, piece by piece. */
%typemap(in) (g40_write write, void *context, g40_error *written) (g40_error err, telling call = NOT_TELLING) {
  if (!lua_isfunction(L, $input)) {
    wrong_type(L, $input, "write", "a function");
  }
  not_at_work(L, arg1);
  err.code = G40_OK;
  $1 = hand_over;
  $2 = &call;
  $3 = &err;
  call.whom.state = L;
  call.whom.index = $input;
  call.writes = true;
  telling_begin(&call, arg1);
}
%typemap(argout) (g40_write write, void *context, g40_error *written) { %told($3, $3_descriptor) }

%define %slow
%exception {
  not_at_work(L, arg1);
  $action
}
%enddef
%define %quick
%exception;
%enddef
