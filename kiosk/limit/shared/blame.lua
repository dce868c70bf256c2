-- Adds ARGV[3] microseconds to a penalty, which is enforced above ARGV[4] and at most
-- ARGV[5]. Returns what is left, and 1 when it is enforced.
local by, from, most = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local ends = value(KEYS[2])
local left = math.max(0, math.abs(ends) - now)
local enforced = left > 0 and ends < 0
if by > 0 then
  left = math.min(left, most)
  left = left + math.min(by, most - left)
  enforced = enforced or left > from
  keep(KEYS[2], now + left, enforced)
end
return { left, enforced and 1 or 0 }
