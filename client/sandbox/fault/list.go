package fault

import (
	"sync"
	"time"
)

// List holds the active faults and counts them down. It is safe for concurrent use.
type List struct {
	now    func() time.Time
	scopes []Scope

	mu     sync.Mutex
	active []activeFault
}

type activeFault struct {
	Fault
	until time.Time // zero: no end
}

// NewList makes the list of a portal with these scopes.
func NewList(now func() time.Time, scopes []Scope, faults []Fault) *List {
	l := &List{now: now, scopes: scopes}
	l.Set(faults)
	return l
}

// Set replaces all faults.
func (l *List) Set(faults []Fault) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.active = nil
	for _, f := range faults {
		a := activeFault{Fault: f}
		if f.For > 0 {
			a.until = l.now().Add(f.For)
		}
		l.active = append(l.active, a)
	}
}

// Active returns the active faults with the counts that are left.
func (l *List) Active() []Fault {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dropEnded()
	out := make([]Fault, len(l.active))
	for i, a := range l.active {
		out[i] = a.Fault
	}
	return out
}

// take returns the faults for one request in scope and counts the request.
func (l *List) take(scope Scope) []Fault {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dropEnded()
	var out []Fault
	kept := l.active[:0]
	for _, a := range l.active {
		if a.Scope == ScopeAll || a.Scope == scope {
			out = append(out, a.Fault)
			if a.Count == 1 {
				continue // that was the last one
			}
			a.Count = max(a.Count-1, 0)
		}
		kept = append(kept, a)
	}
	l.active = kept
	return out
}

func (l *List) dropEnded() {
	now := l.now()
	kept := l.active[:0]
	for _, a := range l.active {
		if a.until.IsZero() || now.Before(a.until) {
			kept = append(kept, a)
		}
	}
	l.active = kept
}
