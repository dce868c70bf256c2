package line

import (
	"context"
	"errors"
	"fmt"
	"time"

	"motcua/client"
)

const (
	// atOnceMost is how many look-ups of a list are under way at a time. A system
	// has three connections (client/rest), and a list may go to several.
	atOnceMost = 8
	// aheadMost is how many entries may wait for one before them: answers are told
	// in the order of the list, and one of them may take long.
	aheadMost = 4 * atOnceMost
)

// flight is an entry of a list on its way to its answer.
type flight struct {
	entry
	began   time.Time
	flying  bool
	tooMany bool
	answer  client.Answer[client.Dossier]
	failed  error
}

// given are entries that are there already.
func given(list []entry) <-chan entry {
	ch := make(chan entry, len(list))
	for _, e := range list {
		ch <- e
	}
	close(ch)
	return ch
}

// answerAll answers entries in their order and gives how many there were. Several
// are asked at a time: one by one, a system that takes 50 ms gives no more than
// twenty a second.
func (t *tracker) answerAll(ctx context.Context, entries <-chan entry) (seen int) {
	ctx, stop := context.WithCancel(ctx)
	var (
		ahead  []*flight // in the order of the list
		flying int
		next   *entry // the first that is not asked yet
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
		var from <-chan entry
		var mine <-chan time.Time
		switch {
		case len(ahead) >= aheadMost:
		case next == nil:
			from = entries
		case !t.asks(next), t.MaxCodes > 0 && t.asked >= t.MaxCodes:
			ahead = append(ahead, &flight{entry: *next, tooMany: t.asks(next)})
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

// asks tells whether an entry is a code that has no answer yet.
func (t *tracker) asks(e *entry) bool {
	return e.note == nil && e.err == nil && !t.list.has(e.query.Code)
}

func (t *tracker) launch(ctx context.Context, e entry, back chan<- *flight) *flight {
	t.asked++
	e.query.Proof, e.query.Full = t.proof, t.Full && !t.list.batch
	f := &flight{entry: e, began: time.Now(), flying: true}
	go func() {
		defer func() { back <- f }()
		f.answer, f.failed = t.service.Track(ctx, f.query)
	}()
	return f
}

// landAhead tells what came of the first entries, up to one that is on its way, and
// gives the others.
func (t *tracker) landAhead(ctx context.Context, ahead []*flight) []*flight {
	for len(ahead) > 0 && !ahead[0].flying && !t.over(ctx) {
		t.land(ctx, ahead[0])
		ahead = ahead[1:]
	}
	return ahead
}

// land tells what came of an entry.
func (t *tracker) land(ctx context.Context, f *flight) {
	switch {
	case f.note != nil:
		t.tell(f.note(&t.t.Batch))
		return
	case f.tooMany:
		t.full = true
		t.noLine(fmt.Sprintf(t.t.Line.InputTooMany, t.MaxCodes))
		return
	case f.err != nil:
		t.noEntry(f.entry)
		return
	case t.list.has(f.query.Code):
		t.list.step()
		return // answered in an earlier run, or further up in the list
	}
	t.settle(ctx, f)
	if !f.answered() && ctx.Err() != nil {
		return // told once, at the end
	}
	t.deliver(f)
}

// answered tells whether a system answered: "not found" is an answer.
func (f *flight) answered() bool {
	return !f.began.IsZero() && (f.failed == nil || errors.Is(f.failed, client.ErrNotFound))
}

func (t *tracker) deliver(f *flight) {
	t.code = worse(t.code, exitOf(f.failed))
	if f.failed != nil {
		t.failed(f.query, f.failed)
		return
	}
	t.answer(f.answer)
}

// landLast tells what is there when the run breaks off. An answer is not thrown
// away: the system was asked for it.
func (t *tracker) landLast(ahead []*flight) {
	for _, f := range ahead {
		if f.answered() && t.broken == nil && !t.list.has(f.query.Code) {
			t.deliver(f)
		}
	}
}
