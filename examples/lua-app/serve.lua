--- A server to try asks.lua with: one request at a time, on this machine only. usage: serve.lua [PORT [DATABASE]]
--
-- PORT 0 takes a free one; the first line of output says which. For more than trying put a real server in front.
local socket = require "socket"
local here = arg[0]:match("^(.*)/") or "."
package.path = here .. "/?.lua;" .. package.path
local app = require "asks"
local g40 = require "g40"

local REASON = { [200] = "OK", [400] = "Bad Request", [404] = "Not Found", [405] = "Method Not Allowed",
  [414] = "URI Too Long", [500] = "Internal Server Error", [503] = "Service Unavailable" }
local LONGEST, PATIENCE = 8192, 5 -- bytes of the head, seconds

-- The request line; nil where none came whole, "" where the head is too long. Headers are read and do not matter.
local function request_line(client)
  local deadline, line, head, length = socket.gettime() + PATIENCE, {}, nil, 0
  repeat -- socket has a buffer of its own: bytes one by one are not slow
    client:settimeout(math.max(0, deadline - socket.gettime()))
    local byte = client:receive(1)
    length = length + 1
    if not byte then
      return nil
    elseif length > LONGEST then
      return ""
    elseif byte == "\n" then
      local text = table.concat(line):gsub("\r$", "")
      head, line = head or text, text ~= "" and {} or nil
    else
      line[#line + 1] = byte
    end
  until not line
  return head
end

local function respond(client, method, status, kind, body)
  client:settimeout(PATIENCE)
  client:send(("HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"):format(status,
    REASON[status], kind, #body, method == "HEAD" and "" or body))
end

local function serve(db, client)
  local line = request_line(client)
  if not line then
    return nil
  elseif line == "" then
    return respond(client, nil, 414, "application/json", '{"error":"the request is too long"}')
  end
  local method, target = line:match("^(%u+) (%S+) HTTP/1%.[01]$")
  if not method then
    return respond(client, nil, 400, "application/json", '{"error":"malformed request"}')
  end
  local path, query = target:match("^([^?]*)%??(.*)$")
  return respond(client, method, app.answer(db, { method = method, path = path, query = query }))
end

local db <close> = assert(g40.open(arg[2]))
local server = assert(socket.bind("127.0.0.1", tonumber(arg[1] or 8040)))
print(("http://127.0.0.1:%d/asks?responsible=SZW"):format(select(2, server:getsockname())))
io.stdout:flush()
while true do
  local client = server:accept()
  if client then
    local fine, why = pcall(serve, db, client)
    if not fine then
      io.stderr:write(tostring(why), "\n")
      pcall(respond, client, nil, 500, "application/json", '{"error":"internal"}')
    end
    client:close()
  end
end
