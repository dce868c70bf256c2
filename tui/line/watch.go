package line

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"motcua/client"
	"motcua/tui/view"
)

// How often --watch asks: at first every minute, then ever more rarely while
// nothing changes. Nobody's dossier moves by the second, and the portals are
// shared.
const (
	watchFirst = time.Minute
	watchMost  = 15 * time.Minute
	watchGrow  = 1.5
	watchSway  = 0.2 // a pause is up to a fifth longer, so that watchers spread out
)

func randomJitter() float64 { return rand.Float64() } //nolint:gosec // spreads load, guards nothing

// watched is one dossier under watch.
type watched struct {
	q    client.DossierQuery
	seen string // a hash of what was last shown; "" before the first answer
	lost bool   // the last look-up failed and was told
	over bool   // nothing more will happen
}

// watch shows the dossiers, then asks again and tells only what changed, until
// every dossier has ended or the context does. The code is 0 once any was
// answered, else that of the last look-up.
func (t *tracker) watch(ctx context.Context, args []argument) int {
	if err := t.open(ctx); err != nil {
		return t.cannotOpen(err)
	}
	var all []*watched
	for _, a := range args {
		for _, e := range a.entries {
			if e.err == nil {
				e.query.Proof = t.proof
				all = append(all, &watched{q: e.query})
				continue
			}
			sentence := view.Error(e.err, t.env())
			if t.json {
				t.say(noDossierJSON(e.code(), kindOf(e.err), sentence))
			}
			t.fault(e.code() + ": " + sentence)
			return exitUsage
		}
	}
	answered, code := false, exitAnswered
	interval := watchFirst
	for first := true; ; first = false {
		changed, open, wait := false, false, time.Duration(0)
		for _, w := range all {
			if w.over || ctx.Err() != nil {
				continue
			}
			res := t.look(ctx, w, first)
			changed = changed || res.changed
			answered = answered || res.code == exitAnswered
			wait = max(wait, res.wait)
			code = res.code
			open = open || !w.over
		}
		switch {
		case ctx.Err() != nil || t.broken != nil:
			return t.stopped(answered, code)
		case !open:
			return t.stopped(answered, code)
		case first:
			t.tell(fold(t.t.Line.WatchStart, "", t.Width)...)
		case changed:
			interval = watchFirst
		default:
			interval = min(time.Duration(float64(interval)*watchGrow), watchMost)
		}
		pause := max(interval, wait)
		pause += time.Duration(float64(pause) * watchSway * t.Jitter())
		if !sleep(ctx, pause) {
			return t.stopped(answered, code)
		}
	}
}

// stopped says goodbye and gives the code.
func (t *tracker) stopped(answered bool, code int) int {
	t.tell(t.t.Line.WatchDone)
	if answered {
		return exitAnswered
	}
	return max(code, exitFailed)
}

// look is one look-up of a watched dossier.
type looked struct {
	changed bool
	code    int
	wait    time.Duration // what the source asked for
}

func (t *tracker) look(ctx context.Context, w *watched, first bool) looked {
	a, err := t.service.Track(ctx, w.q)
	if ctx.Err() != nil {
		return looked{code: exitFailed}
	}
	if err != nil {
		return t.lookFailed(w, err, first)
	}
	e := t.env()
	if a.Stale && w.seen != "" {
		// The source is down and what is kept was shown already.
		t.lost(w, view.Dossier(a, e).Source)
		return looked{code: exitAnswered}
	}
	if w.lost {
		w.lost = false
		t.tell(fmt.Sprintf(t.t.Line.WatchBack, t.clock()))
	}
	now, before := fingerprint(a, e), w.seen
	w.seen = now
	w.over = ended(a.Value.Status)
	if now == before {
		return looked{code: exitAnswered}
	}
	t.tellChange(a, e, before != "")
	if w.over {
		t.tell(fmt.Sprintf(t.t.Line.WatchEnded, t.clock()))
	}
	return looked{changed: true, code: exitAnswered}
}

// ended: a finished dossier still waits for its owner and is watched on.
func ended(s client.Status) bool { return s.Ended() && s != client.StatusFinished }

func (t *tracker) tellChange(a client.Answer[client.Dossier], e view.Env, again bool) {
	switch {
	case t.json:
		t.say(dossierJSON(a, e))
	case again:
		v := view.Dossier(a, e)
		what := v.Brief
		if t.many {
			what = v.Code + "  " + what
		}
		t.say(fold(fmt.Sprintf(t.t.Line.WatchChanged, t.clock(), what), "", t.Width)...)
		t.say(fold(strings.TrimSpace(v.Apology+" "+v.Next), "  ", t.Width)...)
	default:
		t.answer(a)
	}
}

func (t *tracker) lookFailed(w *watched, err error, first bool) looked {
	code := exitOf(err)
	if first && code == exitNotFound {
		t.failed(w.q, err)
		w.over = true // a code that nobody has will not appear by asking
		return looked{code: code}
	}
	sentence := t.sentence(err)
	if t.json && !w.lost {
		t.say(noDossierJSON(w.q.Code.String(), kindOf(err), sentence))
	}
	if t.many {
		sentence = w.q.Code.String() + ": " + sentence
	}
	t.lost(w, sentence)
	return looked{code: code, wait: retryAfter(err)}
}

// lost tells of an outage once, not at every look-up.
func (t *tracker) lost(w *watched, sentence string) {
	if !w.lost {
		w.lost = true
		t.tell(fold(fmt.Sprintf(t.t.Line.WatchLost, t.clock(), sentence), "", t.Width)...)
	}
}

func (t *tracker) clock() string { return t.t.Clock(t.service.Now()) }

// retryAfter is how long the source, or our own limit, wants to be left alone.
func retryAfter(err error) time.Duration {
	var (
		down    *client.UnavailableError
		limited *client.LimitedError
	)
	switch {
	case errors.As(err, &limited):
		return limited.Wait
	case errors.As(err, &down):
		return down.RetryAfter
	default:
		return 0
	}
}

// fingerprint is what counts as news: all that the JSON says, without when it
// was said and without the days that pass by themselves. It is a hash: pauses
// are long, and answers live in memory for minutes.
func fingerprint(a client.Answer[client.Dossier], e view.Env) string {
	j := newTrackJSON(a, e)
	j.AsOf, j.Stale, j.Source, j.WorkingDaysLeft, j.NextStep = nil, nil, nil, nil, nil
	sum := sha256.Sum256([]byte(encode(j)))
	return string(sum[:])
}

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
