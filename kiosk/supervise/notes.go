package supervise

import (
	"encoding/json"
	"maps"
	"sync"
	"time"
)

const (
	noteNames = 16      // the most notes
	noteMost  = 4 << 10 // the most bytes of one
)

// notes are data that a child leaves to later children about systems and this machine. They
// last as long as the kiosk runs.
type notes struct {
	mu  sync.Mutex
	all map[string]json.RawMessage
}

// keep stores a note unless there are too many or it is too large.
func (n *notes) keep(name string, value json.RawMessage) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if _, known := n.all[name]; len(value) > noteMost || !known && len(n.all) >= noteNames {
		return
	}
	if n.all == nil {
		n.all = map[string]json.RawMessage{}
	}
	n.all[name] = value
}

func (n *notes) copy() map[string]json.RawMessage {
	n.mu.Lock()
	defer n.mu.Unlock()
	return maps.Clone(n.all)
}

// stepLeast is the smallest change that counts as a step of the machine's clock. NTP slews it
// by less between two looks.
const stepLeast = time.Second

// steadiness measures how long the machine's clock has run without a step. The parent does so
// because a child does not live long enough.
type steadiness struct {
	began time.Time // its monotonic reading is not affected by steps of the clock
	set   time.Time // began, by the machine's clock as it is set now
	since time.Time // when this value of set was first seen
}

// look returns how long the clock has been steady; now is the monotonic clock, wall the
// machine's.
func (s *steadiness) look(now, wall time.Time) time.Duration {
	if s.began.IsZero() {
		s.began = now
	}
	set := wall.Add(-now.Sub(s.began))
	if s.set.IsZero() || set.Sub(s.set).Abs() >= stepLeast {
		s.set, s.since = set, now
	}
	return now.Sub(s.since)
}

func (s *steadiness) now() time.Duration {
	now := time.Now()
	return s.look(now, now.Round(0))
}
