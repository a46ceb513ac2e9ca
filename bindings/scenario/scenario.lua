-- The scenario in Lua. Usage: scenario.lua QUESTIONS SOURCE OWN
local g40 = require "g40"
local rows = require "g40.rows"
local questions, source, own = arg[1], arg[2], arg[3]

local put_row

local function put(depth, name, value)
  local margin, kind = ("  "):rep(depth), getmetatable(value) and getmetatable(value).__name
  if kind == "g40.rows" then
    for i = 1, #value do
      print(margin .. name .. " " .. i)
      put_row(depth + 1, value[i])
    end
  elseif kind == "g40.row" then
    print(margin .. name)
    put_row(depth + 1, value)
  elseif math.type(value) == "float" then
    print(margin .. ("%s: %.6f"):format(name, value))
  elseif value ~= nil and type(value) ~= "table" then
    print(margin .. name .. ": " .. tostring(value):gsub("\n", "\\n"))
  end
end

function put_row(depth, row)
  local names = {}
  for name in pairs(row) do
    names[#names + 1] = name
  end
  table.sort(names)
  for _, name in ipairs(names) do
    put(depth, name, row[name])
  end
end

local function filters(given, ...)
  local but = {}
  for _, name in ipairs { ... } do
    but[name] = true
  end
  local made = {}
  for _, pair in ipairs(given) do
    local name, value = pair[1], pair[2]
    if name == "limit" then
      made[name] = math.tointeger(tonumber(value))
    elseif name == "with_contacts" then
      made[name] = value == "true"
    elseif name == "as_of" then
      made[name] = value
    elseif not but[name] then
      made[name] = made[name] or {}
      table.insert(made[name], value)
    end
  end
  return made
end

local db = assert(g40.open())
local kept = { db }
local ANSWERS = {
  own = function()
    db = assert(g40.open(own, { create = true }))
    kept[2] = db
    return "done"
  end,
  close = function() return db:close() and "done" end,
  resolve = function(one) return db:resolve(one.name, one.date, one.as_of) end,
  search = function(one, given) return db:search(one.words, filters(given, "words")) end,
  match = function(one, given) return db:match(one.quote, filters(given, "quote")) end,
  uptake = function(_, given) return db:uptake(nil, filters(given)) end,
  compare = function(one, given) return db:compare(one.before, one.after, filters(given, "before", "after")) end,
  network = function(one, given)
    local asked = filters(given, "between", "relation")
    asked.between, asked.relation = one.between, one.relation
    return db:network(asked)
  end,
  export = function(one, given)
    local asked, written = filters(given, "format", "table", "base"), {}
    asked.table, asked.base = one.table, one.base
    local done, err = db:export(one.format, function(piece) written[#written + 1] = piece end, asked)
    return done and (table.concat(written):gsub("\n", "\\n")), err
  end,
  analyze = function(one) return g40.analyze(one.text, { date = one.date }) end,
  context = function(one)
    local before, quote, after = db:context(one.document, math.tointeger(tonumber(one.start)), math.tointeger(tonumber(one["end"])))
    if not before then
      return nil, quote
    end
    return ((before .. "|" .. quote .. "|" .. after):gsub("\n", "\\n"))
  end,
  text = function(one)
    local text, err = db:text(one.document)
    return text and tostring(#text), err
  end,
  coding = function(one)
    local text, err = db:coding(one.document)
    return text and (text:gsub("\n", "\\n")), err
  end,
  ingest = function(one) return db:ingest(one.path, { kind = one.kind, date = one.date }) end,
  remove = function(one)
    local done, err = db:remove(one.document)
    return done and "done", err
  end,
  info = function() return db:info() end,
  verify = function() return db:verify() end,
}

local function plainly(text, what, with)
  return (text:gsub(what:gsub("%p", "%%%0"), with))
end

for line in io.lines(questions) do
  if line:sub(1, 1) ~= "#" then
    print(line)
    local what, given, one = nil, {}, {}
    for part in plainly(line, "SOURCE", (source:gsub("%%", "%%%%"))):gmatch("[^\t]+") do
      if not what then
        what = part
      else
        local name, value = part:match("^([^=]*)=(.*)$")
        given[#given + 1], one[name] = { name, value }, value
      end
    end
    local found, err
    if ANSWERS[what] then
      found, err = ANSWERS[what](one, given)
    else
      found, err = db[what](db, filters(given))
    end
    if not found then
      local name
      for each, code in pairs(g40.codes) do
        name = code == err.code and "G40_" .. each or name
      end
      print("  " .. plainly(plainly(("%s %d %s"):format(name, err.offset, err.message), source, "SOURCE"), own, "OWN"))
    elseif type(found) == "string" then
      print("  " .. found)
    elseif rows.core(found) then
      put_row(1, found)
    else
      print(("  %d of %d"):format(#found, found.total))
      put(1, "row", found)
    end
  end
end
