--- Who wants what from whom, which ministry answers for it then and now, with the exact words.
--
-- What can fail returns nil and an error instead, with `code` (`g40.codes.NOT_FOUND` and so on), `offset` and `message`, which is
-- its message as a string. What is no argument (a wrong type, an unknown option, a NUL in a name) raises an error. Days are
-- strings, YYYY-MM-DD.
--
-- An answer is a sequence: `for row in rows do`, `#rows`, `rows[1]`, `rows.total`, `rows:first()`, `rows:sub(i, j)`,
-- `rows:to_tables()`. A row's fields are those that the Python reference lists; `pairs(row)` walks them, `row:to_table()`
-- gives a plain table. Rows stay valid when the database is closed.
--
-- @module g40
-- @usage
-- local g40 = require "g40"
-- local db <close> = assert(g40.open())
-- for ask in db:positions { responsible = "SZW" } do print(ask.quote) end
local core = require "g40.core"
local rows = require "g40.rows"
local arguments = require "g40.arguments"
local wrong, options, one, query, LISTED =
  arguments.wrong, arguments.options, arguments.one, arguments.query, arguments.listed

local g40 = { version = core.g40_version(), sqlite_version = core.g40_sqlite_version(), codes = {} }
for code = -13, -1 do -- g40.codes.NOT_FOUND == -4
  g40.codes[core.g40_error_name(code):gsub("^G40_", "")] = code
end

local function sequence(kind, array, err)
  if not array then
    return nil, err
  end
  return rows.sequence(kind, array)
end

local function row(kind, object, err)
  if not object then
    return nil, err
  end
  return rows.row(kind, object)
end

local Fault = { __name = "g40.fault" }
Fault.__index = Fault
function Fault.__tostring(self)
  return self.message
end

-- An error like the library's own.
local function fault(code, message, diagnostics)
  return setmetatable({ code = code, offset = -1, message = message, diagnostics = diagnostics }, Fault)
end

-- Diagnostics, or nil and an error that has them where one is an error.
local function checked(found, err)
  if not found then
    return nil, err
  end
  local all = rows.sequence("diagnostic", found)
  for one in all do
    if one.severity == "error" then
      local message = ("%s:%d:%d: %s"):format(one.file or "?", one.line, one.column, one.message)
      return nil, fault(g40.codes.INVALID, message, all)
    end
  end
  return all
end

-- --- a database --------------------------------------------------------------------------------------------------------

local Database = { __name = "g40.database" }
local HANDLE = {}
local db = {}
Database.__index = db

function Database.__newindex(_, name)
  error(("%s cannot be set"):format(tostring(name)), 2)
end

function Database.__tostring(self)
  return "g40.database " .. (rawget(self, "path") or "(the corpus of the library)")
end

local function handle(self)
  local found = getmetatable(self) == Database and rawget(self, HANDLE)
  if not found then
    error("self must be a database: call its functions with a colon", 3)
  end
  return found
end

--- Positions, in the order of documents and of the text. Filters of different names combine with and; several values in a
-- list are alternatives. A value is an id, an id without its type, a name in Dutch or English, or a row.
-- @function db:positions
-- @tparam[opt] table filters `id`, `text`, `theme`, `ministry`, `responsible`, `stakeholder`, `role`, `kind`, `action`, `instrument`,
-- `document`; `as_of`, `limit`, `after`, `with_contacts`
-- @usage db:positions { ministry = "SZW", kind = { "ask", "commitment" }, as_of = "2026-05-01", limit = 10 }
-- @treturn rows

--- Versions of ministries, with the positions that pass and name them or fall to them.
-- @function db:ministries
-- @tparam[opt] table filters

--- Stakeholders, with the positions that pass and have them in a role.
-- @function db:stakeholders
-- @tparam[opt] table filters

--- Themes, with the positions that pass.
-- @function db:themes
-- @tparam[opt] table filters

--- Instruments, those with most positions first.
-- @function db:instruments
-- @tparam[opt] table filters

--- Advices, those with most positions first.
-- @function db:advices
-- @tparam[opt] table filters

