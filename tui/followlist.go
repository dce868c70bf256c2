package tui

import (
	"slices"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/follow"
	"motcua/client/workday"
)

const (
	followGap  = time.Second // between two look-ups of one list
	followMost = 200         // dossiers of one list
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
	follow.Dossier
	code    code.Dossier
	answer  *client.Answer[client.Dossier]
	err     error                          // of the last look-up; what was known before stays
	errAt   time.Time                      // when that was
	changed time.Time                      // when a change was seen that the person has not looked at
	before  *client.Answer[client.Dossier] // what it was then
}

func newFollowList(jitter func() float64) *followList {
	return &followList{jitter: jitter}
}

// add follows one more; it tells whether it is new, and whether there is room. A
// code that is on the list in another spelling is the same dossier. Only where
// that spelling got no answer the new one takes its place: a portal may know the
// code as it is spelled here.
func (l *followList) add(dossierCode code.Dossier, now time.Time) (added, room bool) {
	fresh := &followed{code: dossierCode, Dossier: follow.New(now, l.jitter)}
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
	f, ok := follow.Next(l.all)
	if !ok {
		return nil, 0
	}
	due, _ := f.Due()
	wait = due.Sub(now)
	if !l.lastAsked.IsZero() {
		wait = max(wait, l.lastAsked.Add(followGap).Sub(now))
	}
	return f, max(wait, 0)
}

// answered takes what came of a look-up.
func (l *followList) answered(f *followed, a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) {
	outcome := f.Take(a, err, cal, now)
	switch outcome {
	case follow.Gone, follow.Failed:
		f.err, f.errAt = err, now
	case follow.Kept:
		f.err, f.errAt = client.ErrUnavailable, now
	case follow.Same, follow.Begun, follow.Changed:
		if outcome == follow.Changed {
			if f.changed.IsZero() {
				f.before = f.answer
			}
			f.changed = now
		}
		f.err, f.answer = nil, rowOf(a)
	}
}

// rowOf is what the list keeps of an answer. Answers live in memory for minutes and a
// list for hours, so names, papers, reasons and the words of the time line are not
// kept; [follow.Dossier] remembers hashes of them.
func rowOf(a client.Answer[client.Dossier]) *client.Answer[client.Dossier] {
	d := a.Value
	a.Value = client.Dossier{
		Code: d.Code, Status: d.Status, StatusName: d.StatusName, SaidClock: d.SaidClock, ProcedureName: d.ProcedureName,
		DueAt: d.DueAt, FinishedAt: d.FinishedAt, ReturnedAt: d.ReturnedAt,
	}
	for _, s := range d.Steps { // they may tell when it ended
		a.Value.Steps = append(a.Value.Steps, client.Step{At: s.At, Status: s.Status})
	}
	return &a
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
