/* Who is told of progress in Lua: a function on the stack of the coroutine that made the call. */
%{
typedef struct told_by {
  lua_State *state;
  int index;   /* of the function; of what it raised once it did. 0: nobody */
  bool failed;
} told_by;

typedef struct step {
  int64_t done, total;
  const char *what, *bytes; /* bytes: `total` of them were written, and nothing else is told */
} step;

/* Runs protected: making a string may raise too. */
static int tell_protected(lua_State *L) {
  const step *now = lua_touserdata(L, 2);
  lua_pushvalue(L, 1);
  if (now->bytes) {
    lua_pushlstring(L, now->bytes, (size_t)now->total);
    lua_call(L, 1, 1);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)now->done);
  lua_pushinteger(L, (lua_Integer)now->total);
  if (now->what) {
    lua_pushstring(L, now->what);
  } else {
    lua_pushnil(L);
  }
  lua_call(L, 3, 1);
  return 1;
}

/* false cancels, and so does an error. */
static int tell_step(told_by *whom, step *now) {
  lua_State *L = whom->state;
  if (!whom->index || whom->failed) {
    return whom->failed;
  }
  if (!lua_checkstack(L, 4)) {
    return 1;
  }
  lua_pushcfunction(L, tell_protected);
  lua_pushvalue(L, whom->index);
  lua_pushlightuserdata(L, now);
  whom->failed = lua_pcall(L, 2, 1, 0) != 0;
  if (whom->failed) {
    lua_replace(L, whom->index);
    return 1;
  }
  bool stop = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
  lua_pop(L, 1);
  return stop;
}

static int tell_one(told_by *whom, int64_t done, int64_t total, const char *what) {
  return tell_step(whom, &(step){ done, total, what, NULL });
}

static int take_one(told_by *whom, const char *bytes, size_t length) {
  return tell_step(whom, &(step){ 0, (int64_t)length, NULL, bytes });
}
%}
