-- Runs a test in Lua 5.1 or LuaJIT, which do not know `<close>`. Usage: old.lua TEST
local file = assert(io.open(arg[1]))
local text = file:read "*a"
file:close()
assert(loadstring(text:gsub(" <close>", ""), "@" .. arg[1]))()
