-- Makes changes that nobody waits for. Each has a key, and four arguments from ARGV[3] on: its
-- kind and three numbers.
for i = 2, #KEYS do
  local key, a = KEYS[i], 3 + (i - 2) * 4
  local kind, x, y, z = ARGV[a], ARGV[a + 1], ARGV[a + 2], ARGV[a + 3]
  if kind == 'once' then -- nothing more if this was made before, which is known for x milliseconds
    if not redis.call('SET', key, '1', 'NX', 'PX', x) then
      return {}
    end
  elseif kind == 'give' then -- x tokens to a bucket of the rate y
    local full = value(key)
    if full > now then
      keep(key, full - x / y * 1e6)
    end
  elseif kind == 'mark' then -- a penalty with x left
    keep(key, now + x)
  elseif kind == 'place' then -- the server x holds y places, for z microseconds
    if y == '0' then
      redis.call('HDEL', key, x)
    else
      redis.call('HSET', key, x, string.format('%d %.17g', y, now + z))
      redis.call('PEXPIRE', key, math.ceil(z / 1000))
    end
  elseif kind == 'owe' then -- a bucket that one server knows to be full after x more
    keep(key, math.max(value(key), now) + x)
  elseif kind == 'blame' then -- a penalty that one server knows with x left, enforced if y is 1
    local ends = value(key)
    if math.abs(ends) < now + x then
      keep(key, now + x, y == '1')
    end
  end
end
return {}
