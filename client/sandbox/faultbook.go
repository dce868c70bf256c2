package sandbox

import (
	"sync"
	"time"
)

// faultBook holds the faults that are on, and counts them down.
type faultBook struct {
	now func() time.Time

	mu     sync.Mutex
	active []activeFault
}

type activeFault struct {
	Fault
	until time.Time // zero: no end
}

func newFaultBook(now func() time.Time, faults []Fault) *faultBook {
	b := &faultBook{now: now}
	b.set(faults)
	return b
}

// set replaces all faults.
func (b *faultBook) set(faults []Fault) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.active = nil
	for _, f := range faults {
		a := activeFault{Fault: f}
		if f.For > 0 {
			a.until = b.now().Add(f.For)
		}
		b.active = append(b.active, a)
	}
}

// list gives the faults still on, with the counts that are left.
func (b *faultBook) list() []Fault {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.dropEnded()
	out := make([]Fault, len(b.active))
	for i, a := range b.active {
		out[i] = a.Fault
	}
	return out
}

// take gives the faults for one request in scope and counts it.
func (b *faultBook) take(scope Scope) []Fault {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.dropEnded()
	var out []Fault
	kept := b.active[:0]
	for _, a := range b.active {
		if a.Scope == ScopeAll || a.Scope == scope {
			out = append(out, a.Fault)
			if a.Count == 1 {
				continue // that was the last one
			}
			a.Count = max(a.Count-1, 0)
		}
		kept = append(kept, a)
	}
	b.active = kept
	return out
}

func (b *faultBook) dropEnded() {
	now := b.now()
	kept := b.active[:0]
	for _, a := range b.active {
		if a.until.IsZero() || now.Before(a.until) {
			kept = append(kept, a)
		}
	}
	b.active = kept
}

// SetFaults replaces the faults that are on; none clears them.
func (s *Sandbox) SetFaults(faults ...Fault) { s.faults.set(faults) }

// Faults are those that are on, with the counts that are left.
func (s *Sandbox) Faults() []Fault { return s.faults.list() }
