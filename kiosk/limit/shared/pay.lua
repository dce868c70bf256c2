-- Pays all charges or takes nothing. ARGV[3] is how many charges there are; each has the
-- number of its own accounts, 1 or 0 for a shared one, and for each account cost, rate a
-- second and burst. KEYS from the second on are the accounts in the same order.
-- Returns the first charge that could not be paid or -1, how many microseconds until it
-- could be or -1 for never, and 1 or 0 for each charge that its shared account paid.
local k, a = 1, 3
local function account()
  k, a = k + 1, a + 3
  local x = { key = KEYS[k], cost = tonumber(ARGV[a - 2]), rate = tonumber(ARGV[a - 1]), burst = tonumber(ARGV[a]) }
  x.full = math.max(value(x.key), now)
  local tokens = x.burst - (x.full - now) / 1e6 * x.rate
  -- A moment is exact to a quarter of a microsecond, so a full token may look like less.
  if tokens + 1e-6 >= x.cost then
    x.wait = 0
  elseif x.cost > x.burst then
    x.wait = math.huge
  else
    x.wait = math.max(1, math.ceil((x.cost - tokens) / x.rate * 1e6))
  end
  return x
end

local paid, result = {}, { -1, 0 }
for i = 1, tonumber(ARGV[3]) do
  local own, shared, wait, list = tonumber(ARGV[a + 1]), ARGV[a + 2] == '1', 0, {}
  a = a + 2
  for n = 1, own do
    list[n] = account()
    if wait == 0 then wait = list[n].wait end
  end
  local other = shared and account()
  result[i + 2] = wait > 0 and 1 or 0
  if wait > 0 and other then
    wait, list = math.min(wait, other.wait), { other }
  end
  if wait > 0 then
    return { i - 1, wait == math.huge and -1 or wait }
  end
  for _, x in ipairs(list) do
    paid[#paid + 1] = x
  end
end
for _, x in ipairs(paid) do
  keep(x.key, x.full + x.cost / x.rate * 1e6)
end
return result
