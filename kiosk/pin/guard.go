package pin

import (
	"encoding/json"
	"errors"
	"sync"
	"time"
)

// How long a wrong PIN keeps the next one waiting: nothing at first, because
// fingers slip, then 5 s that double. At 15 minutes a try the million PINs of six
// digits take 28 years.
const (
	freeTries = 2 // wrong ones without a pause
	firstWait = 5 * time.Second
	mostWait  = 15 * time.Minute
	mostWrong = freeTries + 9 // more are not counted: the pause is the longest by then
)

// State keeps the count of wrong PINs beyond the process, so that pulling the
// plug gives no new tries. It is called by one goroutine at a time.
type State interface {
	// Load gives what Save kept, nil and no error when there is nothing.
	Load() ([]byte, error)
	Save([]byte) error
}

// Guard checks PINs and paces the wrong ones. It serves several goroutines, one
// after the other: tries side by side gain nothing.
type Guard struct {
	mu     sync.Mutex
	hashed string
	state  State
	now    func() time.Time

	wrong int       // in a row
	until time.Time // no try before
	seen  time.Time // of the last wrong one
}

// record is what State keeps.
type record struct {
	Wrong int       `json:"wrong"`
	Until time.Time `json:"until"`
	Seen  time.Time `json:"seen"`
}

// NewGuard guards the PIN of that hash; the error is one of Check's. State and now
// may be nil: then the count lives in memory, and the machine's clock counts. A
// state that cannot be read or makes no sense counts as one wrong PIN too many: it
// costs whoever damaged it a pause of the longest kind.
func NewGuard(hashed string, state State, now func() time.Time) (*Guard, error) {
	if err := Valid(hashed); err != nil {
		return nil, err
	}
	if now == nil {
		now = time.Now
	}
	g := &Guard{hashed: hashed, state: state, now: now}
	if state == nil {
		return g, nil
	}
	kept, err := state.Load()
	if err == nil && len(kept) == 0 {
		return g, nil
	}
	var r record
	if err = errors.Join(err, json.Unmarshal(kept, &r)); err != nil || r.Wrong < 0 {
		r = record{Wrong: mostWrong, Until: now().Add(mostWait), Seen: now()}
	}
	g.wrong, g.until, g.seen = min(r.Wrong, mostWrong), r.Until, r.Seen
	return g, nil
}

// Wait is how long until the next PIN is looked at, 0 for at once.
func (g *Guard) Wait() time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.wait()
}

// wait holds against a clock that was set: a pause is never longer than it was
// when it began, and going back before it began ends nothing.
func (g *Guard) wait() time.Duration {
	now := g.now()
	if now.Before(g.seen) {
		g.seen, g.until = now, now.Add(pauseAfter(g.wrong))
	}
	return min(max(g.until.Sub(now), 0), mostWait)
}

// Try checks a PIN. When it is not right, or comes before its time, ok is false
// and wait is how long the next one has to wait. A try before its time is not
// looked at and does not lengthen the pause.
func (g *Guard) Try(pin string) (ok bool, wait time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if wait := g.wait(); wait > 0 {
		return false, wait
	}
	// The count is kept before the PIN is looked at: the plug may be pulled in
	// between.
	g.wrong = min(g.wrong+1, mostWrong)
	g.seen = g.now()
	g.until = g.seen.Add(pauseAfter(g.wrong))
	g.save()
	if right, err := Check(pin, g.hashed); err != nil || !right {
		return false, g.wait()
	}
	g.wrong, g.until, g.seen = 0, time.Time{}, time.Time{}
	g.save()
	return true, 0
}

// save keeps the count. What cannot be kept still counts while the process lives.
func (g *Guard) save() {
	if g.state == nil {
		return
	}
	body, err := json.Marshal(record{g.wrong, g.until, g.seen})
	if err == nil {
		_ = g.state.Save(body)
	}
}

// pauseAfter is the pause after that many wrong ones in a row.
func pauseAfter(wrong int) time.Duration {
	if wrong <= freeTries {
		return 0
	}
	pause := firstWait
	for range wrong - freeTries - 1 {
		if pause *= 2; pause >= mostWait {
			return mostWait
		}
	}
	return pause
}
