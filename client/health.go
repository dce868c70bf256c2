package client

import (
	"errors"
	"sort"
	"sync"
	"time"
)

// restAfterFailure is how long a live source is left alone after it failed when
// a local copy can answer in its place.
const restAfterFailure = 15 * time.Second

// SourceHealth is what a source did when it was last asked.
type SourceHealth struct {
	Source    SourceName
	LastOK    time.Time // zero when it never answered
	DownSince time.Time // zero while it answers
	Cause     Cause     // why it does not
}

// SourceWatcher is told how the sources do, for a log and metrics. Its methods
// are called one at a time; they must be quick and must not ask the service.
type SourceWatcher interface {
	// Failed is told of each look-up that a source left without an answer.
	Failed(src SourceName, cause Cause)
	// Turned is told when a source stops answering, when it fails for another
	// cause than before, and when it answers again; why is then nil.
	Turned(h SourceHealth, why error)
}

// healthBook remembers since when each source is down, so that people can be
// told.
type healthBook struct {
	mu      sync.Mutex
	sources map[string]*bookEntry
	watcher SourceWatcher // nil: nobody
}

type bookEntry struct {
	SourceHealth
	lastFailure time.Time
	rest        time.Duration
	err         *UnavailableError
}

func newHealthBook() *healthBook {
	return &healthBook{sources: map[string]*bookEntry{}}
}

// note records the outcome of one look-up and gives the error back with the
// time of the first failure in it. A person who left proves nothing.
func (b *healthBook) note(src SourceName, now time.Time, err error) error {
	var down *UnavailableError
	failed := errors.As(err, &down)
	if failed && down.Cause == CauseCancelled {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	e := b.sources[src.ID]
	if e == nil {
		e = &bookEntry{SourceHealth: SourceHealth{Source: src}}
		b.sources[src.ID] = e
	}
	before := e.SourceHealth
	if !failed {
		e.LastOK, e.DownSince, e.Cause, e.err = now, time.Time{}, "", nil
		b.tell(e, before, nil)
		return err
	}
	if e.DownSince.IsZero() {
		e.DownSince = now
		if !down.Since.IsZero() && down.Since.Before(now) { // somebody else knew earlier
			e.DownSince = down.Since
		}
	}
	e.lastFailure, e.rest = now, max(restAfterFailure, down.RetryAfter)
	told := *down
	told.Since = e.DownSince
	e.Cause, e.err = down.Cause, &told
	b.tell(e, before, &told)
	return &told
}

// tell passes on what one look-up changed.
func (b *healthBook) tell(e *bookEntry, before SourceHealth, why error) {
	if b.watcher == nil {
		return
	}
	if why != nil {
		b.watcher.Failed(e.Source, e.Cause)
	}
	if e.DownSince.IsZero() != before.DownSince.IsZero() || e.Cause != before.Cause {
		b.watcher.Turned(e.SourceHealth, why)
	}
}

func (b *healthBook) watch(w SourceWatcher) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.watcher = w
}

// resting gives the error of a source that failed a moment ago, or nil when it
// should be asked.
func (b *healthBook) resting(src SourceName, now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if e := b.sources[src.ID]; e != nil && e.err != nil && now.Before(e.lastFailure.Add(e.rest)) {
		return e.err
	}
	return nil
}

func (b *healthBook) all() []SourceHealth {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := make([]SourceHealth, 0, len(b.sources))
	for _, e := range b.sources {
		list = append(list, e.SourceHealth)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Source.ID < list[j].Source.ID })
	return list
}
