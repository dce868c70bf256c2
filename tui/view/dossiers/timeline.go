package dossiers

import (
	"slices"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/timely"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

// timeLine lists what happened, oldest first, and what is still to come.
func timeLine(d client.Dossier, e view.Env) []view.Step {
	steps := reached(d)
	out := make([]view.Step, 0, len(steps)+1)
	before := client.StatusUnknown
	for i, s := range steps {
		name := stepName(s, before, e)
		v := view.Step{Sign: view.SignDone, When: stepWhen(s.At, e), Name: view.Plain(name)}
		if !strings.Contains(strings.ToLower(name), strings.ToLower(s.Unit)) {
			v.Unit = view.Plain(s.Unit)
		}
		if i == len(steps)-1 {
			v.Sign = lastSign(d.Status)
		}
		before = s.Status
		out = append(out, v)
	}
	return append(out, ahead(d, e)...)
}

// reached are the steps up to the state in which the dossier is. Sources write
// their time line and their state at different moments, so a state that the
// line lacks is added at its end; a source without a time line gets one made of
// its dates.
func reached(d client.Dossier) []client.Step {
	steps := slices.Clone(d.Steps)
	add := func(at time.Time, s client.Status) { steps = append(steps, client.Step{At: at, Status: s}) }
	if len(steps) == 0 {
		if !d.SubmittedAt.IsZero() {
			add(d.SubmittedAt, client.StatusRegistered)
		}
		if !d.ReceivedAt.IsZero() {
			add(d.ReceivedAt, client.StatusAccepted)
		}
		if !d.FinishedAt.IsZero() && d.Status == client.StatusReturned {
			add(d.FinishedAt, client.StatusFinished)
		}
	}
	if !d.Status.Known() {
		return steps
	}
	if n := len(steps); n > 0 && (steps[n-1].Status == d.Status || !steps[n-1].Status.Known()) {
		return steps
	}
	switch d.Status {
	case client.StatusFinished:
		add(d.FinishedAt, d.Status)
	case client.StatusReturned:
		add(d.ReturnedAt, d.Status)
	case client.StatusRegistered, client.StatusAccepted:
		// The first states come with their own dates or say nothing new.
		if n := len(steps); n == 0 || steps[n-1].Status > d.Status {
			add(time.Time{}, d.Status)
		}
	default:
		add(time.Time{}, d.Status)
	}
	return steps
}

// lastSign marks the step at which the dossier stands.
func lastSign(s client.Status) view.Sign {
	switch s {
	case client.StatusRegistered, client.StatusWithdrawn:
		return view.SignCurrent
	default:
		sign, _ := StateSign(s)
		return sign
	}
}

// ahead is the step that is still to come. While the clock stands nobody knows
// its day, so it is left out.
func ahead(d client.Dossier, e view.Env) []view.Step {
	t := &e.Texts.Dossier
	switch {
	case d.Status == client.StatusFinished:
		return []view.Step{{Sign: view.SignAhead, Name: view.Plain(t.StepCollect)}}
	case d.Clock() != client.ClockRuns, d.Status.Ended(), d.DueAt.IsZero():
		return nil
	case !d.Status.Known() && d.DueAt.Before(e.Now):
		return nil // whether it is late is not known
	case timely.Of(d, e.Now, e.Calendar).Timeliness == timely.Late:
		return []view.Step{{Sign: view.SignAhead, Name: view.Plain(t.StepOverdue), Late: true}} // its day has passed
	default:
		return []view.Step{{Sign: view.SignAhead, When: stamp(d.DueAt, e), Name: view.Plain(t.StepAppointed)}}
	}
}

// stepName is the portal's own name of a step. An English reader gets the
// national state in English where the step brought a new one; steps within one
// state keep the portal's words, which say more than "in progress" twice.
func stepName(s client.Step, before client.Status, e view.Env) string {
	known := s.Status.Known()
	if s.Name != "" && (e.Texts.Lang == text.VI || !known || s.Status == before) {
		return s.Name
	}
	if !known {
		return e.Texts.Dossier.States[0].Step
	}
	return e.Texts.Dossier.States[s.Status].Step
}

// stamp is the day of a step: as wide as the others, or with the month's whole name
// for the ear, which has no columns.
func stamp(at time.Time, e view.Env) view.Text {
	if e.Medium == view.Ear {
		return view.Date(e.Texts.DayNear(at, e.Now), at)
	}
	return view.Date(e.Texts.DayStamp(at, e.Now), at)
}

// stepWhen is the day and the hour of a step, "20/11" and "08:12"; the hour is left
// out when the source gave a day only.
func stepWhen(at time.Time, e view.Env) view.Text {
	if at.IsZero() {
		return nil
	}
	day := stamp(at, e)
	if l := at.In(workday.Zone); l.Hour() == 0 && l.Minute() == 0 && l.Second() == 0 {
		return day
	}
	return append(day, view.Clock(e.Texts.ClockStamp(at))...)
}
