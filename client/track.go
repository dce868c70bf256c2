package client

import (
	"context"
	"errors"
	"slices"
	"time"

	"motcua/client/code"
	"motcua/client/goroutine"
	"motcua/client/sending"
	"motcua/client/trace"
)

// Track finds a dossier. An unknown code and a wrong proof both return ErrNotFound. A
// code of an agency without a route also matches ErrNotConnected, and no system is
// asked. When no system has the dossier but one hands over to its own page, the error is
// ErrHandOver. ErrUnavailable means that a system which may have the dossier could not
// be asked and none of the others has it. Identical look-ups in flight, with the same
// code and proof, share one request. A trace in the context records what the look-up
// may have revealed.
func (s *Service) Track(ctx context.Context, q DossierQuery) (Answer[Dossier], error) {
	trace.Of(ctx).Begin()
	if q.Code.IsZero() {
		return Answer[Dossier]{}, &code.Error{Problem: code.Empty}
	}
	if s.cfg.Offline {
		return Answer[Dossier]{}, ErrOffline
	}
	if !s.Routed(q.Code.Agency()) {
		return Answer[Dossier]{}, s.notConnected(q.Code.Agency())
	}
	if a, ok := s.kept.Find(q, s.Now(), dossierFresh); ok {
		return a, nil
	}
	return s.tracks.Do(ctx, q, func(ctx context.Context, to *trace.Asked) (Answer[Dossier], error) { return s.track(ctx, q, to) })
}

// track follows the routes and records in to what the systems did.
func (s *Service) track(ctx context.Context, q DossierQuery, to *trace.Asked) (Answer[Dossier], error) {
	now, began, visit := s.Now(), time.Now(), s.kept.Visit()
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
			s.kept.Keep(q, a, a.AsOf, visit)
			return a, nil
		}
	}
	if failed.down != nil {
		if a, ok := s.kept.Find(q, now, dossierKept); ok {
			a.Stale = true
			return a, nil
		}
	}
	return Answer[Dossier]{}, refuse(ctx, began, failed.err(), to)
}

// reply is the answer of one system.
type reply struct {
	place   int // in the route
	source  SourceName
	dossier Dossier
	err     error
}

// trouble collects what kept systems from answering. A system that is down must not
// hide another's answer, so it is read only when nobody has the dossier.
type trouble struct {
	handOver error // ErrHandOver: the person can continue on a page
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
		return // it was asked and has said all that it ever says
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

// err returns the error for the case that nobody has the dossier.
func (t *trouble) err() error {
	for _, err := range []error{t.handOver, t.down, t.other} {
		if err != nil {
			return err
		}
	}
	return ErrNotFound
}

// askFirst asks one system after the other. Systems that failed a moment ago come
// last, so that nobody waits for a time-out while another can answer. One that was
// skipped for that reason is reported as not asked.
func (s *Service) askFirst(ctx context.Context, r Route, q DossierQuery, to *trace.Asked, failed *trouble) *reply {
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

// askAll asks all systems at once and returns the best answer. When the others have
// answered and one has the dossier, it does not wait for systems that failed a moment
// ago. When it returns, nothing that it started is still running.
func (s *Service) askAll(ctx context.Context, r Route, q DossierQuery, to *trace.Asked, failed *trouble) *reply {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	replies := make(chan reply, len(r.Sources))
	resting := make([]error, len(r.Sources))
	waiting := 0 // number of systems that are not resting
	for i, src := range r.Sources {
		if resting[i] = s.health.resting(src.Source(), s.Now()); resting[i] == nil {
			waiting++
		}
		got := reply{place: i, source: src.Source()}
		goroutine.Start(func() error {
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
			cancel() // only resting systems are left; they return at once
		}
	}
	for i, a := range got { // in the order of the route, whichever answered first
		if errors.Is(a.err, context.Canceled) && resting[i] != nil {
			a.err = resting[i]
		}
		failed.note(a.source, a.err)
	}
	return best
}

// askOne asks one system within the route's time. It records what the system may have
// revealed here, before the result is cancelled, rounded, renamed or shared.
func (s *Service) askOne(ctx context.Context, r Route, src DossierSource, q DossierQuery, to *trace.Asked) reply {
	within := ctx
	if r.Timeout > 0 {
		var cancel context.CancelFunc
		within, cancel = context.WithTimeout(ctx, r.Timeout)
		defer cancel()
	}
	name := src.Source()
	var way sending.Record
	to.Ask()
	d, err := asking(name, func() (Dossier, error) {
		return src.Dossier(way.In(within), q)
	})
	left, late := ctx.Err(), within.Err() != nil
	to.Answered(outcome(err, way.Unsent(), left != nil, late))
	switch {
	case err == nil:
	case left != nil:
		// An asker who left proves nothing about the system.
		return reply{source: name, err: left}
	case late && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrHandOver):
		err = &UnavailableError{Source: name, Cause: CauseTimeout, Err: err}
	}
	return reply{source: name, dossier: d, err: s.health.noteDossiers(name, s.Now(), err)}
}

// refusalStep is what the time of a refusal is rounded up to. A system that
// knows a code sends a whole dossier before the proof is found wrong; one that does
// not know it sends an empty list. The difference, parts of a millisecond on one
// machine and some more over a network, would tell whether a dossier exists. Rounded
// up, both take the same time.
//
// A difference larger than this inside the system itself cannot be hidden here.
const refusalStep = 50 * time.Millisecond

// refuse returns an error that reveals nothing about a dossier, at a time that reveals
// nothing either. It is also used for a hand-over and for the failure of another
// system, because a system that was asked before may have refused. A caller that
// leaves meanwhile gets the error of its own context at once, whatever the systems
// said; package trace then still records that they were asked.
func refuse(ctx context.Context, began time.Time, err error, to *trace.Asked) error {
	if !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrHandOver) && !to.Told() {
		return err
	}
	t := time.NewTimer(refusalStep - time.Since(began)%refusalStep)
	defer t.Stop()
	select {
	case <-t.C:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// outcome tells what became of asking a system. unsent means that the question never left
// this machine; left that the asker left, so that nobody knows what the system would have
// said; late that the route's time ran out.
func outcome(err error, unsent, left, late bool) trace.Outcome {
	switch {
	case err == nil:
		return trace.Shown
	case errors.Is(err, ErrNotFound):
		return trace.Refused
	case unsent, errors.Is(err, ErrHandOver):
		return trace.Unasked // a hand-over page is not a system that was asked
	case !left && unheard(err, late):
		return trace.Quiet
	default:
		return trace.Doubtful
	}
}

// unheard reports whether nothing came back from a system that was asked. An error that
// it sent is an answer: a portal may refuse a wrong proof with status 500 or a web
// page.
func unheard(err error, late bool) bool {
	var down *UnavailableError
	if !errors.As(err, &down) {
		return late
	}
	return down.Silent() || late && down.Cause == CauseCancelled // cancelled by the route's time, not by the asker
}
