-- `luarocks --lua-version 5.4 make` builds and installs the Lua module with the library in it (docs/bindings.md). Lua 5.1
-- and LuaJIT take the same code.
package = "g40"
version = "scm-1"
source = { url = "git+https://example.invalid/libg40.git" }
description = {
  summary = "Dutch policy positions as data: who wants what from whom, with the exact words",
  license = "MIT",
}
dependencies = { "lua >= 5.1" }
-- Libraries of the system; `dev` names their Debian packages. SWIG, CMake and Ninja build it.
external_dependencies = {
  SQLITE = { header = "sqlite3.h" },
  YAML = { header = "yaml.h" },
  UTF8PROC = { header = "utf8proc.h" },
  STEMMER = { header = "libstemmer.h" },
  MD = { header = "sha2.h" },
  MD4C = { header = "md4c.h" },
}
build = {
  type = "command",
  build_command = [[cmake -S . -B build/rock -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DG40_TOOL=OFF \
    -DG40_EXTENSION=OFF -DG40_BINDINGS=ON -DG40_PYTHON=OFF -DG40_LUA_ROCK=ON "-DLUA_INCLUDE_DIRS=$(LUA_INCDIR)" \
    "-DG40_LUA_DIR=$(LUADIR)" "-DG40_LUA_LIBDIR=$(LIBDIR)" && cmake --build build/rock --target g40_lua g40_lua_face g40_lua_parts]],
  install_command = "cmake --install build/rock --component lua",
}
