-- The rock alone: the first ask that falls to SZW.
local g40 = require "g40"
local db <close> = assert(g40.open())
local asks = assert(db:positions { kind = "ask", responsible = "SZW" })
assert(#asks > 5 and math.type(asks[1].start) == "integer")
print(asks:first().text)
