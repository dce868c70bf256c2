package track

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/follow"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
	"motcua/tui/wrap"
)

// watched is one watched dossier.
type watched struct {
	q client.DossierQuery
	follow.Dossier
	lost bool // the last look-up failed, and that was reported
}

// watch shows the dossiers, then asks again and reports only changes, until every dossier
// is finished or the context ends. The exit code is 0 once any look-up was answered,
// otherwise that of the last one.
func (t *tracker) watch(ctx context.Context, args []codelist.Argument) int {
	if err := t.Connect(ctx); err != nil {
		return t.CannotOpen(err)
	}
	var all []*watched
	began := t.Service.Now()
	for _, a := range args {
		for _, e := range a.Entries {
			if e.Err == nil {
				e.Query.Proof = t.proof
				all = append(all, &watched{q: e.Query, Dossier: follow.New(began, t.Jitter)})
				continue
			}
			sentence := failure.Dossier(e.Err, t.View())
			if t.JSON {
				t.Say(record.Encode(record.NoDossier(e.Code(), record.KindOf(e.Err), sentence)))
			}
			t.fault(e.Code() + ": " + sentence)
			return exit.Usage
		}
	}
	t.tabulate(args)
	if t.Sheet != nil && t.Height > len(all)+boardRest {
		t.board = newBoard(t, all)
	}
	answered, code, told := false, exit.Answered, false
	for {
		w, open := follow.Next(all)
		if !open || ctx.Err() != nil || t.Broken != nil {
			return t.stopped(answered, code)
		}
		if due, _ := w.Due(); due.After(began) { // each was asked for once
			if !told {
				told = true
				t.aside(wrap.Fold(t.Texts.Line.WatchStart, "", t.Width)...)
			}
			if !sleep(ctx, due.Sub(t.Service.Now())) {
				return t.stopped(answered, code)
			}
		}
		code = t.look(ctx, w)
		answered = answered || code == exit.Answered
	}
}

// stopped writes the last message and returns the exit code.
func (t *tracker) stopped(answered bool, code int) int {
	t.aside(t.Texts.Line.WatchDone)
	if answered {
		return exit.Answered
	}
	return max(code, exit.Failed)
}

// look looks a watched dossier up once and returns the exit code.
func (t *tracker) look(ctx context.Context, w *watched) int {
	a, err := t.Service.Track(ctx, w.q)
	if ctx.Err() != nil {
		return exit.Failed
	}
	e := t.View()
	outcome := w.Take(a, err, e.Calendar, e.Now)
	switch outcome {
	case follow.Gone:
		t.failed(w.q, err)
		return exit.Of(err)
	case follow.Failed:
		return t.lookFailed(w, err)
	case follow.Kept:
		t.lost(w, view.Source(a.Source, a.AsOf, a.Stale, e))
		return exit.Answered
	case follow.Same, follow.Begun, follow.Changed:
	}
	if w.lost {
		w.lost = false
		t.aside(fmt.Sprintf(t.Texts.Line.WatchBack, t.clock()))
	}
	if outcome != follow.Same || t.board != nil { // days go by in a table
		t.tellChange(a, e, outcome == follow.Changed)
	}
	if _, open := w.Due(); !open {
		t.aside(fmt.Sprintf(t.Texts.Line.WatchEnded, t.clock()))
	}
	return exit.Answered
}

func (t *tracker) tellChange(a client.Answer[client.Dossier], e view.Env, again bool) {
	switch {
	case t.JSON:
		t.Say(record.Encode(record.NewDossier(a, e)))
	case t.board != nil:
		t.board.take(a, e, again)
	case again:
		t.ring(a, e)
		v := dossiers.Row(a, e)
		what := v.Brief
		if t.many {
			what = v.Code + "  " + what
		}
		t.Say(wrap.Fold(fmt.Sprintf(t.Texts.Line.WatchChanged, t.clock(), what), "", t.Width)...)
		t.Say(wrap.Fold(dossiers.WhatNow(a.Value, e), "  ", t.Width)...)
	default:
		t.answer(a)
	}
}

func (t *tracker) lookFailed(w *watched, err error) int {
	sentence := t.sentence(err)
	if t.JSON && !w.lost {
		t.Say(record.Encode(record.NoDossier(w.q.Code.String(), record.KindOf(err), sentence)))
	}
	if t.many {
		sentence = w.q.Code.String() + ": " + sentence
	}
	t.lost(w, sentence)
	return exit.Of(err)
}

// lost reports an outage once, not at every look-up.
func (t *tracker) lost(w *watched, sentence string) {
	if !w.lost {
		w.lost = true
		t.aside(wrap.Fold(fmt.Sprintf(t.Texts.Line.WatchLost, t.clock(), sentence), "", t.Width)...)
	}
}

func (t *tracker) clock() string { return t.Texts.Clock(t.Service.Now()) }

// sleep waits, and reports false when ctx ended the wait.
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
