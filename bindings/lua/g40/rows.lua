--- Rows and their sequences. A row's fields are read from the library when they are asked for.
local rows = {}

-- Fields by kind of row. `field = "kind"` holds a sequence of rows of that kind, "=kind" one row, "*" is below in READ.
local place = { "start", "end", "char_start", "char_end" }
local KINDS = {
  diagnostic = { "file", "line", "column", "severity", "code", "message" },
  name = { "text", "language", "relation" },
  ministry = { "id", "version", "abbreviation", "name", "valid_from", "valid_to", "registered_from", "registered_to", "tooi",
    "wikidata", "source", "doubt", "positions", "responsible", "before_registry", now = "ministry", key = { "version" } },
  change = { "kind", "date", "register_date", "from_id", "from_version", "from_abbreviation", "to_id", "to_version",
    "to_abbreviation", "note" },
  range = { place },
  passage = { "quote", "text", place, ranges = "range" },
  ministry_role = { "id", "version", "abbreviation", "name", "relation", "as_written", "source", "state", "reason", "method",
    "start", "end", "before_registry", now = "ministry" },
  stakeholder_role = { "id", "name", "name_en", "kind", "role", "as_written", "state", "reason", "method", "start", "end" },
  mention = { "id", "name", "kind", "as_written", "start", "end", "state" },
  reason = { "id", "kind", "document", "section", "sha256", "quote", "text", place, key = { "id" } },
  figure = { "id", "document", "section", "sha256", "position", "unit", "about", "about_en", "precision", "quote", "value", place, key = { "id" } },
  position = { "id", "document", "theme", "section", "sha256", "kind", "action", "quote", "text", "summary_nl", "summary_en", "method",
    "rule", "confidence", place, passages = "passage", ministries = "ministry_role", stakeholders = "stakeholder_role",
    instruments = "mention", advices = "mention", places = "mention", figures = "figure", reasons = "reason", key = { "id" } },
  stakeholder = { "id", "kind", "name", "name_en", "broader", "tooi", "cbs_code", "wikidata", "source", "doubt", "positions",
    names = "name", key = { "id" } },
  theme = { "id", "slug", "label_nl", "label_en", "broader", "scheme", "positions", "asks", key = { "id" } },
  instrument = { "id", "kind", "name", "name_en", "url", "date", "source", "doubt", "quote", "positions", names = "name",
    key = { "id", "name" } },
  citation = { "id", "document", "section", "sha256", "position", "url", "kind", "target", "quote", "link_start", "link_end", place, key = { "id" } },
  document = { "id", "slug", "title", "holder", "holder_name", "kind", "language", "date_issued", "date_precision", "occasion",
    "occasion_en", "url", "licence", "sha256", "source_sha256", "bytes", "characters", "positions", "asks", key = { "id" } },
  member = { "id", "network", "name", "cbs_code", "tooi", "oin", "wikidata", "labour_market_region", "province", "source",
    key = { "id", "network" } },
  match = { "document", "section", "sha256", "quote", "text", "key", "names", "words", "compounds", "concepts", "theme", "score",
    "meaning", place },
  uptake = { "ask", "ask_document", "ask_section", "ask_sha256", "ask_quote", "ask_text", "document", "state", "verdict", "note", "words", "names",
    "ask_start", "ask_end", "ask_char_start", "ask_char_end", "margin", match = "=match" },
  difference = { "state", "moved", "likeness", "before_text", "after_text", before = "=position", after = "=position",
    gone = "marked", come = "marked" },
  finding = { "kind", "severity", "lacks", "subject", "label_nl", "label_en", "position", "document", "section", "sha256", "quote", "page",
    "start", "end", "char_start", "char_end" },
  edge = { "kind", "relation", "from_id", "from_name", "from_name_en", "to_id", "to_name", "to_name_en", "to_version", "to_abbreviation", "weight",
    "before_registry", now = "ministry", positions = "reason", key = { "kind", "relation", "from_id", "to_id", "to_version" } },
  marked = { "start", "end" },
  facet = { "kind", "id", "name", "passages" },
  expansion = { "words", "id", "name", "relation" },
  hit = { "document", "section", "sha256", "quote", "text", "key", "score", place, marks = "marked", positions = "reason" },
  anchor = { "owner", "words", "state", "start", "end", "line", "column" },
  unit = { "kind", "text", "covered_by", "start", "end", "words", "uncovered_words" },
  actor = { "text", "type", "id", "abbreviation", "form", "state", "reason", "role", "rule", "start", "end" },
  segment = { "text", "form", "kind", "type", "action", "rule", "confidence", "start", "end", "page", actors = "actor", ranges = "*",
    key = { "start", "end", "kind", "type", "text" } },
  resolution = { "state", "reason", "form", "post", "date", "as_of", "beyond_registry", "before_registry",
    ministry = "=ministry", now = "ministry", candidates = "ministry", changes = "change", transfers = "change" },
  info = { "path", "known_from", "known_through", "written_by", "schema_version", "documents", "positions", "asks",
    "stakeholders", "ministries" },
  ingested = { "added", "replaced", "unchanged", "failed", diagnostics = "diagnostic" },
  check = { diagnostics = "diagnostic", anchors = "anchor", units = "unit" },
}
-- What a sequence of that kind says beside its rows.
local SEQUENCES = {
  hit = { "any", "suggestion", facets = "facet", expansions = "expansion" },
  diagnostic = { "errors" },
  unit = { "covered" },
  segment = { "note" },
  uptake = { "precision", "recall", "subject_precision", "subject_recall", "passage_precision" },
  difference = { "kept", "changed", "dropped", "added", "moved" },
}