--- Numbers in the positions that pass.
-- @function db:figures
-- @tparam[opt] table filters

--- Links and references of documents.
-- @function db:citations
-- @tparam[opt] table filters

--- Documents, by date and id.
-- @function db:documents
-- @tparam[opt] table filters

--- Members of the networks; only filters by id apply.
-- @function db:members
-- @tparam[opt] table filters

local LISTINGS = { positions = "position", ministries = "ministry", stakeholders = "stakeholder", themes = "theme",
  instruments = "instrument", advices = "instrument", figures = "figure", citations = "citation", documents = "document",
  members = "member" }
for name, kind in pairs(LISTINGS) do
  db[name] = function(self, filters)
    local opened, made, err = handle(self), query(options(filters, LISTED))
    if not made then
      return nil, err
    end
    return sequence(kind, opened[name](opened, made))
  end
end

--- What a ministry's name meant on a date, and who answers for it as of another. Not resolved is an answer.
-- @tparam string name
-- @tparam[opt] string date the day on which the name was used
-- @tparam[opt] string as_of the day for which "now" is answered
-- @treturn row
function db:resolve(name, date, as_of)
  local opened = handle(self)
  return row("resolution", opened:resolve(name, date, as_of))
end

-- The library's array of a whole answer of positions.
local function whole(name, answer)
  local array = rows.array(answer, "position")
  if not array then
    error(("%s must be a whole answer of positions()"):format(name), 3)
  end
  return array
end

--- Passages by their words, best first: "words in quotes", begin*, -without. Compounds are opened.
-- @tparam string words
-- @tparam[opt] table filters as of `db:positions`, and `related`: names also find what is near to them
-- @treturn rows
function db:search(words, filters)
  local opened, known = handle(self), setmetatable({ related = "boolean" }, { __index = LISTED })
  local given = options(filters, known)
  local made, err = query(given)
  if not made then
    return nil, err
  end
  return sequence("hit", opened:search(words, made, given.related or false))
end

--- Passages that take up an ask, best first.
-- @tparam string|row ask its words, or a position, which may be another database's
-- @tparam[opt] table filters as of `db:positions`
-- @treturn rows
function db:match(ask, filters)
  local opened, made, err = handle(self), query(options(filters, LISTED))
  if not made then
    return nil, err
  end
  local position = rows.core(ask, "position")
  if position then
    return sequence("match", opened:match_position(position, made))
  end
  return sequence("match", opened:match(ask, made))
end

--- What becomes of asks in the documents: a row an ask and document.
-- @tparam[opt] rows asks a whole answer of `db:positions`, of any database; nil: the asks of the library's corpus
-- @tparam[opt] table filters as of `db:positions`, and `progress`: function(done, total, what), which cancels by false
-- @treturn rows
function db:uptake(asks, filters)
  local opened, known = handle(self), setmetatable({ progress = "function" }, { __index = LISTED })
  local given = options(filters, known)
  local made, err = query(given)
  if made and asks == nil then
    local corpus
    corpus, err = g40.open()
    if corpus then
      asks, err = corpus:positions { kind = "ask" }
    end
    made = asks and made
  end
  if not made then
    return nil, err
  end
  return sequence("uptake", opened:uptake(whole("asks", asks), made, given.progress))
end

local COMPARED = { limit = "number", with_contacts = "boolean" }
--- What became of the positions of an earlier edition in a later one: kept, changed, dropped, new.
-- @tparam string|row|rows before a document of this database, or a whole answer of `db:positions`, of any database
-- @tparam string|row|rows after likewise
-- @tparam[opt] table given `limit`, `with_contacts`
-- @treturn rows
function db:compare(before, after, given)
  local opened, arrays = handle(self), {}
  given = options(given, COMPARED)
  for i, each in ipairs { { "before", before }, { "after", after } } do
    local name, edition = each[1], each[2]
    if type(edition) == "string" or rows.id(edition) then
      local listed, err = db.positions(self, { document = edition, with_contacts = given.with_contacts })
      if not listed then
        return nil, err
      end
      edition = listed
    end
    arrays[i] = whole(name, edition)
  end
  local made, err = query { limit = given.limit }
  if not made then
    return nil, err
  end
  return sequence("difference", core.g40_compare(arrays[1], arrays[2], made))
