-- Lifetimes: parents dropped or closed first, closed twice, used after closing, temporaries, any order of collection, an exit
-- with live objects (the kept ones below). Each gives an error or an answer; the sanitizer build sees the rest.
local g40 = require "g40"
local tests, kept = {}, {}
local PLAN = (os.getenv "G40_SOURCE" or ".") .. "/test/data/reader/nota.txt"

local function collect()
  collectgarbage()
  collectgarbage()
end

local QUESTIONS = {
  resolve = function(db) return db:resolve("EZ", "2025-09-01", "2026-05-01") end,
  search = function(db) return db:search "regio" end,
  match = function(db) return db:match "Geef gemeenten meer geld" end,
  uptake = function(db) return db:uptake(nil, { limit = 2 }) end,
  compare = function(db) return db:compare("g40-economie-en-werk-2025", g40.open():positions { kind = "ask" }) end,
  network = function(db) return db:network { limit = 20 } end,
  export = function(db)
    local pieces = {}
    local done, err = db:export("skos", function(piece) pieces[#pieces + 1] = piece end)
    return done and table.concat(pieces), err
  end,
  analyze = function(db) return db:analyze "Het Rijk moet gemeenten betalen." end,
  review = function(db) return db:review "g40-economie-en-werk-2025" end,
  review_file = function(db) return db:review_file(PLAN, { date = "2025-09-01" }) end,
  info = function(db) return db:info() end,
  verify = function(db) return db:verify() end,
  text = function(db) return db:text "g40-economie-en-werk-2025" end,
  context = function(db) return db:context("g40-economie-en-werk-2025", 709, 830) end,
  coding = function(db) return db:coding "g40-economie-en-werk-2025" end,
}
for _, name in ipairs { "positions", "ministries", "stakeholders", "themes", "instruments", "advices", "figures", "citations",
  "documents", "members" } do
  QUESTIONS[name] = function(db) return db[name](db) end
end

-- All that an answer holds, as one string.
local function plain(value)
  local kind = (getmetatable(value) or {}).__name
  if kind then
    value = kind == "g40.rows" and value:to_tables() or value:to_table()
  end
  if type(value) ~= "table" then
    return tostring(value)
  end
  local parts = {}
  for name, each in pairs(value) do
    parts[#parts + 1] = tostring(name) .. "=" .. plain(each)
  end
  table.sort(parts)
  return "{" .. table.concat(parts, ",") .. "}"
end

for name, ask in pairs(QUESTIONS) do
  for _, how in ipairs { "close", "drop", "close twice", "close and drop" } do
    tests[name .. " outlives its database: " .. how] = function()
      local db = assert(g40.open())
      local answer, wanted = assert(ask(db)), plain(assert(ask(assert(g40.open()))))
      if how:find "close" then
        assert(db:close())
      end
      if how:find "twice" then
        assert(db:close())
      end
      if how:find "drop" then
        db = nil
      end
      collect()
      assert(plain(answer) == wanted)
      kept[#kept + 1] = how == "close" and { answer, db } or nil
    end
  end
  tests[name .. " of a closed database is nil and an error"] = function()
    local db = assert(g40.open())
    db:close()
    local answer, err = ask(db)
    assert(answer == nil and err.code == g40.codes.CLOSED and tostring(err):find "closed")
  end
end

function tests.temporaries_live_as_long_as_they_are_used()
  assert(g40.open():positions({ kind = "ask" })[1].passages[1].ranges[1]["end"] > 0)
  assert(g40.open():search("regio")[1].marks[1]["end"] > 0)
  for row in g40.open():positions { kind = "ask", limit = 3 } do
    collect()
    assert(row.kind == "ask" and #row.passages > 0)
  end
end

for seed = 1, 30 do
  tests["any order of letting go, " .. seed] = function()
    math.randomseed(seed)
    local db = assert(g40.open())
    local positions, hits, found = db:positions { kind = "ask" }, db:search "regio", db:resolve("EZ", "2025-09-01", "2026-05-01")
    local row, edges = positions[4], db:network { limit = 5 }
    local differences = db:compare("g40-economie-en-werk-2025", positions)
    local changed = differences[3]
    local objects = { db, positions, row, row.passages, row.passages[1], row.passages[1].ranges, row.passages[1].ranges[1],
      row.ministries, row.stakeholders, hits, hits[1], hits[1].marks, hits.facets, found, found.ministry, found.now, positions:sub(2), edges, edges[1],
      edges[1].now, edges[1].positions[1], differences, changed, changed.before, changed.gone }
    db, positions, hits, found, row, edges, differences, changed = nil, nil, nil, nil, nil, nil, nil, nil
    while #objects > 0 do
      table.remove(objects, math.random(#objects))
      collectgarbage(seed % 2 == 0 and "step" or "collect")
      if #objects % 5 == 0 then
        for _, each in ipairs(objects) do
          assert(getmetatable(each).__name == "g40.database" or plain(each))
        end
      end
    end
  end
end

function tests.a_close_variable_closes()
  local outside
  do
    local db <close> = assert(g40.open())
    outside = db
  end
  if _VERSION == "Lua 5.1" then -- has no such variables
    outside:close()
  end
  local answer, err = outside:positions()
  assert(answer == nil and err.code == g40.codes.CLOSED)
end

function tests.a_state_that_ends_in_a_coroutine_is_quiet()
  local inside = coroutine.create(function()
    local db <close> = assert(g40.open())
    for row in db:positions() do
      coroutine.yield(row)
    end
  end)
  local _, row = coroutine.resume(inside)
  assert(row.id and (not coroutine.close or coroutine.close(inside)) and row.id)
  kept[#kept + 1] = coroutine.wrap(function() local db = g40.open() coroutine.yield(db:positions()) end)
  kept[#kept]()
end

-- All of them, or those whose names have one of these words.
local words = { ... }
local function is_wanted(name)
  for _, word in ipairs(words) do
    if name:find(word) then
      return true
    end
  end
  return #words == 0
end

local failed, ran = false, 0
for name, test in pairs(tests) do
  if is_wanted(name) then
    ran = ran + 1
    local ok, message = xpcall(test, debug.traceback)
    if not ok then
      failed = true
      io.stderr:write(name, ": ", message, "\n")
    end
  end
end
print(ran .. " tests")
os.exit(failed and 1 or 0, true)
