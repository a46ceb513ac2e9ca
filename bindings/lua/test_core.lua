-- SWIG's layer: every object owns what it shows, in any order of letting go.
local core = require "g40.core"

local function collect()
  collectgarbage()
  collectgarbage()
end

local function asks(db)
  local query = assert(core.g40_query_new())
  assert(query:add_kind("ask"))
  assert(query:add_responsible("SZW"))
  local rows = assert(db:positions(query))
  assert(rows:count() > 1 and rows:count() == rows:total())
  return rows
end

local tests = {}
local function kind_of(number) -- where numbers are doubles a whole one is what can be asked for
  return math.type and math.type(number) or number == math.floor(number) and "integer" or "float"
end
local kept = {} -- still alive when Lua ends

function tests.an_ask_comes_with_its_exact_words()
  local db = assert(core.g40_db_open(nil))
  local ask = asks(db):at(0)
  print(ask:quote())
  local first = ask:passages():at(0):ranges():at(0)
  local text = assert(db:text(ask:document(), false)):bytes()
  local words = text:sub(first:start() + 1, first["end"](first))
  assert(#words > 0 and ask:quote():sub(1, #words) == words)
  kept = { db, ask, ask:ministries() }
end

function tests.integers_are_integers()
  local rows = asks(assert(core.g40_db_open(nil)))
  assert(kind_of(rows:count()) == "integer" and kind_of(rows:total()) == "integer")
  assert(kind_of(rows:at(0):start()) == "integer" and type(rows:at(0):confidence()) == "number")
  assert(rows:at(rows:count()) == nil)
  assert(not pcall(rows.at, rows, 0.5))
end

function tests.rows_outlive_a_closed_and_a_dropped_database()
  local db = assert(core.g40_db_open(nil))
  local rows = asks(db)
  assert(db:close() and db:close())
  assert(rows:at(0):kind() == "ask")
  db = nil
  collect()
  assert(rows:at(1):kind() == "ask")
end

function tests.a_row_outlives_its_array_and_parts_outlive_their_row()
  local row = asks(assert(core.g40_db_open(nil))):at(0)
  collect()
  assert(row:kind() == "ask")
  local passages = row:passages()
  row = nil
  collect()
  local ranges = passages:at(0):ranges()
  passages = nil
  collect()
  assert(ranges:at(0):start() > 0)
end

function tests.a_closed_database_answers_nil_and_an_error()
  local db = assert(core.g40_db_open(nil))
  db:close()
  local rows, err = db:positions(nil)
  assert(rows == nil and core.g40_error_name(err.code) == "G40_CLOSED")
  assert(tostring(err) == err.message and err.message:find("closed", 1, true))
end

function tests.a_failure_says_what_and_where()
  local db, err = core.g40_db_open("/no-such-file")
  assert(db == nil and kind_of(err.code) == "integer" and core.g40_error_name(err.code) == "G40_IO")
  local done, fault = core.g40_query_new():set_as_of("yesterday")
  assert(done == nil and fault.offset == 0)
end

function tests.what_is_no_argument_is_refused()
  local query = core.g40_query_new()
  assert(not pcall(query.add_theme, query, "a\0b"))
  assert(not pcall(query.add_theme, query, 3))
  assert(not pcall(query.add_theme, nil, "economie"))
  assert(not pcall(function() query.theme = "economie" end))
  local done, err = query:add_theme(nil)
  assert(done == nil and err.message:find("theme", 1, true))
end

function tests.the_private_layer_is_no_global()
  assert(rawget(_G, "core") == nil)
end

local failed = false
for name, test in pairs(tests) do
  local ok, message = xpcall(test, debug.traceback)
  if not ok then
    failed = true
    io.stderr:write(name, ": ", message, "\n")
  end
end
os.exit(failed and 1 or 0, true)
