package tui

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
)

// How often a followed dossier is asked for: at first every minute, then ever
// more rarely while nothing changes, as `track --watch` does. Nobody's dossier
// moves by the second, and the portals are shared.
const (
	followFirst = time.Minute
	followLast  = 15 * time.Minute
	followGrow  = 1.5
	followSway  = 0.2         // a pause is up to a fifth longer, so that lists spread out
	followGap   = time.Second // between two look-ups of one list
	followMost  = 200         // dossiers of one list
)

// followList is what a member of staff follows. It lives as long as the session,
// in memory alone, and is asked for while its page is open.
type followList struct {
	all       []*followed
	jitter    func() float64
	lastAsked time.Time
}

// followed is one dossier under watch.
type followed struct {
	code     code.Dossier
	answer   *held
	err      error     // of the last look-up; what was known before stays
	errAt    time.Time // when that was
	interval time.Duration
	due      time.Time // when it is asked next; zero: never
	changed  time.Time // when a change was seen that the person has not looked at
	before   *held     // what it was then
}

func newFollowList(jitter func() float64) *followList {
	if jitter == nil {
		jitter = rand.Float64
	}
	return &followList{jitter: jitter}
}

// add follows one more; it tells whether it is new, and whether there is room. A
// code that is on the list in another spelling is the same dossier. Only where
// that spelling got no answer the new one takes its place: a portal may know the
// code as it is spelled here.
func (l *followList) add(dossierCode code.Dossier, now time.Time) (added, room bool) {
	fresh := &followed{code: dossierCode, interval: followFirst, due: now}
	for i, f := range l.all {
		if f.code.Canonical() != dossierCode.Canonical() {
			continue
		}
		if f.code == dossierCode || f.answer != nil {
			return false, true
		}
		l.all[i] = fresh
		return true, true
	}
	if len(l.all) >= followMost {
		return false, false
	}
	l.all = append(l.all, fresh)
	return true, true
}

func (l *followList) remove(i int) {
	if i >= 0 && i < len(l.all) {
		l.all = slices.Delete(l.all, i, i+1)
	}
}

func (l *followList) find(dossierCode code.Dossier) *followed {
	for _, f := range l.all {
		if f.code == dossierCode {
			return f
		}
	}
	return nil
}

// next is the dossier that is to be asked first, and how long until then.
func (l *followList) next(now time.Time) (f *followed, wait time.Duration) {
	for _, have := range l.all {
		if !have.due.IsZero() && (f == nil || have.due.Before(f.due)) {
			f = have
		}
	}
	if f == nil {
		return nil, 0
	}
	wait = f.due.Sub(now)
	if !l.lastAsked.IsZero() {
		wait = max(wait, l.lastAsked.Add(followGap).Sub(now))
	}
	return f, max(wait, 0)
}

// answered takes what came of a look-up.
func (l *followList) answered(f *followed, a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) {
	first := f.answer == nil
	switch {
	case err != nil:
		f.err, f.errAt = err, now
		if first && errors.Is(err, client.ErrNotFound) {
			f.due = time.Time{} // a code that nobody has will not appear by asking
			return
		}
		l.later(f, now, askedToWait(err))
		return
	case a.Stale && !first:
		// The system is down, and what is kept was known already.
		f.err, f.errAt = client.ErrUnavailable, now
		l.later(f, now, 0)
		return
	}
	f.err = nil
	if !first && (f.answer.news != newsOf(a) || lateSince(f.answer, cal, now)) {
		if f.changed.IsZero() {
			f.before = f.answer
		}
		f.changed, f.interval = now, 0
	}
	f.answer = hold(a)
	if s := a.Value.Status; s.Ended() && s != client.StatusFinished { // a result waits for its owner
		f.due = time.Time{}
		return
	}
	if first {
		f.interval = 0
	}
	l.later(f, now, 0)
}

// later sets the next time: a minute after news, then ever later, and not before
// what the system asked for.
func (l *followList) later(f *followed, now time.Time, least time.Duration) {
	if f.interval == 0 {
		f.interval = followFirst
	} else {
		f.interval = min(time.Duration(float64(f.interval)*followGrow), followLast)
	}
	pause := max(f.interval, least)
	f.due = now.Add(pause + time.Duration(float64(pause)*followSway*l.jitter()))
}

// askedToWait is how long the system, or our own limit, wants to be left alone.
func askedToWait(err error) time.Duration {
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

// held is what the list keeps of an answer: a row's worth. Answers live in
// memory for minutes and a list for hours, so names, papers, reasons and the
// words of the time line are not kept, only whether they changed.
type held struct {
	client.Answer[client.Dossier]
	news [sha256.Size]byte
}

func hold(a client.Answer[client.Dossier]) *held {
	h := &held{a, newsOf(a)}
	d := a.Value
	h.Value = client.Dossier{
		Code: d.Code, Status: d.Status, StatusName: d.StatusName, SaidClock: d.SaidClock, ProcedureName: d.ProcedureName,
		DueAt: d.DueAt, FinishedAt: d.FinishedAt, ReturnedAt: d.ReturnedAt,
	}
	for _, s := range d.Steps { // they may tell when it ended
		h.Value.Steps = append(h.Value.Steps, client.Step{At: s.At, Status: s.Status})
	}
	return h
}

// newsOf is a hash of what counts as news: not when it was said, nor the days
// that pass by themselves.
func newsOf(a client.Answer[client.Dossier]) [sha256.Size]byte {
	d := a.Value
	last := client.Step{}
	if n := len(d.Steps); n > 0 {
		last = d.Steps[n-1]
	}
	return sha256.Sum256(fmt.Append(nil, d.Status, d.StatusName, d.SaidClock, d.Agency.Name, d.DueAt.Unix(), d.FinishedAt.Unix(), d.ReturnedAt.Unix(), d.ReasonKind, d.Reason,
		len(d.Steps), last.Name, last.At.Unix()))
}

// lateSince tells whether a dossier has become late since it was answered.
func lateSince(was *held, cal *workday.Calendar, now time.Time) bool {
	d := was.Value
	return d.Lateness(was.AsOf, cal).Timeliness != client.TimelyLate && d.Lateness(now, cal).Timeliness == client.TimelyLate
}

// changes counts what the person has not looked at.
func (l *followList) changes() (n int) {
	for _, f := range l.all {
		if !f.changed.IsZero() {
			n++
		}
	}
	return n
}

// nextChange is the place of the next one behind i that has changed, round the
// end, or i.
func (l *followList) nextChange(i int) int {
	for n := 1; n <= len(l.all); n++ {
		if at := (i + n) % len(l.all); !l.all[at].changed.IsZero() {
			return at
		}
	}
	return i
}
