package dossiers

import (
	"fmt"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/timely"
	"motcua/tui/view"
)

// Stages are the way of a dossier at a glance: what is done, where it stands, what is still to
// come. The time line tells the details. Nil: the portal's state is none of the ten.
func Stages(d client.Dossier, e view.Env) []view.Step {
	if !d.Status.Known() {
		return nil
	}
	var out []view.Step
	for _, s := range passed(d) {
		out = append(out, stage(s, view.SignDone, firstAt(d, s), e))
	}
	out = append(out, stage(d.Status, lastSign(d.Status), firstAt(d, d.Status), e))
	for _, s := range toCome(d.Status) {
		out = append(out, stage(s, view.SignAhead, time.Time{}, e))
	}
	last := &out[len(out)-1]
	if last.Sign == view.SignAhead && d.Clock() == client.ClockRuns && !d.DueAt.IsZero() && !d.Status.Ended() &&
		timely.Of(d, e.Now, e.Calendar).Timeliness != timely.Late {
		last.When = view.Date(fmt.Sprintf(e.Texts.Dossier.BriefDue, e.Texts.DayStamp(d.DueAt, e.Now)), d.DueAt)
	}
	return out
}

func stage(s client.Status, sign view.Sign, at time.Time, e view.Env) view.Step {
	v := view.Step{Sign: sign, Name: view.Plain(e.Texts.Dossier.Stages[s])}
	if !at.IsZero() {
		v.When = view.Date(e.Texts.DayStamp(at, e.Now), at)
	}
	return v
}

// passed are the stages before the current one. A dossier that is being processed was accepted;
// one that waits, was withdrawn or stopped was so only if the source says it.
func passed(d client.Dossier) []client.Status {
	switch d.Status {
	case client.StatusRegistered:
		return nil
	case client.StatusAccepted, client.StatusRefused:
		return []client.Status{client.StatusRegistered}
	case client.StatusProcessing:
		return []client.Status{client.StatusRegistered, client.StatusAccepted}
	case client.StatusFinished:
		return []client.Status{client.StatusRegistered, client.StatusAccepted, client.StatusProcessing}
	case client.StatusReturned:
		return []client.Status{client.StatusRegistered, client.StatusAccepted, client.StatusProcessing, client.StatusFinished}
	default:
		out := []client.Status{client.StatusRegistered}
		if !firstAt(d, client.StatusAccepted).IsZero() || !firstAt(d, client.StatusProcessing).IsZero() {
			out = append(out, client.StatusAccepted)
		}
		return out
	}
}

// toCome are the stages after a state.
func toCome(s client.Status) []client.Status {
	all := []client.Status{client.StatusRegistered, client.StatusAccepted, client.StatusProcessing, client.StatusFinished, client.StatusReturned}
	switch s {
	case client.StatusRefused, client.StatusWithdrawn, client.StatusStopped:
		return nil
	case client.StatusSupplement, client.StatusPayment:
		return all[3:]
	default:
		return all[slices.Index(all, s)+1:]
	}
}

// firstAt is when a dossier first came into a state; zero when nobody says.
func firstAt(d client.Dossier, s client.Status) time.Time {
	for _, step := range reached(d) {
		if step.Status == s && !step.At.IsZero() {
			return step.At
		}
	}
	switch s {
	case client.StatusRegistered:
		return d.SubmittedAt
	case client.StatusAccepted:
		return d.ReceivedAt
	case client.StatusFinished:
		return d.FinishedAt
	case client.StatusReturned:
		return d.ReturnedAt
	default:
		return time.Time{}
	}
}
