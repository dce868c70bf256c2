package follow

import (
	"slices"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/follow"
	"motcua/client/workday"
)

const (
	followGap  = time.Second // minimum time between two look-ups of a list
	followMost = 200         // maximum number of dossiers in a list
)

// List is the dossiers that a member of staff follows. It lives in memory and as long as the
// session, unless the person chose to keep it. Dossiers are only asked for while its page is open.
type List struct {
	all       []*followed
	jitter    func() float64
	lastAsked time.Time

	keeper  follow.Keeper // nil: lists cannot be kept here
	keeping follow.Keeping
	opened  bool // what was kept is in the list
	unsaved bool // an answer came that is not kept yet
}

// followed is one followed dossier.
type followed struct {
	follow.Dossier
	code    code.Dossier
	answer  *client.Answer[client.Dossier]
	err     error                          // of the last look-up; the previous answer stays
	errAt   time.Time                      // when that error came
	changed time.Time                      // when a change was seen that the person has not looked at
	before  *client.Answer[client.Dossier] // the answer before that change
	memory  *follow.Memory                 // of the newest answer that the person saw
}

// NewList returns an empty list; jitter returns numbers in [0, 1) for the pauses between
// look-ups; nil means random numbers. keeper may be nil.
func NewList(jitter func() float64, keeper follow.Keeper) *List {
	return &List{jitter: jitter, keeper: keeper}
}

// Add adds a dossier. added reports whether it is new, room whether the list has space for
// it. Another spelling of a listed code is the same dossier. It only replaces the listed
// spelling when that one got no answer, because a portal may know the code in this
// spelling.
func (l *List) Add(dossierCode code.Dossier, now time.Time) (added, room bool) {
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

func (l *List) remove(f *followed) {
	l.all = slices.DeleteFunc(l.all, func(g *followed) bool { return g == f })
}

func (l *List) find(dossierCode code.Dossier) *followed {
	for _, f := range l.all {
		if f.code == dossierCode {
			return f
		}
	}
	return nil
}

// next returns the dossier to ask for next, and the time until then.
func (l *List) next(now time.Time) (f *followed, wait time.Duration) {
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

// answered handles the result of a look-up.
func (l *List) answered(f *followed, a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) {
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
		l.unsaved = l.unsaved || outcome != follow.Same
	}
}

// rowOf returns the part of an answer that the list stores. Answers stay in memory for
// minutes and a list for hours, so names, papers, reasons and the text of the timeline are
// not stored; [follow.Dossier] has hashes of them.
func rowOf(a client.Answer[client.Dossier]) *client.Answer[client.Dossier] {
	d := a.Value
	a.Value = client.Dossier{
		Code: d.Code, Status: d.Status, StatusName: d.StatusName, SaidClock: d.SaidClock,
		ProcedureCode: d.ProcedureCode, ProcedureName: d.ProcedureName,
		DueAt: d.DueAt, FinishedAt: d.FinishedAt, ReturnedAt: d.ReturnedAt,
	}
	for _, s := range d.Steps { // the steps may contain the end
		a.Value.Steps = append(a.Value.Steps, client.Step{At: s.At, Status: s.Status})
	}
	return &a
}

// changes counts the changes that the person has not looked at.
func (l *List) changes() (n int) {
	for _, f := range l.all {
		if !f.changed.IsZero() {
			n++
		}
	}
	return n
}
