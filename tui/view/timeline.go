package view

import (
	"strings"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

// timeLine lists what happened, oldest first, and what is still to come.
func timeLine(d client.Dossier, e Env) []StepView {
	steps := d.Steps
	if len(steps) == 0 {
		steps = knownSteps(d, e)
	}
	out := make([]StepView, 0, len(steps)+1)
	for i, s := range steps {
		v := StepView{Sign: SignDone, When: stepWhen(s.At, e), Name: stepName(s, e), Unit: s.Unit}
		if s.Unit != "" && strings.Contains(strings.ToLower(v.Name), strings.ToLower(s.Unit)) {
			v.Unit = ""
		}
		if i == len(steps)-1 {
			v.Sign = lastSign(d.Status)
		}
		out = append(out, v)
	}
	return append(out, ahead(d, e)...)
}

// knownSteps makes a time line out of the dates alone, for a source that keeps
// none.
func knownSteps(d client.Dossier, e Env) []client.Step {
	t := &e.Texts.Dossier
	var out []client.Step
	add := func(at time.Time, name string) {
		if !at.IsZero() {
			out = append(out, client.Step{At: at, Name: name})
		}
	}
	add(d.SubmittedAt, t.StepSubmitted)
	add(d.ReceivedAt, t.StepAccepted)
	switch d.Status {
	case client.StatusProcessing, client.StatusSupplement, client.StatusPayment,
		client.StatusRefused, client.StatusWithdrawn, client.StatusStopped:
		out = append(out, client.Step{Name: t.States[d.Status].Heading})
	}
	add(d.FinishedAt, t.StepFinished)
	add(d.ReturnedAt, t.StepReturned)
	return out
}

// lastSign marks the step at which the dossier stands.
func lastSign(s client.Status) Sign {
	switch s {
	case client.StatusRegistered, client.StatusWithdrawn:
		return SignCurrent
	}
	sign, _ := stateSign(s)
	return sign
}

// ahead is the step that is still to come. While the clock stands nobody knows
// its day, so it is left out.
func ahead(d client.Dossier, e Env) []StepView {
	t := &e.Texts.Dossier
	switch {
	case d.Status == client.StatusFinished:
		return []StepView{{Sign: SignAhead, Name: t.StepCollect}}
	case d.Status.ClockStands(), d.Status.Ended(), d.DueAt.IsZero():
		return nil
	default:
		return []StepView{{Sign: SignAhead, When: e.Texts.DayStamp(d.DueAt, e.Now), Name: t.StepAppointed}}
	}
}

// stepName is the portal's own name of a step. An English reader gets the
// national state in English where the source says which it was.
func stepName(s client.Step, e Env) string {
	t := &e.Texts.Dossier
	known := s.Status.Known()
	switch {
	case s.Name != "" && (e.Texts.Lang == text.VI || !known):
		return s.Name
	case known:
		return t.States[s.Status].Heading
	default:
		return t.StepUnknown
	}
}

// stepWhen is "20/11  08:12"; the clock is left out when the source gave a day
// only.
func stepWhen(at time.Time, e Env) string {
	if at.IsZero() {
		return ""
	}
	day := e.Texts.DayStamp(at, e.Now)
	if l := at.In(client.Zone); l.Hour() == 0 && l.Minute() == 0 && l.Second() == 0 {
		return day
	}
	return day + "  " + e.Texts.ClockStamp(at)
}
