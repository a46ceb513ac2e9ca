-- The face: what a person writes in Lua, and that mistakes are named.
local g40 = require "g40"
local core = require "g40.core"
local rows = require "g40.rows"

local SOURCE = os.getenv("G40_SOURCE")
local NOTE = SOURCE .. "/test/data/reader/nota.txt"
local tests = {}

local function whole(number)
  return math.type and math.type(number) == "integer" or not math.type and number == math.floor(number)
end

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
  assert(whole(asks.total) and whole(asks[1].start) and whole(asks[1]["end"]))
  assert(tostring(asks[1]):find(asks[1].id, 1, true) and tostring(asks):find("position rows"))
end

function tests.every_field_of_every_kind_is_the_librarys_and_none_is_missing()
  local exported, count = {}, 0
  for name in assert(io.open(SOURCE .. "/src/libg40.map")):read("*a"):gmatch("g40_([%w_]+);") do
    exported[name] = true
  end
  local listed = assert(io.open(SOURCE .. "/bindings/g40.i")):read "*a"
  for kind, array in listed:gmatch "%%rows%((%w[%w_]*), ([%w_]+)," do
    assert(rows.fields[kind], kind .. " is no kind of row")
    for name in pairs(exported) do
      local field = name:match("^" .. array .. "_(.*)")
      if field and not ("count total at retain free"):find(field, 1, true) then
        assert(rows.sequence_fields[kind][field], name .. " is no field")
      end
    end
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
    for field, value in pairs(_VERSION == "Lua 5.1" and {} or list[1]) do -- pairs() of a row is of Lua 5.2
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
  local same = assert(db:analyze_file(NOTE))
  assert(#same > 10 and same.note == nil and same == db:analyze(assert(io.open(NOTE, "rb")):read "*a"))
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write("Gemeenten moeten caf\233s helpen.\n")
  file:close()
  assert(db:analyze_file(path).note:find "1252")
  os.remove(path)
  raises("path", db.analyze_file, db, 3)
  assert(db:verify().errors == 0 and db:info().known_through == "2026-05-19")
end

function tests.a_file_is_reviewed_without_a_database()
  local found = assert(g40.review(NOTE, { date = "2025-06-01", kind = "letter" }))
  local db <close> = assert(g40.open())
  assert(#found > 0 and found[1].document == "nota" and found == assert(db:review_file(NOTE, { date = "2025-06-01", holder = "G40" })))
  local none, err = g40.review "/nergens/nota.txt"
  assert(none == nil and err.code == g40.codes.IO and err.message:find "/nergens/nota.txt")
  none, err = g40.review(NOTE, { holder = "Nergensland" })
  assert(none == nil and err.code == g40.codes.NOT_FOUND)
  none, err = g40.review ""
  assert(none == nil and err.code == g40.codes.ARGUMENT and err.message:find "path must not be empty")
  raises("path", g40.review, { NOTE })
  raises("threads", g40.review, NOTE, { threads = 2 })
end

function tests.papers_are_taken_in_and_out()
  local db, path = own()
  local steps = {}
  local done = assert(db:ingest(NOTE, { kind = "letter", date = "2025-06-01", progress = function(...) steps[#steps + 1] = { ... } end }))
  assert(done.added == 1 and #done.diagnostics == 0 and steps[1][3] == NOTE and steps[#steps][1] == 1 and steps[#steps][3] == nil)
  assert(whole(steps[1][1]) and db:coding("nota"):find("document: nota"))
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

function tests.editions_are_compared()
  local db, path = own()
  local before, after = os.tmpname(), os.tmpname()
  local function put(name, text)
    local file = assert(io.open(name, "w"))
    file:write(text)
    file:close()
  end
  put(before, "Het Rijk moet tien wegen aanleggen.\nGemeenten moeten meer geld krijgen voor de jeugd.\n")
  put(after, "Gemeenten moeten veel meer geld krijgen voor de jeugd.\n")
  assert(db:ingest { before, after })
  local one, two = db:documents()[1], db:documents()[2]
  if db:positions { document = one }.total == 1 then
    one, two = two, one
  end
  local found = assert(db:compare(one, two))
  assert(found.changed == 1 and found.dropped == 1 and found.kept == 0 and found.added == 0 and #found == 2)
  local changed = found[1].state == "changed" and found[1] or found[2]
  local mark = changed.come[1]
  assert(changed.after_text:sub(mark.start + 1, mark["end"]) == "veel" and #changed.gone == 0 and changed.before.kind == "ask")
  assert(changed:to_table().after.text == changed.after_text)
  local asks = g40.open():positions { kind = "ask" }
  assert(db:compare(asks, asks, { limit = 1 }).kept == #asks and db:compare(one, asks).kept == 0)
  raises("before must be a whole answer", db.compare, db, asks:sub(2), asks)
  raises("after must be a whole answer", db.compare, db, asks, nil)
  raises("limit", db.compare, db, asks, asks, { limit = "1" })
  raises("no option 'kind'", db.compare, db, asks, asks, { kind = "ask" })
  local none, err = db:compare(one, "geen")
  assert(none == nil and err.code == g40.codes.NOT_FOUND)
  db:close()
  for _, name in ipairs { before, after, path } do
    os.remove(name)
  end
end

function tests.the_network_has_edges_with_their_positions()
  local db <close> = assert(g40.open())
  local edges = assert(db:network { between = "theme-ministry", relation = "responsible", as_of = "2026-05-01" })
  local edge = edges[1]
  assert(edge.kind == "theme-ministry" and edge.weight == #edge.positions and edge.to_abbreviation and #edge.now > 0)
  assert(db:network { limit = 1 }.total > #edges and edge == db:network { between = "theme-ministry", relation = "responsible" }[1])
  local none, err = db:network { between = "ministry-theme" }
  assert(none == nil and err.code == g40.codes.ARGUMENT and err.message:find "between")
  raises("between", db.network, db, { between = 3 })
  raises("relation must not hold a NUL", db.network, db, { relation = "a\0b" })
  raises("no option 'betwen'", db.network, db, { betwen = "theme-ministry" })
end

function tests.exports_go_to_paths_files_and_functions()
  local db <close> = assert(g40.open())
  local pieces, path = {}, os.tmpname()
  assert(db:export("jsonld", function(piece) pieces[#pieces + 1] = piece end, { kind = "ask" }))
  local whole = table.concat(pieces)
  assert(#pieces > 1 and whole:sub(1, 1) == "{" and whole:find "schema:Claim")
  assert(db:export("jsonld", path, { kind = "ask" }) == true)
  local file = assert(io.open(path, "rb"))
  assert(file:read "*a" == whole and not io.open(path .. ".new"))
  file:close()
  file = assert(io.open(path, "wb"))
  assert(db:export("csv", file, { table = "themes" }))
  file:close()
  assert(io.open(path, "rb"):read "*a":find("theme/economie", 1, true))
  os.remove(path)
  local none, err = db:export("jsonld", path .. "/none/x")
  assert(none == nil and err.code == g40.codes.IO and tostring(err):find("none", 1, true))
  none, err = db:export("jsonld", function() return false end)
  assert(none == nil and err.code == g40.codes.IO)
  local full = io.open("/dev/full", "wb")
  none, err = db:export("jsonld", full)
  assert(none == nil and err.code == g40.codes.IO and err.message:find("space", 1, true))
  none, err = db:export("geen", path)
  assert(none == nil and err.code == g40.codes.ARGUMENT and err.message:find "format")
  none, err = db:export("csv", path, { table = "geen" })
  assert(none == nil and err.code == g40.codes.ARGUMENT and not io.open(path))
  for _, name in ipairs(g40.export_formats()) do
    local size = 0
    assert(db:export(name, function(piece) size = size + #piece end) and size > 1000, name)
  end
  for _, name in ipairs(g40.export_tables()) do
    assert(db:export("csv", function() end, { table = name }), name)
  end
  raises("mine", db.export, db, "skos", function() error "mine" end)
  raises("at work", db.export, db, "skos", function() db:documents() end)
  raises("to must be", db.export, db, "skos", 3)
  raises("format", db.export, db, 3, path)
  raises("table", db.export, db, "csv", path, { table = 3 })
  raises("to must not hold a NUL", db.export, db, "skos", "a\0b")
end

function tests.exports_take_every_setting_of_the_library()
  local db <close> = assert(g40.open())
  local function export(format, given)
    local pieces = {}
    local function put(piece, ...)
      assert(type(piece) == "string" and select("#", ...) == 0)
      pieces[#pieces + 1] = piece
    end
    assert(db:export(format, put, given))
    return table.concat(pieces)
  end
  local edges = export("graphml", { between = "theme-ministry", relation = "responsible" })
  assert(edges:find("theme-ministry", 1, true) and not edges:find("stakeholder-ministry", 1, true))
  assert(#edges < #export("graphml", { between = "theme-ministry" }))
  assert(export("html"):find('lang="en"', 1, true) and export("html", { language = "nl" }):find('lang="nl"', 1, true))
  local asks = assert(db:positions { kind = "ask" })
  local page = export("html", { uptake = asks })
  assert(page:find("^<!DOCTYPE html>") and page:find("</html>%s*$") and page ~= export "html")
  for name, format in pairs { between = "graphml", relation = "graphml", language = "html" } do
    local none, err = db:export(format, print, { [name] = "geen" })
    assert(none == nil and err.code == g40.codes.ARGUMENT and err.message:find(name), name)
    raises(name, db.export, db, format, print, { [name] = 3 })
  end
  raises("uptake", db.export, db, "html", print, { uptake = "asks" })
  raises("uptake", db.export, db, "html", print, { uptake = asks:sub(1, 2) })
end

function tests.a_call_that_was_refused_inside_a_callback_leaves_nothing_behind()
  local db, path = own()
  local steps = 0
  assert(db:ingest(NOTE, { progress = function()
    steps = steps + 1
    for _, call in ipairs { function() db:verify(function() end) end, function() db:export("skos", print) end } do
      assert(not pcall(call))
    end
    assert(g40.open():verify(function() end).errors == 0)
  end }))
  assert(steps > 1)
  db:close()
  os.remove(path)
end

function tests.a_handle_for_writing_waits_as_told_and_tells_of_verifying()
  local path, told = os.tmpname(), 0
  os.remove(path)
  local db = assert(g40.open(path, { create = true, busy_timeout = 0.5 }))
  assert(db:verify(function() told = told + 1 end).errors == 0 and told > 0)
  db:close()
  os.remove(path)
  raises("busy_timeout", g40.open, nil, { busy_timeout = -1 })
  raises("busy_timeout", g40.open, nil, { busy_timeout = "1" })
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
  if math.type then
    assert(#db:positions { limit = math.tointeger(2 ^ 53) + 1 } > 0)
  else -- where numbers are doubles it would be another number
    raises("limit", db.positions, db, { limit = 2 ^ 53 + 1 })
  end
  raises("limit", db.positions, db, { limit = 2 ^ 63 })
  raises("with_contacts", db.positions, db, { with_contacts = 1 })
  raises("colon", db.positions, { theme = "x" })
  raises("options", db.positions, db, "SZW")
  raises("words", db.search, db, 3)
  raises("text", g40.analyze, nil)
  raises("path", db.ingest, db, { 3 })
  local none, err = db:ingest { NOTE, "" }
  assert(none == nil and err.code == g40.codes.ARGUMENT)
  raises("document", db.text, db, nil)
  raises("start", db.context, db, "g40-economie-en-werk-2025", 1.5, 3)
  raises("no field 'knid'", function() return db:positions()[1].knid end)
  raises("do not change", function() db:positions()[1].kind = "rule" end)
  raises("cannot be set", function() db.path = "x" end)
  local found, err = g40.analyze("ab\255")
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
os.exit(failed and 1 or 0, true)
