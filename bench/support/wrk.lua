-- One scan a request, each of another party; the codes and the token stand in the environment.
local codes, turn = {}, 0
local threads = 0

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

function init()
   for line in io.lines(os.getenv("DOOR_CODES")) do codes[#codes + 1] = line end
   wrk.headers["Content-Type"] = "application/json"
   wrk.headers["Authorization"] = "Device " .. os.getenv("DOOR_TOKEN")
   of = tonumber(os.getenv("DOOR_THREADS"))
   run = os.getenv("DOOR_RUN")
end

function request()
   local place = turn * of + number
   turn = turn + 1
   local now = string.format("%d000", os.time())
   local uid = string.format("%s-0000-4000-8000-%012x", run, place)
   local body = '{"scans":[{"uid":"' .. uid .. '","kind":"admit","how":"pass","party":"' .. codes[place % #codes + 1]
      .. '","people":1,"device_at":' .. now .. ',"at":' .. now
      .. ',"undoes":null,"words":"","was_offline":false}],"waiting":0,"device_at":' .. now .. '}'
   return wrk.format("POST", "/d/scans/", nil, body)
end
