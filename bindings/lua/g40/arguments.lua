--- What callers give, made into what SWIG's layer takes. A mistake is raised where the face was called, and names the argument.
local core = require "g40.core"
local rows = require "g40.rows"

local function wrong(name, wanted, value)
  error(("%s must be %s, not a %s"):format(name, wanted, type(value)), 4)
end

-- Options that a call takes, by name and type. An unknown one is a mistake.
local function options(given, known)
  if given == nil then
    return {}
  end
  if type(given) ~= "table" then
    error(("options must be a table, not a %s"):format(type(given)), 3)
  end
  for name, value in pairs(given) do
    if not known[name] then
      error(("there is no option '%s'"):format(tostring(name)), 3)
    end
    if known[name] ~= "any" and type(value) ~= known[name] then
      wrong(name, "a " .. known[name], value)
    end
  end
  return given
end

local FILTERS = { "id", "text", "theme", "ministry", "responsible", "stakeholder", "role", "kind", "action", "instrument", "document" }
local LISTED = { as_of = "string", limit = "number", after = "any", with_contacts = "boolean" }
for _, name in ipairs(FILTERS) do
  LISTED[name] = "any"
end

local function one(name, value)
  value = rows.id(value) or value
  if type(value) ~= "string" then
    wrong(name, "a string, a row, or a list of them", value)
  end
  return value
end

local function add(query, name, value)
  if type(value) ~= "table" or rows.id(value) then
    return query["add_" .. name](query, one(name, value))
  end
  if #value == 0 then
    error(("%s: an empty list leaves nothing; nil is no filter"):format(name), 4)
  end
  for _, each in ipairs(value) do
    local done, err = query["add_" .. name](query, one(name, each))
    if not done then
      return nil, err
    end
  end
  return true
end

-- Filters made into a query; nil and an error where one is malformed.
local function query(filters)
  local made, err = core.g40_query_new()
  if not made then
    return nil, err
  end
  for _, name in ipairs(FILTERS) do
    if filters[name] ~= nil then
      local done, fault = add(made, name, filters[name])
      if not done then
        return nil, fault
      end
    end
  end
  for name, value in pairs { as_of = filters.as_of, limit = filters.limit, after = filters.after and one("after", filters.after) } do
    local done, fault = made["set_" .. name](made, value)
    if not done then
      return nil, fault
    end
  end
  made:set_with_contacts(filters.with_contacts or false)
  return made
end

return { wrong = wrong, options = options, one = one, query = query, listed = LISTED }
