-- Takes ARGV[5] places where at most ARGV[6] are held. Each server has a field with the places
-- that it holds, ARGV[4] of the server ARGV[3] before this, and until when that counts: a
-- server that was killed gives its places back after ARGV[7] microseconds.
-- Returns how many were held before, and 1 when the places were taken.
local held, n = tonumber(ARGV[4]), tonumber(ARGV[5])
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  local count, ends = string.match(all[i + 1], '^(%d+) (%S+)$')
  if all[i] ~= ARGV[3] and tonumber(ends) > now then
    held = held + tonumber(count)
  end
end
if n > tonumber(ARGV[6]) - held then
  return { held, 0 }
end
redis.call('HSET', KEYS[2], ARGV[3], string.format('%d %.17g', tonumber(ARGV[4]) + n, now + ARGV[7]))
redis.call('PEXPIRE', KEYS[2], math.ceil(ARGV[7] / 1000))
return { held, 1 }
