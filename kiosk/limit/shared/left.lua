-- Returns how many microseconds are left of each penalty.
local result = {}
for i = 2, #KEYS do
  result[i - 1] = math.max(0, math.abs(value(KEYS[i])) - now)
end
return result
