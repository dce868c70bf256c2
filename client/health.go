package client

import (
	"errors"
	"sort"
	"sync"
	"time"
)

// restAfterFailure is how long a live source is not asked again after a failure, when
// a local copy can answer instead.
const restAfterFailure = 15 * time.Second

// SourceHealth is the outcome of the last look-ups at one source.
type SourceHealth struct {
	Source    SourceName
	LastOK    time.Time // when it last answered; zero when it never did
	DownSince time.Time // zero while it answers
	Cause     Cause     // why it does not answer
	// LastFailed is when it last did not answer, and Dossiers whether it was asked for
	// dossiers.
	LastFailed time.Time
	Dossiers   bool
}

// SourceWatcher receives the outcome of look-ups, for a log and metrics. Its methods
// are called one at a time; they must return quickly and must not call the service.
type SourceWatcher interface {
	// Failed is called for each look-up that a source left without an answer.
	Failed(src SourceName, cause Cause)
	// Turned is called when a source stops answering, when the cause of its failures
	// changes, and when it answers again; why is then nil.
	Turned(h SourceHealth, why error)
}

// healthRecord remembers since when each source is down, so that people can be
// told.
type healthRecord struct {
	mu      sync.Mutex
	sources map[string]*healthEntry
	watcher SourceWatcher // nil: nobody
}

type healthEntry struct {
	SourceHealth
	rest time.Duration
	err  *UnavailableError
}

func newHealthRecord() *healthRecord {
	return &healthRecord{sources: map[string]*healthEntry{}}
}

// note records the outcome of one look-up and returns the error with the time of the
// first failure in a row added. It ignores a look-up whose asker left.
func (b *healthRecord) note(src SourceName, now time.Time, err error) error {
	return b.noted(src, now, err, false)
}

// noteDossiers is note for a look-up of a dossier.
func (b *healthRecord) noteDossiers(src SourceName, now time.Time, err error) error {
	return b.noted(src, now, err, true)
}

func (b *healthRecord) noted(src SourceName, now time.Time, err error, dossiers bool) error {
	var down *UnavailableError
	failed := errors.As(err, &down)
	if failed && down.Cause == CauseCancelled {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	e := b.sources[src.ID]
	if e == nil {
		e = &healthEntry{SourceHealth: SourceHealth{Source: src}}
		b.sources[src.ID] = e
	}
	e.Dossiers = e.Dossiers || dossiers
	before := e.SourceHealth
	if !failed {
		e.LastOK, e.DownSince, e.Cause, e.err = now, time.Time{}, "", nil
		b.tell(e, before, nil)
		return err
	}
	if e.DownSince.IsZero() {
		e.DownSince = now
	}
	e.LastFailed, e.rest = now, max(restAfterFailure, down.RetryAfter)
	told := *down
	told.Since = e.DownSince
	e.Cause, e.err = down.Cause, &told
	b.tell(e, before, &told)
	return &told
}

// tell reports to the watcher what one look-up changed.
func (b *healthRecord) tell(e *healthEntry, before SourceHealth, why error) {
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

// Outage is what is known about a source that does not answer, in a form that the next
// process can take over (see Resume).
type Outage struct {
	Source SourceName    `json:"source"`
	Cause  Cause         `json:"cause"`
	Since  time.Time     `json:"since"`
	Failed time.Time     `json:"failed"` // when it was last asked
	Rest   time.Duration `json:"rest"`   // how long after that it is not asked while a copy can answer
	// Dossiers tells that it was asked for dossiers.
	Dossiers bool `json:"dossiers,omitempty"`
}

// Outages returns the sources that do not answer now.
func (s *Service) Outages() (list []Outage) {
	b := s.health
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range b.sources {
		if e.err != nil {
			list = append(list, Outage{e.Source, e.Cause, e.DownSince, e.LastFailed, e.rest, e.Dossiers})
		}
	}
	return list
}

// Resume takes over the outages that an earlier process knew. Watchers are not told again.
func (s *Service) Resume(list []Outage) {
	b := s.health
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, o := range list {
		b.sources[o.Source.ID] = &healthEntry{
			SourceHealth: SourceHealth{Source: o.Source, DownSince: o.Since, Cause: o.Cause, LastFailed: o.Failed, Dossiers: o.Dossiers}, rest: o.Rest,
			err: &UnavailableError{Source: o.Source, Cause: o.Cause, Since: o.Since},
		}
	}
}

func (b *healthRecord) watch(w SourceWatcher) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.watcher = w
}

// resting returns the error of a source that failed less than its rest ago, or nil
// when it should be asked.
func (b *healthRecord) resting(src SourceName, now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if e := b.sources[src.ID]; e != nil && e.err != nil && now.Before(e.LastFailed.Add(e.rest)) {
		return e.err
	}
	return nil
}

func (b *healthRecord) all() []SourceHealth {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := make([]SourceHealth, 0, len(b.sources))
	for _, e := range b.sources {
		list = append(list, e.SourceHealth)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Source.ID < list[j].Source.ID })
	return list
}
