package client

import (
	"context"
	"errors"
	"slices"
	"time"

	"motcua/client/code"
)

// Track finds a dossier. Unknown codes and wrong proofs are both ErrNotFound. A
// code of an agency that no route takes is ErrNotConnected too, and nothing is asked.
// When no system has it but one hands over to its
// own page the error is ErrHandOver; ErrUnavailable means that a system which
// may have the dossier could not be asked and none of the others has it.
// Identical look-ups in flight, same code and same proof, share one request. A
// Trace in the context is told what the look-up can have told.
func (s *Service) Track(ctx context.Context, q DossierQuery) (Answer[Dossier], error) {
	traceOf(ctx).begin()
	if q.Code.IsZero() {
		return Answer[Dossier]{}, &code.Error{Problem: code.Empty}
	}
	if s.cfg.Offline {
		return Answer[Dossier]{}, ErrOffline
	}
	if !s.Routed(q.Code.Agency()) {
		return Answer[Dossier]{}, s.notConnected(q.Code.Agency())
	}
	if a, ok := s.kept.fresh(q, s.Now()); ok {
		return a, nil
	}
	return s.tracks.do(ctx, q, func(ctx context.Context, to *asked) (Answer[Dossier], error) { return s.track(ctx, q, to) })
}

// track follows the routes and notes in to what the systems did.
func (s *Service) track(ctx context.Context, q DossierQuery, to *asked) (Answer[Dossier], error) {
	now, began, visit := s.Now(), time.Now(), s.kept.visit()
	var failed trouble
	for _, r := range s.routesFor(q.Code.Agency()) {
		ask := s.askFirst
		if r.Ask == AskAll {
			ask = s.askAll
		}
		best := ask(ctx, r, q, to, &failed)
		if ctx.Err() != nil {
			return Answer[Dossier]{}, ctx.Err()
		}
		if best != nil {
			a := Answer[Dossier]{Value: best.dossier, AsOf: s.Now(), Source: best.source, Partial: failed.unasked}
			s.kept.keep(q, a, visit)
			return a, nil
		}
	}
	if failed.down != nil {
		if a, ok := s.kept.stale(q, now); ok {
			return a, nil
		}
	}
	return Answer[Dossier]{}, refuse(ctx, began, failed.err(), to)
}

// reply is what one system said.
type reply struct {
	place   int // in the route
	source  SourceName
	dossier Dossier
	err     error
}

// trouble is what kept systems from answering. One that is down must not hide
// another's answer, so it is looked at only when nobody has the dossier.
type trouble struct {
	handOver error // the person can go on there
	down     error // ErrUnavailable
	other    error
	unasked  []SourceName // for Answer.Partial
}

func (t *trouble) note(src SourceName, err error) {
	switch {
	case err == nil, errors.Is(err, ErrNotFound):
		return
	case errors.Is(err, ErrHandOver):
		if t.handOver == nil {
			t.handOver = err
		}
		return // it was asked and said all it ever says
	case errors.Is(err, ErrUnavailable):
		if t.down == nil {
			t.down = err
		}
	case t.other == nil:
		t.other = err
	}
	if !slices.Contains(t.unasked, src) {
		t.unasked = append(t.unasked, src)
	}
}

// err is what is told when nobody has the dossier.
func (t *trouble) err() error {
	for _, err := range []error{t.handOver, t.down, t.other} {
		if err != nil {
			return err
		}
	}
	return ErrNotFound
}

// askFirst asks one system after the other. Those that failed a moment ago come
// last, so that nobody waits for a time-out while another can answer; one whose
// turn was missed that way is told as not asked.
func (s *Service) askFirst(ctx context.Context, r Route, q DossierQuery, to *asked, failed *trouble) *reply {
	resting := make([]error, len(r.Sources))
	var ready, last []int
	for i, src := range r.Sources {
		if resting[i] = s.health.resting(src.Source(), s.Now()); resting[i] == nil {
			ready = append(ready, i)
		} else {
			last = append(last, i)
		}
	}
	for _, i := range append(ready, last...) {
		got := s.askOne(ctx, r, r.Sources[i], q, to)
		if ctx.Err() != nil {
			return nil
		}
		if got.err != nil {
			failed.note(got.source, got.err)
			resting[i] = nil // it had its turn
			continue
		}
		for before := range i {
			failed.note(r.Sources[before].Source(), resting[before])
		}
		return &got
	}
	return nil
}

// askAll asks all systems at once and gives the best answer. Nobody waits for a
// system that failed a moment ago once the others have spoken and one has the
// dossier. When it returns, nothing that it began is under way any more.
func (s *Service) askAll(ctx context.Context, r Route, q DossierQuery, to *asked, failed *trouble) *reply {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	replies := make(chan reply, len(r.Sources))
	resting := make([]error, len(r.Sources))
	waiting := 0 // for systems that are not resting
	for i, src := range r.Sources {
		if resting[i] = s.health.resting(src.Source(), s.Now()); resting[i] == nil {
			waiting++
		}
		got := reply{place: i, source: src.Source()}
		Start(func() error {
			a := s.askOne(ctx, r, src, q, to)
			got.dossier = a.dossier
			return a.err
		}, func(err error) {
			got.err = err
			replies <- got
		})
	}
	var best *reply
	got := make([]reply, len(r.Sources))
	for range r.Sources {
		a := <-replies
		got[a.place] = a
		if resting[a.place] == nil {
			waiting--
		}
		if a.err == nil && (best == nil || better(a.dossier, best.dossier) || a.place < best.place && !better(best.dossier, a.dossier)) {
			best = &got[a.place]
		}
		if best != nil && waiting == 0 {
			cancel() // those that are left are resting; they return at once
		}
	}
	for i, a := range got { // in the order of the route, whoever spoke first
		if errors.Is(a.err, context.Canceled) && resting[i] != nil {
			a.err = resting[i]
		}
		failed.note(a.source, a.err)
	}
	return best
}

// askOne asks one system within the route's time. What it can have told is noted
// here, before anything cancels, rounds, renames or shares it.
func (s *Service) askOne(ctx context.Context, r Route, src DossierSource, q DossierQuery, to *asked) reply {
	within := ctx
	if r.Timeout > 0 {
		var cancel context.CancelFunc
		within, cancel = context.WithTimeout(ctx, r.Timeout)
		defer cancel()
	}
	name := src.Source()
	var way sending
	to.ask()
	d, err := asking(name, func() (Dossier, error) {
		return src.Dossier(context.WithValue(within, sendingKey{}, &way), q)
	})
	left, late := ctx.Err(), within.Err() != nil
	to.answered(err, way.unsent(), left != nil, late)
	switch {
	case err == nil:
	case left != nil:
		// Who leaves proves nothing about the system.
		return reply{source: name, err: left}
	case late && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrHandOver):
		err = &UnavailableError{Source: name, Cause: CauseTimeout, Err: err}
	}
	return reply{source: name, dossier: d, err: s.health.note(name, s.Now(), err)}
}
