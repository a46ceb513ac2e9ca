--- libg40: who wants what from whom, which ministry answers for it then and now, with the exact words.
-- A call that fails returns nil and an error with code, offset and message.
local core = require "g40.core"

local g40 = { version = core.g40_version() }

--- Opens the database file at path, or the corpus that the library carries.
function g40.open(path)
  return core.g40_db_open(path)
end

--- An empty set of filters.
function g40.query()
  return core.g40_query_new()
end

return g40
