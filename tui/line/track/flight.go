package track

import (
	"context"
	"errors"
	"fmt"
	"time"

	"motcua/client"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
)

const (
	// atOnceMost is how many look-ups of a list run at the same time. A system has three
	// connections (client/rest), and a list may go to several systems.
	atOnceMost = 8
	// aheadMost is how many entries may wait for an earlier one: answers are written in the
	// order of the list, and one of them may take long.
	aheadMost = 4 * atOnceMost
)

// flight is an entry of a list whose look-up may still be running.
type flight struct {
	codelist.Entry
	began   time.Time
	flying  bool
	tooMany bool
	answer  client.Answer[client.Dossier]
	failed  error
}

// given returns a channel with the entries of list.
func given(list []codelist.Entry) <-chan codelist.Entry {
	ch := make(chan codelist.Entry, len(list))
	for _, e := range list {
		ch <- e
	}
	close(ch)
	return ch
}

// answerAll answers entries in their order and returns how many there were. It runs several
// look-ups at the same time: one by one, a system that takes 50 ms answers only twenty a
// second.
func (t *tracker) answerAll(ctx context.Context, entries <-chan codelist.Entry) (seen int) {
	ctx, stop := context.WithCancel(ctx)
	var (
		ahead  []*flight // in the order of the list
		flying int
		next   *codelist.Entry // the first entry that is not asked yet
		turn   *time.Timer
		back   = make(chan *flight, atOnceMost)
	)
	defer func() {
		stop()
		for ; flying > 0; flying-- {
			(<-back).flying = false
		}
		t.landLast(ahead)
	}()
	for {
		ahead = t.landAhead(ctx, ahead)
		if t.over(ctx) {
			return seen
		}
		var from <-chan codelist.Entry
		var mine <-chan time.Time
		switch {
		case len(ahead) >= aheadMost:
		case next == nil:
			from = entries
		case !t.asks(next), t.MaxCodes > 0 && t.asked >= t.MaxCodes:
			ahead = append(ahead, &flight{Entry: *next, tooMany: t.asks(next)})
			next = nil
			continue
		case flying < t.atOnce():
			if turn == nil {
				turn = time.NewTimer(t.list.wait())
			}
			mine = turn.C
		}
		if from == nil && next == nil && flying == 0 {
			return seen
		}
		select {
		case <-ctx.Done():
		case f := <-back:
			f.flying = false
			flying--
		case <-mine:
			f := t.launch(ctx, *next, back)
			ahead = append(ahead, f)
			next, turn = nil, nil
			flying++
		case e, more := <-from:
			if !more {
				entries = nil
				continue
			}
			seen++
			next = &e
		}
	}
}

// asks reports whether an entry is a code without an answer so far.
func (t *tracker) asks(e *codelist.Entry) bool {
	return e.Note == nil && e.Err == nil && !t.list.has(e.Query.Code)
}

func (t *tracker) launch(ctx context.Context, e codelist.Entry, back chan<- *flight) *flight {
	t.asked++
	e.Query.Proof, e.Query.Full = t.proof, t.Full && !t.list.batch
	f := &flight{Entry: e, began: time.Now(), flying: true}
	go func() {
		defer func() { back <- f }()
		f.answer, f.failed = t.Service.Track(ctx, f.Query)
	}()
	return f
}

// landAhead writes the results of the first entries, up to one whose look-up still runs,
// and returns the others.
func (t *tracker) landAhead(ctx context.Context, ahead []*flight) []*flight {
	for len(ahead) > 0 && !ahead[0].flying && !t.over(ctx) {
		t.land(ctx, ahead[0])
		ahead = ahead[1:]
	}
	return ahead
}

// land writes the result of an entry.
func (t *tracker) land(ctx context.Context, f *flight) {
	switch {
	case f.Note != nil:
		t.Tell(f.Note(&t.Texts.Batch))
		return
	case f.tooMany:
		t.full = true
		t.noLine(fmt.Sprintf(t.Texts.Line.InputTooMany, t.MaxCodes))
		return
	case f.Err != nil:
		t.noEntry(f.Entry)
		return
	case t.list.has(f.Query.Code):
		t.list.step()
		return // answered in an earlier run, or earlier in the list
	}
	t.settle(ctx, f)
	if !f.answered() && ctx.Err() != nil {
		return // reported once, at the end
	}
	t.deliver(f)
}

// answered reports whether a system answered: "not found" is an answer.
func (f *flight) answered() bool {
	return !f.began.IsZero() && (f.failed == nil || errors.Is(f.failed, client.ErrNotFound))
}

func (t *tracker) deliver(f *flight) {
	t.code = exit.Worse(t.code, exit.Of(f.failed))
	if f.failed != nil {
		t.failed(f.Query, f.failed)
		return
	}
	t.answer(f.answer)
}

// landLast writes the results that exist when the run is interrupted. They are not
// discarded, because the systems were asked for them.
func (t *tracker) landLast(ahead []*flight) {
	for _, f := range ahead {
		if f.answered() && t.Broken == nil && !t.list.has(f.Query.Code) {
			t.deliver(f)
		}
	}
}