-- A list as above made into a set: name -> true (a value), or the kind of what it holds.
local function fields_of(list)
  local fields = {}
  for key, value in pairs(list) do
    if type(value) == "table" and key ~= "key" then
      for _, name in ipairs(value) do
        fields[name] = true
      end
    elseif key ~= "key" then
      fields[type(key) == "number" and value or key] = type(key) == "number" and true or value
    end
  end
  return fields
end
local FIELDS, SEQUENCE_FIELDS = {}, {}
for kind, list in pairs(KINDS) do
  FIELDS[kind], SEQUENCE_FIELDS[kind] = fields_of(list), fields_of(SEQUENCES[kind] or {})
end
rows.fields, rows.sequence_fields = FIELDS, SEQUENCE_FIELDS

-- Private parts of rows and sequences stand under keys that no field has: in the table that the object is. Lua 5.1 and LuaJIT
-- ask `#` of userdata only: there the object is one, and its parts stand in a table by object.
local CORE, KIND, INDEX, FIRST, LAST = {}, {}, {}, {}, {}
local class, new, peek
if #setmetatable({}, { __len = function() return 1 end }) == 1 then
  function class(name)
    return { __name = name }
  end
  new, peek = setmetatable, rawget
else
  local prototypes, parts = {}, setmetatable({}, { __mode = "k" })
  function class(name)
    local prototype = newproxy(true)
    local metatable = getmetatable(prototype)
    metatable.__name, prototypes[metatable] = name, prototype
    return metatable
  end
  function new(private, metatable)
    local object = newproxy(prototypes[metatable])
    parts[object] = private
    return object
  end
  function peek(object, key)
    return parts[object][key]
  end
end

-- Fields that are no getter.
local READ = {
  ranges = function(segment) -- { { start, end }, ... }: more than one where it runs on past page noise
    local list = {}
    for i = 1, segment:range_count() do
      list[i] = { segment:range_start(i - 1), segment:range_end(i - 1) }
    end
    return list
  end,
}

local function read(object, name, holds)
  if holds == "*" then
    return READ[name](object)
  end
  local value = object[name](object)
  if type(value) == "number" and value < 0 and (name:find "start$" or name:find "end$") then -- an offset of what stands nowhere
    return nil
  end
  if holds == true or value == nil then
    return value
  end
  local one = holds:match("^=(.*)")
  return one and rows.row(one, value) or rows.sequence(holds, value)
end

-- --- a row -----------------------------------------------------------------------------------------------------------

local Sequence, Row = class "g40.rows", class "g40.row"
local methods = {}

function Row.__index(row, name)
  local kind = peek(row, KIND)
  local holds = FIELDS[kind][name]
  if holds then
    return read(peek(row, CORE), name, holds)
  end
  if methods[name] then
    return methods[name]
  end
  error(("a %s has no field '%s'"):format(kind, tostring(name)), 2)
end

function Row.__newindex(row, name)
  error(("%s cannot be set: rows do not change"):format(tostring(name)), 2)
end

function Row.__eq(a, b)
  local kind = peek(a, KIND)
  if kind ~= peek(b, KIND) then
    return false
  end
  if peek(a, CORE) == peek(b, CORE) then
    return true
  end
  local key = KINDS[kind].key
  if key then
    for _, name in ipairs(key) do
      if a[name] ~= b[name] then
        return false
      end
    end
    return true
  end
  for name in pairs(FIELDS[kind]) do
    if a[name] ~= b[name] then
      return false
    end
  end
  return true