end

local PAPER = { holder = "any", kind = "string", date = "string", title = "string", url = "string", coding = "string" }
local INGESTED = setmetatable({ meta = "string", threads = "number", progress = "function" }, { __index = PAPER })
local SAID = { "meta", "holder", "kind", "date", "title", "url", "coding", "threads" }

-- What to take in, and what is said of it.
local function ordered(path, given)
  local order, err = core.g40_ingest_new()
  for _, each in ipairs(type(path) == "table" and path or { path }) do
    if order and type(each) ~= "string" then
      wrong("path", "a string or a list of strings", each)
    end
    if order then
      local done, fault = order:add_path(each)
      order, err = done and order, fault
    end
  end
  for _, name in ipairs(SAID) do
    local value = given[name]
    if order and value ~= nil then
      local done, fault = order["set_" .. name](order, name == "holder" and one(name, value) or value)
      order, err = done and order, fault
    end
  end
  return order, err
end

--- What a paper's authors may want to look at before they send it: by kind, the severest first, then by place: asks that lack an addressee, amount,
-- date or instrument, themes under which nothing is asked, actors that are asked nothing, names not known, figures without a source.
-- @tparam string|row document
-- @tparam[opt] boolean with_contacts shows contact data of persons
-- @treturn rows
function db:review(document, with_contacts)
  local opened = handle(self)
  return sequence("finding", opened:review(one("document", document), with_contacts or false))
end

local REVIEWED = setmetatable({ with_contacts = "boolean" }, { __index = PAPER })
--- The same of a file (text, Markdown, HTML, PDF) that is in no database, with the names of this one; nothing is written.
-- @tparam string path
-- @tparam[opt] table given `holder`, `kind`, `date`, `title`, `url`, `coding` as of `db:ingest`, `with_contacts`
-- @treturn rows
function db:review_file(path, given)
  local opened = handle(self)
  given = options(given, REVIEWED)
  if type(path) ~= "string" then
    wrong("path", "a string", path)
  end
  local order, err = ordered(path, given)
  if not order then
    return nil, err
  end
  return sequence("finding", opened:review_file(order, given.with_contacts or false))
end

local NETWORK = setmetatable({ between = "string", relation = "string" }, { __index = LISTED })
--- Who occurs with whom in the positions that pass: edges, the heaviest first.
-- @tparam[opt] table filters as of `db:positions`, and `between` (stakeholder-stakeholder, stakeholder-ministry, theme-ministry) and
-- `relation` (how a ministry takes part: responsible, named, or a role)
-- @treturn rows
function db:network(filters)
  local opened, given = handle(self), options(filters, NETWORK)
  local made, err = query(given)
  if not made then
    return nil, err
  end
  return sequence("edge", opened:network(given.between, given.relation, made))
end

local SETTINGS = { "table", "base", "between", "relation", "language" }
local EXPORTED = setmetatable({ uptake = "any" }, { __index = LISTED })
for _, name in ipairs(SETTINGS) do
  EXPORTED[name] = "string"
