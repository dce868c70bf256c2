package workday

import "time"

// Zone is Vietnam's time, UTC+7 without daylight saving, whatever the machine's
// zone. A fixed zone needs no time zone database on the machine.
var Zone = time.FixedZone("ICT", 7*60*60)