end

function Row.__tostring(row)
  local kind = peek(row, KIND)
  local fields, parts = FIELDS[kind], { kind }
  for _, name in ipairs { "id", "abbreviation", "state", "kind", "name", "text", "message" } do
    local value = fields[name] == true and row[name]
    if value then
      parts[#parts + 1] = value
    end
  end
  return table.concat(parts, " ")
end

function Row.__pairs(row)
  local fields = FIELDS[peek(row, KIND)]
  return function(_, name)
    repeat
      name = next(fields, name)
    until name == nil or row[name] ~= nil
    return name, name and row[name]
  end, nil, nil
end

--- The row as a plain table: sequences become lists, what is absent is nil.
function methods.to_table(row)
  local plain = {}
  for name, holds in pairs(FIELDS[peek(row, KIND)]) do
    local value = row[name]
    if holds ~= true and holds ~= "*" and value ~= nil then
      value = holds:sub(1, 1) == "=" and value:to_table() or value:to_tables()
    end
    plain[name] = value
  end
  return plain
end

function rows.row(kind, object, index)
  return new({ [CORE] = object, [KIND] = kind, [INDEX] = index }, Row)
end

--- What the library calls the row, or nil where the value is no row.
function rows.core(value, kind)
  if getmetatable(value) == Row and (not kind or peek(value, KIND) == kind) then
    return peek(value, CORE)
  end
end

--- The library's array of a whole answer, or nil where the value is none of that kind.
function rows.array(value, kind)
  if getmetatable(value) == Sequence and peek(value, KIND) == kind and #value == peek(value, CORE):count() then
    return peek(value, CORE)
  end
end

--- What names the row in a filter, or nil where the value is no row.
function rows.id(value)
  if getmetatable(value) ~= Row then
    return nil
  end
  local fields = FIELDS[peek(value, KIND)]
  return fields.version and value.version or fields.id and value.id or nil
end

-- --- a sequence --------------------------------------------------------------------------------------------------------

local of_all = {}

function Sequence.__len(sequence)
  return peek(sequence, LAST) - peek(sequence, FIRST) + 1
end

function Sequence.__index(sequence, name)
  local object, kind = peek(sequence, CORE), peek(sequence, KIND)
  if type(name) == "number" then
    local first = peek(sequence, FIRST)
    local i = first + name - 1
    if math.floor(name) ~= name or i < first or i > peek(sequence, LAST) then
      return nil
    end
    return rows.row(kind, object:at(math.floor(i) - 1), name)
  end
  local holds = SEQUENCE_FIELDS[kind][name]
  if holds then
    return read(object, name, holds)
  end
  if name == "total" then
    return object:total()
  end
  if of_all[name] then
    return of_all[name]
  end
  error(("a sequence of rows has no '%s'"):format(tostring(name)), 2)
end

Sequence.__newindex = Row.__newindex

--- `for row in sequence do`: the row before says where it was.
function Sequence.__call(sequence, _, before)
  return sequence[before and peek(before, INDEX) + 1 or 1]
end

function Sequence.__tostring(sequence)
  local total = sequence.total
  return ("%d%s %s rows"):format(#sequence, total == #sequence and "" or " of " .. total, peek(sequence, KIND))
end

function Sequence.__eq(a, b)
  if #a ~= #b then
    return false
  end
  for i = 1, #a do
    if a[i] ~= b[i] then
      return false
    end
  end
  return true
end

--- The first row, or nil.
function of_all.first(sequence)
  return sequence[1]
end

--- Rows from first to last (as string.sub() counts).
function of_all.sub(sequence, first, last)
  local count = #sequence
  first, last = first or 1, last or -1
  first = first < 0 and math.max(count + first + 1, 1) or math.max(first, 1)
  last = last < 0 and count + last + 1 or math.min(last, count)
  local start = peek(sequence, FIRST)
  return rows.sequence(peek(sequence, KIND), peek(sequence, CORE), start + first - 1, math.max(start + last - 1, start + first - 2))
end

--- A list of plain tables.
function of_all.to_tables(sequence)
  local list = {}
  for i = 1, #sequence do
    list[i] = sequence[i]:to_table()
  end
  return list
end

function rows.sequence(kind, array, first, last)
  return new({ [CORE] = array, [KIND] = kind, [FIRST] = first or 1, [LAST] = last or array:count() }, Sequence)
end

return rows
