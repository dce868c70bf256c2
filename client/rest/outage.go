package rest

import (
	"context"
	"errors"
	"sync"
	"time"

	"motcua/client"
)

// Outage remembers that a system failed a moment ago. A look-up that can answer from what is
// kept asks it first: otherwise a person would wait for a time-out at every question. The zero
// value is ready, and safe for concurrent use.
type Outage struct {
	mu    sync.Mutex
	at    time.Time // of the last failure
	rests time.Duration
}

// outageRest is how long a system that failed is left alone.
const outageRest = 30 * time.Second

// Note records what became of asking the system. An error that is not about it, and that of
// an asker who left, say nothing; nor does an answer, since one call may work while others fail.
func (o *Outage) Note(ctx context.Context, now time.Time, err error) {
	var down *client.UnavailableError
	if !errors.As(err, &down) || ctx.Err() != nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.at, o.rests = now, max(outageRest, down.RetryAfter)
}

// On tells whether the system is left alone now. A clock that was set back ends it.
func (o *Outage) On(now time.Time) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	age := now.Sub(o.at)
	return age >= 0 && age < o.rests
}

// End forgets the failure, for a sync: it asks in any case.
func (o *Outage) End() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.rests = 0
}
