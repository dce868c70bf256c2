-- The beginning of every script but beat.lua.
-- KEYS[1] names this life of the store and ARGV[1] is the one that the caller knows: a store
-- that was emptied gives no budget back before the servers have told it what was spent.
-- ARGV[2] is the time in microseconds where a test has a clock of its own, else empty.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return redis.error_reply('MOTCUA another life of the store')
end
local now = tonumber(ARGV[2])
if not now then
  local t = redis.call('TIME')
  now = t[1] * 1000000 + t[2]
end
local longest = 400 * 24 * 3600 * 1000000

-- A bucket is the moment at which it is full again, a penalty the moment at which it ends,
-- with a minus sign where it is enforced.
local function value(key)
  return tonumber(redis.call('GET', key) or 0)
end

local function keep(key, moment, enforced)
  local left = math.min(moment - now, longest)
  if left <= 0 then
    redis.call('DEL', key)
  else
    redis.call('SET', key, string.format('%.17g', enforced and -moment or moment), 'PX', math.ceil(left / 1000))
  end
end
