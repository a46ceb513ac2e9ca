-- The face: what a person writes in Lua, and that mistakes are named.
local g40 = require "g40"
local core = require "g40.core"
local rows = require "g40.rows"

local SOURCE = os.getenv("G40_SOURCE")
local NOTE = SOURCE .. "/test/data/reader/nota.txt"
local tests = {}

local function raises(words, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok, "nothing was raised, wanted: " .. words)
  assert(tostring(message):find(words, 1, true), ("'%s' is not in: %s"):format(words, message))
end

local function own()
  local path = os.tmpname()
  os.remove(path)
  return assert(g40.open(path, { create = true })), path
end

function tests.an_answer_is_walked_counted_and_indexed()
  local db <close> = assert(g40.open())
  local asks, count = assert(db:positions { responsible = "SZW", kind = "ask" }), 0
  for ask in asks do
    count = count + 1
    assert(ask == asks[count] and ask.kind == "ask" and #ask.quote > 0)
    for inner in asks do
      assert(inner == asks[1])
      break
    end
  end
  assert(count == #asks and asks.total == count and asks:first() == asks[1] and asks[count + 1] == nil and asks[0] == nil)
  local part = asks:sub(2, 3)
  assert(#part == 2 and part[1] == asks[2] and part[3] == nil and #asks:sub(-1) == 1 and #asks:sub(3, 1) == 0)
  assert(math.type(asks.total) == "integer" and math.type(asks[1].start) == "integer" and math.type(asks[1]["end"]) == "integer")
  assert(tostring(asks[1]):find(asks[1].id, 1, true) and tostring(asks):find("position rows"))
end

function tests.every_field_of_every_kind_is_the_librarys_and_none_is_missing()
  local exported, count = {}, 0
  for name in assert(io.open(SOURCE .. "/src/libg40.map")):read("a"):gmatch("g40_([%w_]+);") do
    exported[name] = true
  end
  for kind, fields in pairs(rows.fields) do
    for field in pairs(fields) do
      assert(field == "ranges" or exported[kind .. "_" .. field], kind .. "." .. field)
      exported[kind .. "_" .. field] = nil
      count = count + 1
    end
    for _, field in ipairs { "retain", "release", "free", "range_count", "range_start", "range_end" } do
      exported[kind .. "_" .. field] = nil
    end
  end
  assert(count > 200)
  for name in pairs(exported) do
    for kind in pairs(rows.fields) do -- what is left of a kind is another kind's: ministry_role_..., ministry
      local rest = name:match("^" .. kind .. "_(.*)")
      assert(not rest or rest:find("^roles?_"), name .. " is no field")
    end
  end
end

function tests.every_listing_gives_plain_tables()
  local db <close> = assert(g40.open())
  for _, name in ipairs { "positions", "ministries", "stakeholders", "themes", "instruments", "advices", "figures", "citations",
    "documents", "members" } do
    local list = assert(db[name](db))
    local plain = list:to_tables()
    assert(#plain == #list and #plain > 0 and getmetatable(plain[1]) == nil and next(plain[1]))
    for field, value in pairs(list[1]) do
      assert(type(value) ~= "number" and type(value) ~= "string" or plain[1][field] == value, field)
    end
  end
  local position = db:positions()[1]:to_table()
  assert(type(position.passages[1].ranges[1].start) == "number" and getmetatable(position.ministries) == nil)
end

function tests.filters_take_lists_and_rows()
  local db <close> = assert(g40.open())
  local both = assert(db:positions { theme = { "arbeidsmigratie", "participatie" } })
  assert(#both == #db:positions { theme = "arbeidsmigratie" } + #db:positions { theme = "participatie" })
  local theme = db:themes { id = "theme/participatie" }[1]
  assert(db:positions { theme = theme } == db:positions { theme = "participatie" })
  local page = db:positions { limit = 2 }
  assert(#page == 2 and page.total > 2 and db:positions { limit = 1, after = page[1] }[1] == page[2])
end

function tests.names_resolve_with_their_dates()
  local db <close> = assert(g40.open())
  local found = assert(db:resolve("EZ", "2025-09-01", "2026-05-01"))
  assert(found.state == "resolved" and found.ministry.name == "Economische Zaken" and found.now[1].abbreviation == "EZK")
  assert(found:to_table().now[1].abbreviation == "EZK")
  assert(db:resolve("VROM", "2025-10-29").reason == "ended")
end

function tests.texts_are_searched_matched_and_analysed()
  local db <close> = assert(g40.open())
  local hits = assert(db:search("regio", { limit = 2, related = true }))
  assert(#hits == 2 and hits.any == false and hits.facets[1].kind and hits[1].marks[1].start >= 0)
  local ask = db:positions { kind = "ask" }[1]
  local around = { db:context(ask.document, ask.start, ask["end"]) }
  assert(#around == 3 and db:text(ask.document, true):sub(ask.start + 1, ask["end"]):sub(1, 5) == ask.quote:sub(1, 5))
  local segment = assert(g40.analyze("Wij vragen het ministerie van EZ om een plan.", { date = "2025-09-01" }))[1]
  assert(segment.type == "ask" and segment.actors[1].abbreviation == "EZ" and segment.ranges[1][2] == segment["end"])
  assert(db:verify().errors == 0 and db:info().known_through == "2026-05-19")
end

function tests.papers_are_taken_in_and_out()
  local db, path = own()
  local steps = {}
  local done = assert(db:ingest(NOTE, { kind = "letter", date = "2025-06-01", progress = function(...) steps[#steps + 1] = { ... } end }))
  assert(done.added == 1 and #done.diagnostics == 0 and steps[1][3] == NOTE and steps[#steps][1] == 1 and steps[#steps][3] == nil)
  assert(math.type(steps[1][1]) == "integer" and db:coding("nota"):find("document: nota"))
  assert(db:match("meer geld voor bedrijventerreinen", { limit = 1 })[1].document == "nota")
  local asks = g40.open():positions { kind = "ask", theme = "economie" }
  local taken = assert(db:uptake(asks, { progress = function() end }))
  assert(#taken == #asks and taken[1].match.document == "nota" and taken.precision > 0 and taken[1]:to_table().match.quote)
  assert(#assert(db:uptake(nil, { limit = 1 })) == 1)
  raises("asks", db.uptake, db, asks:sub(2))
  assert(#db:match(db:positions { kind = "ask" }[1]) == 0 and db:remove("nota") == true)
  local gone, err = db:remove("nota")
  assert(gone == nil and err.code == g40.codes.NOT_FOUND)
  db:close()
  os.remove(path)
end

function tests.progress_works_in_a_coroutine_and_may_cancel_or_raise()
  local db, path = own()
  local told
  local inside = coroutine.create(function()
    local me = coroutine.running()
    local done = db:ingest(NOTE, { progress = function() told = coroutine.running() == me end })
    coroutine.yield(done.added)
    return db:verify(function() end).errors
  end)
  local ok, added = coroutine.resume(inside)
  assert(ok and added == 1 and told)
  local _, errors = coroutine.resume(inside)
  assert(errors == 0)
  local done, err = g40.open():verify(function() return false end)
  assert(done == nil and err.code == g40.codes.CANCELLED)
  local mine = setmetatable({}, { __tostring = function() return "mine" end })
  local fine, raised = pcall(db.ingest, db, NOTE, { progress = function() error(mine) end })
  assert(not fine and raised == mine)
  raises("yield", coroutine.wrap(function() g40.open():verify(coroutine.yield) end))
  raises("at work", db.ingest, db, NOTE, { progress = function() db:documents() end })
  raises("at work", db.ingest, db, NOTE, { progress = function() db:close() end })
  assert(#db:documents() == 1)
  db:close()
  os.remove(path)
end

function tests.failures_are_nil_and_an_error()
  local db, err = g40.open("/no-such-file")
  assert(db == nil and err.code == g40.codes.IO and tostring(err) == err.message and err.message:find("no-such-file", 1, true))
  local list, fault = g40.open():positions { ministry = "Niksministerie" }
  assert(list == nil and fault.code == g40.codes.NOT_FOUND)
  list, fault = g40.open():positions { as_of = "soon" }
  assert(list == nil and fault.code == g40.codes.ARGUMENT and fault.offset == 0)
  local out = os.tmpname()
  local found, faults = g40.compile(SOURCE .. "/test/data/broken", out)
  assert(found == nil and faults.code == g40.codes.INVALID and #faults.diagnostics > 3 and tostring(faults):find(":%d+:"))
  os.remove(out)
  local check = assert(g40.check_coding(SOURCE .. "/test/data/small/corpora/klein/coding.yaml"))
  assert(#check.anchors > 0 and check.units.covered > 0 and check.diagnostics.errors == 0)
end

function tests.mistakes_are_raised_and_named()
  local db <close> = assert(g40.open())
  raises("mnistry", db.positions, db, { mnistry = "SZW" })
  raises("theme", db.positions, db, { theme = 3 })
  raises("theme", db.positions, db, { theme = { "a", 3 } })
  raises("theme", db.positions, db, { theme = {} })
  raises("theme must not hold a NUL", db.positions, db, { theme = "a\0b" })
  raises("limit", db.positions, db, { limit = 1.5 })
  raises("limit", db.positions, db, { limit = "3" })
  assert(#db:positions { limit = 2 ^ 53 | 1 } > 0)
  raises("with_contacts", db.positions, db, { with_contacts = 1 })
  raises("colon", db.positions, { theme = "x" })
  raises("options", db.positions, db, "SZW")
  raises("words", db.search, db, 3)
  raises("text", g40.analyze, nil)
  raises("path", db.ingest, db, { 3 })
  raises("document", db.text, db, nil)
  raises("start", db.context, db, "g40-economie-en-werk-2025", 1.5, 3)
  raises("no field 'knid'", function() return db:positions()[1].knid end)
  raises("do not change", function() db:positions()[1].kind = "rule" end)
  raises("cannot be set", function() db.path = "x" end)
  local found, err = g40.analyze("ab\xff")
  assert(found == nil and err.code == g40.codes.INVALID and err.offset == 2)
  assert(g40.analyze("Gemeenten moeten\0betalen."))
end

local failed = false
for name, test in pairs(tests) do
  local ok, message = xpcall(test, debug.traceback)
  if not ok then
    failed = true
    io.stderr:write(name, ": ", message, "\n")
  end
end
os.exit(not failed, true)
