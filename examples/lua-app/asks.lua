--- What a civic app answers over HTTP: who asks what of a ministry, as JSON.
--
-- A function of a request, without a framework: `answer(db, request)` takes `method`, `path` and `query` (as they stand in
-- the request line) and gives a status, a content type and a body. serve.lua is a server to try it with; behind a real
-- one, in CGI or FastCGI, hand over REQUEST_METHOD, PATH_INFO and QUERY_STRING.
--
--     GET /asks?responsible=SZW&theme=participatie&as_of=2026-05-01
--
-- Nothing that a caller sends becomes part of an SQL statement: libg40 binds every value. Contact data of persons is never
-- asked for, so that it cannot be answered.
local g40 = require "g40"
local json = require "dkjson"

local app = {}

local MOST = 100 -- rows an answer; `after` asks for the next ones
local FILTERS = { responsible = true, ministry = true, theme = true, stakeholder = true, instrument = true, document = true,
  kind = true, action = true, text = true }

-- Failures of the library, as HTTP says them. All others are ours: 500.
local STATUS = { [g40.codes.NOT_FOUND] = 404, [g40.codes.ARGUMENT] = 400, [g40.codes.BUSY] = 503 }

local function decoded(text)
  return (text:gsub("+", " "):gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- "a=1&b=2" as a table of lists; nil and why where it is malformed.
local function parameters(query)
  local found = {}
  for part in query:gmatch("[^&]+") do
    local name, value = part:match("^([%w_]+)=(.*)$")
    if not name then
      return nil, "malformed query: write name=value"
    end
    value = decoded(value)
    if value == "" or value:find("\0", 1, true) or not utf8.len(value) then
      return nil, name .. ": a text in UTF-8 is needed"
    end
    found[name] = found[name] or {}
    table.insert(found[name], value)
  end
  return found
end

local function only(given, name)
  if given and #given > 1 then
    return nil, name .. ": may be given once"
  end
  return given and given[1]
end

-- The filters of libg40 that the parameters mean; nil and why where one is none of ours.
local function filters(given)
  local made, why = {}, nil
  for name, values in pairs(given) do
    if FILTERS[name] then
      made[name] = values -- several of one name are alternatives
    elseif name == "as_of" or name == "after" then
      made[name], why = only(values, name)
    elseif name == "limit" then
      local limit = only(values, name)
      made.limit = limit and limit:find("^%d%d?%d?$") and math.tointeger(tonumber(limit))
      why = not (made.limit and made.limit >= 1 and made.limit <= MOST) and ("limit: 1 to " .. MOST) or nil
    else
      why = "there is no parameter '" .. name:sub(1, 40) .. "'"
    end
    if why then
      return nil, why
    end
  end
  made.kind, made.limit = made.kind or "ask", made.limit or MOST
  return made
end

local function list(sequence, make)
  local found = {}
  for each in sequence do
    found[#found + 1] = make(each)
  end
  return found
end

-- Those fields of a row; what is absent is null.
local function fields(row, names)
  local found = {}
  for name in names:gmatch("%w+") do
    local value = row[name]
    found[name] = value == nil and json.null or value
  end
  return found
end

local function now(row)
  return fields(row, "id abbreviation name")
end

local function ministry(row)
  local found = fields(row, "id abbreviation name relation source state")
  found.as_written, found.now = row.as_written or json.null, list(row.now, now)
  return found
end

local function position(row)
  local found = fields(row, "id document section theme kind action quote text start end sha256 method confidence")
  found.ministries = list(row.ministries, ministry)
  return found
end

-- The same answer is the same bytes.
local ORDER = { keyorder = { "error", "total", "rows", "id", "document", "section", "theme", "kind", "action", "quote", "text",
  "start", "end", "sha256", "method", "confidence", "abbreviation", "name", "relation", "as_written", "source", "state", "now",
  "ministries" } }

local function failed(status, message)
  return status, "application/json", json.encode({ error = message }, ORDER)
end

--- Answers a request: status, content type, body.
function app.answer(db, request)
  if request.method ~= "GET" and request.method ~= "HEAD" then
    return failed(405, "GET only")
  end
  if request.path ~= "/asks" then
    return failed(404, "there is /asks only")
  end
  local given, why = parameters(request.query or "")
  local wanted
  if given then
    wanted, why = filters(given)
  end
  if not wanted then
    return failed(400, why)
  end
  local found, err = db:positions(wanted)
  if not found then
    return failed(STATUS[err.code] or 500, err.message)
  end
  local rows = list(found, position)
  return 200, "application/json", json.encode({ total = found.total, rows = rows }, ORDER)
end

return app
