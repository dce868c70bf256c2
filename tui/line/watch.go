package line

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/follow"
	"motcua/tui/view"
)

// watched is one dossier under watch.
type watched struct {
	q client.DossierQuery
	follow.Dossier
	lost bool // the last look-up failed and was told
}

// watch shows the dossiers, then asks again and tells only what changed, until
// every dossier has ended or the context does. The code is 0 once any was
// answered, else that of the last look-up.
func (t *tracker) watch(ctx context.Context, args []argument) int {
	if err := t.open(ctx); err != nil {
		return t.cannotOpen(err)
	}
	var all []*watched
	began := t.service.Now()
	for _, a := range args {
		for _, e := range a.entries {
			if e.err == nil {
				e.query.Proof = t.proof
				all = append(all, &watched{q: e.query, Dossier: follow.New(began, t.Jitter)})
				continue
			}
			sentence := view.Error(e.err, t.env())
			if t.json {
				t.say(noDossierJSON(e.code(), kindOf(e.err), sentence))
			}
			t.fault(e.code() + ": " + sentence)
			return ExitUsage
		}
	}
	answered, code, told := false, ExitAnswered, false
	for {
		w, open := follow.Next(all)
		if !open || ctx.Err() != nil || t.broken != nil {
			return t.stopped(answered, code)
		}
		if due, _ := w.Due(); due.After(began) { // each was asked for once
			if !told {
				told = true
				t.tell(fold(t.t.Line.WatchStart, "", t.Width)...)
			}
			if !sleep(ctx, due.Sub(t.service.Now())) {
				return t.stopped(answered, code)
			}
		}
		code = t.look(ctx, w)
		answered = answered || code == ExitAnswered
	}
}

// stopped says goodbye and gives the code.
func (t *tracker) stopped(answered bool, code int) int {
	t.tell(t.t.Line.WatchDone)
	if answered {
		return ExitAnswered
	}
	return max(code, ExitFailed)
}

// look is one look-up of a watched dossier; it gives its exit code.
func (t *tracker) look(ctx context.Context, w *watched) int {
	a, err := t.service.Track(ctx, w.q)
	if ctx.Err() != nil {
		return ExitFailed
	}
	e := t.env()
	outcome := w.Take(a, err, e.Calendar, e.Now)
	switch outcome {
	case follow.Gone:
		t.failed(w.q, err)
		return exitOf(err)
	case follow.Failed:
		return t.lookFailed(w, err)
	case follow.Kept:
		t.lost(w, view.Source(a.Source, a.AsOf, a.Stale, e))
		return ExitAnswered
	case follow.Same, follow.Begun, follow.Changed:
	}
	if w.lost {
		w.lost = false
		t.tell(fmt.Sprintf(t.t.Line.WatchBack, t.clock()))
	}
	if outcome == follow.Same {
		return ExitAnswered
	}
	t.tellChange(a, e, outcome == follow.Changed)
	if _, open := w.Due(); !open {
		t.tell(fmt.Sprintf(t.t.Line.WatchEnded, t.clock()))
	}
	return ExitAnswered
}

func (t *tracker) tellChange(a client.Answer[client.Dossier], e view.Env, again bool) {
	switch {
	case t.json:
		t.say(dossierJSON(a, e))
	case again:
		v := view.Row(a, e)
		what := v.Brief
		if t.many {
			what = v.Code + "  " + what
		}
		t.say(fold(fmt.Sprintf(t.t.Line.WatchChanged, t.clock(), what), "", t.Width)...)
		t.say(fold(view.WhatNow(a.Value, e), "  ", t.Width)...)
	default:
		t.answer(a)
	}
}

func (t *tracker) lookFailed(w *watched, err error) int {
	sentence := t.sentence(err)
	if t.json && !w.lost {
		t.say(noDossierJSON(w.q.Code.String(), kindOf(err), sentence))
	}
	if t.many {
		sentence = w.q.Code.String() + ": " + sentence
	}
	t.lost(w, sentence)
	return exitOf(err)
}

// lost tells of an outage once, not at every look-up.
func (t *tracker) lost(w *watched, sentence string) {
	if !w.lost {
		w.lost = true
		t.tell(fold(fmt.Sprintf(t.t.Line.WatchLost, t.clock(), sentence), "", t.Width)...)
	}
}

func (t *tracker) clock() string { return t.t.Clock(t.service.Now()) }

// sleep waits, and tells whether it was left to.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
