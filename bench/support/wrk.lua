-- One scan a request, each of another party; the codes and the token stand in the environment.
local codes, turn = {}, 0
local threads = 0
local random = math.random

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

function init()
   for line in io.lines(os.getenv("DOOR_CODES")) do codes[#codes + 1] = line end
   wrk.headers["Content-Type"] = "application/json"
   wrk.headers["Authorization"] = "Device " .. os.getenv("DOOR_TOKEN")
   of = tonumber(os.getenv("DOOR_THREADS"))
   math.randomseed(tonumber(os.getenv("DOOR_SEED")) + number)
end

-- As a telephone makes it: nothing in it rises, so that it falls anywhere into an index.
local function uid()
   return string.format("%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x", random(0, 65535), random(0, 65535), random(0, 65535),
      random(0, 4095), random(0, 4095), random(0, 65535), random(0, 65535), random(0, 65535))
end

function request()
   local place = turn * of + number
   turn = turn + 1
   local now = string.format("%d000", os.time())
   local body = '{"scans":[{"uid":"' .. uid() .. '","kind":"admit","how":"pass","party":"' .. codes[place % #codes + 1]
      .. '","people":1,"device_at":' .. now .. ',"at":' .. now
      .. ',"undoes":null,"words":"","was_offline":false}],"waiting":0,"device_at":' .. now .. '}'
   return wrk.format("POST", "/d/scans/", nil, body)
end
