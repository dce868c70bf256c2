package scores

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/flight"
	"motcua/client/quality"
	"motcua/client/reporting"
	"motcua/client/rest"
	"motcua/client/trace"
	"motcua/client/unit"
)

// Portal is the national portal as far as scores need it.
type Portal interface {
	Country(ctx context.Context, p quality.Period) (reporting.Evaluation, error)
	Group(ctx context.Context, c reporting.Call, p quality.Period, province string) (reporting.Evaluation, error)
	Source() client.SourceName
}

// Shelf keeps what was read, see package shelf of client/store.
type Shelf interface {
	Get(ctx context.Context, topic, key string, v any) (at time.Time, ok bool)
	Put(ctx context.Context, topic, key string, at time.Time, v any) error
}

// Config wires a Source.
type Config struct {
	// Portal is asked; nil: nobody is, and what is kept answers.
	Portal Portal
	// Shelf keeps what was read; nil: nothing outlives the process.
	Shelf Shelf
	// Kept labels answers that were kept.
	Kept client.SourceName
	// Province is the agency id of this place's province, "H55"; "" for none.
	Province string
	// Units finds a unit by its name; nil: units are known by code alone.
	Units func(ctx context.Context, q unit.Query) (client.Answer[unit.Result], error)
	// FreshFor is how long what was read answers before the portal is asked; 0 means
	// DefaultFreshFor.
	FreshFor time.Duration
	Offline  bool
	Now      func() time.Time // nil: time.Now
}

// DefaultFreshFor is a day, as that of the catalogue.
const DefaultFreshFor = 24 * time.Hour

// First is the first year of the decision: for earlier ones nobody is asked.
const First = 2022

// mostRemembered bounds the answers in memory, each of up to 0.2 MB.
const mostRemembered = 21

// Source implements client.QualitySource. It is safe for concurrent use. Nothing is read
// before the first question.
type Source struct {
	cfg   Config
	asked flight.Group[string, answer] // by key
	down  rest.Outage

	mu     sync.Mutex
	memory map[string]answer
}

// New returns a source.
func New(cfg Config) *Source {
	cfg.FreshFor = cmp.Or(max(cfg.FreshFor, 0), DefaultFreshFor)
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Source{cfg: cfg, memory: map[string]answer{}}
}

// answer is what one question brought.
type answer struct {
	Request    quality.Request      `json:"request"` // no answer repeats what it answers
	Evaluation reporting.Evaluation `json:"evaluation"`

	at          time.Time
	live, stale bool
}

// form is part of the topic on the shelf: what has another form is not read.
const form = "quality1"

func (s *Source) canAsk() bool { return s.cfg.Portal != nil && !s.cfg.Offline }

func (s *Source) fresh(at time.Time) bool {
	age := s.cfg.Now().Sub(at)
	return age < s.cfg.FreshFor && age > -time.Minute
}

// question is one of the seven calls about a period and a province.
type question struct {
	call   reporting.Call
	period quality.Period
	root   string // the province's id; "" for the country
	// keeps tells that the answer is about this place, and worth a place on the shelf.
	keeps bool
}

func key(r quality.Request) string { return r.Call + " " + string(r.Body) }

// ask answers a question: what is known and fresh, else what the portal says, else what is
// known.
func (s *Source) ask(ctx context.Context, q question) (answer, error) {
	request := q.call.Asked(q.period, q.root)
	a, known := s.known(ctx, request)
	switch {
	case known && s.fresh(a.at):
		a.stale = s.cfg.Offline
		return a, nil
	case known && (!s.canAsk() || s.down.On(s.cfg.Now())):
		a.stale = true
		return a, nil
	case !s.canAsk():
		return a, client.ErrOffline
	}
	read, err := s.asked.Do(ctx, key(request), func(ctx context.Context, _ *trace.Asked) (answer, error) {
		return s.read(ctx, q, request)
	})
	if err != nil && known && errors.Is(err, client.ErrUnavailable) {
		a.stale = true
		return a, nil
	}
	return read, err
}

func (s *Source) known(ctx context.Context, r quality.Request) (a answer, ok bool) {
	s.mu.Lock()
	a, ok = s.memory[key(r)]
	s.mu.Unlock()
	if ok && s.fresh(a.at) || s.cfg.Shelf == nil {
		return a, ok
	}
	var kept answer
	at, has := s.cfg.Shelf.Get(ctx, form, key(r), &kept)
	if !has || ok && !at.After(a.at) {
		return a, ok
	}
	kept.at = at // another process may have read it since
	s.remember(kept)
	return kept, true
}

func (s *Source) remember(a answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.memory) >= mostRemembered {
		clear(s.memory)
	}
	s.memory[key(a.Request)] = a
}

// read asks the portal and keeps what it says.
func (s *Source) read(ctx context.Context, q question, r quality.Request) (answer, error) {
	a := answer{Request: r, at: s.cfg.Now(), live: true}
	var err error
	if q.call == reporting.CallResults {
		a.Evaluation, err = s.cfg.Portal.Country(ctx, q.period)
	} else {
		a.Evaluation, err = s.cfg.Portal.Group(ctx, q.call, q.period, q.root)
	}
	s.down.Note(ctx, s.cfg.Now(), err)
	if err != nil {
		return answer{}, err
	}
	s.remember(a)
	if q.keeps && s.cfg.Shelf != nil {
		// When it cannot be kept, because the disk is full or there is no file, nothing
		// happens: the person has the answer.
		_ = s.cfg.Shelf.Put(ctx, form, key(r), a.at, a)
	}
	return a, nil
}
