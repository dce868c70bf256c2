-- Asks which life of the store this is, and begins one in an empty store. ARGV[1] is what all
-- servers with the same secrets call it, ARGV[2] a random rest, ARGV[3] how many milliseconds
-- it lasts without a beat. It writes in any case, so that a store that is full refuses it.
local life = redis.call('GET', KEYS[1]) or (ARGV[1] .. ARGV[2])
if string.sub(life, 1, #ARGV[1]) ~= ARGV[1] then
  return redis.error_reply('MOTCUA another secret')
end
redis.call('SET', KEYS[1], life, 'PX', ARGV[3])
return life