end
--- Writes the positions that pass, and what they need, as other tools read them.
-- @tparam string format jsonld, popolo, skos, csv, ... (as of `g40 export`)
-- @tparam string|file|function to a path (written whole or not at all), an open file, or a function that gets strings
-- piece by piece (an error or false ends it)
-- @tparam[opt] table given filters as of `db:positions`, `table` (of csv; a path without it is a folder of all),
-- `base` (what makes ids IRIs), `between` and `relation` (the edges of graphml, as of `db:network`), and of html `language` ("en" or
-- "nl", of the page's own words) and `uptake` (asks, a whole answer of `db:positions` of any database, beside what takes them up)
function db:export(format, to, given)
  local opened = handle(self)
  given = options(given, EXPORTED)
  local asks = given.uptake ~= nil and whole("uptake", given.uptake)
  local made, err = query(given)
  local how
  if made then
    how, err = core.g40_export_new(format)
  end
  local function set(name, value)
    if how and value then
      local done, wrong_value = how["set_" .. name](how, value)
      how, err = done and how, wrong_value
    end
  end
  for _, name in ipairs(SETTINGS) do
    set(name, given[name])
  end
  set("uptake", asks)
  if not how then
    return nil, err
  end
  local function write(file)
    local why
    local done, refused = opened:export(how, made, function(piece)
      local written
      written, why = file:write(piece)
      return written ~= nil
    end)
    return done, why and fault(g40.codes.IO, "the export could not be written: " .. why) or refused
  end
  if type(to) == "function" then
    return opened:export(how, made, to)
  elseif io.type(to) == "file" then
    return write(to)
  elseif type(to) ~= "string" then
    wrong("to", "a path, an open file or a function", to)
  end
  if to:find("\0", 1, true) then
    error("to must not hold a NUL", 2)
  end
  return opened:export_file(how, made, to)
end

--- A document's stored text; NULs are kept. Offsets count in it where contacts are shown.
-- @tparam string|row document
-- @tparam[opt] boolean with_contacts shows contact data of persons
-- @treturn string
function db:text(document, with_contacts)
  local opened = handle(self)
  local found, err = opened:text(one("document", document), with_contacts or false)
  if not found then
    return nil, err
  end
  return found:bytes()
end

--- The words before, at and after a range of bytes of a document's text.
-- @tparam string|row document
-- @tparam integer start first byte, from 0
-- @tparam integer stop behind the last byte
-- @tparam[opt=200] integer around bytes on each side
-- @tparam[opt] boolean with_contacts shows contact data of persons
-- @treturn string before
-- @treturn string at
-- @treturn string after
function db:context(document, start, stop, around, with_contacts)
  local opened = handle(self)
  local found, err = opened:context(one("document", document), start, stop, around or 200, with_contacts or false)
  if not found then
    return nil, err
  end
  return found:before() or "", found:quote() or "", found:after() or ""
end

--- What the database says of itself: counts, and the days that its registry knows.
-- @treturn row
function db:info()
  local opened = handle(self)
  return row("info", opened:info())
end

--- Checks every quote, offset, hash and reference.
-- @tparam[opt] function progress gets done, total, what; may return false to cancel
-- @treturn rows: diagnostics, none where all holds
function db:verify(progress)
  local opened = handle(self)
  return sequence("diagnostic", opened:verify(progress))
end

local ANALYZED = { date = "string", with_contacts = "boolean" }
--- As `g40.analyze`, with the names of this database.
-- @tparam string text
-- @tparam[opt] table given `date`, `with_contacts`
-- @treturn rows
function db:analyze(text, given)
  local opened = handle(self)
  given = options(given, ANALYZED)
  return sequence("segment", opened:analyze(text, given.date, given.with_contacts or false))
end

--- The same of a file: plain text, Markdown, HTML or PDF. The answer's `note` says what should be known of how it was read.
-- @tparam string path
-- @tparam[opt] table given `date`, `with_contacts`
-- @treturn rows
function db:analyze_file(path, given)
  local opened = handle(self)
  given = options(given, ANALYZED)
  return sequence("segment", opened:analyze_file(path, given.date, given.with_contacts or false))
end

--- Takes papers in. What `progress` raises ends the call and is raised.
-- @tparam string|{string,...} path a path or a list of them
-- @tparam[opt] table given `meta`, `holder`, `kind`, `date`, `title`, `url`, `coding`, `threads`, `progress` (function of done,
-- total, what)
-- @treturn row: how many were added, replaced, unchanged, failed, and diagnostics
function db:ingest(path, given)
  local opened = handle(self)
  given = options(given, INGESTED)
  local order, err = ordered(path, given)
  if not order then
    return nil, err
  end
  order:set_progress()
  return row("ingested", opened:ingest(order, given.progress))
end

--- Takes a document out, with all that was read in it.
-- @tparam string|row document
function db:remove(document)
  local opened = handle(self)
  return opened:remove(one("document", document))
end

--- Makes the text index anew, where another version made it.
function db:reindex()
  local opened = handle(self)
  return opened:reindex()
end

--- A document's coding as a person edits it: YAML.
-- @tparam string|row document
-- @tparam[opt] boolean with_contacts shows contact data of persons
-- @treturn string
function db:coding(document, with_contacts)
  local opened = handle(self)
  local found, err = opened:coding(one("document", document), with_contacts or false)
  if not found then
    return nil, err
  end
  return found:bytes()
end

--- Adds your own names from a registry file.
-- @tparam string path
-- @treturn rows: warnings; the error has `diagnostics`
function db:registry_add(path)
  local opened = handle(self)
  return checked(opened:registry_add(path))
end

--- Brings the facts that this library carries into the file; what you added stays.
function db:registry_update()
  local opened = handle(self)
  return opened:registry_update()
end

--- Closes it. Rows stay valid; closing twice is fine; later calls return nil and an error.
function db:close()
  local opened = handle(self)
  return opened:close()
end

function Database.__close(self)
  self:close()
end

-- --- the module --------------------------------------------------------------------------------------------------------

local OPENED = { writable = "boolean", create = "boolean", busy_timeout = "number" }
--- Opens a database file, or the corpus that the library carries. A database is closed at the end of its `<close>`.
-- @tparam[opt] string path nil: the corpus
-- @tparam[opt] table given `writable`; `create` makes a missing file; `busy_timeout`: seconds to wait for another process's lock
-- (none, and ten where it is open for writing)
-- @treturn database
function g40.open(path, given)
  given = options(given, OPENED)
  local writes = given.writable or given.create or false
  local seconds = given.busy_timeout or writes and 10 or 0
  if not (seconds >= 0 and seconds <= 3600) then
    error("busy_timeout must be 0 to 3600 seconds", 2)
  end
  local how, opened, err = assert(core.g40_options_new()), nil, nil
  assert(how:set_busy_timeout(math.floor(seconds * 1000)))
  how:set_progress()
  if writes then
    opened, err = core.g40_db_open_writable_with(path, given.create or false, how, nil)
  else
    opened, err = core.g40_db_open_with(path, how, nil)
  end
  if not opened then
    return nil, err
  end
  return setmetatable({ [HANDLE] = opened, path = path }, Database)
end

--- Takes apart a Dutch text that nobody prepared: segments, in order.
-- @tparam string text UTF-8
-- @tparam[opt] table given `date`, `with_contacts`
-- @treturn rows
function g40.analyze(text, given)
  given = options(given, ANALYZED)
  return sequence("segment", core.g40_analyze(text, given.date, given.with_contacts or false))
end

--- What a paper's authors may want to look at before they send it, of a file that is stored nowhere: as `db:review_file`, with the
-- names that the library carries.
-- @tparam string path
-- @tparam[opt] table given as of `db:review_file`
-- @treturn rows
function g40.review(path, given)
  local opened, err = g40.open()
  if not opened then
    return nil, err
  end
  return opened:review_file(path, given)
end

--- Compiles the data files below `data` to a database file. Where there is an error nothing is written; it has them all.
-- @tparam string data a folder
-- @tparam string out the file
-- @tparam[opt] function progress gets done, total, what
-- @treturn rows: warnings; the error has `diagnostics`
function g40.compile(data, out, progress)
  local how = assert(core.g40_options_new())
  how:set_progress()
  return checked(core.g40_compile_with(data, out, how, progress))
end

local function names(at)
  local list = {}
  repeat
    list[#list + 1] = at(#list)
  until not at(#list)
  return list
end

--- The formats that `db:export` writes.
-- @treturn {string,...}
function g40.export_formats()
  return names(core.g40_export_format_at)
end

--- The tables that `db:export("csv", ...)` writes.
-- @treturn {string,...}
function g40.export_tables()
  return names(core.g40_export_table_at)
end

--- Looks up every anchor of a coding file in the text beside it.
-- @tparam string coding a file
-- @tparam[opt] boolean with_contacts shows contact data of persons
-- @treturn row with `diagnostics`, `anchors`, `units`
function g40.check_coding(coding, with_contacts)
  return row("check", core.g40_coding_check(coding, with_contacts or false))
end

return g40
