package deadline

import (
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// LimitReadyBy returns limitReadyBy's result without its rule.
func LimitReadyBy(l client.TimeLimit, handedIn time.Time, cal *workday.Calendar) (time.Time, bool) {
	by, _, ok := limitReadyBy(l, handedIn, cal)
	return by, ok
}
