package pin

import (
	"encoding/json"
	"errors"
	"sync"
	"time"
)

// The pause after a wrong PIN: none after the first ones, because people mistype, then 5 s,
// doubling each time. At one try in 15 minutes the million PINs of six digits take 28
// years.
const (
	freeTries = 2 // wrong PINs without a pause
	firstWait = 5 * time.Second
	mostWait  = 15 * time.Minute
	mostWrong = freeTries + 9 // a higher count changes nothing, because the pause has its maximum by then
)

// State stores the count of wrong PINs outside the process, so that a restart gives no new
// tries. Only one goroutine uses it at a time.
type State interface {
	// Load returns what Save stored, nil and no error when there is nothing.
	Load() ([]byte, error)
	Save([]byte) error
}

// Guard checks PINs and enforces the pauses. It is safe for concurrent use. Calls run one
// after the other, so parallel tries gain nothing.
type Guard struct {
	mu     sync.Mutex
	hashed string
	state  State
	now    func() time.Time

	wrong int       // in a row
	until time.Time // no PIN is checked before
	seen  time.Time // time of the last wrong one
}

// record is the stored form of the count.
type record struct {
	Wrong int       `json:"wrong"`
	Until time.Time `json:"until"`
	Seen  time.Time `json:"seen"`
}

// NewGuard returns a guard for the PIN with that hash; the error is one of Check's. state
// and now may be nil: then the count is only kept in memory, and the clock is time.Now. A
// state that cannot be read or is not plausible counts as the most wrong PINs: whoever
// damaged it gets the longest pause.
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

// Wait returns the time until the next PIN is checked, 0 when it is checked immediately.
func (g *Guard) Wait() time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.wait()
}

// wait tolerates changes of the clock: a pause is never longer than it was at its start,
// and setting the clock back to before its start does not end it.
func (g *Guard) wait() time.Duration {
	now := g.now()
	if now.Before(g.seen) {
		g.seen, g.until = now, now.Add(pauseAfter(g.wrong))
	}
	return min(max(g.until.Sub(now), 0), mostWait)
}

// Try checks a PIN. When it is wrong or comes too early, ok is false and wait is the time
// until the next try. A PIN that comes too early is not checked and does not lengthen the
// pause.
func (g *Guard) Try(pin string) (ok bool, wait time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if wait := g.wait(); wait > 0 {
		return false, wait
	}
	// The count is saved before the PIN is checked, because the power may be cut in
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

// save stores the count. If that fails, the count still holds for the life of the process.
func (g *Guard) save() {
	if g.state == nil {
		return
	}
	body, err := json.Marshal(record{g.wrong, g.until, g.seen})
	if err == nil {
		_ = g.state.Save(body)
	}
}

// pauseAfter returns the pause after that many wrong PINs in a row.
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
